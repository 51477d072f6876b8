import { expect } from "vitest";
import { type EvidenceReply, evidenceReply } from "@/lib/answer/reply";

type Found = { path: string[]; value: unknown };

/** Every value in an object, however deep, with the way to it. */
function* everythingIn(value: unknown, path: string[] = []): Generator<Found> {
  yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* everythingIn(part, [...path, key]);
}

type Counted = Record<string, unknown> & { events: number; total: number };

function isCounted(value: unknown): value is Counted {
  const counted = value as Counted | null;
  return typeof counted === "object" && typeof counted?.events === "number" && typeof counted.total === "number";
}

/** An interval from 0 to 1, around the proportion it belongs to. */
function expectAround({ events, total }: Counted, interval: unknown, method: string) {
  const { low, high, method: named } = interval as { low: number; high: number; method: string };
  expect(named).toBe(method);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(low).toBeLessThanOrEqual(events / total);
  expect(high).toBeGreaterThanOrEqual(events / total);
  expect(high).toBeLessThanOrEqual(1);
}

/** Fails unless a reply keeps the promises of the product. */
export function expectHonest(view: EvidenceReply, method: "wilson" | "exact") {
  expect(evidenceReply.safeParse(view).error).toBeUndefined();
  for (const { path, value } of everythingIn(view)) {
    const isBroken =
      typeof value === "number"
        ? !Number.isFinite(value)
        : typeof value === "string" && /NaN|Infinity|undefined|\[object/.test(value);
    if (isBroken) throw new Error(`${path.join(".")} is ${value}`);
    if (!isCounted(value)) continue;
    expect(value.events).toBeGreaterThanOrEqual(0);
    expect(value.total).toBeGreaterThanOrEqual(1);
    expect(value.events).toBeLessThanOrEqual(value.total);
    if (path.includes("pool") || path[0] === "pools") expectPool(value);
    else if (path.at(-1) === "comparison") expectArm(value, method);
    else if ("interval" in value) expectFigure(value, method);
    // A count that is told beside its figure, which has the interval.
    else expect(path.some((part) => ["nested", "cells"].includes(part))).toBe(true);
  }
  expectSetsToSitTogether(view);
  expectWordsWithoutSmallPercentages(view);
}

function expectFigure(figure: Counted, method: string) {
  for (const named of ["population", "locator", "label", "outcome", "certainty"]) expect(figure[named]).toMatch(/\S/);
  expect(figure.source).toMatchObject({ label: expect.stringMatching(/\S/) });
  expectAround(figure, figure.interval, method);
  if (figure.domain === "response") expect(figure.degree).not.toBeNull();
  if (figure.domain === "relapse") expect(figure.timing).not.toBeNull();
}

function expectArm(arm: Counted, method: string) {
  expect(arm.label).toMatch(/\S/);
  expectAround(arm, arm.interval, method);
  const difference = arm.difference as { value: number; low: number; high: number; method: string } | null;
  // Either a difference with its interval, or the reason in words why there is none.
  expect(difference === null).toBe(arm.note !== null);
  if (difference === null) expect(arm.numberNeeded).toBeNull();
  else {
    expect(difference.method).toBe("newcombe");
    expect(difference.low).toBeLessThanOrEqual(difference.value);
    expect(difference.high).toBeGreaterThanOrEqual(difference.value);
    const excludesZero = difference.low > 0 || difference.high < 0;
    if (!excludesZero) expect(arm.numberNeeded).toBeNull();
  }
}

function expectPool(pool: Counted) {
  const { status, pooled, low, high, predictionLow, predictionHigh } = pool as unknown as Record<string, number> & {
    status: string;
  };
  expect(["pooled", "summed", "too-unlike", "not-converged"]).toContain(status);
  if (status === "summed") expect([0, pool.total]).toContain(pool.events);
  if (status !== "pooled") return;
  const inOrder = [0, predictionLow, low, pooled, high, predictionHigh, 1] as number[];
  for (const [index, value] of inOrder.slice(1).entries())
    expect(value).toBeGreaterThanOrEqual((inOrder[index] ?? 0) - 1e-12);
}

function expectSetsToSitTogether({ sets, pools, studies }: EvidenceReply) {
  const byId = new Map(studies.map((study) => [study.id, study]));
  const keys = sets.map(({ studies: _, pooled: __, pool: ___, reason: ____, ...shape }) => JSON.stringify(shape));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { domain, organ, degree, timing, arms, studies: ids, pooled, pool, reason } of sets) {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const study = byId.get(id);
      const figure = study?.[domain];
      expect(figure).toBeTruthy();
      if (domain === "response") expect([figure?.organ, figure?.degree]).toEqual([organ, degree]);
      else expect(figure?.timing).toBe(timing);
      expect(study?.design === "randomised-controlled-trial").toBe(arms === "randomised");
    }
    expect(pool === null).toBe(pooled.length === 0);
    if (pool === null) {
      expect(reason).toMatch(/\S/);
      continue;
    }
    expect(pooled.length).toBeGreaterThanOrEqual(3);
    expect(ids).toEqual(expect.arrayContaining(pooled));
    const members = pooled.map((id) => byId.get(id));
    for (const member of members) expect(member?.[domain]?.total).toBeGreaterThanOrEqual(3);
    const cohorts = members.flatMap((member) => member?.cohort ?? []);
    expect(new Set(cohorts).size).toBe(cohorts.length);
    const sum = (part: "events" | "total") => members.reduce((all, member) => all + (member?.[domain]?.[part] ?? 0), 0);
    expect([pool.events, pool.total]).toEqual([sum("events"), sum("total")]);
    // A pool that is no ordinary one says so.
    if (pool.status !== "pooled") expect(reason).toMatch(/\S/);
  }
  expect(pools.map(({ studies: ids, events, total, status }) => [ids, events, total, status])).toEqual(
    sets.flatMap(({ pooled, pool }) => (pool ? [[pooled, pool.events, pool.total, pool.status]] : [])),
  );
}

/** "95% CI" names the interval; any other percentage follows a count of at least 5 patients. */
function expectWordsWithoutSmallPercentages({ verdict, gap, studies, sets }: EvidenceReply) {
  const texts = [
    verdict.text,
    gap.text,
    ...studies.flatMap(({ lacking }) => lacking),
    ...sets.map(({ reason }) => reason ?? ""),
  ];
  for (const text of texts) {
    for (const sentence of text.split(/(?<=\.) (?=[A-Z])/)) {
      for (const [, total, percentage] of sentence.matchAll(/\d+ of (\d+)(?: \([<>]?(\d+)%\))?/g)) {
        if (percentage !== undefined) expect([sentence, Number(total) >= 5]).toEqual([sentence, true]);
      }
      const left = sentence.replaceAll(/\d+ of \d+ \([<>]?\d+%\)/g, "").replaceAll("95% CI", "");
      const first = /\d+ of (\d+)/.exec(sentence)?.[1];
      if (left.includes("%")) expect([sentence, Number(first ?? 0) >= 5]).toEqual([sentence, true]);
    }
  }
}
