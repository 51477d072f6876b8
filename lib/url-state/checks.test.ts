import { expect, test } from "vitest";
import { defaultTableState } from "@/lib/browse/table-state";
import { type Finding, findWorst, take, takeObject, takeWord, takeWords, writeAsName } from "./checks";
import { writeMap } from "./map";
import { writePlace } from "./place";
import { writeTable } from "./table";

const words = ["red", "green"];
const checks = takeObject({ word: takeWord(words), list: takeWords(words), yes: take((value) => value === true) });

test.each<[Finding, unknown]>([
  ["taken", {}],
  ["taken", { word: "red", list: ["green", "red"], yes: true }],
  ["newer", { word: "blue" }],
  ["newer", { list: ["red", "blue"] }],
  ["newer", { colour: 1 }],
  // what every object has is no word and no key of ours
  ["newer", { toString: "red" }],
  ["newer", { word: "toString" }],
  ["damaged", { word: 1 }],
  ["damaged", { word: null }],
  ["damaged", { list: "red" }],
  ["damaged", { list: ["blue", 1] }],
  ["damaged", { yes: "true" }],
  ["damaged", { colour: 1, yes: 1 }],
  ["damaged", ["red"]],
  ["damaged", null],
])("%s: %j", (found, value) => expect(checks(value)).toBe(found));

test("a key that JSON puts in the place of the prototype is a newer one", () => {
  expect(checks(JSON.parse('{"__proto__": {"word": "red"}}'))).toBe("newer");
});

test("what is damaged in one place is damaged, however much of it is newer", () => {
  expect(findWorst([])).toBe("taken");
  expect(findWorst(["taken", "newer"])).toBe("newer");
  expect(findWorst(["newer", "damaged", "taken"])).toBe("damaged");
});

test("what could not be read again is not written", () => {
  const { filters } = defaultTableState;
  const unwritable = {
    "a search without end": () => writeTable({ ...defaultTableState, search: "a".repeat(201) }),
    "a year out of range": () => writeTable({ ...defaultTableState, filters: { ...filters, fromYear: 1066 } }),
    "an unknown kind": () =>
      writeTable({ ...defaultTableState, filters: { ...filters, kinds: ["guess" as "review"] } }),
    "an unknown feature": () =>
      writeTable({ ...defaultTableState, filters: { ...filters, features: { fever: "all" } as object } }),
    "an unknown map": () => writeMap({ view: "pairs", reach: "few" as "any" }),
    "a place with a blank": () => writePlace("a b"),
  };
  for (const [what, write] of Object.entries(unwritable)) expect(write, what).toThrow();
});

test("a name is written as it stands, and none as nothing", () => {
  const { encode, decode } = writeAsName(/^[a-z]+$/);
  expect(encode("park")).toBe("park");
  expect(encode(null)).toBe("");
  expect(decode("park")).toEqual({ value: "park" });
  for (const text of ["", "Park", "park ", 1, null]) expect(decode(text)).toEqual({ refusal: "damaged" });
});
