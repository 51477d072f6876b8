import { expect, test } from "vitest";
import { composeOfflineMessage } from "./offline-message";
import { type OfflineState, unknownState } from "./offline-state";

const library = { version: "abc123", searched: "2026-11-22" };

function composeSentence(copy: Partial<OfflineState>, isOnline: boolean) {
  return composeOfflineMessage({ copy: { ...unknownState, ...copy }, isOnline, ...library });
}

test("without a network the saved library is named, with the date of its search", () => {
  expect(composeSentence({ state: "saved" }, false)).toEqual({
    text: "No network: this is the saved library abc123, searched 22 Nov 2026.",
    isNews: true,
  });
});

test.each(["saving", "none"] as const)("without a network and a copy (%s), it says what still works", (state) => {
  expect(composeSentence({ state }, false).text).toMatch(/^No network, and no copy on this device/);
});

test("no message mentions a copy that has not been looked for yet, or a cold start would first deny it", () => {
  expect(composeSentence({ state: "unknown" }, false).text).toBe("");
  expect(composeSentence({ state: "unknown" }, true).text).toBe("");
});

test("that the copy is complete is news once, and afterwards only stated", () => {
  expect(composeSentence({ state: "saved", isNew: true }, true)).toEqual({
    text: "Saved on this device for use without a network.",
    isNews: true,
  });
  expect(composeSentence({ state: "saved" }, true).isNews).toBe(false);
});

test("a copy that could not be brought up to date says which library it is", () => {
  const failed = { state: "saved", isUpdateFailed: true } as const;
  expect(composeSentence(failed, true)).toEqual({
    text: "Saved on this device, but the last attempt to bring it up to date failed: this is library abc123, searched 22 Nov 2026.",
    isNews: true,
  });
  expect(composeSentence(failed, false).text).toMatch(/^No network: this is the saved library abc123/);
});

test("a browser that keeps no copy says so; one still saving says nothing", () => {
  expect(composeSentence({ state: "none" }, true).text).toBe("Needs a network in this browser.");
  expect(composeSentence({ state: "saving" }, true).text).toBe("");
});
