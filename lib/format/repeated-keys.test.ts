import fc from "fast-check";
import { expect, test } from "vitest";
import { findRepeatedKeys } from "./repeated-keys";

test.each([
  ['{"a":1,"a":1}', ["a"]],
  ['{"a":1,"b":{"a":2,"c":3,"c":4,"c":5}}', ["b.c"]],
  ['{"a":[{"x":1},{"x":1,"y":"x","x":2}]}', ["a.1.x"]],
  ['[[],[0,{"a":0,"a":0}]]', ["1.1.a"]],
  ['{"ild":"yes", "\\u0069ld":"no"}', ["ild"]],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}', []],
  ['{"a":"a","b":["a","a"],"c":{"a":1}}', []],
  ['{"__proto__":1,"__proto__":2,"constructor":3}', ["__proto__"]],
  ['{"":1,"":2}', [""]],
  ['"a"', []],
  ["5", []],
])("%s", (text, paths) => {
  expect(findRepeatedKeys(text)).toEqual(paths);
});

test("what JSON.stringify writes has no key twice, and one more of any key is found", () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(object, fc.nat(), fc.boolean(), (value, place, isSpaced) => {
      const text = JSON.stringify({ outer: [0, value] }, null, isSpaced ? 2 : undefined);
      expect(findRepeatedKeys(text)).toEqual([]);
      const keys = Object.keys(value);
      const key = keys[place % keys.length] ?? "";
      const repeated = `{${JSON.stringify(key)}: null, ${JSON.stringify(value).slice(1)}`;
      expect(findRepeatedKeys(`{"outer": [0, ${repeated}]}`)).toEqual([`outer.1.${key}`]);
    }),
  );
});
