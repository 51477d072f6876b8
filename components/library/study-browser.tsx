"use client";

import { useMemo } from "react";
import { createStudyAnswer } from "@/lib/answer/study-answer";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { rankStudies } from "@/lib/match/rank";
import type { StudySummary } from "@/lib/study/summary";
import { kinds } from "@/lib/vocabulary/kind";
import { kindNames } from "@/lib/wording/group-names";
import { StudiesTable } from "./studies-table";
import { toRows } from "./study-row";

const kindGroups = kinds.map((id) => ({ id, ...kindNames[id], isFolded: false }));
const notHere = ["matches"] as const;
const nothingStated = readCase(emptyProfile);

/** The whole library in one table, searched, filtered and sorted. */
export function StudyBrowser({ studies }: { studies: StudySummary[] }) {
  const byId = useMemo(() => new Map(studies.map((study) => [study.id, study])), [studies]);
  const rows = useMemo(() => {
    // With nothing stated, no feature is met and rarity has nothing to weigh.
    const ranked = rankStudies(nothingStated, studies, () => 0);
    return toRows(
      ranked.map((found) => createStudyAnswer(nothingStated, found, "wilson")),
      emptyProfile,
    );
  }, [studies]);

  return (
    <div>
      <h1 className="mb-3 text-xl font-bold">{interfaceText.everyStudy}</h1>
      <h2 className="sr-only">The table</h2>
      <StudiesTable
        caption="Every study of the library"
        rows={rows}
        groups={kindGroups}
        groupBy="kind"
        studies={byId}
        omit={notHere}
      />
    </div>
  );
}
