import { emptyProfile, type Profile, setAnswer } from "@/lib/case/schema";
import type { ProposedValue } from "./proposals";

/**
 * The case made of the proposals that were accepted.
 * @param accepted at most one value of each aspect
 * @throws RangeError where two accepted proposals give one aspect different values: to choose is the clinician's
 */
export function toProfile(accepted: readonly ProposedValue[]): Profile {
  const chosen = new Map<ProposedValue["aspect"], ProposedValue["value"]>();
  for (const { aspect, value } of accepted) {
    if (chosen.has(aspect) && chosen.get(aspect) !== value)
      throw new RangeError(`Two values of ${aspect} were accepted.`);
    chosen.set(aspect, value);
  }
  let profile = emptyProfile;
  for (const proposed of accepted) profile = setValue(profile, proposed);
  return profile;
}

function setValue(profile: Profile, { aspect, value }: ProposedValue): Profile {
  switch (aspect) {
    case "diagnosis":
      return { ...profile, diagnosis: value };
    case "ageYears":
      return { ...profile, ageYears: value };
    case "weightKg":
      return { ...profile, weightKg: value };
    default:
      return setAnswer(profile, aspect, value);
  }
}
