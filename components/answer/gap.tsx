import { StudyLink } from "@/components/library/study-link";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import type { Profile } from "@/lib/case/schema";
import { capitalise } from "@/lib/format/text";
import { formatStudiesWithoutN } from "@/lib/vocabulary/phrases";
import { groupNames } from "@/lib/wording/group-names";
import { nameAspect } from "@/lib/wording/match-reasons";
import { formatOtherResult } from "@/lib/wording/result-text";
import { answerSections } from "./answer-nav";

/** Nearest studies shown before the rest is left to the table. */
const MAX_NEAREST = 8;

/** A single feature that studies describe has no combinations and no gap; of a disease out of scope neither is known. */
export function hasGapPanel({ gap, scope }: Pick<Answer, "gap" | "scope">): boolean {
  const { combinations, isDescribed, nearest } = gap;
  return scope.covered && (combinations.length > 1 || (!isDescribed && nearest.length > 0));
}

/** Which combinations of the stated features were ever described, and where nobody was, who came nearest. */
export function GapPanel({ answer }: { answer: Answer }) {
  const { gap, facts } = answer;
  const shown = gap.nearest.slice(0, MAX_NEAREST);
  if (!hasGapPanel(answer)) return null;
  return (
    <Section
      anchor="together"
      title={gap.isDescribed ? answerSections.together.title : "Evidence gap and nearest studies"}
    >
      {gap.combinations.length > 1 && <Combinations gap={gap} profile={facts.profile} />}
      {!gap.isDescribed && (
        <>
          <h3 className="mt-4 mb-1 font-bold">Nearest studies, with what each lacks</h3>
          <ol className="space-y-1">
            {shown.map(({ study, missingText, pregnancy }) => (
              <li key={study.id}>
                <StudyLink study={study} />: {missingText.join("; ") || "only some of its patients"}
                {pregnancy.length > 0 && (
                  <span className="text-sm text-quiet">
                    . {capitalise(pregnancy.map(formatOtherResult).join("; "))}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {gap.nearest.length > shown.length && (
            <p className="mt-2 text-sm text-quiet">
              {gap.nearest.length - shown.length} more are in the table under “{groupNames.part.title}”.
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** Every combination with a bar for its patients; a combination that nobody described is marked as a gap in words and in shape. */
function Combinations({ gap, profile }: { gap: Answer["gap"]; profile: Pick<Profile, "diagnosis"> }) {
  const most = Math.max(1, ...gap.combinations.map(({ patients }) => patients));
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-sm">
        <caption className="mb-1 text-left text-quiet">
          Studies in which all or most patients have each of these features; patients and bars count all they treated.
        </caption>
        <thead>
          <tr className="text-left">
            <th scope="col" className="border-b-2 border-edge py-1 pr-3">
              Features
            </th>
            <th scope="col" className="w-18 border-b-2 border-edge py-1 pr-2">
              Studies
            </th>
            <th scope="col" className="w-20 border-b-2 border-edge py-1 pr-2">
              Patients
            </th>
            <td className="w-1/3 border-b-2 border-edge max-sm:hidden" />
          </tr>
        </thead>
        <tbody>
          {gap.combinations.map(({ features, studies, patients, uncounted }) => (
            <tr key={features.join()} className={studies === 0 ? "bg-gap-soft font-semibold text-gap" : ""}>
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                {features.map((aspect) => nameAspect(aspect, profile)).join(" + ")}
              </th>
              <td className="py-1 pr-3">{studies === 0 ? "none" : studies}</td>
              <td className="py-1 pr-3">
                {patients}
                {uncounted > 0 && <span className="block text-xs">{formatStudiesWithoutN(uncounted)}</span>}
              </td>
              <td className="py-1 max-sm:hidden">
                <div
                  className={
                    studies === 0
                      ? "h-4 border-2 border-dashed border-gap"
                      : "h-4 min-w-0.5 bg-accent forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none"
                  }
                  style={{ width: studies === 0 ? "100%" : `${(100 * patients) / most}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
