import type { Profile } from "@/lib/case/schema";
import type { Proposal } from "@/lib/fhir/proposals";
import { toProfile } from "@/lib/fhir/to-profile";

/** What the clinician made of a proposal. Without an entry it is undecided, and counts for nothing. */
type Choice = "accepted" | "refused";

/** The choices by the place of the proposal in its list. */
export type Choices = ReadonlyMap<number, Choice>;

/** Accepts a proposal. Other values of the same answer are refused by that: only one can be true. */
export function accept(proposals: readonly Proposal[], choices: Choices, place: number): Choices {
  const aspect = proposals[place]?.aspect;
  const others = proposals.flatMap((other, at) => (other.aspect === aspect && at !== place ? [at] : []));
  return new Map([...choices, ...others.map((at) => [at, "refused"] as const), [place, "accepted"]]);
}

/** Refuses a proposal: its answer stays not stated. */
export function refuse(choices: Choices, place: number): Choices {
  return new Map([...choices, [place, "refused"]]);
}

/** Takes a choice back. */
export function undo(choices: Choices, place: number): Choices {
  return new Map([...choices].filter(([at]) => at !== place));
}

/** The proposals that "accept all recorded" accepts: those that the record supports without doubt, and nobody decided on. */
export function listRecorded(proposals: readonly Proposal[], choices: Choices): number[] {
  return proposals.flatMap(({ status }, place) => (status === "recorded" && !choices.has(place) ? [place] : []));
}

/** The case of what was accepted, and of nothing else. */
export function makeCase(proposals: readonly Proposal[], choices: Choices): Profile {
  return toProfile(proposals.filter((_, place) => choices.get(place) === "accepted"));
}
