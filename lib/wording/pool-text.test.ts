import { expect, test } from "vitest";
import type { ComparableSet } from "@/lib/answer/comparable-results";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { describePool, describePoolRow, describeWhyNotPooled } from "./pool-text";

const set: Pick<ComparableSet, "pooledIds" | "pool" | "reason"> = {
  pooledIds: ["a", "b", "c"],
  pool: null,
  reason: null,
};

const pooled = {
  status: "pooled",
  events: 30,
  total: 60,
  pooled: 0.5,
  low: 0.351,
  high: 0.649,
  predictionLow: 0.2,
  predictionHigh: 0.8,
  tau2: 0.25,
  logLikelihood: -6,
} as const;

test("a pool as a row: its name, count, proportion and interval, and what the next study might find", () => {
  expect(describePoolRow({ ...set, pool: pooled })).toEqual({
    name: "Pooled, 3 studies",
    count: "30 of 60",
    percent: "50%",
    range: "35–65%",
    next: "The next study might find 20–80%.",
  });
  const summed = { status: "summed", method: "exact", events: 0, total: 28, low: 0, high: 0.1234 } as const;
  expect(describePoolRow({ ...set, pool: summed })).toMatchObject({ name: "Added up, 3 studies", next: null });
});

test("what is not pooled, withheld or did not converge is no row", () => {
  expect(describePoolRow(set)).toBeNull();
  for (const status of ["too-unlike", "not-converged"] as const)
    expect(describePoolRow({ ...set, pool: { status, events: 13, total: 24 } })).toBeNull();
});

test("a pool says of how many, its interval, its method and where a further study would lie", () => {
  const words = describePool({ ...set, pool: pooled });
  for (const part of [
    "30 of 60 patients in 3 studies",
    "50%",
    "35% to 65%",
    "between 20% and 80%",
    "prediction",
    "logistic",
    "0.25",
  ]) {
    expect(words).toContain(part);
  }
});

test("a pool that did not converge says so and gives no proportion", () => {
  const reason = "The pooling did not converge: read the studies one by one.";
  const words = describePool({ ...set, pool: { status: "not-converged", events: 3, total: 9 }, reason });
  expect(words).toContain(reason);
  expect(words).not.toMatch(/%/);
});

test("summed counts name the exact interval and why they are summed", () => {
  const reason = "No patient had the event in any study, so the counts are summed.";
  const pool = { status: "summed" as const, method: "exact" as const, events: 0, total: 28, low: 0, high: 0.1234 };
  const words = describePool({ ...set, pool, reason });
  for (const part of ["0 of 28 patients in 3 studies", "0% to 12%", "exact", reason]) expect(words).toContain(part);
});

test("what is not pooled gives the reason alone", () => {
  expect(describePool({ ...set, pooledIds: [], reason: "Not pooled: why." })).toBe("Not pooled: why.");
});

test("a pool that is withheld gives the reason and no sum", () => {
  const reason = "Too unlike to pool: from 0 of 7 to 9 of 9.";
  expect(describePool({ ...set, pool: { status: "too-unlike", events: 13, total: 24 }, reason })).toBe(reason);
});

test("why a set is not pooled is said where more than one study counts it, in short where all are small", () => {
  const library = realLibrary();
  const sets = Object.values(exampleCases).flatMap(({ profile }) => answerTo(profile, library).comparableSets);
  const told = sets.flatMap((one) => describeWhyNotPooled(one) ?? []);
  expect(told.length).toBeGreaterThan(5);
  expect(told).toContain("Not pooled: too few patients.");
  for (const one of sets) if (one.counts.length < 2) expect(describeWhyNotPooled(one)).toBeNull();
});
