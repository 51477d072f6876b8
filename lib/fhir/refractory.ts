import { capitalise, joinWithAnd } from "@/lib/format/text";
import type { Evidence } from "./evidence";
import { corticosteroids, type Drug, type Treatment } from "./medication";

/** Words by which a record says that a drug did not work. */
const noEffect =
  /\b(lack of (effect|efficacy|response)|no (effect|response)|(inadequate|insufficient|poor) (effect|response)|ineffective|not effective|treatment fail(ure|ed)|failed|refractory|relapse[ds]?|flare)\b/i;

/**
 * Whether the disease is refractory, by the two rules of decision 35, from recorded treatment alone:
 * 1. a systemic drug was stopped, and the record gives lack of effect as the reason: recorded;
 * 2. a corticosteroid, and a second drug that spares it, begun after a first one had been begun and was ended for no
 *    reason given: only mentioned, because drugs are changed for many reasons, a planned pregnancy among them.
 * @param intolerated drugs to which an allergy or intolerance is on record
 */
export function findRefractory(treatments: readonly Treatment[], intolerated: readonly Drug[]): Evidence[] {
  const failed = treatments.filter(
    ({ hasEnded, whyEnded }) => hasEnded && whyEnded !== null && noEffect.test(whyEnded),
  );
  const stopped = failed.map(
    ({ drug, whyEnded, isVerified, source }): Evidence => ({
      proposed: { aspect: "refractory", value: "yes" },
      source,
      isFirm: isVerified,
      reason: `${capitalise(drug)} was ended, and the record gives the reason: “${whyEnded}”.`,
    }),
  );
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
