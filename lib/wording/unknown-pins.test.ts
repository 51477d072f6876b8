import { expect, test } from "vitest";
import { describeUnknownPins } from "./unknown-pins";

test("where the library has every pin there is nothing to say", () => expect(describeUnknownPins([])).toBeNull());

test.each([
  [["gone-2000"], "The library has no study named gone-2000, so it is not pinned."],
  [["nobody-1900", "gone-2000"], "The library has no studies named nobody-1900, gone-2000, so they are not pinned."],
])("%j are named", (ids, sentence) => expect(describeUnknownPins(ids)).toBe(sentence));
