import { expect, test } from "vitest";
import { countGroups, countReports, countReportsAndGroups, nameReports } from "./report-count";

const report = (id: string, cohort: string | null = null) => ({ id, cohort });
const apart = [report("a"), report("b"), report("c", "x")];
const shared = [...apart, report("d", "x")];

test("studies of patients of their own are studies", () => {
  expect(countGroups(apart)).toBe(null);
  expect(countReports(apart)).toBe("3 studies");
  expect(countReportsAndGroups(apart)).toBe("3 studies");
  expect(countReports([report("a")])).toBe("1 study");
});

test("where some are of the same patients they are reports, of fewer groups of patients", () => {
  expect(countGroups(shared)).toBe(3);
  expect(countReports(shared)).toBe("4 reports");
  expect(countReportsAndGroups(shared)).toBe("4 reports of 3 groups of patients");
  expect(nameReports(shared, 1)).toBe("report");
  expect(countReportsAndGroups(shared.slice(2))).toBe("2 reports of the same patients");
});
