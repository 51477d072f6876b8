import { type Observed, type OfflineState, readOfflineState, unknownState } from "./offline-state";

const day = 24 * 60 * 60 * 1000;

/** ms that a page stands open before its first copy is made: who only looks in is sent no more than the page. */
export const waitBeforeFirstCopy = 8000;

/** The copy of Myomatch on this device, as a page sees it: has it made, follows its versions, and changes to a new one. */
export class SavedCopy {
  #state = unknownState;
  #workers: ServiceWorkerContainer | undefined;
  #registration: ServiceWorkerRegistration | undefined;
  #lastCheck = Number.NEGATIVE_INFINITY;
  readonly #observed: Observed = { isReplaced: false, isUpdateFailed: false, files: "unknown" };
  readonly #listeners = new Set<() => void>();

  /** The copy as it stands. The same object until something changes. */
  getState(): OfflineState {
    return this.#state;
  }

  /**
   * Calls back on every change.
   * @returns what ends it
   */
  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  /**
   * Has the copy made or brought up to date, and follows it from then on.
   * @param workers `navigator.serviceWorker`; undefined where the browser has none
   * @param build the name of the version that this page is of
   */
  async start(workers: ServiceWorkerContainer | undefined, build: string | undefined): Promise<void> {
    this.#workers = workers;
    // a version that comes into use says which it is
    workers?.addEventListener("message", ({ data }) => {
      if (data !== build) this.offerOtherVersion();
    });
    try {
      this.#registration = await workers?.register("/sw.js", { updateViaCache: "none" });
    } catch {
      // in some private windows, or where the worker cannot be fetched
    }
    const registration = this.#registration;
    // the app works on
    if (!registration) return this.#set({ ...this.#state, state: "none" });
    for (const worker of [registration.active, registration.waiting, registration.installing]) this.#watch(worker);
    registration.addEventListener("updatefound", () => this.#watch(registration.installing));
    // one that this page sees being saved is whole
    if (registration.active) this.#checkFiles(registration.active);
    else this.#observed.files = "whole";
    this.#read();
  }

  /** Has the worker look whether all that it saved is still there; it saves again what is not. */
  #checkFiles(worker: ServiceWorker) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      this.#observed.files = data;
      if (data !== "missing") port1.close();
      this.#read();
    };
    worker.postMessage("check files", [port2]);
  }

  /**
   * Looks for a newer version, at most once a day. The browser looks when a page is opened, but does not report a failure.
   * @param now in milliseconds, as `Date.now()`
   */
  checkForUpdate(now: number) {
    const registration = this.#registration;
    if (!registration?.active || now - this.#lastCheck < day) return;
    this.#lastCheck = now;
    registration.update().then(
      // a version that was found reports by its worker how it went
      () => registration.installing || this.#reportUpdate({ isFailed: false }),
      () => this.#reportUpdate({ isFailed: true }),
    );
  }

  /** Offers a version that is in use elsewhere: in another tab or, where the device has no copy, only on the server. */
  offerOtherVersion() {
    this.#observed.isReplaced = true;
    this.#set({ ...this.#state, isUpdateReady: true });
  }

  /**
   * Takes the new version into use.
   * @param reload loads this page again; called once the new version serves it
   */
  takeNewVersion(reload: () => void) {
    const waiting = this.#registration?.waiting;
    if (!waiting) return reload();
    this.#workers?.addEventListener("controllerchange", reload, { once: true });
    // the worker takes a message without a way to reply for this
    waiting.postMessage("take over");
  }

  #watch(worker: ServiceWorker | null) {
    let before = worker?.state;
    worker?.addEventListener("statechange", () => {
      // one that had been saved is given up only for a newer one
      if (before === "installing") this.#reportUpdate({ isFailed: worker.state === "redundant" });
      else this.#read();
      before = worker.state;
    });
  }

  #reportUpdate({ isFailed }: { isFailed: boolean }) {
    this.#observed.isUpdateFailed = isFailed;
    this.#read();
  }

  #read() {
    if (this.#registration) this.#set(readOfflineState(this.#registration, this.#state, this.#observed));
  }

  #set(state: OfflineState) {
    this.#state = state;
    for (const onChange of this.#listeners) onChange();
  }
}
