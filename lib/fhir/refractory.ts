import { capitalise, joinWithAnd } from "@/lib/format/text";
import type { Evidence } from "./evidence";
import { isTakenBack } from "./meanings";
import { corticosteroids, type Drug, type Treatment } from "./medication";

/** Words by which a record says that a drug did not work. A flare or a relapse alone does not say it. */
const noEffect =
  /\b(lack of (clinical )?(effect|efficacy|response)|no (effect|response)|(inadequate|insufficient|poor) (effect|efficacy|response)|ineffective|not effective|(treatment|therapy|therapeutic) (failure|failed)|refractory)\b/gi;
/** Words that change nothing about what those say. */
const fillers =
  /\b(of|to|the|this|due|because|drug|medication|treatment|therapy|disease|myositis|dermatomyositis|polymyositis)\b|[^\p{L}]/giu;
/** Words of a disease that is well. */
const wellWords = /\b(remission|quiescent|stable|controlled|(good|complete|full) response|effective)\b/i;

/**
 * How far the reason for ending a drug says that it did not work: recorded where it says nothing else, mentioned where
 * it says more ("no response from the patient" is no lack of effect).
 * @returns null where it does not say so, or takes it back
 */
function readNoEffect({ drug, whyEnded }: Treatment): "recorded" | "mentioned" | null {
  if (whyEnded === null) return null;
  const rest = whyEnded.replace(noEffect, " ");
  if (rest === whyEnded || isTakenBack(rest) || wellWords.test(rest)) return null;
  const left = rest.toLowerCase().replaceAll(drug, " ").replace(fillers, "");
  return left === "" ? "recorded" : "mentioned";
}

/**
 * Whether the disease is refractory, by the two rules of decision 35, from recorded treatment alone:
 * 1. a systemic drug was stopped, and the record gives lack of effect as the reason: recorded where it gives no other,
 *    and what the drug was given for is no reason that cannot be read;
 * 2. a corticosteroid, and a second drug that spares it, begun after a first one had been begun and was ended for no
 *    reason given: only mentioned, because drugs are changed for many reasons, a planned pregnancy among them.
 * @param intolerated drugs to which an allergy or intolerance is on record
 */
export function findRefractory(treatments: readonly Treatment[], intolerated: readonly Drug[]): Evidence[] {
  const stopped = treatments.flatMap((treatment): Evidence[] => {
    const { drug, whyEnded, hasEnded, isVerified, hasUnreadableReason, source } = treatment;
    const said = readNoEffect(treatment);
    if (!hasEnded || said === null) return [];
    const isFirm = said === "recorded" && isVerified && !hasUnreadableReason;
    const reason = `${capitalise(drug)} was ended, and the record gives the reason: “${whyEnded}”.`;
    return [
      {
        proposed: { aspect: "refractory", value: "yes" },
        source,
        isFirm,
        reason: isFirm ? reason : `${reason} To be confirmed.`,
      },
    ];
  });
  return stopped.length > 0 ? stopped : findChange(treatments, intolerated);
}

function findChange(treatments: readonly Treatment[], intolerated: readonly Drug[]): Evidence[] {
  const steroid = treatments.find(({ drug }) => corticosteroids.includes(drug));
  if (!steroid) return [];
  const sparing = treatments.filter(({ drug }) => !corticosteroids.includes(drug));
  const first = sparing.find(
    ({ drug, began, hasEnded, whyEnded }) => began && hasEnded && whyEnded === null && !intolerated.includes(drug),
  );
  const second = sparing.find(
    ({ drug, began }) => first?.began && began && drug !== first.drug && began.first > first.began.last,
  );
  if (!first || !second) return [];
  const change = [steroid, first, second];
  const names = joinWithAnd(change.map(({ drug }) => drug));
  return change.map(({ source }) => ({
    proposed: { aspect: "refractory", value: "yes" },
    source,
    isFirm: false,
    reason: `By rule, from recorded treatment: ${names}, the last begun after ${first.drug}, which was ended. To be confirmed.`,
  }));
}
