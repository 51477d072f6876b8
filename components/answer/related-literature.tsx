import { StudyLink } from "@/components/library/study-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { Answer } from "@/lib/answer/answer";
import type { RelatedSheet } from "@/lib/answer/related";
import { pluralise, stripFullStop } from "@/lib/format/text";
import { getSourceLink } from "@/lib/study/citation";
import { formatGuidelineStatus } from "@/lib/wording/fact-sheet";
import { answerSections } from "./answer-nav";

/** Guidelines, reviews and background: matched like studies, counted nowhere. */
export function RelatedLiterature({ answer }: { answer: Answer }) {
  return (
    <>
      <RelatedSection
        anchor="guidelines"
        title={answerSections.guidelines.title}
        note="Each statement is that guideline's own, of its date. Guidelines add no patients."
        sheets={answer.guidelines}
      />
      <RelatedSection
        title="Reviews"
        note="Their patients may be among those of the studies above, so they add none."
        sheets={answer.reviews}
      />
      <RelatedSection
        title="Background, without immunoglobulin"
        note="Studies of such patients who were not given immunoglobulin, or where it is not said. They are never counted above."
        sheets={answer.background}
      />
    </>
  );
}

type Props = { title: string; anchor?: string; note: string; sheets: readonly RelatedSheet[] };

function RelatedSection({ title, anchor, note, sheets }: Props) {
  if (sheets.length === 0) return null;
  const near = sheets.filter(({ isNear }) => isNear);
  const far = sheets.filter(({ isNear }) => !isNear);
  return (
    <Section title={title} {...(anchor && { anchor })}>
      <p className="mb-2 text-sm text-quiet">{note}</p>
      {near.length > 0 && <List sheets={near} />}
      {far.length > 0 && (
        <Disclosure title={`${pluralise(far.length, "more does", "more do")} not cover such a patient`}>
          <List sheets={far} />
        </Disclosure>
      )}
    </Section>
  );
}

function List({ sheets }: Pick<Props, "sheets">) {
  return (
    <ul className="space-y-2">
      {sheets.map(({ study }) => (
        <li key={study.id} className="border-l-2 border-line pl-3">
          <StudyLink study={study} />
          {study.citation.year === null ? ", date not given" : ""}
          {study.guideline?.status && <strong> ({stripFullStop(formatGuidelineStatus(study.guideline) ?? "")})</strong>}
          : {study.bottomLine}{" "}
          <span className="text-sm text-quiet">
            {study.citation.title}. <Source {...getSourceLink(study)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
