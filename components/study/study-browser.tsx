"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { useCase } from "@/components/case/use-case";
import { viewOf } from "@/lib/evidence/study-view";
import { rankStudies } from "@/lib/match/rank";
import { kindNames } from "@/lib/present/groups";
import { plain, searchText } from "@/lib/present/search";
import { emptyProfile } from "@/lib/profile/schema";
import { type Kind, kindOf } from "@/lib/study/kind";
import type { StudyRecord } from "@/lib/study/record";
import type { StudyRow } from "./columns";
import { StudiesTable } from "./studies-table";

const kinds = Object.keys(kindNames) as Kind[];
const kindGroups = kinds.map((id) => ({ id, ...kindNames[id], isFolded: false }));
const notHere = ["matches"];
const nothing: ReadonlySet<string> = new Set();
const nothingStated = { features: {}, implied: {}, diagnosis: null, weightKg: null, contradictions: [] };

/** The whole library in one table, with a search over authors, titles, journals, regimens and outcomes. */
export function StudyBrowser({ studies }: { studies: StudyRecord[] }) {
  const id = useId();
  const { fragment } = useCase();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);

  const rows = useMemo(() => {
    // With nothing stated, no feature is met and rarity has nothing to weigh.
    const ranked = rankStudies(emptyProfile, studies, () => 0);
    return ranked.map((found): StudyRow & { text: string } => ({
      study: found.study,
      view: viewOf(emptyProfile, nothing, found, "wilson"),
      profile: nothingStated,
      fragment,
      text: searchText(found.study),
    }));
  }, [studies, fragment]);

  const found = useMemo(() => {
    const words = plain(wanted).split(/\s+/).filter(Boolean);
    return rows.filter(({ text }) => words.every((word) => text.includes(word)));
  }, [rows, wanted]);

  return (
    <div>
      <h1 className="mb-3 text-xl font-bold">Every study</h1>
      <div className="mb-3">
        <label htmlFor={id} className="font-semibold">
          Search
        </label>
        <p id={`${id}-hint`} className="text-sm text-quiet">
          Authors, title, journal, year, regimen, outcome. Every word must occur.
        </p>
        <input
          id={id}
          type="search"
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTyped(target.value)}
          className="mt-1 min-h-11 w-full max-w-xl rounded-md border border-edge bg-surface px-3"
        />
      </div>
      <StudiesTable
        caption="Every study of the library"
        rows={found}
        groups={kindGroups}
        groupOf={({ study }) => kindOf(study)}
        omit={notHere}
      />
      {found.length === 0 && <p>No study has all of these words. Take a word away to see more.</p>}
    </div>
  );
}
