import { StudyLink } from "@/components/library/study-link";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { Answer } from "@/lib/answer/answer";
import type { RelatedSheet } from "@/lib/answer/related";
import { stripFullStop } from "@/lib/format/text";
import { getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { formatGuidelineStatus } from "@/lib/wording/fact-sheet";
import { answerSections } from "./answer-nav";
import { besideLook, ShownOnDemand } from "./shown-on-demand";

/** Guidelines that are in the open; the others are one press away. */
const MAX_OPEN = 2;

/** Guidelines, reviews and background: matched like studies, counted nowhere. */
export function RelatedLiterature({ answer }: { answer: Answer }) {
  return (
    <>
      <Guidelines answer={answer} />
      <OtherLiterature answer={answer} />
    </>
  );
}

/** Guidelines that speak of such a patient, the nearest first; the others are folded away. */
function Guidelines({ answer: { guidelines, facts, scope } }: { answer: Answer }) {
  if (guidelines.length === 0) return null;
  const near = guidelines.filter(({ isNear }) => isNear);
  const far = guidelines.filter(({ isNear }) => !isNear);
  const isCombination = facts.defining.length > 1;
  const speaksOfAll = guidelines.some(({ group }) => group === "this-patient");
  // Of a disease that is not covered, they are all that there is.
  const open = scope.covered ? MAX_OPEN : near.length;
  const folded = near.slice(open);
  return (
    <Section anchor="guidelines" title={answerSections.guidelines.title}>
      <p className="mb-2 text-sm text-quiet">
        Each statement is that guideline's own, of its date. Guidelines add no patients.
        {isCombination && !speaksOfAll && <strong> None speaks of this whole combination.</strong>}
      </p>
      {near.length > 0 && <List sheets={near.slice(0, open)} />}
      <div className={besideLook}>
        {folded.length > 0 && (
          <ShownOnDemand title={`Show ${folded.length} more`}>{() => <List sheets={folded} />}</ShownOnDemand>
        )}
        {far.length > 0 && (
          <ShownOnDemand title={`${far.length} on other patients`}>{() => <List sheets={far} />}</ShownOnDemand>
        )}
      </div>
    </Section>
  );
}

const others = [
  {
    kind: "reviews",
    name: "Reviews",
    note: "Their patients may be among those of the studies above, so they add none.",
  },
  {
    kind: "background",
    name: "Background, without immunoglobulin",
    note: "Studies of such patients who were not given immunoglobulin, or where it is not said. They are never counted above.",
  },
] as const;

/** Reviews and background studies, folded away with how many of them speak of such a patient. */
function OtherLiterature({ answer }: { answer: Answer }) {
  const shown = others.filter(({ kind }) => answer[kind].length > 0);
  if (shown.length === 0) return null;
  return (
    <Section title="Reviews and background">
      <div className={besideLook}>
        {shown.map(({ kind, name, note }) => {
          const sheets = [...answer[kind]].sort((a, b) => Number(b.isNear) - Number(a.isNear));
          const near = sheets.filter(({ isNear }) => isNear).length;
          const onSuch = near === sheets.length ? "all" : `${near} of them`;
          const count = near > 0 ? `${sheets.length}, ${onSuch} on such a patient` : `${sheets.length}`;
          return (
            <ShownOnDemand key={kind} title={`${name}: ${count}`}>
              {() => (
                <>
                  <p className="mb-2 text-sm text-quiet">{note}</p>
                  <List sheets={sheets} />
                </>
              )}
            </ShownOnDemand>
          );
        })}
      </div>
    </Section>
  );
}

function List({ sheets }: { sheets: readonly RelatedSheet[] }) {
  return (
    <ul className="space-y-2 max-sm:space-y-1">
      {sheets.map(({ study }) => (
        <li key={study.id} className="border-l-2 border-line pl-3 text-sm max-sm:leading-snug">
          <StudyLink study={study} /> <Status study={study} />
          {study.bottomLine}{" "}
          <span className="text-quiet">
            {study.citation.title}. <Source {...getSourceLink(study)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whether a guideline still holds, as a tag; what took its place is beside it. */
function Status({ study: { guideline } }: { study: StudySummary }) {
  const sentence = formatGuidelineStatus(guideline);
  if (!guideline?.status || sentence === null) return null;
  return (
    <>
      <strong className="border-b-2 border-edge text-xs uppercase">{guideline.status}</strong>{" "}
      {guideline.by && <span className="text-quiet">{stripFullStop(sentence)}. </span>}
    </>
  );
}
