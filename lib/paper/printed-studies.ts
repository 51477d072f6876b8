import { getSubject } from "@/lib/answer/stated-aspects";
import type { EvidenceView, StudyView } from "@/lib/answer/wire";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import type { Aspect } from "@/lib/match/match";
import type { Relation } from "@/lib/match/relation";
import { formatNoPatients, formatNotReported, formatStudiesWithoutN } from "@/lib/vocabulary/phrases";
import { describeReason, nameAspect } from "@/lib/wording/match-reasons";

/** Studies that fit on one page. */
const MAX_PRINTED = 6;

/**
 * What the printed page shows: up to six studies, and how many more there are of that group. `others` are pinned
 * sheets that treat nobody, such as guidelines: named with their citation, never as a treatment study. `unpinned` are
 * studies that describe the patient and that the reader did not pin: they are named, so that the page hides none.
 */
export type Printed = {
  heading: string;
  studies: StudyView[];
  others: string[];
  left: number;
  unpinned: string[];
};

/**
 * Chooses the studies for the printed page: those the reader pinned, in the order of the pins; without pins, of those that describe the patient (else a part of the patient, else the
 * general evidence) the first six that report a response, relapse or survival, in figures or in words, whatever it is.
 */
export function selectStudiesToPrint({ studies }: EvidenceView, pins: readonly string[] = []): Printed {
  if (pins.length > 0) {
    const pinned = pins.flatMap((id) => studies.find((study) => study.id === id) ?? []);
    const others = pins.filter((id) => !pinned.some((study) => study.id === id));
    const describing = studies.filter(({ group, id }) => group === "this-patient" && !pins.includes(id));
    return {
      heading: interfaceText.pinned,
      studies: pinned,
      others,
      left: 0,
      unpinned: describing.map(({ id }) => id),
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
    const telling = members.filter(hasResult);
    const chosen = new Set([...telling, ...members].slice(0, MAX_PRINTED));
    const printed = members.filter((study) => chosen.has(study));
    return { heading, studies: printed, others: [], left: members.length - printed.length, unpinned: [] };
  }
  return { heading: "No study describes this patient", studies: [], others: [], left: 0, unpinned: [] };
}

function hasResult({ response, relapse, survival, inWords }: StudyView): boolean {
  return [response, relapse, survival, inWords.response, inWords.relapse, inWords.survival].some(
    (told) => told !== null,
  );
}

/**
 * What keeps a study from describing this patient, in words: what it lacks, and what only some of its patients share or
 * an answer of no rules out. Nothing for a study that describes the patient.
 */
export function describeShortfall({ group, reasons }: StudyView, profile: EvidenceView["profile"]): string {
  if (group === "this-patient") return "";
  const wanted = reasons.filter(({ patient }) => patient === "yes");
  const aspectsOf = (which: Relation) =>
    wanted.flatMap(({ feature, relation }) => (relation === which ? [getSubject(profile, feature)] : []));
  const silent = aspectsOf("not-reported");
  const apart = reasons
    .filter(({ patient, relation }) => relation === "partly" || (patient === "no" && isOtherwise(relation)))
    .map((reason) => describeReason(reason, profile).text);
  const told = [
    ...(silent.length > 0 ? [formatNotReported(...silent)] : []),
    ...aspectsOf("differs").map(formatNoPatients),
    ...apart,
  ];
  return `${group === "other" ? "other patients: " : ""}${told.join("; ")}`;
}

function isOtherwise(relation: Relation): boolean {
  return relation === "differs" || relation === "mostly-differs";
}

/**
 * The combinations of the stated features on one line: "Pregnant: 5 studies, 5 patients; Pregnant + Under 18: no study".
 * Where no study is of two features together, none is of them with a third: such combinations are not spelt out.
 */
export function describeCombinations({ gap, profile }: EvidenceView): string {
  const empty = gap.combinations.filter(({ studies }) => studies === 0);
  const isTold = ({ features }: { features: Aspect[] }) =>
    !empty.some(
      (less) => less.features.length < features.length && less.features.every((one) => features.includes(one)),
    );
  const shown = gap.combinations.filter(isTold);
  const told = shown.map(({ features, studies, patients, uncounted }) => {
    const name = features.map((aspect) => nameAspect(aspect, profile)).join(" + ");
    if (studies === 0) return `${name}: no study`;
    return `${name}: ${pluralise(studies, "study", "studies")}, ${pluralise(patients, "patient", "patients")}${uncounted > 0 ? ` (${formatStudiesWithoutN(uncounted)})` : ""}`;
  });
  const rest =
    shown.length < gap.combinations.length
      ? " Where it says no study, there is none with a further feature either."
      : "";
  return `Studies in which all or most patients have each of these features. ${told.join("; ")}.${rest}`;
}
