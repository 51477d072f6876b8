import { z } from "zod";
import { evidenceReply } from "@/lib/answer/reply";
import { evidenceRequest } from "@/lib/api/request";
import { shareThresholds } from "@/lib/browse/map-state";
import { mapDomains } from "@/lib/plots/map-layout";
import { study } from "@/lib/study/schema";
import { features } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";

// What the tools take and give, from the schemas of the endpoint and of the fact sheets.

const reply = evidenceReply.shape;
const studyReply = reply.studies.element.shape;
const figure = studyReply.response.unwrap();
const count = z.int().min(0);

/** Studies that a reply lists where nothing else is asked, and at most. */
export const studyLimits = { usual: 5, most: 25 };
const limit = z
  .int()
  .min(1, `From 1 to ${studyLimits.most}.`)
  .max(studyLimits.most, `From 1 to ${studyLimits.most}.`)
  .default(studyLimits.usual)
  .meta({ description: "How many studies to list" });

/** What every reply begins with. */
const heading = {
  notice: z.string().meta({ description: "To be passed on to the reader" }),
  library: z.strictObject({ version: z.string(), searched: z.iso.date() }),
};

/** A sheet as replies name it. */
const named = {
  id: z.string(),
  /** "Bounfour 2014" */
  name: z.string(),
  /** as print cites it, with the identifier that finds it */
  reference: z.string(),
  source: figure.shape.source,
};

export const matchInput = z.strictObject({ ...evidenceRequest.shape, limit });

export const matchOutput = z.strictObject({
  notice: heading.notice,
  library: reply.library,
  profile: reply.profile,
  scope: reply.scope,
  verdict: reply.verdict,
  certainty: reply.certainty,
  sure: reply.sure,
  cells: reply.cells,
  gap: reply.gap,
  /** how many studies are in each group, listed below or not */
  groups: z.record(studyReply.group, count),
  studies: z.array(
    z.strictObject({
      ...named,
      group: studyReply.group,
      lacks: studyReply.lacks,
      lacking: studyReply.lacking,
      traits: studyReply.traits,
      level: studyReply.level,
      design: studyReply.design,
      treated: studyReply.treated,
      response: studyReply.response,
      relapse: studyReply.relapse,
      survival: studyReply.survival,
      inWords: studyReply.inWords,
      harms: studyReply.harms,
      pregnancy: studyReply.pregnancy,
    }),
  ),
  include: reply.include,
  leaveOut: reply.leaveOut,
  guidelines: z.array(z.strictObject({ ...named, bottomLine: z.string() })),
  safety: reply.safety,
  wanted: reply.wanted,
  ask: reply.ask,
});

export const studyInput = z.strictObject({ id: z.string().max(64).meta({ description: 'Such as "bounfour-2014"' }) });

export const studyOutput = z.strictObject({
  ...heading,
  ...named,
  kind: z.enum(kinds),
  /** every count of the sheet with its interval */
  figures: z.array(figure),
  sheet: study,
});

export const searchInput = z.strictObject({
  text: z.string().max(200).default("").meta({ description: "Words that all have to occur: authors, titles, notes" }),
  features: z
    .array(z.enum(features))
    .max(features.length)
    .default([])
    .meta({ description: "Features that at least some of the patients of a study have" }),
  limit,
});

export const searchOutput = z.strictObject({
  ...heading,
  /** how many studies were found, listed below or not */
  found: count,
  studies: z.array(
    z.strictObject({
      ...named,
      kind: z.enum(kinds),
      design: studyReply.design,
      treated: studyReply.treated,
      bottomLine: z.string(),
    }),
  ),
});

const thresholds = Object.keys(shareThresholds) as [keyof typeof shareThresholds, ...(keyof typeof shareThresholds)[]];

export const gapsInput = z.strictObject({
  feature: z.enum(features).optional().meta({ description: "Only gaps of this feature; left out: of all" }),
  share: z
    .enum(thresholds)
    .default("any")
    .meta({ description: "How many patients of a study must have a feature for the study to count" }),
});

export const gapsOutput = z.strictObject({
  ...heading,
  /** treatment studies that were looked through */
  studies: count,
  share: z.enum(thresholds),
  /** features of which no study reports this outcome; null: no study has such patients at all */
  outcomes: z.array(z.strictObject({ feature: z.enum(features), domain: z.enum(mapDomains).nullable() })),
  /** pairs of features that one patient can have and no study has together */
  pairs: z.array(z.array(z.enum(features)).length(2)),
  /** known reports that have no sheet, so that a gap here is no proof that nobody wrote */
  wanted: reply.wanted,
});

export type MatchInput = z.output<typeof matchInput>;
export type SearchInput = z.output<typeof searchInput>;
export type GapsInput = z.output<typeof gapsInput>;
export type MatchOutput = z.infer<typeof matchOutput>;
export type StudyOutput = z.infer<typeof studyOutput>;
export type SearchOutput = z.infer<typeof searchOutput>;
export type GapsOutput = z.infer<typeof gapsOutput>;
