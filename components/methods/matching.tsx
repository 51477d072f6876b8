import { Section } from "@/components/ui/section";
import { deriveImpliedAnswers } from "@/lib/case/implications";
import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import { type Answer, emptyProfile, type Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { groups } from "@/lib/match/match";
import { getRelation } from "@/lib/match/relation";
import { diagnoses, type Feature, features, type Share, shares } from "@/lib/vocabulary/feature";
import { groupNames } from "@/lib/wording/group-names";
import { describeReason, formatShare } from "@/lib/wording/match-reasons";
import { Heading, Prose, type Row, Table } from "./prose";

/** How a study is compared with a patient, and in which order studies are listed. */
export function Matching() {
  return (
    <Section title="How a study is matched">
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
          yes; what the study says of it is worked out from its numbers of patients with each diagnosis.
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
            <strong>{groupNames["this-patient"].title}</strong>: there is at least one yes, and each is met as “same” or
            “mostly the same”.
          </li>
          <li>
            <strong>{groupNames.part.title}</strong>: at least one yes is met, if only in some of its patients. Each
            feature that it lacks is named: nobody has it, or it is not reported.
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
          Not stated never turns into no, for the patient or for the study. A study that does not report a feature is
          never ruled out by it; the row says that it is not reported.
        </p>
        <p>
          Some answers say something about other questions (second table). What is implied is shown beside the question,
          spares asking it, and can select, within a study, a figure counted among such patients. It never matches a
          study and never hides one: only what was stated does. A wrong inference must not fold away a study. An age
          entered in years counts as stated: it answers “{getQuestion("juvenile").label}” and “
          {getQuestion("elderly").label}” unless they were answered themselves.
        </p>
        <p>
          Two answers that contradict each other are named with the ways out. Nothing is changed until one is chosen;
          until then studies are matched with both as stated.
        </p>
      </Prose>
      <div className="mt-3">
        <Table
          caption="What one statement implies for others"
          columns={["Stated", "Implied"]}
          rows={listImplicationRows()}
        />
      </div>

      <Heading>The order within a group</Heading>
      <Prose>
        <p>Each rule decides only where all rules before it leave two studies equal:</p>
        <ol className="list-decimal space-y-1 pl-5">
          <li>More of the patient’s yes features that at least some of the study’s patients have.</li>
          <li>
            The rarer features among them. Rarity is measured in the library, so that no weight is invented: a feature
            counts −ln(share), where the share is the number of patients known to have it over all patients given
            immunoglobulin, one report per cohort. The features met are summed. Where a sheet gives no number, the
            fewest that its word allows are counted: one for “some”, just over half for “most”.
          </li>
          <li>More of them that all or most of its patients have.</li>
          <li>The better level of evidence.</li>
          <li>More patients given immunoglobulin.</li>
          <li>The earlier year, so that a trial comes before its later analyses; studies without a date come last.</li>
          <li>The id of the sheet, in alphabetical order.</li>
        </ol>
        <p>
          What a study found has no part in group or order. A study that found no effect, or harm, is placed by the same
          rules as one that found a benefit.
        </p>
      </Prose>
    </Section>
  );
}

/** One cell of the table, with the sign and the words that the rows of studies use. */
function describeRelation(answer: Answer, share: Share) {
  const relation = getRelation(answer, share);
  if (!relation) return "no bearing";
  // The words for a relation are the same whatever the feature.
  const reason = {
    feature: "ild",
    patient: answer,
    study: share,
    relation,
    silence: null,
    definition: null,
    role: null,
    count: null,
  } as const;
  const { sign, meaning } = describeReason(reason, emptyProfile);
  return (
    <>
      <span aria-hidden="true">{sign} </span>
      {meaning}
    </>
  );
}

/** The table of implications, derived by the program itself, one statement at a time. */
function listImplicationRows(): Row[] {
  const answers = features.flatMap((feature) =>
    (["yes", "no"] as const).map((answer) => ({
      name: `${getQuestion(feature).label}: ${answer}`,
      profile: { ...emptyProfile, features: { [feature]: answer } },
    })),
  );
  const named = diagnoses.map((diagnosis) => ({
    name: diagnosisNames[diagnosis],
    profile: { ...emptyProfile, diagnosis },
  }));
  return [...answers, ...named].flatMap(({ name, profile }) => {
    const implied = listImplied(profile);
    return implied.length === 0 ? [] : [{ name, cells: [implied.join("; ")] }];
  });
}

function listImplied(profile: Profile): string[] {
  const implied = Object.entries(deriveImpliedAnswers(profile)) as [Feature, "yes" | "no"][];
  return implied.map(([feature, answer]) => `${getQuestion(feature).label}: ${answer}`);
}
