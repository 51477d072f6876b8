import type { OfflineState } from "@/lib/offline/offline-state";
import { SavedCopy, waitBeforeFirstCopy } from "@/lib/offline/saved-copy";
import { subscribeTo } from "./subscribe-to";

const copy = new SavedCopy();
let isStarted = false;

/** The copy on this device, as it stands. The same object until something changes. */
export function getOfflineState(): OfflineState {
  return copy.getState();
}

/** Calls back on every change; the first caller has the copy made. */
export function subscribeToCopy(onChange: () => void): () => void {
  const unsubscribe = copy.subscribe(onChange);
  start();
  return unsubscribe;
}

/** Offers a version that is in use elsewhere: in another tab or, where the device has no copy, only on the server. */
export function offerOtherVersion() {
  copy.offerOtherVersion();
}

/** Takes the new version into use and opens this page in it; the address, and with it the case, stays. */
export function takeNewVersion() {
  copy.takeNewVersion(() => window.location.reload());
}

function start() {
  // an app under development changes too often to be kept
  if (isStarted || process.env.NODE_ENV !== "production") return;
  isStarted = true;
  // the open page comes first; saving the others must not slow it down
  if (document.readyState === "complete") void makeCopyInTime();
  else window.addEventListener("load", () => void makeCopyInTime(), { once: true });
}

/** A device that has a copy follows it at once; the first copy is several megabytes, and waits until the page is read. */
async function makeCopyInTime() {
  const { serviceWorker: workers } = navigator;
  const known = await workers?.getRegistration().catch(() => undefined);
  if (known || !workers) await makeCopy();
  else setTimeout(() => void makeCopy(), waitBeforeFirstCopy);
}

async function makeCopy() {
  await copy.start(navigator.serviceWorker, document.documentElement.dataset.build);
  checkForUpdate();
  // a page on a ward may stay open for weeks
  subscribeTo(window, ["visibilitychange", "online"], checkForUpdate);
}

function checkForUpdate() {
  if (!document.hidden && navigator.onLine) copy.checkForUpdate(Date.now());
}
