"use client";

import { useMemo } from "react";
import { useCase } from "@/components/state/case-provider";
import { WithLibrary } from "@/components/state/with-library";
import { createStudyAnswer, type StudyAnswer } from "@/lib/answer/study-answer";
import { interfaceText } from "@/lib/format/interface-text";
import { createColumns } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import { measureRarity } from "@/lib/match/rarity";
import { getKind } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { kinds } from "@/lib/vocabulary/kind";
import { kindNames } from "@/lib/wording/group-names";
import { StudiesTable } from "./studies-table";
import { toRows } from "./study-row";

const kindGroups = kinds.map((id) => ({ id, ...kindNames[id], isFolded: false }));
const all = [] as const;
const allButDeviations = ["matches"] as const;

/** The whole library in one table, under its heading. */
export function StudyBrowser({ count }: { count: number }) {
  return (
    <div>
      <h1 className="mb-3 text-xl font-bold">
        {interfaceText.everyStudy} ({count})
      </h1>
      <h2 className="sr-only">The table</h2>
      <WithLibrary>{({ studies }) => <LibraryTable studies={studies} />}</WithLibrary>
    </div>
  );
}

/** What does not depend on the case. Each step is a component, between which the browser answers its reader. */
function LibraryTable({ studies }: { studies: StudySummary[] }) {
  const rarity = useMemo(() => measureRarity(studies.filter((study) => getKind(study) === "treatment")), [studies]);
  return <MatchedTable studies={studies} rarity={rarity} />;
}

type Matched = { studies: StudySummary[]; rarity: ReturnType<typeof measureRarity> };

/** The studies matched to the case where there is one. */
function MatchedTable({ studies, rarity }: Matched) {
  const { facts } = useCase();
  const columns = useMemo(() => createColumns(studies), [studies]);
  const found = useMemo(
    () => rankStudies(facts, columns, rarity).map((found) => createStudyAnswer(facts, found, "wilson")),
    [facts, columns, rarity],
  );
  return <RankedTable studies={studies} found={found} />;
}

/** The same searched, filtered and sorted. */
function RankedTable({ studies, found }: { studies: StudySummary[]; found: readonly StudyAnswer[] }) {
  const { facts } = useCase();
  const byId = useMemo(() => new Map(studies.map((study) => [study.id, study])), [studies]);
  const rows = useMemo(() => toRows(found, facts.profile, "kind"), [found, facts]);
  return (
    <StudiesTable
      caption={`${interfaceText.everyStudy} of the library`}
      rows={rows}
      groups={kindGroups}
      groupBy="kind"
      studies={byId}
      omit={facts.aspects.length > 0 ? all : allButDeviations}
    />
  );
}
