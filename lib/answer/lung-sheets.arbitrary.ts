import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Outcome } from "@/lib/study/schema";

// Sheets made by hand, for tests that word an answer.

/** A sheet of patients with lung disease, named after its author; of one design the largest ranks first. */
export const createSheet = (name: string, treated: number, outcomes: Outcome[], part: SheetPart = {}) =>
  createStudy({
    id: `${name.toLowerCase()}-2020`,
    citation: { authors: [`${name} A`] },
    outcomes,
    ...part,
    participants: { treated, ...part.participants },
    features: { ild: { share: "all" }, ...part.features },
  });
export const createReport = (name: string, outcomes: Outcome[], part: SheetPart = {}) =>
  createSheet(name, 1, outcomes, { design: { type: "case-report" }, ...part });
export const createTrial = (name: string, treated: number, outcomes: Outcome[], part: SheetPart = {}) =>
  createSheet(name, treated, outcomes, {
    design: { type: "randomised-controlled-trial", controlled: true },
    participants: { enrolled: 2 * treated },
    ...part,
  });
export const createPlacebo = (events: number, total: number) => ({ label: "Placebo", events, total });
export const createResponse = (events: number, total: number, part: Partial<Outcome> = {}) =>
  createOutcome({ plain: "better", events, total, ...part });
export const createHarm = (
  kind: NonNullable<Outcome["harm"]>,
  events: number,
  total: number,
  part: Partial<Outcome> = {},
) => createOutcome({ id: kind, domain: "adverse-event", harm: kind, plain: `${kind} event`, events, total, ...part });
export const createSurvival = (events: number, total: number, part: Partial<Outcome> = {}) =>
  createOutcome({ domain: "survival", plain: "alive", events, total, ...part });
export const createDeaths = (events: number, total: number) =>
  createSurvival(events, total, { plain: "died", direction: "harm" });
export const createRelapse = (events: number, total: number, part: Partial<Outcome> = {}) =>
  createOutcome({ domain: "relapse", plain: "relapsed", events, total, ...part });
