import { expect, test } from "vitest";
import { codes } from "./codes";

test("every code stands once, with a source, and an unverified one says that it was not read or why", () => {
  expect(codes.length).toBeGreaterThan(150);
  const names = codes.map(({ system, code }) => `${system} ${code}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const { source, display } of codes) {
    expect(source).toMatch(/\S/);
    expect(display).toMatch(/\S/);
  }
  const fromMemory = codes.filter(({ source }) => source.startsWith("memory"));
  expect(fromMemory.length).toBeGreaterThan(10);
  expect(fromMemory.filter(({ isVerified }) => isVerified)).toEqual([]);
});
