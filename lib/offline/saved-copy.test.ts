import { beforeEach, expect, test, vi } from "vitest";
import type { FilesReport } from "./check-files";
import { unknownState } from "./offline-state";
import { SavedCopy } from "./saved-copy";

const day = 24 * 60 * 60 * 1000;

/** In place of a service worker. */
class StandInWorker extends EventTarget {
  state: ServiceWorkerState = "installing";
  /** what it replies to a page that asks about its files, in this order */
  found: FilesReport[] = ["whole"];
  readonly postMessage = vi.fn((_message: string, [reply]: MessagePort[] = []) => {
    for (const report of this.found) reply?.postMessage(report);
  });
}

/** In place of a registration, and of the browser that moves its workers on. */
class StandInRegistration extends EventTarget {
  active: StandInWorker | null = null;
  waiting: StandInWorker | null = null;
  installing: StandInWorker | null = null;
  readonly update = vi.fn(() => Promise.resolve());

  find() {
    this.installing = new StandInWorker();
    this.dispatchEvent(new Event("updatefound"));
  }

  install() {
    this.waiting = this.installing;
    this.installing = null;
    changeState(this.waiting, "installed");
  }

  fail() {
    const failed = this.installing;
    this.installing = null;
    changeState(failed, "redundant");
  }

  activate() {
    const replaced = this.active;
    this.active = this.waiting;
    this.waiting = null;
    changeState(replaced, "redundant");
    changeState(this.active, "activating");
    changeState(this.active, "activated");
  }
}

function changeState(worker: StandInWorker | null, state: ServiceWorkerState) {
  if (!worker) return;
  worker.state = state;
  worker.dispatchEvent(new Event("statechange"));
}

let registration: StandInRegistration;
let workers: StandInContainer;
let copy: SavedCopy;

/** In place of `navigator.serviceWorker`. */
class StandInContainer extends EventTarget {
  readonly register = vi.fn(() => Promise.resolve(registration));
}

beforeEach(() => {
  registration = new StandInRegistration();
  workers = new StandInContainer();
  copy = new SavedCopy();
});

function start() {
  return copy.start(workers as unknown as ServiceWorkerContainer, "this build");
}

async function startSaved() {
  registration.active = new StandInWorker();
  registration.active.state = "activated";
  await start();
  await vi.waitFor(() => expect(copy.getState().state).toBe("saved"), { timeout: 60_000 });
}

test("a first copy is unknown, then being saved, then saved as news, and no update", async () => {
  expect(copy.getState()).toEqual(unknownState);
  registration.installing = new StandInWorker();
  await start();
  expect(workers.register).toHaveBeenCalledWith("/sw.js", { updateViaCache: "none" });
  expect(copy.getState()).toEqual({ ...unknownState, state: "saving" });
  registration.install();
  registration.activate();
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved", isNew: true });
});

test("a first copy that cannot be finished is none", async () => {
  registration.installing = new StandInWorker();
  await start();
  registration.fail();
  expect(copy.getState()).toEqual({ ...unknownState, state: "none" });
});

test("there is none where the browser has no service workers, or refuses this one", async () => {
  await copy.start(undefined, "this build");
  expect(copy.getState()).toEqual({ ...unknownState, state: "none" });

  copy = new SavedCopy();
  // it cannot be reached, is not there, or is broken
  workers.register.mockRejectedValue(new TypeError("refused"));
  await start();
  expect(copy.getState()).toEqual({ ...unknownState, state: "none" });
  copy.checkForUpdate(0);
  expect(registration.update).not.toHaveBeenCalled();
});

test("a newer version is offered once it is whole, and taken by one message and one reload", async () => {
  await startSaved();
  registration.find();
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved" });
  registration.install();
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved", isUpdateReady: true });

  const reload = vi.fn();
  const { waiting } = registration;
  copy.takeNewVersion(reload);
  expect(waiting?.postMessage).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
  workers.dispatchEvent(new Event("controllerchange"));
  workers.dispatchEvent(new Event("controllerchange"));
  expect(reload).toHaveBeenCalledOnce();
});

test("one that could not be saved is reported, until the next attempt succeeds", async () => {
  await startSaved();
  registration.find();
  registration.fail();
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved", isUpdateFailed: true });
  registration.find();
  registration.install();
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved", isUpdateReady: true });
});

test("one that had been saved and is replaced by a newer one has not failed", async () => {
  await startSaved();
  registration.find();
  registration.install();
  const replaced = registration.waiting;
  registration.find();
  registration.install();
  changeState(replaced, "redundant");
  expect(copy.getState()).toEqual({ ...unknownState, state: "saved", isUpdateReady: true });
});

test("a page is offered a version that has come into use and is not its own", async () => {
  await startSaved();
  workers.dispatchEvent(new MessageEvent("message", { data: "this build" }));
  expect(copy.getState().isUpdateReady).toBe(false);
  workers.dispatchEvent(new MessageEvent("message", { data: "another build" }));
  expect(copy.getState().isUpdateReady).toBe(true);
  // it need not be woken: the page only has to be loaded again
  const reload = vi.fn();
  copy.takeNewVersion(reload);
  expect(reload).toHaveBeenCalledOnce();
});

test("with no copy at all, a version on the server is offered too, and stays on offer", async () => {
  copy.offerOtherVersion();
  expect(copy.getState()).toEqual({ ...unknownState, isUpdateReady: true });
  await copy.start(undefined, "this build");
  expect(copy.getState()).toEqual({ ...unknownState, state: "none", isUpdateReady: true });
});

test("a page that stays open looks for a newer version once a day", async () => {
  await startSaved();
  copy.checkForUpdate(0);
  copy.checkForUpdate(day - 1);
  expect(registration.update).toHaveBeenCalledTimes(1);
  copy.checkForUpdate(day);
  expect(registration.update).toHaveBeenCalledTimes(2);
});

test("it does not look before there is a copy", async () => {
  registration.installing = new StandInWorker();
  await start();
  copy.checkForUpdate(0);
  expect(registration.update).not.toHaveBeenCalled();
});

test("that it could not look is reported, until it could", async () => {
  await startSaved();
  registration.update.mockRejectedValueOnce(new TypeError("not a program"));
  copy.checkForUpdate(0);
  await vi.waitFor(() => expect(copy.getState().isUpdateFailed).toBe(true), { timeout: 60_000 });
  copy.checkForUpdate(day);
  await vi.waitFor(() => expect(copy.getState().isUpdateFailed).toBe(false), { timeout: 60_000 });
});

test("that a version was found is no success yet: saving it may fail", async () => {
  await startSaved();
  registration.find();
  registration.fail();
  registration.update.mockImplementationOnce(() => {
    registration.find();
    return Promise.resolve();
  });
  copy.checkForUpdate(0);
  await new Promise(setImmediate);
  expect(copy.getState().isUpdateFailed).toBe(true);
  registration.install();
  expect(copy.getState().isUpdateFailed).toBe(false);
});

test("a subscriber hears of every change until it unsubscribes, and the state is the same object between them", async () => {
  const onChange = vi.fn();
  const unsubscribe = copy.subscribe(onChange);
  await startSaved();
  // it is being looked at, and whole
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(copy.getState()).toBe(copy.getState());
  unsubscribe();
  copy.offerOtherVersion();
  expect(onChange).toHaveBeenCalledTimes(2);
});

test.each([
  { what: "that can be had again", found: ["missing", "whole"], states: ["unknown", "saving", "saved"] },
  { what: "that cannot be had", found: ["missing", "lost"], states: ["unknown", "saving", "none"] },
] as const)("a copy that lacks files $what is never called saved meanwhile", async ({ found, states }) => {
  registration.active = new StandInWorker();
  registration.active.found = [...found];
  const seen: string[] = [];
  copy.subscribe(() => seen.push(copy.getState().state));
  await start();
  await vi.waitFor(() => expect(seen).toEqual(states), { timeout: 60_000 });
});
