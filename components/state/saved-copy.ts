/** What this browser keeps of Myomatch, so that it works without a network. */
export type OfflineState = {
  /** "none": the browser cannot or may not keep a copy; "unknown": not asked yet */
  state: "unknown" | "saving" | "saved" | "none";
  /** whether the copy became complete while this page was open */
  isNew: boolean;
  /** whether a newer version than the one in use is ready */
  isUpdateReady: boolean;
  /** whether the last attempt to look for a newer version, or to save it, failed */
  isUpdateFailed: boolean;
};

export const unknownCopy: OfflineState = {
  state: "unknown",
  isNew: false,
  isUpdateReady: false,
  isUpdateFailed: false,
};

type Workers = Pick<ServiceWorkerRegistration, "active" | "waiting" | "installing">;

/** What this page has seen happen to the copy. */
export type Observed = {
  /** another version than this page's has come into use: on the server, in another tab, or as the first one saved */
  isReplaced: boolean;
  isUpdateFailed: boolean;
};

/** What a registration says about the copy. */
export function readOfflineState(
  { active, waiting, installing }: Workers,
  before: OfflineState,
  seen: Observed,
): OfflineState {
  const isComplete = Boolean(active);
  return {
    state: isComplete ? "saved" : (waiting ?? installing) ? "saving" : "none",
    isNew: isComplete && (before.isNew || before.state === "saving"),
    isUpdateReady: seen.isReplaced || (isComplete && Boolean(waiting)),
    isUpdateFailed: isComplete && seen.isUpdateFailed,
  };
}

const listeners = new Set<() => void>();
let copy = unknownCopy;
let registration: ServiceWorkerRegistration | undefined;
const seen: Observed = { isReplaced: false, isUpdateFailed: false };
let lastLook = Number.NEGATIVE_INFINITY;
let isStarted = false;

/** The copy as it stands. The same object until something changes. */
export const currentCopy = () => copy;

/** Calls back on every change; the first caller has the copy made. */
export function subscribeToCopy(onChange: () => void): () => void {
  listeners.add(onChange);
  start();
  return () => listeners.delete(onChange);
}

/** Offers the version that has come into use beside this page's: with no copy on the device, on the server alone. */
export function offerOtherVersion() {
  seen.isReplaced = true;
  set({ ...copy, isUpdateReady: true });
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
    // a version that comes into use says which it is
    workers.addEventListener("message", ({ data }) => {
      if (data !== document.documentElement.dataset.build) offerOtherVersion();
    });
    registration = await workers.register("/sw.js", { updateViaCache: "none" });
    for (const worker of [registration.active, registration.waiting, registration.installing]) watch(worker);
    registration.addEventListener("updatefound", () => watch(registration?.installing ?? null));
    read();
    checkForUpdate();
    // a page on a ward may stay open for weeks
    for (const event of ["visibilitychange", "online"]) window.addEventListener(event, checkForUpdate);
  } catch {
    // without support, in some private windows, or where the worker cannot be fetched: the app works on
    set({ ...copy, state: "none" });
  }
}

const day = 24 * 60 * 60 * 1000;

/** Looks for a newer version, at most once a day. The browser looks when a page is opened, but does not tell a fault. */
function checkForUpdate() {
  if (!registration?.active || document.hidden || !navigator.onLine || Date.now() - lastLook < day) return;
  lastLook = Date.now();
  registration.update().then(
    // what comes of a version found is told by its worker
    () => registration?.installing || tellUpdate({ isFailed: false }),
    () => tellUpdate({ isFailed: true }),
  );
}

function watch(worker: ServiceWorker | null) {
  let before = worker?.state;
  worker?.addEventListener("statechange", () => {
    // one that had been saved is given up only for a newer one
    if (before === "installing") tellUpdate({ isFailed: worker.state === "redundant" });
    else read();
    before = worker.state;
  });
}

function tellUpdate({ isFailed }: { isFailed: boolean }) {
  seen.isUpdateFailed = isFailed;
  read();
}

function read() {
  if (registration) set(readOfflineState(registration, copy, seen));
}

function set(next: OfflineState) {
  copy = next;
  for (const onChange of listeners) onChange();
}
