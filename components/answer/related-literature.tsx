import { StudyLink } from "@/components/library/study-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { EvidenceView } from "@/lib/answer/wire";
import { pluralise } from "@/lib/format/text";
import { getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { answerSections } from "./answer-nav";

type Aside = EvidenceView["guidelines"];
type Shared = { studies: ReadonlyMap<string, StudySummary> };

/** Guidelines, reviews and background: matched like studies, counted nowhere. */
export function RelatedLiterature({ view, ...shared }: Shared & { view: EvidenceView }) {
  return (
    <>
      <AsideSection
        anchor="guidelines"
        title={answerSections.guidelines.title}
        note="Each statement is that guideline's own, of its date. Guidelines add no patients."
        sheets={view.guidelines}
        {...shared}
      />
      <AsideSection
        title="Reviews"
        note="Their patients are in the studies above already, so they add none."
        sheets={view.reviews}
        {...shared}
      />
      <AsideSection
        title="Background, without immunoglobulin"
        note="Studies of such patients who were not given immunoglobulin, or where it is not said. They are never counted above."
        sheets={view.background}
        {...shared}
      />
    </>
  );
}

type AsideProps = Shared & { title: string; anchor?: string; note: string; sheets: Aside };

function AsideSection({ title, anchor, note, sheets, ...shared }: AsideProps) {
  if (sheets.length === 0) return null;
  const near = sheets.filter(({ group }) => group === "this-patient" || group === "part");
  const far = sheets.filter((sheet) => !near.includes(sheet));
  return (
    <Section title={title} {...(anchor && { anchor })}>
      <p className="mb-2 text-sm text-quiet">{note}</p>
      <List sheets={near} {...shared} />
      {far.length > 0 && (
        <Disclosure title={`${pluralise(far.length, "more does", "more do")} not speak of such a patient`}>
          <List sheets={far} {...shared} />
        </Disclosure>
      )}
    </Section>
  );
}

function List({ sheets, studies }: Shared & { sheets: Aside }) {
  return (
    <ul className="space-y-2">
      {sheets.map(({ id }) => {
        const study = studies.get(id);
        return (
          study && (
            <li key={id} className="border-l-2 border-line pl-3">
              <StudyLink study={study} />
              {study.citation.year === null ? ", date not given" : ""}: {study.bottomLine}{" "}
              <span className="text-sm text-quiet">
                {study.citation.title}. <Source {...getSourceLink(study)} />
              </span>
            </li>
          )
        );
      })}
    </ul>
  );
}
