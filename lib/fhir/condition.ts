import type { Feature } from "@/lib/vocabulary/feature";
import type { Concept } from "./codes";
import { getStatusCode, type Meaning, readConcept } from "./concept";
import { isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import { citeCode, citeConcept, citeWords, type Evidence, type Findings, reasons, setAside } from "./evidence";
import { getMember, type Resource } from "./json";
import { type Disease, diseases, readDiseaseNames } from "./meanings";
import type { Source } from "./proposals";

/** Days that a pregnancy can have lasted when it comes to be known, and is not over. */
const DAYS_OF_PREGNANCY = 300;
/** Days after a birth or a loss within which the question "gave birth or lost a pregnancy within a year" is answered yes. */
const DAYS_AFTER_BIRTH = 365;

const pregnancyWords = /\bpregnan(t|cy)\b|\bgravid(ity)?\b/i;
const birthWords =
  /\b(childbirth|gave birth|post-?partum|puerperium|miscarriage|stillbirth|breast-?feeding|(vaginal|c(a)?esarean) (delivery|section))\b/i;

/** How a Condition stands: what it can count as. */
type Standing = { isEnded: boolean; refusal: string | null; doubt: string | null };

const endedStatuses = ["inactive", "remission", "resolved"];
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
    addDisease(disease, source, { ...standing, doubt: standing.doubt ?? doubtCode(meaning) }, findings);
  }
  const is = (meant: Concept) => concept.meanings.find((meaning) => meaning.concept === meant);
  const birth = is("birth") ?? is("after-birth");
  const pregnancy = is("pregnancy-condition");
  if (birth) {
    readBirth(citeCode(resource, birth, began), began, { ...standing, doubt: doubtCode(birth) }, day, findings);
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
    const { diseases: named, isTakenBack } = readDiseaseNames(concept.words);
    const refused = isTakenBack ? { ...inWords, refusal: "Its words rule it out or leave it open." } : inWords;
    for (const disease of named) addDisease(disease, source, refused, findings);
    if (birthWords.test(concept.words)) readBirth(source, began, inWords, day, findings);
    else if (pregnancyWords.test(concept.words)) readPregnancy(resource, source, began, inWords, day, findings);
  }
}

function readOnset(resource: Resource): RecordedDate | null {
  return (
    readDate(resource.onsetDateTime) ??
    readDate(getMember(resource.onsetPeriod, "start")) ??
    readDate(resource.recordedDate)
  );
}

function readStanding(resource: Resource, began: RecordedDate | null, day: RecordedDate): Standing {
  const clinical = getStatusCode(resource.clinicalStatus);
  const verification = getStatusCode(resource.verificationStatus);
  const isEnded = hasAbated(resource, day) || endedStatuses.includes(clinical ?? "");
  const refusal =
    verification === "entered-in-error"
      ? reasons.error
      : verification === "refuted"
        ? "It was refuted."
        : isAfter(began, day)
          ? reasons.future
          : null;
  const isConfirmed = verification === null || verification === "confirmed";
  const isKnown = clinical === null || activeStatuses.includes(clinical) || isEnded;
  return {
    isEnded,
    refusal,
    doubt: !isConfirmed
      ? `It is recorded as “${verification}”, and not as confirmed.`
      : isKnown
        ? null
        : `Its status “${clinical}” is not known here.`,
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

const doubtCode = ({ isVerified }: Meaning) => (isVerified ? null : reasons.unverifiedCode);

function addDisease({ isMyositis, says }: Disease, source: Source, standing: Standing, findings: Findings): void {
  const refusal = standing.refusal ?? (standing.isEnded ? "It has ended, by its status or its end date." : null);
  for (const { proposed, doubt = standing.doubt } of says) {
    if (refusal !== null) setAside(findings, proposed.aspect, source, refusal);
    else
      findings.evidence.push({ proposed, source, isFirm: doubt === null, reason: doubt ?? "A condition on record." });
  }
  if (isMyositis && refusal === null) findings.myositis.push({ source, isFirm: standing.doubt === null });
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
  const end = standing.isEnded ? readEnd(resource) : null;
  const refused =
    standing.refusal ??
    (standing.isEnded ? `This pregnancy ${end ? `ended on ${end.text}` : "has ended"}.` : null) ??
    (began && !isWithin(began, DAYS_OF_PREGNANCY, day)
      ? `It began on ${began.text}, too long ago for a pregnancy.`
      : null);
  if (refused === null) {
    const isActive = activeStatuses.includes(getStatusCode(resource.clinicalStatus) ?? "");
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
