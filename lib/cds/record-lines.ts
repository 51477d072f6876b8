import { formatCase, getQuestion } from "@/lib/case/questions";
import type { NotCounted, Note, Proposal, Source } from "@/lib/fhir/proposals";
import { toProfile } from "@/lib/fhir/to-profile";

/** Lines of one list, and sources of one line, that a card holds: a record can hold any number. */
const MAX_LINES = 12;
const MAX_SOURCES = 3;

/** "Diagnosis: dermatomyositis (Condition, 2026-03-01)" */
export function describeProposal(proposal: Proposal): string {
  const [said = ""] = formatCase(toProfile([proposal]));
  return `${said} ${citeSources(proposal.sources)}`;
}

/** What the record only mentions or contradicts, each line with the reason. */
export function listUncounted(proposals: readonly Proposal[]): string[] {
  return cutLines(proposals.map((proposal) => `${describeProposal(proposal)}. ${proposal.reason}`));
}

/** What speaks of an answer and sets none: "Weight: Its unit is not known here … (Observation, 2026-11-01)". */
export function listSetAside(entries: readonly NotCounted[]): string[] {
  return cutLines(
    entries.map(({ aspect, source, reason }) => `${nameAspect(aspect)}: ${reason} ${citeSources([source])}`),
  );
}

/** What matters beside the answers, such as an allergy to immunoglobulin. */
export function listNotes(notes: readonly Note[]): string[] {
  return cutLines(notes.map(({ text }) => text));
}

const otherAspects = { diagnosis: "Diagnosis", ageYears: "Age", weightKg: "Weight" } as const;

function nameAspect(aspect: NotCounted["aspect"]): string {
  return aspect in otherAspects
    ? otherAspects[aspect as keyof typeof otherAspects]
    : getQuestion(aspect as Exclude<typeof aspect, keyof typeof otherAspects>).label;
}

function citeSources(sources: readonly Source[]): string {
  const shown = sources
    .slice(0, MAX_SOURCES)
    .map(({ resourceType, display, date }) =>
      [resourceType, display && `“${display}”`, date].filter(Boolean).join(", "),
    );
  const left = sources.length - shown.length;
  return `(${[...new Set(shown), ...(left > 0 ? [`${left} more`] : [])].join("; ")})`;
}

/** Each line once, the first of them, and how many are left. */
function cutLines(lines: readonly string[]): string[] {
  const different = [...new Set(lines)];
  const left = different.length - MAX_LINES;
  return left > 0 ? [...different.slice(0, MAX_LINES), `${left} more.`] : different;
}
