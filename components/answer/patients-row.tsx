import { type MarkName, Marks } from "@/components/figure/patient-dots";
import { StudyLink } from "@/components/library/study-link";
import type { Answer } from "@/lib/answer/answer";
import { type Course, findPatientsRow } from "@/lib/answer/patients-row";
import { describeProgressions } from "@/lib/answer/progression";

/** The mark of each course: they differ in shape and not in colour. */
const courseMarks: Record<Course, MarkName> = {
  kept: "filled circle",
  relapsed: "half circle",
  partly: "dashed circle",
  none: "empty circle",
};

/** What happened to each patient of the study that leads, a row for each course; nothing where its counts are not nested. */
export function PatientsRow({ answer }: { answer: Pick<Answer, "cells"> }) {
  const row = findPatientsRow(answer.cells);
  if (!row) return null;
  const { found, treated, rows } = row;
  return (
    <section aria-labelledby="patients-row">
      <h2 id="patients-row" className="text-xs text-quiet">
        <strong>What happened to the {treated}</strong> (<StudyLink study={found.study} />)
      </h2>
      <ul className="mt-1 grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1">
        {rows.map(({ course, patients, words }) => (
          <li key={course} className="col-span-2 grid grid-cols-subgrid text-sm leading-snug">
            <span className="block max-w-34 pt-1">
              <Marks names={Array.from({ length: patients }, () => courseMarks[course])} isFullSize />
            </span>
            <span>
              <strong>{patients}</strong> {words}
            </span>
          </li>
        ))}
      </ul>
      {describeProgressions(found.study).map((progression) => (
        <p key={progression} className="mt-1 text-sm">
          {progression}
        </p>
      ))}
    </section>
  );
}
