import type { OpenStorage } from "./pending-launch";

/** In place of the storage of a window. */
export class MemoryStorage {
  readonly kept = new Map<string, string>();

  get length(): number {
    return this.kept.size;
  }

  key(place: number): string | null {
    return [...this.kept.keys()][place] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

/** A storage that the browser blocks, as in a frame where a site may keep nothing. */
export const openBlockedStorage: OpenStorage = () => {
  throw new DOMException("Access is denied for this document.", "SecurityError");
};
