import { expect, test } from "vitest";
import { getSourceAttributes } from "./source-attributes";

test("13 attributes, each with a name, an id of its own and a value", () => {
  const attributes = getSourceAttributes({ version: "abc", searched: "2026-11-22" });
  expect(attributes).toHaveLength(13);
  expect(new Set(attributes.map(({ id }) => id)).size).toBe(13);
  for (const { name, value } of attributes) expect([name, value]).not.toContain("");
  expect(attributes.find(({ id }) => id === "release-and-revision-dates")?.value).toBe(
    "Literature searched 22 Nov 2026; library abc.",
  );
});
