import { Section } from "@/components/ui/section";
import { MIN_SERIES } from "@/lib/answer/cells";
import type { Library } from "@/lib/answer/library";
import { selectSafetyChecks } from "@/lib/answer/safety";
import { getQuestion } from "@/lib/case/questions";
import { weightRange } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { spellNumber } from "@/lib/format/text";
import { features } from "@/lib/vocabulary/feature";
import { getPart } from "./about-parts";
import { Heading, Prose, Table } from "./prose";

/** What else an answer holds: what leads, the gap, the next question, doses, safety. */
export function TheAnswer({ safety }: Pick<Library, "safety">) {
  return (
    <Section {...getPart("answer")}>
      <Heading>What leads</Heading>
      <Prose>
        <p>
          What leads is chosen in each part of the findings by rank, whatever was found, from the studies that describe
          the patient: the first randomised trial that counts it with its comparison group; else the first study that
          counts it among at least {spellNumber(MIN_SERIES)} patients; else the first that counts it among more than
          one; else the single cases, added up, each patient once. Relapses have a part for each time at which they were
          counted, and one for those after stopping wherever any are counted; the rise of an enzyme alone is no relapse.
          Beside what leads stand its comparison group, what makes its patients unlike others, and every other
          randomised trial that counts it. Every number is counted, none is typed.
        </p>
      </Prose>
      <Heading>The gap</Heading>
      <Prose>
        <p>
          If no study describes the patient, the answer says so first, then which studies come nearest and what each
          lacks: “nobody” where they say so, “not reported” where they do not, “nobody known to” where they are mixed.
          Up to five stated features are also tried in every combination, with the studies and patients that describe
          each one. Answers of no go on ruling out studies meanwhile.
        </p>
      </Prose>
      <Heading>The most useful next question</Heading>
      <Prose>
        <p>
          For each question that is neither answered nor implied, all treatment studies are matched twice, with yes and
          with no. The question with most studies whose group differs is named, with that number. Of equals, the one
          that comes first in the form. Muscle and skin disease are not suggested: nearly every patient has one or both.
        </p>
      </Prose>
      <Heading>{interfaceText.doseArithmetic}</Heading>
      <Prose>
        <p>
          With a weight ({weightRange.min} to {weightRange.max} kg), the regimen of a study is multiplied out: g/kg × kg
          = grams, a day and over its days where the study gives a dose for a day, else for a course. Grams are rounded
          to one decimal. They always stand after the regimen as reported, because a regimen may change over time. It is
          arithmetic on that study’s regimen, not a dose for this patient. Without a weight the regimen stands as
          reported. The weight matches nothing.
        </p>
      </Prose>
      <Heading>Safety</Heading>
      <Prose>
        <p>
          One list of checks before and during immunoglobulin, each with its source; it is not tied to a study. A yes to
          one of these questions puts the checks of its topic first. The boxed warnings of US labels (thrombosis,
          kidney) and the main check on haemolysis are always open and on every printed page. All other checks follow.
        </p>
      </Prose>
      <div className="mt-3">
        <Table
          caption="What makes a safety topic relevant"
          columns={[interfaceText.patientYes, "Topics"]}
          rows={features.flatMap((feature) => {
            const relevant = selectSafetyChecks({ traits: new Set([feature]) }, safety);
            const topics = new Set(relevant.flatMap(({ because, topic }) => (because.length > 0 ? [topic] : [])));
            const cells = [[...topics].map((topic) => topic.replaceAll("-", " ")).join(", ")];
            return topics.size === 0 ? [] : [{ name: getQuestion(feature).label, cells }];
          })}
        />
      </div>
    </Section>
  );
}
