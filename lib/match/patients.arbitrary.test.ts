import fc from "fast-check";
import { expect, test } from "vitest";

import { study } from "@/lib/study/schema";
import { anyStudies } from "@/lib/study/study.arbitrary";
import { anyConsistentStudies } from "./patients.arbitrary";

test("generated sheets are sheets: the schema takes each, and changes nothing of it", () => {
  let checked = 0;
  fc.assert(
    fc.property(fc.oneof(anyStudies(8), anyConsistentStudies), (sheets) => {
      for (const sheet of sheets) expect(study.parse(sheet)).toEqual(sheet);
      checked += sheets.length;
    }),
    { numRuns: 200 },
  );
  expect(checked).toBeGreaterThan(400);
});
