import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import { capitalise, joinWithAnd, joinWithOr, spellNumber } from "@/lib/format/text";
import {
  definitions,
  featureOfDiagnosis,
  filedUnder,
  kindsOfDiagnosis,
  listNames,
  requirements,
  type Trait,
} from "@/lib/vocabulary/concepts";
import { type Feature, type PatientDiagnosis, patientDiagnoses } from "@/lib/vocabulary/feature";
import { formatTopic } from "@/lib/vocabulary/phrases";
import { Heading, Prose, type Row, Table } from "./prose";

/** A feature by its question, a diagnosis by its name. */
export function nameTrait(trait: Trait): string {
  const isDiagnosis = (patientDiagnoses as readonly Trait[]).includes(trait);
  return isDiagnosis ? diagnosisNames[trait as PatientDiagnosis] : getQuestion(trait as Feature).label;
}

/** What is one thing under two names, and what follows from what, for patients and studies alike. */
export function Definitions() {
  const pairs = Object.entries(featureOfDiagnosis) as [keyof typeof featureOfDiagnosis, Feature][];
  const kinds = Object.entries(kindsOfDiagnosis) as [PatientDiagnosis, readonly PatientDiagnosis[]][];
  return (
    <>
      <Heading>One concept, one name</Heading>
      <Prose>
        <p>
          {capitalise(spellNumber(pairs.length))} things can be said as a feature and as a diagnosis:{" "}
          {pairs.map(namePair).join("; ")}. Said either way, or both ways, each counts once and is named once. This
          holds for the patient and for the studies. Where a sheet says both, silence of one yields to the other.
          “Nobody” yields to some, and the larger share counts.
        </p>
      </Prose>

      <Heading>What holds by definition</Heading>
      <Prose>
        <p>
          Some answers say something of other questions, by the meaning of the terms. The same table is applied to the
          patient and to each study. What a sheet says of a feature stands before what follows from others. What follows
          is marked “by definition”.
        </p>
        <p>
          For the patient, what follows is matched as if it were stated, yes or no. So it makes no difference whether it
          is stated too. Such a yes never keeps a study out, and it is never named as lacking.
        </p>
      </Prose>
      <div className="mt-3">
        <Table
          caption="What follows by definition"
          columns={["Where a patient has, or a study’s patients have", "it follows", "in a study, from a share of"]}
          rows={listDefinitionRows()}
        />
      </div>
      <Prose>
        <p className="mt-3">
          The other way round: {requirements.map(describeRequirement).join("; ")}. An age entered in years counts as
          stated: it answers “{getQuestion("juvenile").label}” and “{getQuestion("elderly").label}” unless they were
          answered themselves. An adult can have juvenile-onset disease, so the diagnosis says nothing of the age.
        </p>
      </Prose>

      <Heading>Diagnoses of a study</Heading>
      <Prose>
        <p>
          They are worked out from its numbers of patients with each diagnosis. {kinds.map(describeKinds).join(" ")} A
          diagnosis that is not named is “nobody” only where the diagnoses that are named rule it out. It stays open
          where its patients may be counted under another name, where the kind is not given for some, and where fewer
          diagnoses than patients are counted.
        </p>
      </Prose>
      <div className="mt-3">
        <Table
          caption="Where a diagnosis stays open"
          columns={["Patients with", "may be counted under"]}
          rows={Object.entries(filedUnder).map(([diagnosis, names]) => ({
            name: nameTrait(diagnosis as PatientDiagnosis),
            cells: [joinWithOr(names.map((name) => nameTrait(name as PatientDiagnosis)))],
          }))}
        />
      </div>
    </>
  );
}

/** The definitions, those that begin alike in one row. */
function listDefinitionRows(): Row[] {
  const rows = new Map<string, { name: string; says: string[]; from: string }>();
  for (const { of, feature, answer, from } of definitions) {
    const name = joinWithOr(of.map(nameConcept));
    const key = `${name} ${from}`;
    const row = rows.get(key) ?? { name, says: [], from: from === "all" ? "all" : "all or most" };
    rows.set(key, { ...row, says: [...row.says, `${nameTrait(feature)}: ${answer}`] });
  }
  return [...rows.values()].map(({ name, says, from }) => ({ name, cells: [says.join("; "), from] }));
}

/** A concept by both of its names, where it has two. */
function nameConcept(trait: Trait): string {
  const [first = "", second = first] = listNames(trait).map(nameTrait);
  return second === first ? first : `${first} (${second})`;
}

function namePair([diagnosis, feature]: [PatientDiagnosis, Feature]): string {
  return [...new Set([nameTrait(feature), nameTrait(diagnosis)])].map((name) => `“${name}”`).join(" and ");
}

function describeRequirement({ without, no }: (typeof requirements)[number]): string {
  return `without “${nameTrait(without)}” no “${nameTrait(no)}”`;
}

function describeKinds([diagnosis, kinds]: [PatientDiagnosis, readonly PatientDiagnosis[]]): string {
  return `${joinWithAnd(kinds.map(nameTrait))} is counted as a kind of ${formatTopic({ diagnosis })}.`;
}
