import type { Answer } from "@/lib/answer/answer";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { concernsPregnancy } from "@/lib/case/facts";
import { interfaceText } from "@/lib/format/interface-text";
import { sum } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import { identifyPatients, selectFirstReports } from "@/lib/study/cohort";
import type { Aspect } from "@/lib/vocabulary/feature";
import { figureDomains } from "@/lib/vocabulary/outcomes";
import { formatPatientsTreated } from "@/lib/vocabulary/phrases";
import { nameAspect } from "@/lib/wording/match-reasons";
import type { Printed } from "./printed";
import { countLines, listPrintedRows } from "./printed-rows";

/** Studies that fit on one page, and the lines that they may take together. */
const MAX_PRINTED = 8;
const MAX_LINES = 19;
/** Lines that the row of a report of one pregnant patient takes, whose cells are narrow. */
const LINES_OF_A_PERSON = 3;
/** Lines that the name of a study takes at least, with its design. */
const LINES_OF_A_NAME = 2;

/** The first report of each cohort, each study once: on paper the same patients take one place. */
function selectFirstOfCohorts(members: readonly StudyAnswer[]): StudyAnswer[] {
  const first = new Set(selectFirstReports(members.map(({ study }) => study)));
  return [...new Set(members)].filter(({ study }) => first.has(study));
}

/**
 * Chooses the studies for the printed page: those the reader pinned, in the order of the pins; without pins, of those
 * that describe the patient (else a part of the patient, else the general evidence) the first by rank, with at least
 * one that reports each of response, relapse, survival and harm, whatever it is: up to eight, as long as their lines fit.
 * The same patients take one place. Pins that the library does not have are left out.
 */
export function selectStudiesToPrint(answer: Answer, pins: readonly string[] = []): Printed {
  const { studies } = answer;
  const none = { studies: [], others: [], othersTitle: interfaceText.alsoPinned, left: [], unpinned: [] };
  if (!answer.scope.covered) {
    return {
      ...none,
      heading: "No study of other patients is printed",
      others: answer.guidelines.map(({ study }) => study),
      othersTitle: interfaceText.guidelinesNear,
    };
  }
  if (pins.length > 0) {
    const related = [...answer.guidelines, ...answer.reviews, ...answer.background].map(({ study }) => study);
    return {
      ...none,
      heading: interfaceText.pinned,
      studies: pins.flatMap((id) => studies.find(({ study }) => study.id === id) ?? []),
      others: pins.flatMap((id) => related.find((study) => study.id === id) ?? []),
      unpinned: answer.describing.filter(({ study }) => !pins.includes(study.id)),
    };
  }
  const groups = [
    { group: "this-patient", heading: "Studies that describe this patient" },
    { group: "part", heading: "No study describes this patient. Nearest studies, with what they lack" },
    { group: "general", heading: interfaceText.generalEvidence },
  ] as const;
  for (const { group, heading } of groups) {
    const members = studies.filter((study) => study.group === group);
    if (members.length === 0) continue;
    // Of reports on the same patients the one whose figure leads has the place, so that it is in the table.
    const leading = new Set(answer.cells.flatMap(({ lead }) => lead?.found ?? []));
    const inTurn = [
      ...[...leading].filter((found) => members.includes(found)),
      ...members.filter(hasResult),
      ...members,
    ];
    // They begin with what leads; then come those with a result, and then the others, both by rank.
    const places = selectFirstOfCohorts(inTurn);
    const chosen = selectThatFit(answer, selectForEachDomain(answer, places), places);
    return {
      ...none,
      heading,
      studies: members.filter((study) => chosen.has(study)),
      left: members.filter((study) => places.includes(study) && !chosen.has(study)),
    };
  }
  return { ...none, heading: "No study describes this patient" };
}

function hasResult({ results }: StudyAnswer): boolean {
  return figureDomains.some((domain) => results[domain].kind !== "none");
}

/** Those that are needed, and then as many places in their order as have room, until the first that has none. */
function selectThatFit(
  answer: Answer,
  needed: readonly StudyAnswer[],
  places: readonly StudyAnswer[],
): ReadonlySet<StudyAnswer> {
  const isPregnancy = concernsPregnancy(answer.facts);
  const count = (found: StudyAnswer) =>
    isPregnancy && found.study.participants.treated === 1
      ? LINES_OF_A_PERSON
      : Math.max(LINES_OF_A_NAME, countLines(listPrintedRows(found, answer, { studies: [] })));
  const chosen = new Set(needed.slice(0, MAX_PRINTED));
  let lines = sum([...chosen].map(count));
  for (const found of places.filter((place) => !chosen.has(place))) {
    lines += count(found);
    if (chosen.size === MAX_PRINTED || lines > MAX_LINES) break;
    chosen.add(found);
  }
  return chosen;
}

/**
 * Of each domain the study that leads it; of one that has no lead the first of the places that reports it, in counts
 * before words.
 */
function selectForEachDomain({ cells }: Pick<Answer, "cells">, places: readonly StudyAnswer[]): StudyAnswer[] {
  const isSamePatients = (a: StudyAnswer, b: StudyAnswer) => identifyPatients(a.study) === identifyPatients(b.study);
  const leading = cells.flatMap(({ lead }) => {
    const place = lead && places.find((found) => isSamePatients(found, lead.found));
    return place ? [place] : [];
  });
  const led = new Set(cells.flatMap(({ domain, lead }) => (lead ? [domain] : [])));
  const reporting = figureDomains
    .filter((domain) => !led.has(domain))
    .flatMap(
      (domain) =>
        places.find(({ results }) => results[domain].kind === "count") ??
        places.find(({ results }) => results[domain].kind === "text") ??
        [],
    );
  const withHarm = led.has("harm") ? [] : places.filter(({ harms }) => harms.length > 0).slice(0, 1);
  return [...new Set([...leading, ...reporting, ...withHarm])];
}

/**
 * The combinations of the stated features on one line: "Pregnant: 5 studies, 5 patients; Pregnant + Under 18: no study".
 * Where no study is of two features together, none is of them with a third: such combinations are left out.
 */
export function describeCombinations({ gap, facts }: Pick<Answer, "gap" | "facts">): string {
  const empty = gap.combinations.filter(({ studies }) => studies === 0);
  const hasEmptyPart = ({ features }: { features: Aspect[] }) =>
    empty.some(
      (part) => part.features.length < features.length && part.features.every((aspect) => features.includes(aspect)),
    );
  const shown = gap.combinations.filter((combination) => !hasEmptyPart(combination));
  const texts = shown.map(({ features, studies, patients, uncounted }) => {
    const name = features.map((aspect) => nameAspect(aspect, facts.profile)).join(" + ");
    if (studies === 0) return `${name}: no study`;
    return `${name}: ${pluralise(studies, "study", "studies")}, ${formatPatientsTreated(patients, uncounted)}`;
  });
  const rest =
    shown.length < gap.combinations.length
      ? " Where it says no study, there is none with a further feature either."
      : "";
  return `Studies in which all or most patients have each of these features. ${texts.join("; ")}.${rest}`;
}
