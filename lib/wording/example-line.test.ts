import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { describeExample } from "./example-line";

const library = realLibrary();
const read = (name: keyof typeof exampleCases) => describeExample(answerTo(exampleCases[name].profile, library));

test("an example says how many it rests on, and its figures, good and bad", () => {
  expect(read("skinOnlyRefractory")).toMatch(
    /^\d+ studies, \d+ patients; response 19 of 27; relapse after stopping 10 of 19$/,
  );
  expect(read("pregnant")).toMatch(/^\d single cases; response \d of \d; relapse 0 of 2$/);
});

test("an example that nobody studied says so, and has no figure", () => {
  expect(read("pregnantWithLungDisease")).toBe("no study in this library describes this");
});
