import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readCase } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { IntervalMethod } from "@/lib/stats/interval";
import { completeStudy, createOutcome } from "@/lib/study/fixtures";
import { safetyItem } from "@/lib/study/safety";
import type { Study } from "@/lib/study/schema";
import { anyStudies } from "@/lib/study/study.arbitrary";
import { type Answer, answerCase } from "./answer";
import { type Library, type LibraryData, prepareLibrary } from "./library";
import type { EvidenceReply } from "./reply";
import { writeReply } from "./write-reply";

// Apart from the library as delivered: a test that needs this alone is not run once more with one more sheet.

const checks = safetyItem.array().parse(JSON.parse(readFileSync("data/safety.json", "utf8")));

/** What a library of these sheets is made of; of the safety list it holds only a few checks, to stay quick. */
export function createLibraryData(studies: readonly Study[]): LibraryData {
  const topics = ["thrombosis", "fluid-load", "pregnancy", "vaccines"];
  const safety = topics.flatMap((topic) => checks.find((item) => item.topic === topic) ?? []);
  return { version: "example", searched: "2026-11-22", studies: [...studies], safety, wanted: [] };
}

/** A library that holds these sheets and nothing else. */
export function createLibrary(studies: readonly Study[]): Library {
  return prepareLibrary(createLibraryData(studies));
}

/** The answer to a case given as answers. */
export function answerTo(profile: Profile, library: Library, method?: IntervalMethod): Answer {
  return answerCase(readCase(profile), library, method);
}

/** The reply to a case, as other programs get it. */
export function getReply(profile: Profile, library: Library, method?: IntervalMethod): EvidenceReply {
  return writeReply(answerTo(profile, library, method));
}

/** Sheets that count the same outcome in similar patients, so that there is something to pool; patients may be shared. */
const anyAlikeSheets: fc.Arbitrary<Study[]> = fc
  .tuple(anyStudies(7), fc.constantFrom("response", "relapse"), fc.array(fc.nat(20), { minLength: 14, maxLength: 14 }))
  .map(([sheets, domain, draws]) =>
    sheets.map((sheet, index) => {
      const total = 1 + (draws[index] ?? 0);
      const events = Math.min(total, draws[index + 7] ?? 0);
      return {
        ...sheet,
        design: {
          ...sheet.design,
          type: index === 6 ? ("randomised-controlled-trial" as const) : ("case-series" as const),
        },
        treatment: { ...sheet.treatment, agent: "IVIG" as const },
        // As many as are counted, and of no diagnosis that a pool leaves out.
        participants: completeStudy({ participants: { treated: total } }).participants,
        features: completeStudy({ features: { refractory: { share: "all" } } }).features,
        outcomes: [createOutcome({ domain: domain === "response" ? "response" : "relapse", events, total })],
        headline: { response: null, relapse: null, survival: null, [domain]: domain },
      };
    }),
  );

/** Any small library, empty ones and odd sheets included. */
export const anySheets: fc.Arbitrary<Study[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Study[]>([]) },
  { weight: 20, arbitrary: anyStudies(8) },
  { weight: 6, arbitrary: anyAlikeSheets },
);
