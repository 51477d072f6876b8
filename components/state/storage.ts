import { subscribeTo } from "./subscribe-to";

/** Announces a change of this page; the browser announces only those of other pages. */
const changed = "myomatch:storage";

/**
 * Listens to changes of what the device keeps, of this page and of others.
 * @returns what ends it
 */
export function subscribeToStorage(onChange: () => void): () => void {
  return subscribeTo(window, ["storage", changed], onChange);
}

/** Tells this page that something changed, kept or not. */
export function announceChange(): void {
  window.dispatchEvent(new Event(changed));
}

/** The text in the storage; null also where the browser blocks it. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // blocked: nothing is kept
  }
}

/** Keeps the text, or with null nothing. False where the browser refuses: blocked, full. */
export function writeStored(key: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    announceChange();
    return true;
  } catch {
    return false;
  }
}
