import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import { formatDate } from "@/lib/format/numbers";
import { joinWithAnd, pluralise } from "@/lib/format/text";
import { countLiteratureFlow, type LiteratureLists, type ReasonCount } from "@/lib/methods/literature-flow";
import { getSourceLink } from "@/lib/study/citation";
import type { LiteratureSearch as Search } from "@/lib/study/literature-search";
import type { WantedReport } from "@/lib/study/wanted";
import { getPart } from "./about-parts";
import { Bullets, Heading, Prose, Table } from "./prose";
import { SearchString } from "./search-string";

type Props = { library: LiteratureLists & { searched: string; search: Search } };

/** How the literature was searched, what became of what was found, and which known reports are missing. */
export function LiteratureSearch({ library }: Props) {
  const { searched, search, wanted } = library;
  const flow = countLiteratureFlow(library);
  const { treatment, background, review, guideline } = flow.sheetsByKind;
  return (
    <Section {...getPart("search")}>
      <Prose>
        <p>
          The literature was last searched on {formatDate(searched)}
          {search.approximateLookUps > 0 &&
            `, by about ${search.approximateLookUps} look-ups by name and by topic in stored copies of public pages`}
          .{" "}
          {search.databases.length === 0
            ? "No database was searched as a whole. Reports that such a search finds may therefore be missing."
            : `Searched as a whole: ${joinWithAnd(search.databases)}.`}
        </p>
      </Prose>
      <Heading>The search to repeat</Heading>
      <Prose>
        <p>
          As it is typed into PubMed
          {!search.databases.includes("PubMed") && "; for this library it has not been run"}. It looks for reports of
          immunoglobulin in myositis. Background studies, such as of pregnancy in myositis, need searches of their own.
        </p>
      </Prose>
      <div className="mt-3">
        <SearchString query={search.query} />
      </div>
      <Heading>From reports to fact sheets</Heading>
      <Table
        caption="In the order of PRISMA 2020. Records that were seen in the look-ups and not kept on file were not counted, so the flow begins with what is on file."
        columns={["Step", "Reports", "Of these"]}
        rows={[
          { name: "On file", cells: [flow.reports, ""] },
          { name: "Looked at and left out", cells: [flow.leftOut, formatReasons(flow.leftOutReasons)] },
          { name: "Known and missing", cells: [flow.missing, formatReasons(flow.missingReasons)] },
          {
            name: "With a fact sheet",
            cells: [
              flow.sheets,
              [
                `${pluralise(treatment, "treatment study", "treatment studies")}, of ${pluralise(flow.separateGroups, "separate group of patients", "separate groups of patients")}`,
                pluralise(background, "background study", "background studies"),
                pluralise(review, "review", "reviews"),
                pluralise(guideline, "guideline", "guidelines"),
              ].join("; "),
            ],
          },
        ]}
      />
      <Heading>Known reports that are missing</Heading>
      {wanted.length === 0 ? (
        <Prose>
          <p>None is on file.</p>
        </Prose>
      ) : (
        <Bullets>
          {wanted.map((report) => (
            <li key={[report.title, report.year, report.pmid, report.doi].join()}>
              <MissingReport report={report} />
            </li>
          ))}
        </Bullets>
      )}
    </Section>
  );
}

function formatReasons(reasons: readonly ReasonCount[]): string {
  return reasons.map(({ reason, count }) => `${reason}: ${count}`).join("; ");
}

function MissingReport({ report }: { report: WantedReport }) {
  const { title, year, pmid, doi, reason, inPart } = report;
  const citation = { title, year, pmid, doi, authors: [], journal: null, volume: null, issue: null, pages: null };
  return (
    <>
      {title}, {year ?? "no date"}: {reason}
      {inPart && "; a part of it has a fact sheet"}.
      {(pmid || doi) && (
        <>
          {" "}
          <Source {...getSourceLink({ citation: { ...citation, pmcid: null }, sources: [] })} />
        </>
      )}
    </>
  );
}
