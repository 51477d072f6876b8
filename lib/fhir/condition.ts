import type { Feature } from "@/lib/vocabulary/feature";
import type { Concept } from "./codes";
import { readConcept, readStatuses } from "./concept";
import { isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import {
  citeCode,
  citeConcept,
  citeWords,
  doubtCode,
  type Evidence,
  type Findings,
  reasons,
  setAside,
} from "./evidence";
import { getMember, getString, type Resource } from "./json";
import { type Disease, diseases, isTakenBack, readDiseaseNames } from "./meanings";
import type { Source } from "./proposals";

/** Days that a pregnancy can have lasted when it comes to be known, and is not over. */
const DAYS_OF_PREGNANCY = 300;
/** Days after a birth or a loss within which the question "gave birth or lost a pregnancy within a year" is answered yes. */
const DAYS_AFTER_BIRTH = 365;

const pregnancyWords = /\bpregnan(t|cy)\b|\bgravid(ity)?\b/i;
const birthWords =
  /\b(childbirth|gave birth|post-?partum|puerperium|miscarriage|stillbirth|breast-?feeding|(vaginal|c(a)?esarean) (delivery|section))\b/i;

/** Words beside a pregnancy or a birth that speak of one to come, or of none. */
const noPregnancyWords =
  /\b(non|negative|plan(s|ned|ning)?|elective|scheduled|wish\w*|desir\w*|counsel\w*|test\w*|prevent\w*|avoid\w*|contracepti\w*)\b/i;

/** How a Condition stands: what it can count as. */
type Standing = {
  isEnded: boolean;
  /** whether it has ended by a status under which a myositis can go on being treated */
  isQuiet: boolean;
  refusal: string | null;
  /** why it is not certain to be so; null where it is confirmed */
  unconfirmed: string | null;
  /** the same, and also why it may be over */
  doubt: string | null;
};

const quietStatuses = ["inactive", "remission"];
const endedStatuses = [...quietStatuses, "resolved"];
const activeStatuses = ["active", "recurrence", "relapse"];

/** Reads one Condition of the patient. */
export function readCondition(resource: Resource, day: RecordedDate, findings: Findings): void {
  const concept = readConcept(resource.code);
  const began = readOnset(resource);
  const standing = readStanding(resource, began, day);
  const diseaseMeanings = concept.meanings.flatMap((meaning) => {
    const disease = diseases[meaning.concept];
    return disease ? [{ meaning, disease }] : [];
  });
  for (const { meaning, disease } of diseaseMeanings) {
    const source = citeCode(resource, meaning, began);
    const doubt = standing.doubt ?? doubtCode(meaning) ?? doubtText(resource);
    addDisease(disease, source, { ...standing, doubt }, findings);
  }
  const is = (meant: Concept) => concept.meanings.find((meaning) => meaning.concept === meant);
  const birth = is("birth") ?? is("after-birth");
  const pregnancy = is("pregnancy-condition");
  if (birth) {
    readBirth(
      citeCode(resource, birth, began),
      began,
      { ...standing, doubt: standing.unconfirmed ?? doubtCode(birth) },
      day,
      findings,
    );
  } else if (pregnancy) {
    const source = citeCode(resource, pregnancy, began);
    readPregnancy(
      resource,
      source,
      began,
      { ...standing, doubt: standing.doubt ?? doubtCode(pregnancy) },
      day,
      findings,
    );
  }
  if (is("selective-iga-deficiency") && standing.refusal === null && !standing.isEnded) {
    findings.notes.push({
      text: "A deficiency of immunoglobulin A is on record. It matters for the safety of immunoglobulin.",
      source: citeConcept(resource, concept, began),
    });
  }
  // Words count where no verified code says what they say.
  if (concept.words !== null && !concept.meanings.some(({ isVerified }) => isVerified)) {
    const source = citeWords(resource, concept, began);
    const inWords = { ...standing, doubt: standing.doubt ?? reasons.words };
    const refuse = (isRefused: boolean) =>
      isRefused ? { ...inWords, refusal: standing.refusal ?? reasons.takenBack } : inWords;
    const { diseases: named, isTakenBack: areTakenBack } = readDiseaseNames(concept.words);
    for (const disease of named) addDisease(disease, source, refuse(areTakenBack), findings);
    const standingOfWords = refuse(isTakenBack(concept.words) || noPregnancyWords.test(concept.words));
    if (birthWords.test(concept.words)) readBirth(source, began, standingOfWords, day, findings);
    else if (pregnancyWords.test(concept.words)) readPregnancy(resource, source, began, standingOfWords, day, findings);
  }
}

/** Why the text of a coded disease makes it a mention: a code for "rule out" is seldom found, and the text says it. */
function doubtText(resource: Resource): string | null {
  const text = getString(getMember(resource.code, "text"));
  return text !== null && readDiseaseNames(text).isTakenBack ? reasons.mayBeTakenBack : null;
}

function readOnset(resource: Resource): RecordedDate | null {
  return (
    readDate(resource.onsetDateTime) ??
    readDate(getMember(resource.onsetPeriod, "start")) ??
    readDate(resource.recordedDate)
  );
}

function readStanding(resource: Resource, began: RecordedDate | null, day: RecordedDate): Standing {
  const clinical = readStatuses(resource.clinicalStatus);
  const verification = readStatuses(resource.verificationStatus);
  const isOver = hasAbated(resource, day);
  const isEnded = isOver || clinical.some((status) => endedStatuses.includes(status));
  const refusal = verification.includes("entered-in-error")
    ? reasons.error
    : verification.includes("refuted")
      ? "It was refuted."
      : isAfter(began, day)
        ? reasons.future
        : null;
  const unconfirmed = verification.every((status) => status === "confirmed")
    ? null
    : `It is recorded as “${verification.join("”, “")}”, and not as confirmed.`;
  const isKnown = isEnded || clinical.every((status) => activeStatuses.includes(status));
  return {
    isEnded,
    isQuiet: !isOver && !clinical.includes("resolved") && clinical.some((status) => quietStatuses.includes(status)),
    refusal,
    unconfirmed,
    doubt: unconfirmed ?? (isKnown ? null : `Its status “${clinical.join("”, “")}” is not known here.`),
  };
}

/** Whether any end is given; one that lies ahead is none yet. */
function hasAbated(resource: Resource, day: RecordedDate): boolean {
  const end = readEnd(resource);
  if (end) return !isAfter(end, day);
  return ["abatementDateTime", "abatementAge", "abatementPeriod", "abatementRange", "abatementString"].some(
    (key) => resource[key] !== undefined && resource[key] !== null,
  );
}

function readEnd(resource: Resource): RecordedDate | null {
  return readDate(resource.abatementDateTime) ?? readDate(getMember(resource.abatementPeriod, "end"));
}

function addDisease({ isMyositis, says }: Disease, source: Source, standing: Standing, findings: Findings): void {
  // A myositis in remission is often one under treatment: it goes on, as a mention.
  const goesOn = isMyositis && standing.isQuiet;
  const refusal =
    standing.refusal ?? (standing.isEnded && !goesOn ? "It has ended, by its status or its end date." : null);
  const general = standing.doubt ?? (goesOn ? "It is recorded as in remission or inactive: to be confirmed." : null);
  for (const said of says) {
    const { proposed } = said;
    const doubt = said.doubt ?? general;
    if (refusal !== null) setAside(findings, proposed.aspect, source, refusal);
    else
      findings.evidence.push({ proposed, source, isFirm: doubt === null, reason: doubt ?? "A condition on record." });
  }
  if (isMyositis && refusal === null) findings.myositis.push({ source, isFirm: general === null });
}

/** A birth is an event: it does not end, and it answers the question for a year. */
function readBirth(
  source: Source,
  on: RecordedDate | null,
  { refusal, doubt }: Pick<Standing, "refusal" | "doubt">,
  day: RecordedDate,
  findings: Findings,
): void {
  const isPast = on !== null && !isWithin(on, DAYS_AFTER_BIRTH, day);
  const refused = refusal ?? (isPast ? "It is more than a year ago." : null);
  if (refused !== null) {
    setAside(findings, "postpartum", source, refused);
    return;
  }
  const open = doubt ?? (on === null ? reasons.undated : null);
  const reason = `A birth, or care after one, on ${on?.text}: within a year.`;
  findings.evidence.push(createYes("postpartum", source, open, reason));
}

/** A pregnancy counts while it can last; one that ended within a year answers the question about the time after it. */
function readPregnancy(
  resource: Resource,
  source: Source,
  began: RecordedDate | null,
  standing: Standing,
  day: RecordedDate,
  findings: Findings,
): void {
  const recordedEnd = standing.isEnded ? readEnd(resource) : null;
  // One that is over by its status did not end on a day to come.
  const end = isAfter(recordedEnd, day) ? null : recordedEnd;
  const refused =
    standing.refusal ??
    (standing.isEnded ? `This pregnancy ${end ? `ended on ${end.text}` : "has ended"}.` : null) ??
    (began && !isWithin(began, DAYS_OF_PREGNANCY, day)
      ? `It began on ${began.text}, too long ago for a pregnancy.`
      : null);
  if (refused === null) {
    const isActive = readStatuses(resource.clinicalStatus).some((status) => activeStatuses.includes(status));
    const open =
      standing.doubt ?? (began === null ? reasons.undated : isActive ? null : "It has no status: to be confirmed.");
    findings.evidence.push(createYes("pregnancy", source, open, `A pregnancy on record since ${began?.text}.`));
    return;
  }
  setAside(findings, "pregnancy", source, refused);
  if (standing.refusal === null && end && isWithin(end, DAYS_AFTER_BIRTH, day)) {
    const reason = `A pregnancy ended on ${end.text}: within a year.`;
    findings.evidence.push(createYes("postpartum", { ...source, date: end.text }, standing.doubt, reason));
  }
}

function createYes(aspect: Feature, source: Source, doubt: string | null, reason: string): Evidence {
  return { proposed: { aspect, value: "yes" }, source, isFirm: doubt === null, reason: doubt ?? reason };
}
