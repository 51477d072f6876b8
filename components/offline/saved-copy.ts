/** What this browser keeps of Myomatch, so that it works without a network. */
export type SavedCopy = {
  /** "none": the browser cannot or may not keep a copy; "unknown": not asked yet */
  state: "unknown" | "saving" | "saved" | "none";
  /** whether the copy became complete while this page was open */
  isNew: boolean;
  /** whether a newer version than the one in use is ready */
  isUpdateReady: boolean;
};

export const unknownCopy: SavedCopy = { state: "unknown", isNew: false, isUpdateReady: false };

type Workers = Pick<ServiceWorkerRegistration, "active" | "waiting" | "installing">;

/**
 * What a registration says about the copy.
 * @param isReplaced whether a version newer than this page has come into use, in another tab
 */
export function readCopy({ active, waiting, installing }: Workers, before: SavedCopy, isReplaced: boolean): SavedCopy {
  const isComplete = Boolean(active);
  return {
    state: isComplete ? "saved" : (waiting ?? installing) ? "saving" : "none",
    isNew: isComplete && (before.isNew || before.state === "saving"),
    isUpdateReady: isComplete && (Boolean(waiting) || isReplaced),
  };
}

const listeners = new Set<() => void>();
let copy = unknownCopy;
let registration: ServiceWorkerRegistration | undefined;
let isReplaced = false;
let isStarted = false;

/** The copy as it stands. The same object until something changes. */
export const currentCopy = () => copy;

/** Calls back on every change; the first caller has the copy made. */
export function subscribeToCopy(onChange: () => void): () => void {
  listeners.add(onChange);
  start();
  return () => listeners.delete(onChange);
}

/** Takes the new version into use and opens this page in it; the address, and with it the case, stays. */
export function takeNewVersion() {
  const waiting = registration?.waiting;
  if (!waiting) {
    window.location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  // the worker waits for a message and gets no other
  waiting.postMessage("take over");
}

function start() {
  // an app under development changes too often to be kept
  if (isStarted || process.env.NODE_ENV !== "production") return;
  isStarted = true;
  // the page at hand comes first; saving the others must not slow it down
  if (document.readyState === "complete") void register();
  else window.addEventListener("load", () => void register(), { once: true });
}

async function register() {
  try {
    const workers = navigator.serviceWorker;
    let inUse = workers.controller;
    workers.addEventListener("controllerchange", () => {
      isReplaced ||= inUse !== null;
      inUse = workers.controller;
      read();
    });
    registration = await workers.register("/sw.js", { updateViaCache: "none" });
    for (const worker of [registration.active, registration.waiting, registration.installing]) watch(worker);
    registration.addEventListener("updatefound", () => watch(registration?.installing ?? null));
    read();
  } catch {
    // without support, in some private windows, or where the worker cannot be fetched: the app works on
    set({ ...unknownCopy, state: "none" });
  }
}

function watch(worker: ServiceWorker | null) {
  worker?.addEventListener("statechange", read);
}

function read() {
  if (registration) set(readCopy(registration, copy, isReplaced));
}

function set(next: SavedCopy) {
  copy = next;
  for (const onChange of listeners) onChange();
}
