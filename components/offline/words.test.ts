import { expect, test } from "vitest";
import { readCopy, type SavedCopy, unknownCopy } from "./saved-copy";
import { offlineSentence } from "./words";

const worker = {} as ServiceWorker;
const none = { active: null, waiting: null, installing: null };
const library = { version: "abc123", searched: "2026-11-22" };

function sentence(copy: Partial<SavedCopy>, isOnline: boolean) {
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

test("a browser that keeps no copy says so; one still saving says nothing", () => {
  expect(sentence({ state: "none" }, true).text).toMatch(/not available without a network/);
  expect(sentence({ state: "saving" }, true).text).toBe("");
});

test("a first copy: saving, then saved as news, with no update on offer", () => {
  const saving = readCopy({ ...none, installing: worker }, unknownCopy, false);
  expect(saving).toEqual({ state: "saving", isNew: false, isUpdateReady: false });
  const saved = readCopy({ ...none, active: worker }, saving, false);
  expect(saved).toEqual({ state: "saved", isNew: true, isUpdateReady: false });
});

test("a first copy that could not be finished is none", () => {
  const saving = readCopy({ ...none, installing: worker }, unknownCopy, false);
  expect(readCopy(none, saving, false)).toEqual({ state: "none", isNew: false, isUpdateReady: false });
});

test("an update is offered when it is complete, not while it is being saved, nor when it failed", () => {
  const offered = (workers: Partial<Record<keyof typeof none, ServiceWorker>>) =>
    readCopy({ ...none, active: worker, ...workers }, unknownCopy, false);
  expect(offered({ installing: worker }).isUpdateReady).toBe(false);
  expect(offered({}).isUpdateReady).toBe(false);
  expect(offered({ waiting: worker })).toEqual({ state: "saved", isNew: false, isUpdateReady: true });
});

test("a page older than the version that another tab took into use is offered it too", () => {
  expect(readCopy({ ...none, active: worker }, unknownCopy, true).isUpdateReady).toBe(true);
});
