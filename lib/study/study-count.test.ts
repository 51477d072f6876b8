import { expect, test } from "vitest";
import { countGroups, countStudies, countStudiesAndGroups, describeGroups } from "./study-count";

const report = (id: string, cohort: string | null = null) => ({ id, cohort });
const apart = [report("a"), report("b"), report("c", "x")];
const shared = [...apart, report("d", "x")];

test("each study of patients of its own is counted, and no more is said", () => {
  expect(countGroups(apart)).toBe(null);
  expect(countStudiesAndGroups(apart)).toBe("3 studies");
  expect(countStudies(1)).toBe("1 study");
  expect(countStudies(1200)).toBe("1,200 studies");
});

test("where some are of the same patients it is said how many groups of patients they are of", () => {
  expect(countGroups(shared)).toBe(3);
  expect(countStudies(shared.length)).toBe("4 studies");
  expect(countStudiesAndGroups(shared)).toBe("4 studies of 3 groups of patients");
  expect(countStudiesAndGroups(shared.slice(2))).toBe("2 studies of the same patients");
  expect([describeGroups(1), describeGroups(26)]).toEqual(["1 group of patients", "26 groups of patients"]);
});
