import * as z from "zod/mini";
import { LaunchError } from "./problems";

/** How long the clinician may take in the record system, in milliseconds. */
export const launchLifetime = 10 * 60 * 1000;

const prefix = "myomatch:launch:";

/** What is remembered of a launch while the clinician is in the record system: no patient, and no token. */
const pendingLaunch = z.strictObject({
  /** the address of the record as it was given */
  issuer: z.string(),
  codeVerifier: z.string(),
  tokenEndpoint: z.string(),
  /** the issuer that tokens about the user and answers may name */
  tokenIssuer: z.string(),
  /** milliseconds since 1970 */
  startedAt: z.number(),
});
export type PendingLaunch = z.infer<typeof pendingLaunch>;

/** Kept in place of a launch that was used, to tell it from one that never was. */
const used = z.strictObject({ usedAt: z.number() });

/** Gives the window's storage; a browser that blocks it throws here. */
export type OpenStorage = () => Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Keeps a launch under its state, so that several can be under way in one window or in several. Drops those that expired.
 * @throws LaunchError "storage-blocked"
 */
export function keepLaunch(open: OpenStorage, state: string, launch: PendingLaunch): void {
  const storage = openStorage(open);
  dropOld(storage, launch.startedAt);
  write(storage, state, launch);
}

/**
 * Takes the launch that an answer with this state belongs to, for its one use.
 * @param now milliseconds since 1970
 * @throws LaunchError "state-unknown", "state-used", "state-expired" or "storage-blocked"
 */
export function takeLaunch(open: OpenStorage, state: string, now: number): PendingLaunch {
  const storage = openStorage(open);
  const kept = parse(storage.getItem(prefix + state));
  if (used.safeParse(kept).success) throw new LaunchError({ kind: "state-used" });
  const launch = pendingLaunch.safeParse(kept);
  if (!launch.success) throw new LaunchError({ kind: "state-unknown" });
  write(storage, state, { usedAt: now });
  if (now - launch.data.startedAt > launchLifetime) throw new LaunchError({ kind: "state-expired" });
  return launch.data;
}

function openStorage(open: OpenStorage) {
  try {
    return open();
  } catch (cause) {
    throw new LaunchError({ kind: "storage-blocked" }, { cause });
  }
}

function write(storage: ReturnType<OpenStorage>, state: string, value: PendingLaunch | z.infer<typeof used>) {
  try {
    storage.setItem(prefix + state, JSON.stringify(value));
  } catch (cause) {
    throw new LaunchError({ kind: "storage-blocked" }, { cause });
  }
}

/** Twice the lifetime, so that a late answer is still called expired or used, and not unknown. */
function dropOld(storage: ReturnType<OpenStorage>, now: number) {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
  for (const key of keys.filter((name) => name.startsWith(prefix))) {
    const kept = z.union([pendingLaunch, used]).safeParse(parse(storage.getItem(key)));
    const keptAt = kept.success ? ("usedAt" in kept.data ? kept.data.usedAt : kept.data.startedAt) : 0;
    if (now - keptAt > 2 * launchLifetime) storage.removeItem(key);
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
