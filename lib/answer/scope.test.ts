import { expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { describeScope } from "./scope";

const scopeOf = (diagnosis: "IBM" | "DM" | null) => describeScope(readCase({ ...emptyProfile, diagnosis }));

test("inclusion body myositis is not covered, and every other case is", () => {
  expect(scopeOf("IBM")).toEqual({
    covered: false,
    text: "Myomatch does not cover inclusion body myositis: it is another disease, and no figure here speaks of it.",
  });
  expect(scopeOf("DM")).toEqual({ covered: true, text: null });
  expect(scopeOf(null)).toEqual({ covered: true, text: null });
});
