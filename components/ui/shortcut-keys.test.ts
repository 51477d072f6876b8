import { describe, expect, test } from "vitest";
import { type Begun, MAX_PAUSE, type Press, readKey, shortcutNames, shortcuts } from "./shortcut-keys";

const plain: Press = { key: "", isTyping: false, hasModifier: false, isRepeated: false, at: 0 };

/** The shortcut that is complete after the last of these keys, pressed one after the other. */
function press(keys: readonly Partial<Press>[]) {
  let begun: Begun = null;
  let name: ReturnType<typeof readKey>["name"] = null;
  for (const [place, key] of keys.entries()) ({ name, begun } = readKey(begun, { ...plain, at: 100 * place, ...key }));
  return name;
}

describe("keyboard shortcuts", () => {
  test.each(shortcutNames)("%s is done by its own keys and no others", (name) => {
    const keys = shortcuts[name].keys.map((key) => ({ key }));
    expect(press(keys)).toBe(name);
    expect(press(keys.map((key) => ({ ...key, key: key.key.toUpperCase() })))).toBe(name === "search" ? name : null);
  });

  test.each([{ isTyping: true }, { hasModifier: true }, { isRepeated: true }])("none with %o", (how) => {
    for (const name of shortcutNames) expect(press(shortcuts[name].keys.map((key) => ({ key, ...how })))).toBeNull();
  });

  test("of two keys the second must follow soon, with nothing in between", () => {
    expect(press([{ key: "g" }, { key: "s", at: MAX_PAUSE }])).toBe("studies");
    expect(press([{ key: "g" }, { key: "s", at: MAX_PAUSE + 1 }])).toBeNull();
    expect(press([{ key: "g" }, { key: "x" }, { key: "s" }])).toBeNull();
    // typed into a field in between
    expect(press([{ key: "g" }, { key: "a", isTyping: true }, { key: "c" }])).toBe("copy");
    expect(press([{ key: "g" }, { key: "g" }, { key: "c" }])).toBe("copy");
  });
});
