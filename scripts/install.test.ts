import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";

const locked = {
  "": {},
  "node_modules/next": { version: "16.4.6" },
  "node_modules/only-on-windows": { version: "1.0.0", optional: true },
};

test.each([
  [
    "the wanted packages are there, whatever else is",
    { "node_modules/next": { version: "16.4.6" }, "node_modules/x": {} },
    true,
  ],
  ["one is missing", {}, false],
  ["one has another version", { "node_modules/next": { version: "16.4.5" } }, false],
])("installed when %s: %o is %s", (_, present, verdict) => {
  expect(isInstalled(locked, present)).toBe(verdict);
});
