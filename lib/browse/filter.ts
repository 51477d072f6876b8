import { getQuestion } from "@/lib/case/questions";
import { joinWithAnd } from "@/lib/format/text";
import { getShare } from "@/lib/match/share";
import { getKind } from "@/lib/study/kind";
import { getReportedDomains, type StudySummary } from "@/lib/study/summary";
import { features, type Share } from "@/lib/vocabulary/feature";
import { designNames, domainNames, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { kindNames } from "@/lib/wording/group-names";
import { columnNames, type Filters, shareChoiceNames, shareChoices } from "./table-state";

/**
 * Whether a study is what the reader asked for, on every column that was asked of. What a sheet does not state is not
 * known to be what was asked for, so an undated study is in no range of years.
 */
export function matchesFilters(asked: Filters, study: StudySummary): boolean {
  const { year } = study.citation;
  const { treated } = study.participants;
  return (
    isOneOf(asked.kinds, getKind(study)) &&
    isOneOf(asked.designs, study.design.type) &&
    isOneOf(asked.readings, study.reads) &&
    (asked.fromYear === null || (year !== null && year >= asked.fromYear)) &&
    (asked.toYear === null || (year !== null && year <= asked.toYear)) &&
    (asked.fewestPatients === null || (treated !== null && treated >= asked.fewestPatients)) &&
    hasFeatures(asked, study) &&
    reportsAll(asked, study)
  );
}

function isOneOf<Name extends string>(chosen: readonly Name[], name: Name): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

function hasFeatures(asked: Filters, study: StudySummary): boolean {
  return features.every((feature) => {
    const choice = asked.features[feature];
    return !choice || (shareChoices[choice] as readonly Share[]).includes(getShare(study, feature).share);
  });
}

function reportsAll({ reports, isCounted }: Filters, study: StudySummary): boolean {
  if (reports.length === 0) return true;
  const found = getReportedDomains(study);
  return reports.every((domain) => (isCounted ? found[domain] === "count" : found[domain] !== undefined));
}

/** What was asked, in words, one entry a column: "Year: 2010 or later". */
export function describeFilters(asked: Filters): string[] {
  const { fromYear, toYear, fewestPatients, kinds, designs, reports, isCounted, readings } = asked;
  const chosen = <Name extends string>(name: string, picked: readonly Name[], names: Record<Name, string>) =>
    picked.length > 0 ? [`${name}: ${picked.map((key) => names[key]).join(" or ")}`] : [];
  const titles = Object.fromEntries(kinds.map((kind) => [kind, kindNames[kind].title])) as Record<string, string>;
  return [
    ...chosen("Kind", kinds, titles),
    ...chosen("Design", designs, designNames),
    ...yearsInWords(fromYear, toYear),
    ...(fewestPatients === null ? [] : [`Patients: ${fewestPatients} or more`]),
    ...features.flatMap((feature) => {
      const choice = asked.features[feature];
      return choice ? [`${getQuestion(feature).label}: ${shareChoiceNames[choice]}`] : [];
    }),
    ...(reports.length === 0
      ? []
      : [
          `Reports ${joinWithAnd(reports.map((domain) => domainNames[domain].toLowerCase()))}${isCounted ? " as a count" : ""}`,
        ]),
    ...chosen(columnNames.reads, readings, sourceReadNames),
  ];
}

function yearsInWords(from: number | null, to: number | null): string[] {
  if (from === null && to === null) return [];
  if (to === null) return [`Year: ${from} or later`];
  if (from === null) return [`Year: ${to} or earlier`];
  return [`Year: ${from} to ${to}`];
}
