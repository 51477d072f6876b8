import { getStatedAnswers, type Profile } from "@/lib/case/schema";
import type { Aspect } from "@/lib/match/match";
import type { Subject } from "@/lib/vocabulary/phrases";

/** Everything the patient was said to have: the features answered yes, and the diagnosis. */
export function listStatedAspects(profile: Profile): Aspect[] {
  const yes = getStatedAnswers(profile).filter(({ answer }) => answer === "yes");
  return [...yes.map(({ feature }) => feature), ...(profile.diagnosis ? (["diagnosis"] as const) : [])];
}

/** An aspect as the sentences speak of it. */
export function getSubject(profile: Pick<Profile, "diagnosis">, aspect: Aspect): Subject {
  if (aspect !== "diagnosis") return aspect;
  if (!profile.diagnosis) throw new RangeError("spoken: a diagnosis is spoken of only where the case has one");
  return { diagnosis: profile.diagnosis };
}
