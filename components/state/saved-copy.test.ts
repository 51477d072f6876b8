import { afterEach, expect, test, vi } from "vitest";

const day = 24 * 60 * 60 * 1000;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** Opens a page on a device that has a copy, as far as the copy is concerned. */
async function openPage(environment: "production" | "development") {
  vi.useFakeTimers({ now: 0, toFake: ["Date"] });
  vi.stubEnv("NODE_ENV", environment);
  const update = vi.fn(() => Promise.resolve());
  const registration = Object.assign(new EventTarget(), {
    active: Object.assign(new EventTarget(), {
      state: "activated",
      postMessage: (_message: string, [reply]: MessagePort[]) => reply?.postMessage("whole"),
    }),
    waiting: null,
    installing: null,
    update,
  });
  const serviceWorker = Object.assign(new EventTarget(), {
    register: () => Promise.resolve(registration),
    getRegistration: () => Promise.resolve(registration),
  });
  const page = {
    window: new EventTarget(),
    document: { hidden: false, readyState: "interactive", documentElement: { dataset: {} } },
    navigator: { onLine: true, serviceWorker },
  };
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  vi.resetModules();
  const { getOfflineState, subscribeToCopy } = await import("./saved-copy");
  subscribeToCopy(() => {});
  return { ...page, update, getOfflineState };
}

test("the copy is made once the page is whole, and looked after while it stays open, seen and online", async () => {
  const { window, document, navigator, update, getOfflineState } = await openPage("production");
  expect(getOfflineState().state).toBe("unknown");
  window.dispatchEvent(new Event("load"));
  await vi.waitFor(() => expect(update).toHaveBeenCalledTimes(1), { timeout: 60_000 });
  await vi.waitFor(() => expect(getOfflineState().state).toBe("saved"), { timeout: 60_000 });

  vi.setSystemTime(2 * day);
  document.hidden = true;
  window.dispatchEvent(new Event("visibilitychange"));
  document.hidden = false;
  navigator.onLine = false;
  window.dispatchEvent(new Event("visibilitychange"));
  expect(update).toHaveBeenCalledTimes(1);
  navigator.onLine = true;
  window.dispatchEvent(new Event("online"));
  expect(update).toHaveBeenCalledTimes(2);
  vi.setSystemTime(4 * day);
  window.dispatchEvent(new Event("visibilitychange"));
  expect(update).toHaveBeenCalledTimes(3);
});

test("an app under development is not kept", async () => {
  const { window, getOfflineState } = await openPage("development");
  window.dispatchEvent(new Event("load"));
  await new Promise(setImmediate);
  expect(getOfflineState().state).toBe("unknown");
});
