import type { FilesReport } from "./check-files";

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

export const unknownState: OfflineState = {
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
  /** what the worker has found of the saved files; "unknown" until it has looked */
  files: FilesReport | "unknown";
};

/** What is said of a copy that was once complete. */
const states = { unknown: "unknown", whole: "saved", missing: "saving", lost: "none" } as const;

/** What a registration says about the copy. */
export function readOfflineState(
  { active, waiting, installing }: Workers,
  before: OfflineState,
  observed: Observed,
): OfflineState {
  const isComplete = Boolean(active) && observed.files === "whole";
  return {
    state: active ? states[observed.files] : (waiting ?? installing) ? "saving" : "none",
    isNew: isComplete && (before.isNew || before.state === "saving"),
    isUpdateReady: observed.isReplaced || (isComplete && Boolean(waiting)),
    isUpdateFailed: isComplete && observed.isUpdateFailed,
  };
}
