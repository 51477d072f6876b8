import { expect, test } from "vitest";
import { type Observed, type OfflineState, readOfflineState, unknownCopy } from "@/components/state/saved-copy";
import { offlineSentence } from "./offline-message";

const worker = {} as ServiceWorker;
const none = { active: null, waiting: null, installing: null };
const nothingSeen: Observed = { isReplaced: false, isUpdateFailed: false };
const library = { version: "abc123", searched: "2026-11-22" };

function sentence(copy: Partial<OfflineState>, isOnline: boolean) {
  return offlineSentence({ copy: { ...unknownCopy, ...copy }, isOnline, ...library });
}

test("without a network the saved library is named, with the date of its search", () => {
  expect(sentence({ state: "saved" }, false)).toEqual({
    text: "No network: this is the saved library abc123, searched 22 Nov 2026.",
    isNews: true,
  });
});

test.each(["saving", "none"] as const)("without a network and a copy (%s), it says what still works", (state) => {
  expect(sentence({ state }, false).text).toMatch(/^No network, and no copy on this device/);
});

test("nothing is said of a copy that has not been looked for yet, or a cold start would first deny it", () => {
  expect(sentence({ state: "unknown" }, false).text).toBe("");
  expect(sentence({ state: "unknown" }, true).text).toBe("");
});

test("that the copy is complete is news once, and afterwards only stated", () => {
  expect(sentence({ state: "saved", isNew: true }, true)).toEqual({
    text: "Saved on this device for use without a network.",
    isNews: true,
  });
  expect(sentence({ state: "saved" }, true).isNews).toBe(false);
});

test("a copy that could not be brought up to date says which library it is", () => {
  const failed = readOfflineState({ ...none, active: worker }, unknownCopy, { ...nothingSeen, isUpdateFailed: true });
  expect(sentence(failed, true)).toEqual({
    text: "Saved on this device, but the last attempt to bring it up to date failed: this is library abc123, searched 22 Nov 2026.",
    isNews: true,
  });
  expect(sentence(failed, false).text).toMatch(/^No network: this is the saved library abc123/);
});

test("a first copy that fails is no update that failed", () => {
  expect(readOfflineState(none, unknownCopy, { ...nothingSeen, isUpdateFailed: true })).toEqual({
    ...unknownCopy,
    state: "none",
  });
});

test("a browser that keeps no copy says so; one still saving says nothing", () => {
  expect(sentence({ state: "none" }, true).text).toMatch(/not available without a network/);
  expect(sentence({ state: "saving" }, true).text).toBe("");
});

test("a first copy: saving, then saved as news, with no update on offer", () => {
  const saving = readOfflineState({ ...none, installing: worker }, unknownCopy, nothingSeen);
  expect(saving).toEqual({ ...unknownCopy, state: "saving" });
  const saved = readOfflineState({ ...none, active: worker }, saving, nothingSeen);
  expect(saved).toEqual({ ...unknownCopy, state: "saved", isNew: true });
});

test("a first copy that could not be finished is none", () => {
  const saving = readOfflineState({ ...none, installing: worker }, unknownCopy, nothingSeen);
  expect(readOfflineState(none, saving, nothingSeen)).toEqual({ ...unknownCopy, state: "none" });
});

test("an update is offered when it is complete, not while it is being saved, nor when it failed", () => {
  const offered = (workers: Partial<Record<keyof typeof none, ServiceWorker>>) =>
    readOfflineState({ ...none, active: worker, ...workers }, unknownCopy, nothingSeen);
  expect(offered({ installing: worker }).isUpdateReady).toBe(false);
  expect(offered({}).isUpdateReady).toBe(false);
  expect(offered({ waiting: worker })).toEqual({ ...unknownCopy, state: "saved", isUpdateReady: true });
});

test("a page older than the version that another tab took into use is offered it too", () => {
  expect(
    readOfflineState({ ...none, active: worker }, unknownCopy, { ...nothingSeen, isReplaced: true }).isUpdateReady,
  ).toBe(true);
});
