import { Fragment } from "react";
import { PatientDots } from "@/components/figure/patient-dots";
import { StudyLink } from "@/components/library/study-link";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { describeOthers } from "@/lib/answer/cell-text";
import type { AnswerCell } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { describeRegimensShort } from "@/lib/answer/lead-regimen";
import { composeInWords, nameCell } from "@/lib/answer/result-sentences";
import { describeUnused, listUnusedCounts } from "@/lib/answer/silent-text";
import type { StudiedCombination } from "@/lib/answer/studied-combinations";
import { describePatientsOfLead, describeSpecialTraits } from "@/lib/answer/trait-sentences";
import type { Profile } from "@/lib/case/schema";
import { formatCount } from "@/lib/format/numbers";
import { capitalise, pluralise, stripFullStop, uncapitalise } from "@/lib/format/text";
import { designNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsTreated } from "@/lib/vocabulary/phrases";
import { nameAspect } from "@/lib/wording/match-reasons";
import { answerSections } from "./answer-nav";

/** Whether somebody studied parts of this patient and nobody the whole; of a disease out of scope neither is known. */
export function hasGapStrip({ gap, scope }: Pick<Answer, "gap" | "scope">): boolean {
  return scope.covered && gap.studied.length > 0;
}

/** Whether there is more than one feature whose combinations can be counted, all of them together by somebody. */
function hasTogetherStrip({ gap, scope }: Pick<Answer, "gap" | "scope">): boolean {
  return scope.covered && gap.isDescribed && gap.combinations.length > 1;
}

/** Whether either strip of combinations is there. */
export function hasGapPanel(answer: Pick<Answer, "gap" | "scope">): boolean {
  return hasGapStrip(answer) || hasTogetherStrip(answer);
}

type Props = { answer: Answer; onOpen: (narrowed: Profile) => void };

/** What nobody studied together, between what somebody did: each part with its own figures, and the way to its case. */
export function GapStrip({ answer, onOpen }: Props) {
  const [first, ...others] = answer.gap.studied;
  if (!first || !hasGapStrip(answer)) return null;
  const { profile } = answer.facts;
  return (
    <section
      aria-labelledby="together"
      className="order-1 mt-2 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <h2 id="together" tabIndex={-1} className="sr-only">
        No study of this library has all of this together
      </h2>
      <div className="flex flex-col divide-line max-md:divide-y md:flex-row md:divide-x">
        <Column studied={first} profile={profile} onOpen={onOpen} />
        <Missing answer={answer} />
        {others.map((studied) => (
          <Column key={studied.features.join()} studied={studied} profile={profile} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

/** The zero: how many of all studies describe everything that was stated. */
function Missing({ answer: { facts, including, library } }: Pick<Props, "answer">) {
  const all = facts.defining.length === 2 ? "both" : facts.defining.length > 2 ? "all of these" : "this";
  return (
    <p className="flex items-center justify-center gap-x-2 p-2 text-center text-gap md:w-24 md:shrink-0 md:flex-col">
      <strong className="text-figure">0</strong>{" "}
      <span className="text-sm">
        of {library.studies} studies {including.length > 0 ? "are mainly of" : "describe"} <strong>{all}</strong>
      </span>
    </p>
  );
}

type ColumnProps = { studied: StudiedCombination; profile: Profile; onOpen: Props["onOpen"] };

function Column({ studied, profile, onOpen }: ColumnProps) {
  const { features, missingText, describing, patients, uncounted, cells } = studied;
  const count = describing.length;
  const areSingle = describing.every(({ study }) => study.participants.treated === 1);
  return (
    <article className="flex min-w-0 flex-1 flex-col gap-2 p-3">
      <h3 className="leading-snug">
        <strong>{features.map((aspect) => nameAspect(aspect, profile)).join(" + ")}</strong>
        <span className="block text-sm text-quiet">{capitalise(missingText.join("; "))}</span>
      </h3>
      <p className="text-sm">
        {areSingle
          ? pluralise(count, "single case", "single cases")
          : `${pluralise(count, "study", "studies")}, ${formatPatientsTreated(patients, uncounted)}`}
      </p>
      <dl className="grid gap-x-3 gap-y-2">
        {cells.map((cell) => (
          <Fragment key={`${cell.domain} ${cell.timing}`}>
            <CellLines cell={cell} />
          </Fragment>
        ))}
        <div className="text-sm">
          <dt className="text-xs font-bold text-quiet uppercase">{answerSections.given.title}</dt>
          <dd>{describeRegimensShort(describing)}</dd>
        </div>
      </dl>
      <p className="mt-auto">
        <Button onClick={() => onOpen(studied.profile)}>
          {count === 1 ? "Open this one" : `Open these ${count}`}
          <span className="sr-only">: {features.map((aspect) => nameAspect(aspect, profile)).join(" + ")}</span>
        </Button>
      </p>
    </article>
  );
}

/** One domain of a part: what leads, in whom, with its interval and its reports; else that nobody counts it. */
function CellLines({ cell }: { cell: AnswerCell }) {
  const { lead } = cell;
  const unused = describeUnused(cell);
  const besides = [...listUnusedCounts(cell), ...composeInWords(cell)];
  const name = nameCell(cell);
  if (!lead) {
    return (
      <div className="text-sm text-quiet">
        <dt className="inline">{name}: </dt>
        <dd className="inline">{[uncapitalise(unused), ...besides].filter(Boolean).join(" ")}</dd>
      </div>
    );
  }
  const { figure, events, total, cases, rule } = lead;
  const { percent, interval, method } = getFigureParts(figure);
  const isSingle = rule === "single-cases";
  return (
    <div className="text-sm">
      <dt className="text-xs font-bold text-quiet uppercase">{name}</dt>
      <dd>
        <strong className="text-lg whitespace-nowrap">{formatCount({ events, total })}</strong>
        {!isSingle && percent && <span className="text-quiet"> {percent}</span>}{" "}
        {[...new Set(cases.map((one) => one.figure.plain))].join("; ")}
        <PatientDots {...figure} events={events} total={total} isExplained />
        <span className="block text-xs text-quiet">
          {!isSingle && `${interval} (${method}). `}
          {cases.map(({ found }, index) => (
            <Fragment key={found.study.id}>
              {index > 0 && ", "}
              <StudyLink study={found.study} />
            </Fragment>
          ))}
          {!isSingle && `, ${designNames[lead.found.study.design.type].toLowerCase()}`}
          {[describeOthers(cell), unused, ...besides].map((text) => text && `. ${stripFullStop(text)}`).join("")}
        </span>
        {!isSingle &&
          [...describeSpecialTraits(lead.found), ...describePatientsOfLead(lead)].map((text) => (
            <span key={text} className="block text-xs">
              {text}
            </span>
          ))}
      </dd>
    </div>
  );
}

/** Combinations that are shown in full; of more, each feature alone and all together. */
const MAX_COMBINATIONS = 7;

/** How many studies and patients have each feature, and how many have them together: numbers only. */
export function TogetherStrip({ answer }: Pick<Props, "answer">) {
  if (!hasTogetherStrip(answer)) return null;
  const { gap, facts } = answer;
  const { combinations } = gap;
  const whole = facts.defining.length;
  const shown =
    combinations.length <= MAX_COMBINATIONS
      ? combinations
      : combinations.filter(({ features }) => features.length === 1 || features.length === whole);
  return (
    <Section anchor="together" title={answerSections.together.title}>
      <ul className="flex flex-wrap gap-px border border-line bg-line text-sm">
        {shown.map(({ features, studies, patients, uncounted }) => (
          <li key={features.join()} className="grow basis-36 bg-surface p-2">
            <span className="block">{features.map((aspect) => nameAspect(aspect, facts.profile)).join(" + ")}</span>
            <strong>{studies === 0 ? "nobody" : pluralise(studies, "study", "studies")}</strong>
            {studies > 0 && <span className="text-quiet">, {formatPatientsTreated(patients, uncounted)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
