import { expect, test } from "vitest";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { prepareLibrary } from "./library";
import { createLibraryData, getReply } from "./small-library.arbitrary";

test("an answer does not depend on who asked before: the cases in one order and in the other get the same replies", () => {
  const names = Object.keys(exampleCases) as ExampleName[];
  const reply = (order: readonly ExampleName[]) => {
    // Sheets of its own, of which nothing has been worked out yet.
    const library = prepareLibrary(structuredClone(createLibraryData(loadLibrary().studies)));
    return new Map(order.map((name) => [name, getReply(exampleCases[name].profile, library)]));
  };
  const [forwards, backwards] = [reply(names), reply([...names].reverse())];
  for (const name of names) expect(backwards.get(name)).toEqual(forwards.get(name));
  const different = new Set(names.map((name) => JSON.stringify(forwards.get(name)?.studies)));
  expect(different.size).toBeGreaterThan(10);
});
