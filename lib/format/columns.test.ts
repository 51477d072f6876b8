import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, readColumns, writeColumns } from "./columns";

// few keys, so that objects share some, in any order
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, 1.5, "", "a"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "at", "keys", "lengths", "rows"), tie("value")), {
        maxLength: 5,
        selector: ([key]) => key,
      })
      .map((entries): Json => Object.fromEntries(entries)),
  ),
})).value;

test("whatever is written by columns is read as it was, to the order of its keys", () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 8 }), (list) => {
      const sent = JSON.parse(JSON.stringify(writeColumns(list)));
      expect(JSON.stringify(readColumns(sent))).toBe(JSON.stringify(list));
    }),
  );
});

test("records of one kind name their keys once", () => {
  const list = [
    { id: "a", share: { n: 1 } },
    { id: "b", share: null, note: "x" },
    { id: "c", share: { n: 3 } },
  ];
  expect(writeColumns(list)).toEqual({
    rows: 3,
    keys: [
      ["id", ["a", "b", "c"]],
      ["share", { rows: 3, at: [0, 2], keys: [["n", [1, 3]]] }],
      ["note", ["x"], [1]],
    ],
  });
});

test("objects whose keys have no common order stay as they are", () => {
  const list = [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ];
  expect(writeColumns(list)).toEqual(list);
});
