import { StudyLink } from "@/components/library/study-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { pluralise } from "@/lib/format/text";
import { listGivenParts } from "@/lib/wording/given-text";

/** Studies whose treatment is in the open before the rest is folded away. */
const MAX_OPEN = 6;

/** What the patients of the describing studies were given, each regimen in its own words before any grams. */
export function GivenTreatment({ answer }: { answer: Answer }) {
  const { given, facts } = answer;
  const { weightKg } = facts.profile;
  if (given.length === 0) return null;
  const folded = given.slice(MAX_OPEN);
  return (
    <Section title={`What was given${weightKg === null ? "" : `, worked out for ${weightKg} kg`}`}>
      <List answer={answer} given={given.slice(0, MAX_OPEN)} />
      {folded.length > 0 && (
        <Disclosure title={pluralise(folded.length, "more study", "more studies")}>
          <List answer={answer} given={folded} />
        </Disclosure>
      )}
    </Section>
  );
}

function List({ answer, given }: { answer: Answer; given: Answer["given"] }) {
  return (
    <ul className="space-y-2">
      {given.map((one) => {
        const found = answer.describing.find(({ study }) => study.id === one.id);
        return (
          found && (
            <li key={one.id} className="border-l-2 border-line pl-3">
              <StudyLink study={found.study} />: {listGivenParts(one).join(". ")}.
            </li>
          )
        );
      })}
    </ul>
  );
}
