import { type Answer, answerCase } from "@/lib/answer/answer";
import { describeMethods } from "@/lib/answer/cell-text";
import type { Library } from "@/lib/answer/library";
import { readCase } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { Proposals } from "@/lib/fhir/proposals";
import { toProfile } from "@/lib/fhir/to-profile";
import { formatDate } from "@/lib/format/numbers";
import { workOutOnce } from "@/lib/format/object";
import { joinWithAnd, uncapitalise } from "@/lib/format/text";
import { composeCitedCell } from "@/lib/paper/letter";
import { formatHeadline } from "@/lib/paper/opening-lines";
import { describeSafety, listGuidelineLines } from "@/lib/paper/paper-blocks";
import { createReferences, formatReference, type References } from "@/lib/paper/references";
import { listStudiedParts } from "@/lib/paper/studied-parts";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { writeCaseLink } from "@/lib/url-state/case";
import { joinFragment } from "@/lib/url-state/fragment";
import { formatTopic } from "@/lib/vocabulary/phrases";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { escapeMarkdown } from "./markdown";
import { describeProposal, listNotes, listSetAside, listUncounted } from "./record-lines";

/** A card of CDS Hooks: it informs, and suggests nothing. */
export type Card = {
  uuid: string;
  summary: string;
  detail: string;
  indicator: "info";
  source: { label: string; url?: string };
  /** at least one: the standard knows no empty list */
  links?: Link[];
};

type Link = { label: string; url: string; type: "absolute" };

export type CardOptions = {
  /** the address of this app, without a slash at its end; null where it is not known: no link then leads to it */
  baseUrl: string | null;
  /** the day of the answer, as 2026-11-26 */
  on: string;
  uuid: string;
  /** what could not be read of the record, as sentences */
  gaps: readonly string[];
};

/** The standard asks for fewer letters than this in a summary. */
const SUMMARY_LIMIT = 140;
/** Studies of the detail that have a link of their own. */
const MAX_STUDY_LINKS = 3;

/**
 * The cards for one patient: none without a myositis on record, else one. Only recorded answers count; what the record
 * only mentions, or contradicts, is named as not counted, because nobody has confirmed it.
 */
export function createCards(proposals: Proposals, library: Library, options: CardOptions): Card[] {
  if (proposals.myositis.status === "none") return [];
  const counted = proposals.proposals.filter(({ status }) => status === "recorded");
  const profile = toProfile(counted);
  const answer = answerCase(readCase(profile), library);
  const references = createReferences();
  // Without a diagnosis nobody knows whose figures these would be.
  const evidence = profile.diagnosis === null ? [] : describeEvidence(answer, references);
  const { on, gaps, baseUrl, uuid } = options;
  const uncounted = proposals.proposals.filter((one) => !counted.includes(one));
  const links = [...listCaseLinks(profile, proposals, baseUrl), ...listStudyLinks(references.list())];
  const detail = [
    // First, because an allergy or a death matters more than any figure.
    listLines("**Also in the record**", listNotes(proposals.notes)),
    listLines(`**From the record, ${formatDate(on)}**`, counted.map(describeProposal)),
    listLines("**Not counted: to be confirmed**", listUncounted(uncounted)),
    listLines("**Seen and not counted**", listSetAside(proposals.notCounted)),
    listLines("**What could not be read**", gaps),
    listLines(
      "**Answers that contradict each other**",
      answer.facts.contradictions.map(({ text }) => text),
    ),
    ...evidence,
    numberReferences(references.list()),
    describeLibrary(answer),
  ];
  return [
    {
      uuid,
      summary: writeSummary(answer, proposals),
      detail: detail.filter(Boolean).join("\n\n"),
      indicator: "info",
      source: {
        label: "Myomatch: published studies of immunoglobulin in myositis",
        ...(baseUrl !== null && { url: `${baseUrl}/about` }),
      },
      ...(links.length > 0 && { links }),
    },
  ];
}

/** The verdict in fewer than 140 letters: its first sentence, else its numbers alone. */
function writeSummary(answer: Answer, proposals: Proposals): string {
  const { scope, sentences, facts } = answer;
  const candidates =
    facts.profile.diagnosis === null ? describeOpenDiagnosis(proposals) : [scope.text ?? sentences.lead];
  return candidates.find(isShort) ?? `${formatHeadline(answer)}.`;
}

/** What is left to the clinician where no one diagnosis is recorded, the most exact sentence first. */
function describeOpenDiagnosis({ proposals }: Proposals): string[] {
  const named = proposals.flatMap(({ aspect, value }) =>
    aspect === "diagnosis" ? [formatTopic({ diagnosis: value })] : [],
  );
  const toSee = "in Myomatch to see the published evidence.";
  return named.length > 1
    ? [
        `The record names ${joinWithAnd(named)}: choose one ${toSee}`,
        `The record names several kinds: choose one ${toSee}`,
      ]
    : [`The record mentions ${named[0] ?? "myositis"}: confirm it ${toSee}`];
}

const isShort = (text: string) => text.length < SUMMARY_LIMIT;

/** What was found, as the screen says it: who describes the patient, each figure with its study, and what nobody studied. */
function describeEvidence(answer: Answer, references: References): string[] {
  const { sentences, cells, describing, certainty, scope } = answer;
  const cite = (study: StudySummary) => `[${references.cite(study)}]`;
  // Cited first, because they are told first.
  const counted = cells.map((cell) => composeCitedCell(cell, { describing, cells, cite }).join(" "));
  const parts = listStudiedParts(answer).map(({ name, studies, cells: ofPart }) =>
    listLines(
      `**Of patients who share a part of this: ${escapeMarkdown(uncapitalise(name))}**`,
      ofPart.map((cell) => composeCitedCell(cell, { describing: studies, cells: ofPart, cite }).join(" ")),
    ),
  );
  const methods = describeMethods([...cells, ...answer.gap.studied.flatMap((part) => part.cells)]);
  const guidelines = listLines(
    "**Guidelines that speak of such a patient**",
    listGuidelineLines(answer).lines.map(({ year, study, text, status }) =>
      [`${year}:`, text, status && `(${status})`, cite(study)].filter(Boolean).join(" "),
    ),
  );
  const opening = paragraph([sentences.lead, ...listBesideFindings(sentences)]);
  if (!scope.covered) return [opening, guidelines];
  const { relevant, warnings } = describeSafety(answer);
  return [
    opening,
    listLines("**What was counted**", counted),
    ...parts,
    paragraph([...sentences.including, ...methods, certainty]),
    guidelines,
    listLines(
      "**Safety**",
      [...relevant, ...warnings].map(({ text, provenance }) => `${text} ${provenance}`.trim()),
    ),
  ];
}

function describeLibrary({ library }: Answer): string {
  return paragraph([
    `Library ${library.version}, literature searched ${formatDate(library.searched)}: ${library.studies} studies, ${library.patients} patients given immunoglobulin.`,
    "Lists published evidence for clinicians. Makes no recommendation. Not for emergencies.",
  ]);
}

/** The case as it was counted, and beside it the case with what the record only mentions. */
function listCaseLinks(counted: Profile, { proposals }: Proposals, baseUrl: string | null): Link[] {
  if (baseUrl === null) return [];
  const mentioned = toProfile(proposals.filter(({ status }) => status !== "contradicted"));
  const [url, urlWithMentioned] = [writeCaseUrl(counted, baseUrl), writeCaseUrl(mentioned, baseUrl)];
  const links: Link[] = [{ label: "Open this case in Myomatch", url, type: "absolute" }];
  if (urlWithMentioned === url) return links;
  return [
    ...links,
    { label: "Open it with what the record mentions, to confirm it", url: urlWithMentioned, type: "absolute" },
  ];
}

function writeCaseUrl(profile: Profile, baseUrl: string): string {
  return `${baseUrl}/${joinFragment({ case: writeCaseLink(profile) })}`;
}

function listStudyLinks(studies: readonly StudySummary[]): Link[] {
  return studies
    .flatMap((study) => {
      const { label, url } = getSourceLink(study);
      return url === null ? [] : [{ study, label, url }];
    })
    .slice(0, MAX_STUDY_LINKS)
    .map(({ study, label, url }) => ({ label: `${getShortName(study)}, ${label}`, url, type: "absolute" }));
}

function paragraph(sentences: readonly string[]): string {
  return escapeMarkdown(sentences.join(" "));
}

function listLines(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, "", ...lines.map((line) => `- ${escapeMarkdown(line)}`)].join("\n");
}

function numberReferences(studies: readonly StudySummary[]): string {
  if (studies.length === 0) return "";
  return ["**References**", "", ...studies.map((study, index) => `${index + 1}. ${writeReference(study)}`)].join("\n");
}

/** The reference of a study as Markdown; written once for a study. */
const writeReference = workOutOnce((study: StudySummary): string => escapeMarkdown(formatReference(study)));
