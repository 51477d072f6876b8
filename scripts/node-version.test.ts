import { expect, test } from "vitest";
import { requireNode } from "./node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.1.0", "100.0.0"])("Node.js %s will do", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test.each(["20.8.1", "18.20.0", "9.11.2"])("Node.js %s is too old", (version) => {
  expect(() => requireNode(version)).toThrow(`Myomatch needs Node.js 20.19 or newer, and this is ${version}.`);
});
