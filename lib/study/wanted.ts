import { z } from "zod";
import { features } from "@/lib/vocabulary/feature";
import { study } from "./schema";

const { citation, bottomLine } = study.shape;

/** What a record needs to be found again, by the rules of a sheet's citation. */
export const paperShape = citation.pick({ title: true, year: true, pmid: true, doi: true }).shape;

/** Why a report is missing or a record was left out, in a few words. */
export const reasonText = bottomLine;

/** A report that is known and has no sheet of its own, and why. */
export const wantedReport = z.strictObject({
  ...paperShape,
  reason: reasonText,
  /** what all its patients have, as far as that is known; empty where nothing is */
  about: z.array(z.enum(features)).refine((about) => new Set(about).size === about.length, "A feature is named twice."),
  /** left out unless a sheet holds a part of this report, and the rest is missing */
  inPart: z.literal(true).optional(),
});

export type WantedReport = z.infer<typeof wantedReport>;
