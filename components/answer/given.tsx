import { Fragment } from "react";
import { StudyLink } from "@/components/library/study-link";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import {
  drawInfusions,
  formatInfusionWeeks,
  type GivenGroups,
  groupGiven,
  listInfusionWeeks,
  type RegimenGroup,
} from "@/lib/answer/given";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { pluralise } from "@/lib/format/text";
import { selectFirstReports } from "@/lib/study/cohort";
import { countStudiesAndGroups } from "@/lib/study/study-count";
import { formatRegimenGiven, listGivenParts } from "@/lib/wording/given-text";
import { answerSections } from "./answer-nav";
import { hasCaseTable } from "./case-table";
import { besideLook, ShownOnDemand } from "./shown-on-demand";

/** Names that one line holds; the others are among the studies one by one. */
const MAX_NAMED = 3;

/** Regimens that are in the open; the others, which no more studies gave, are one press away. */
const MAX_REGIMENS = 3;

/** What the patients of the describing studies were given, the regimen of most studies first, and how many say nothing of it. */
export function GivenTreatment({ answer }: { answer: Answer }) {
  const { describing, facts } = answer;
  const { weightKg } = facts.profile;
  if (describing.length === 0) return null;
  const { regimens, withoutDose, silent } = groupGiven(describing, weightKg);
  const rest = regimens.slice(MAX_REGIMENS);
  const note = regimens.find((group) => group.note !== null)?.note;
  return (
    <Section
      anchor="given"
      title={weightKg === null ? answerSections.given.title : `${answerSections.given.title}, at ${weightKg} kg`}
    >
      <ul className="space-y-1 max-sm:text-sm">
        {regimens.slice(0, MAX_REGIMENS).map((group) => (
          <RegimenLine key={group.studies[0]?.study.id} group={group} />
        ))}
        {withoutDose.length > 0 && (
          <li className="border-l-2 border-line pl-3">
            Grams per kilogram not given: <StudyNames studies={withoutDose} />
          </li>
        )}
        {silent.length > 0 && (
          <li className="border-l-2 border-line pl-3 text-quiet">
            Regimen{" "}
            {silent
              .map(({ silence, studies }) => `${silence}: ${pluralise(countSeparate(studies), "study", "studies")}`)
              .join("; ")}
          </li>
        )}
      </ul>
      {note && <p className="mt-2 text-sm">{note}</p>}
      <div className={besideLook}>
        {rest.length > 0 && (
          <ShownOnDemand title={pluralise(rest.length, "more regimen", "more regimens")}>
            {() => (
              <ul className="space-y-2">
                {rest.map((group) => (
                  <RegimenLine key={group.studies[0]?.study.id} group={group} />
                ))}
              </ul>
            )}
          </ShownOnDemand>
        )}
        {/* The table of reports says it of each already. */}
        {!hasCaseTable(answer) && <EachStudy answer={answer} groups={{ regimens, withoutDose, silent }} />}
      </div>
    </Section>
  );
}

/** One regimen on a line: its words, its grams right after them, how often, by how many. */
function RegimenLine({ group }: { group: RegimenGroup }) {
  const { route, words, frequencies, studies, separate, patients, uncounted } = group;
  const [first] = studies as [StudyAnswer];
  const always = frequencies.filter((often) => often.studies === separate).map(({ text }) => text);
  const inSome = frequencies
    .filter((often) => often.studies !== separate)
    .map((often) => `${often.text} in ${often.studies} of them`);
  const regimen = words ?? formatRegimenGiven(first.dose);
  const weeks = separate === 1 ? listInfusionWeeks(first.study.treatment) : null;
  return (
    <li className="border-l-2 border-line pl-3">
      <p>
        <strong>{regimen}</strong>
        {route === "subcutaneous" && !regimen?.includes("under the skin") && ", under the skin"}
        {words && always.length > 0 && `, ${always.join("; ")}`}:{" "}
        {countStudiesAndGroups(studies.map(({ study }) => study))}, {formatPatients(patients, uncounted)}
        {words && inSome.length > 0 && `; ${inSome.join("; ")}`}. <StudyNames studies={studies} />
      </p>
      {weeks && <Infusions weeks={weeks} />}
    </li>
  );
}

/** "12 patients", "number of patients not given", "12 patients and those of 1 study that does not say how many" */
function formatPatients(patients: number, uncounted: number): string {
  if (patients === 0) return "number of patients not given";
  const others = pluralise(uncounted, "study that does", "studies that do");
  return `${pluralise(patients, "patient", "patients")}${uncounted > 0 ? ` and those of ${others} not say how many` : ""}`;
}

/** How many studies these are: reports on the same patients are one. */
function countSeparate(studies: readonly StudyAnswer[]): number {
  return selectFirstReports(studies.map(({ study }) => study)).length;
}

function StudyNames({ studies }: { studies: readonly StudyAnswer[] }) {
  const named = studies.slice(0, MAX_NAMED);
  return (
    <span className="text-sm text-quiet">
      {named.map(({ study }, index) => (
        <Fragment key={study.id}>
          {index > 0 && ", "}
          <StudyLink study={study} />
        </Fragment>
      ))}
      {studies.length > named.length && ` and ${studies.length - named.length} more`}
    </span>
  );
}

/** When a course was given, a mark each; the weeks beside them say the same. */
function Infusions({ weeks }: { weeks: readonly number[] }) {
  return (
    <span className="block text-sm">
      <span aria-hidden="true">{drawInfusions(weeks)} </span>
      <span className="text-quiet">
        {pluralise(weeks.length, "infusion course", "infusion courses")}, {formatInfusionWeeks(weeks)}
      </span>
    </span>
  );
}

/** Each study with the words of its own regimen, its courses, and what was given alongside. */
function EachStudy({ answer, groups }: { answer: Answer; groups: GivenGroups }) {
  const { given } = answer;
  const inOrder = [...groups.regimens.flatMap(({ studies }) => studies), ...groups.withoutDose];
  const others = given.filter(({ id }) => !inOrder.some(({ study }) => study.id === id));
  const all = [...inOrder.map(({ study }) => study.id), ...others.map(({ id }) => id)];
  if (all.length === 0) return null;
  return (
    <ShownOnDemand title={`Each study: courses, other treatment (${all.length})`}>
      {() => (
        <ul className="space-y-2">
          {all.map((id) => {
            const found = answer.describing.find(({ study }) => study.id === id);
            const one = given.find((entry) => entry.id === id);
            if (!found || !one) return null;
            const weeks = listInfusionWeeks(found.study.treatment);
            return (
              <li key={id} className="border-l-2 border-line pl-3 text-sm">
                <StudyLink study={found.study} />: {listGivenParts(one).join(". ")}.
                {weeks && <Infusions weeks={weeks} />}
              </li>
            );
          })}
        </ul>
      )}
    </ShownOnDemand>
  );
}
