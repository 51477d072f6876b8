import { createFigure, formatTextResult, getPlainWords, isCounted } from "@/lib/answer/figure";
import { stripFullStop } from "@/lib/format/text";
import { getShare } from "@/lib/match/share";
import { getShortName } from "@/lib/study/citation";
import { getKind, getLevel } from "@/lib/study/kind";
import type { Outcome, Study } from "@/lib/study/schema";
import { features } from "@/lib/vocabulary/feature";
import { designNames, harms } from "@/lib/vocabulary/outcomes";
import { formatCounted } from "@/lib/wording/result-text";
import { type MapDomain, type MappedStudy, mapDomains } from "./map-layout";

/** The outcomes of one domain that a card has room for. */
const MAX_RESULTS = 2;

/** What the map shows of a sheet; null where the sheet is no treatment study, and so in no cell. */
export function toMappedStudy(study: Study): MappedStudy | null {
  if (getKind(study) !== "treatment") return null;
  const shares = features.map((feature) => [feature, getShare(study, feature).share] as const);
  const reported = mapDomains.filter((domain) => study.outcomes.some((outcome) => outcome.domain === domain));
  return {
    id: study.id,
    cohort: study.cohort,
    participants: { treated: study.participants.treated },
    name: getShortName(study),
    design: designNames[study.design.type],
    level: getLevel(study.design),
    shares: Object.fromEntries(shares.filter(([, share]) => share !== "none" && share !== "unclear")),
    results: Object.fromEntries(reported.map((domain) => [domain, describeResults(study, domain)])),
    counted: reported.filter((domain) => selectShown(study, domain).slice(0, 1).some(isCounted)),
  };
}

/**
 * The outcomes of one domain that stand for it: the headline where there is one; else counts before words, harm in the
 * order in which harm is shown, and no more than a card has room for.
 */
function selectShown(study: Study, domain: MapDomain): Outcome[] {
  const outcomes = study.outcomes.filter((outcome) => outcome.domain === domain);
  const headlines = Object.values(study.headline);
  const headline = outcomes.find(({ id }) => headlines.includes(id));
  const place = ({ harm }: Outcome) => (harm ? harms.indexOf(harm) : harms.length);
  const ordered = outcomes.toSorted((a, b) => Number(isCounted(b)) - Number(isCounted(a)) || place(a) - place(b));
  return headline ? [headline] : ordered.slice(0, MAX_RESULTS);
}

/** What a study reports in one domain, in a phrase each, and how many outcomes are left to its sheet. */
function describeResults(study: Study, domain: MapDomain): string[] {
  const shown = selectShown(study, domain);
  const left = study.outcomes.filter((outcome) => outcome.domain === domain).length - shown.length;
  return [
    ...shown.map((outcome) => describeOutcome(study, outcome)),
    ...(left > 0 ? [`${left} more in its sheet`] : []),
  ];
}

/** "skin clear: 19 of 27 (70%), 95% CI 52% to 84%. Who: all treated", or what the sheet says in words. */
function describeOutcome(study: Study, outcome: Outcome): string {
  const told = isCounted(outcome)
    ? formatCounted(createFigure(study, outcome, "wilson"))
    : describeInWords(getPlainWords(outcome), stripFullStop(formatTextResult(outcome)));
  return `${told}. Who: ${stripFullStop(outcome.population)}`;
}

/** What was measured stands once, where the text begins with it too. */
function describeInWords(plain: string, text: string): string {
  return text.toLowerCase().startsWith(plain.toLowerCase()) ? text : `${plain}: ${text}`;
}
