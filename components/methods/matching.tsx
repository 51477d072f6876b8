import { Section } from "@/components/ui/section";
import type { PatientAnswer } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, joinWithAnd, spellNumber } from "@/lib/format/text";
import { groups } from "@/lib/match/match";
import { getRelation } from "@/lib/match/relation";
import { specialTraits } from "@/lib/match/traits";
import { families, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import { type Share, shares } from "@/lib/vocabulary/feature";
import { groupNames } from "@/lib/wording/group-names";
import { formatShare, relationSigns } from "@/lib/wording/match-reasons";
import { getPart } from "./about-parts";
import { Definitions, nameTrait } from "./definitions";
import { Heading, Prose, Table } from "./prose";

/** How a study is compared with a patient, and in which order studies are listed. */
export function Matching() {
  return (
    <Section {...getPart("matching")}>
      <Prose>
        <p>
          Each question about the patient is answered yes, no or not stated. Each fact sheet says how many of its
          patients given immunoglobulin have that feature: all, most (more than half), some, nobody, or not reported.
          The two are put together by one table:
        </p>
      </Prose>
      <div className="mt-3">
        <Table
          caption="How an answer meets what a study says of its patients"
          columns={["In the study", interfaceText.patientYes, interfaceText.patientNo, interfaceText.notStated]}
          rows={shares.map((share) => ({
            name: formatShare(share, null, null),
            cells: (["yes", "no", "unknown"] as const).map((answer) => describeRelation(answer, share)),
          }))}
        />
      </div>
      <Prose>
        <p className="mt-3">
          Where the sheet gives a number, the reason shows it: “some (2 of 18)”. A stated diagnosis counts as one more
          yes.
        </p>
      </Prose>

      <Definitions />

      <Heading>Answers that decide, answers that refine</Heading>
      <Prose>
        <p>
          Sources are mostly silent about {joinWithAnd(refiningFeatures.map(quoteTrait))}, and silence says nothing.
          These answers refine: they place a study within its group. They keep it out only where its source says
          “nobody”. All other yes answers decide, and so does the diagnosis. Where only refining answers are yes, they
          decide.
        </p>
      </Prose>

      <Heading>The four groups</Heading>
      <Prose>
        <p>Every treatment study is in exactly one group. The first that fits, in this order of deciding:</p>
        <ol className="list-decimal space-y-1 pl-5">
          <li>
            <strong>{groupNames.other.title}</strong>: a no is met as “different”, as when all of its patients are
            children and this one is not.
          </li>
          <li>
            <strong>{groupNames["this-patient"].title}</strong>: there is a deciding yes, and each is met as “same” or
            “mostly the same”. No refining yes is met as “different”, and no answer of no as “mostly different”.
          </li>
          <li>
            <strong>{groupNames.part.title}</strong>: at least one deciding yes is met, if only in some of its patients.
            What it lacks is named: nobody has it, or the source is silent. A study most of whose patients have what
            this one has not is here at best.
          </li>
          <li>
            <strong>{groupNames.general.title}</strong>: the rest.
          </li>
        </ol>
        <p>
          They are shown as: {groups.map((group) => groupNames[group].title.toLowerCase()).join("; ")}. The last is
          folded away with its number and opens with one tap. With no yes at all, the general evidence leads.
        </p>
      </Prose>

      <Heading>Unknown is a value</Heading>
      <Prose>
        <p>
          Not stated never turns into no, for the patient or for the study. A study that is silent about a feature is
          never hidden by it. What was not read is never called “not reported”: of a study of which only the abstract
          was read, the row says “not in the abstract”.
        </p>
        <p>
          Two answers that contradict each other are named with the ways out. Nothing is changed until one is chosen;
          until then studies are matched with both as stated. What the two say differently of a third question is taken
          from neither.
        </p>
      </Prose>

      <Heading>The order within a group</Heading>
      <Prose>
        <p>Each rule decides only where all rules before it leave two studies equal:</p>
        <ol className="list-decimal space-y-1 pl-5">
          <li>
            More of the patient’s deciding features that at least some of the study’s patients have. Those of one family
            count once.
          </li>
          <li>
            The rarer ones among them. Rarity is measured in the library, so that no weight is invented: a feature
            counts −ln(share), where the share is the number of patients known to have it over all patients given
            immunoglobulin, one report per cohort. Of each family the rarest counts, and the families are summed. Where
            a sheet gives no number, the fewest that its word allows are counted: one for “some”, just over half for
            “most”.
          </li>
          <li>More of them that all or most of its patients have.</li>
          <li>More refining features met.</li>
          <li>Fewer special traits that the patient was not said to have.</li>
          <li>The better level of evidence.</li>
          <li>More patients given immunoglobulin.</li>
          <li>The earlier year, so that a trial comes before its later analyses; studies without a date come last.</li>
          <li>The id of the sheet, in alphabetical order.</li>
        </ol>
        <p>
          {capitalise(spellNumber(families.length))} families count once each: {families.map(nameFamily).join("; ")}.
          Each other feature is its own.
        </p>
        <p>
          A special trait makes patients unlike others. It counts where all or most of a study’s patients have it and
          this patient was not answered yes. It is said beside every figure that leads. Of several in brackets one
          counts:{" "}
          {specialTraits.map((kind) => (kind.length > 1 ? `(${nameFamily(kind)})` : nameFamily(kind))).join("; ")}.
        </p>
        <p>
          What a study found has no part in group or order. A study that found no effect, or harm, is placed by the same
          rules as one that found a benefit.
        </p>
      </Prose>
    </Section>
  );
}

function quoteTrait(trait: Trait): string {
  return `“${nameTrait(trait)}”`;
}

function nameFamily(traits: readonly Trait[]): string {
  return traits.map(quoteTrait).join(", ");
}

/** One cell of the table, with the sign and the words that the rows of studies use. */
function describeRelation(answer: PatientAnswer, share: Share) {
  const relation = getRelation(answer, share);
  if (!relation) return "no bearing";
  const { sign, meaning } = relationSigns[relation];
  return (
    <>
      <span aria-hidden="true">{sign} </span>
      {meaning}
    </>
  );
}
