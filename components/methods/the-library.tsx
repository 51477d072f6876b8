import { Section } from "@/components/ui/section";
import type { Library } from "@/lib/answer/library";
import { formatCountWithPercent, formatDate } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import { countSeparateTrials } from "@/lib/study/cohort";
import { getKind, getLevel, isRandomised } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import { designNames, designTypes } from "@/lib/vocabulary/outcomes";
import { getPart } from "./about-parts";
import { Bullets, Heading, Prose, Table } from "./prose";

/** What the library holds. Every number is counted from its sheets while this page is built. */
export function TheLibrary({ library }: { library: Library }) {
  const { treatment, background, review, guideline } = library.byKind;
  const cohorts = new Set(treatment.flatMap(({ cohort }) => cohort ?? []));
  const silent = treatment.filter(({ participants }) => participants.treated === null);
  return (
    <Section {...getPart("library")}>
      <Prose>
        <p>
          Library {library.version}; literature last searched {formatDate(library.searched)}. It holds{" "}
          {pluralise(library.studies.length, "fact sheet", "fact sheets")}, one for each publication:
        </p>
        <Bullets>
          <li>
            <strong>{pluralise(treatment.length, "treatment study", "treatment studies")}</strong>: patients given
            immunoglobulin, {pluralise(library.patients, "patient", "patients")} in all, each counted once.{" "}
            {silent.length > 0 &&
              `${pluralise(silent.length, "study does", "studies do")} not say how many and ${silent.length === 1 ? "adds" : "add"} nobody to that number.`}
          </li>
          <li>
            <strong>{pluralise(background.length, "background study", "background studies")}</strong>: patients not
            given immunoglobulin, or where that is not said.
          </li>
          <li>
            <strong>{pluralise(review.length, "review", "reviews")}</strong> and{" "}
            <strong>{pluralise(guideline.length, "guideline", "guidelines")}</strong>: they add no patients.
          </li>
          <li>
            <strong>{pluralise(library.safety.length, "safety check", "safety checks")}</strong>, each with its source.
          </li>
        </Bullets>
        <p>
          Background studies, reviews and guidelines are matched by the same features, shown in places of their own, and
          counted nowhere. A guideline’s statement is that guideline’s, of its date.
        </p>
        <p>
          {pluralise(cohorts.size, "cohort was", "cohorts were")} reported more than once. Of reports on the same
          patients, only the one with most patients given immunoglobulin enters a count or a pool; all of them are
          listed.
        </p>
      </Prose>
      <Heading>Designs, and the level of evidence of each</Heading>
      <Table
        caption="Treatment studies by design. Level by OCEBM 2011, “does this intervention help”; single cases, which that table does not name, are put last."
        columns={["Design", "Studies", "Level"]}
        rows={listDesignRows(library)}
      />
    </Section>
  );
}

function listDesignRows({ byKind }: Library) {
  return designTypes.flatMap((type) => {
    const studies = byKind.treatment.filter(({ design }) => design.type === type);
    const levels = [...new Set(studies.map(({ design }) => getLevel(design)))].sort();
    const level = levels.length > 1 ? `${levels[0]} with a comparison group, else ${levels.at(-1)}` : levels[0];
    return studies.length === 0 ? [] : [{ name: designNames[type], cells: [studies.length, level] }];
  });
}

/** How far the sheets can be trusted as readings of their sources, and the publications as a picture of the patients. */
export function Limits({ studies }: { studies: readonly Study[] }) {
  const total = studies.length;
  const count = (isOne: (study: Study) => boolean) =>
    formatCountWithPercent({ events: studies.filter(isOne).length, total });
  const treatment = studies.filter((study) => getKind(study) === "treatment");
  const single = treatment.filter(({ participants }) => participants.treated === 1).length;
  const trials = treatment.filter(isRandomised);
  const populations = countSeparateTrials(trials);
  return (
    <Section {...getPart("limits")}>
      <Prose>
        <Bullets>
          <li>
            Most figures were read in abstracts: {count(({ reads }) => reads === "abstract")} sheets. The full text was
            read for {count(({ reads }) => reads === "full-text")}; for {count(({ reads }) => reads === "secondary")}{" "}
            only another publication that quotes the study. What a source does not report stays open in the sheet and is
            listed there.
          </li>
          <li>
            {count(({ extraction }) => extraction.readers === 1)} sheets have had one reader only: see “Second reading”
            below.
          </li>
          <li>
            Single cases get published when they go well.{" "}
            {formatCountWithPercent({ events: single, total: treatment.length })} treatment studies treated one patient.
            A success or a harm in one patient is a case, not a rate.
          </li>
          <li>
            Small studies without a striking result may never be published, so what is published is likely to look
            better than what happened. Nothing here corrects for that.
          </li>
          <li>
            {trials.length} of the {treatment.length} treatment studies report randomised trials, from {populations}{" "}
            separate groups of patients. The others have no comparison group, or one that was not formed at random: they
            cannot tell how the same patients would have done without immunoglobulin.
          </li>
          <li>
            Other treatment was often given at the same time, definitions of response differ, and follow-up differs.
            Figures are set side by side where they count the same thing; that does not make their patients alike.
          </li>
          <li>
            Matching knows the features it asks about and no more. A study that “describes this patient” can differ in
            everything that is not asked.
          </li>
          <li>A study published after the last search is not here, and the search may have missed some.</li>
        </Bullets>
      </Prose>
    </Section>
  );
}
