import { expect, test } from "vitest";
import { type Observed, readOfflineState, unknownState } from "./offline-state";

const worker = {} as ServiceWorker;
const none = { active: null, waiting: null, installing: null };
const nothingObserved: Observed = { isReplaced: false, isUpdateFailed: false, files: "whole" };

test("a first copy: saving, then saved as news, with no update on offer", () => {
  const saving = readOfflineState({ ...none, installing: worker }, unknownState, nothingObserved);
  expect(saving).toEqual({ ...unknownState, state: "saving" });
  const saved = readOfflineState({ ...none, active: worker }, saving, nothingObserved);
  expect(saved).toEqual({ ...unknownState, state: "saved", isNew: true });
});

test("a first copy that could not be finished is none, and no update that failed", () => {
  const saving = readOfflineState({ ...none, installing: worker }, unknownState, nothingObserved);
  const failed = readOfflineState(none, saving, { ...nothingObserved, isUpdateFailed: true });
  expect(failed).toEqual({ ...unknownState, state: "none" });
});

test("an update is offered when it is complete, not while it is being saved, nor when it failed", () => {
  const readState = (workers: Partial<Record<keyof typeof none, ServiceWorker>>) =>
    readOfflineState({ ...none, active: worker, ...workers }, unknownState, nothingObserved);
  expect(readState({ installing: worker }).isUpdateReady).toBe(false);
  expect(readState({}).isUpdateReady).toBe(false);
  expect(readState({ waiting: worker })).toEqual({ ...unknownState, state: "saved", isUpdateReady: true });
});

test("a page older than the version that another tab took into use is offered it too", () => {
  const replaced = readOfflineState({ ...none, active: worker }, unknownState, {
    ...nothingObserved,
    isReplaced: true,
  });
  expect(replaced.isUpdateReady).toBe(true);
});

test.each([
  { files: "unknown", state: "unknown" },
  { files: "whole", state: "saved" },
  { files: "missing", state: "saving" },
  { files: "lost", state: "none" },
] as const)("a copy whose files are $files is $state, and never saved before it was looked at", ({ files, state }) => {
  const read = readOfflineState({ ...none, active: worker }, unknownState, { ...nothingObserved, files });
  expect(read).toEqual({ ...unknownState, state });
});
