import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { isRandomised } from "@/lib/study/kind";
import { readLibrary } from "@/lib/study/load";
import type { Answer } from "./answer";
import { anyLikelyProfile } from "./describing.arbitrary";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";
import { listCounts, listFigures, listTexts } from "./result";
import {
  type ForestGroup,
  type ForestRow,
  hasResults,
  listFoldedDomains,
  listFoldedRows,
  listForestSections,
  listStudies,
  partGroups,
} from "./study-by-study";

const listRows = (answer: Answer): ForestRow[] =>
  listForestSections(answer).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));

const listOwnRows = (answer: Answer): ForestRow[] =>
  listForestSections(answer).flatMap(({ groups }) =>
    groups.filter(({ kind }) => kind !== "subgroups").flatMap(({ rows }) => rows),
  );

/** Study and outcome of every count in some rows. */
function listCounted(rows: readonly ForestRow[]): string[] {
  return rows.flatMap((row) => {
    if (row.kind === "words") return [];
    const counts = row.kind === "count" ? [row] : row.cases;
    return counts.map(({ found, figure }) => `${found.study.id} ${figure.id}`);
  });
}

test("each count of the describing studies is in exactly one row, and no other count", () => {
  let rows = 0;
  fc.assert(
    fc.property(anyLikelyProfile, (profile) => {
      const answer = answerTo(profile, realLibrary());
      const isPregnancy = listForestSections(answer).some(({ domain }) => domain === "pregnancy");
      const expected = answer.describing.flatMap(({ study, results, otherFigures, harms, pregnancy }) =>
        [
          ...listFigures(results),
          ...otherFigures,
          ...listCounts(harms),
          ...(isPregnancy ? listCounts(pregnancy) : []),
        ].map(({ id }) => `${study.id} ${id}`),
      );
      const shown = listCounted(listOwnRows(answer));
      expect([...shown].sort()).toEqual([...expected].sort());
      rows += shown.length;
    }),
    { numRuns: 40 },
  );
  // some 300 as a rule, and never fewer than 60 in 6,000 cases
  expect(rows).toBeGreaterThan(20);
});

test("each result in words of the describing studies is in exactly one row", () => {
  const answer = answerTo(exampleCases.refractoryAdult.profile, realLibrary());
  const expected = answer.describing.flatMap(({ study, results }) =>
    listTexts(results).map(({ label }) => `${study.id} ${label}`),
  );
  const shown = listForestSections(answer)
    .filter(({ domain }) => domain !== "harm")
    .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))
    .flatMap((row) => (row.kind === "words" ? [`${row.found.study.id} ${row.text.label}`] : []));
  expect(expected.length).toBeGreaterThan(3);
  expect([...shown].sort()).toEqual([...expected].sort());
});

test("a randomised trial that tells its result in words stands with the trials that count it", () => {
  const [response] = listForestSections(answerTo(exampleCases.refractoryAdult.profile, realLibrary()));
  const trials = response?.groups.find(({ set }) => set?.arms === "randomised");
  const names = trials?.rows.flatMap((row) => (row.kind === "words" ? [row.found.study.id] : []));
  expect(names).toContain("miyasaka-2012");
  expect(trials?.rows.every((row) => listStudies(row).every(({ study }) => isRandomised(study)))).toBe(true);
});

test("single patients who are counted alike share a row, and only they", () => {
  const cases = Object.values(exampleCases).flatMap(({ profile }) =>
    listRows(answerTo(profile, realLibrary())).flatMap((row) => (row.kind === "single-cases" ? [row.cases] : [])),
  );
  expect(cases.length).toBeGreaterThan(3);
  for (const shared of cases) {
    expect(shared.length).toBeGreaterThan(1);
    for (const { figure } of shared) expect(figure.total).toBe(1);
  }
});

test("patients like this within a study of others are a row that says how many of its patients they are", () => {
  const all = Object.values(exampleCases).flatMap(({ profile }) =>
    listForestSections(answerTo(profile, realLibrary())).flatMap(({ groups }) =>
      groups.flatMap(({ kind, rows }) => (kind === "subgroups" ? rows : [])),
    ),
  );
  expect(all.length).toBeGreaterThan(0);
  for (const row of all) {
    if (row.kind !== "count") throw new Error("a subgroup is a count");
    expect(row.found.group).toBe("part");
    expect(row.part?.n).toBe(row.figure.total);
  }
});

test("a section says how many of the describing studies report nothing in it", () => {
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, realLibrary());
    for (const { reporting, silent } of listForestSections(answer)) {
      expect(reporting + silent).toBe(answer.describing.length);
    }
  }
});

test("every other domain that a describing study reports is folded, with a row for each of its outcomes", () => {
  const sheets = readLibrary("data").studies;
  let rows = 0;
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, realLibrary());
    const open = new Set(listForestSections(answer).map(({ domain }) => domain));
    const ids = new Set(answer.describing.map(({ study }) => study.id));
    const describing = sheets.filter(({ id }) => ids.has(id));
    const folded = listFoldedDomains(answer);
    const domains = folded.map(({ domain }) => domain);
    expect(domains).not.toContain("adverse-event");
    if (open.has("pregnancy")) expect(domains).not.toContain("pregnancy-outcome");
    for (const one of folded) {
      const outcomes = describing.flatMap((sheet) => sheet.outcomes.filter(({ domain }) => domain === one.domain));
      const group = listFoldedRows(one, sheets, "wilson");
      expect(group.rows).toHaveLength(outcomes.length);
      expect(new Set(group.rows.flatMap(listStudies)).size).toBe(one.reporting.length);
      rows += outcomes.length;
    }
  }
  expect(rows).toBeGreaterThan(40);
});

test("without the sheet of a study a folded domain has no row of it", () => {
  const [folded] = listFoldedDomains(answerTo(exampleCases.skinOnlyRefractory.profile, realLibrary()));
  if (!folded) throw new Error("the case has a folded domain");
  expect(listFoldedRows(folded, [], "wilson").rows).toEqual([]);
});

test("the first part of a section and the rest hold each row once, in order, with no further count without the first of its study, no count of a set without the others, and the first count of every trial and of what leads in the first", () => {
  let parted = 0;
  let further = 0;
  let leads = 0;
  for (const { profile } of Object.values(exampleCases)) {
    for (const section of listForestSections(answerTo(profile, realLibrary()))) {
      const { groups, leading } = section;
      for (const most of [1, 8, 100]) {
        const { first, rest } = partGroups(section, most);
        const order = groups.flatMap(({ rows }) => rows);
        const parts = [first, rest].map((part) => part.flatMap(({ rows }) => rows));
        expect(new Set(parts.flat())).toEqual(new Set(order));
        expect(parts.flat()).toHaveLength(order.length);
        for (const part of parts) expect(part).toEqual(order.filter((row) => part.includes(row)));
        const folded = rest.filter(({ set }) => set?.arms === "randomised").flatMap(({ rows }) => rows);
        for (const row of folded) expect(row.kind === "single-cases" || row.isFurther).toBe(true);
        const shown = first.reduce((count, { rows }) => count + rows.length, 0);
        if (rest.length > 0) expect(shown).toBeGreaterThanOrEqual(most);
        // A further count is in the open only below the first of its study.
        for (const { kind, rows } of first)
          for (const [place, row] of rows.entries())
            if (kind === "listed" && row.kind !== "single-cases" && row.isFurther)
              expect(rows[place - 1] && listStudies(rows[place - 1] as ForestRow)).toEqual([row.found]);
        const open = new Set(
          first.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "count" ? row.figure : []))),
        );
        for (const figure of leading) expect(open).toContain(figure);
        leads += leading.size;
        for (const { set, rows } of rest) {
          if (!set || !first.some((group) => group.set === set)) continue;
          for (const row of rows) expect(row.kind === "single-cases" || row.isFurther).toBe(true);
          further += rows.length;
        }
        parted += rest.length;
      }
    }
  }
  expect(parted).toBeGreaterThan(10);
  expect(further).toBeGreaterThan(10);
  expect(leads).toBeGreaterThan(20);
});

describe("by sheets made by hand", () => {
  type Part = Parameters<typeof createOutcome>[0];
  const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
  const pregnant: Profile = { ...emptyProfile, features: { pregnancy: "yes" } };
  const trial = { type: "randomised-controlled-trial", controlled: true } as const;
  const tell = (text: string) => ({ kind: "narrative", text }) as const;

  const sheet = (id: string, treated: number, outcomes: readonly Part[], part: SheetPart = {}) =>
    createStudy({
      id,
      participants: { treated },
      features: { ild: { share: "all" }, pregnancy: { share: "all" } },
      outcomes: outcomes.map(createOutcome),
      ...part,
    });

  const nameRow = (row: ForestRow) => {
    if (row.kind === "single-cases") return `cases ${row.cases.map(({ found }) => found.study.id).join(" ")}`;
    const result = row.kind === "count" ? row.figure.id : row.text.text;
    return `${row.isFurther ? "… " : ""}${row.found.study.id} ${result}`;
  };
  const nameGroup = ({ kind, rows }: ForestGroup) => [kind, ...rows.map(nameRow)];
  const sectionsOf = (sheets: readonly ReturnType<typeof sheet>[], profile = lung) =>
    listForestSections(answerTo(profile, createLibrary(sheets)));
  const rowsOf = (sheets: readonly ReturnType<typeof sheet>[], domain: string, profile = lung) => {
    const section = sectionsOf(sheets, profile).find((one) => one.domain === domain);
    return section?.groups.map(nameGroup) ?? [];
  };

  test("counts of one kind stand together, each study with its further counts below its first", () => {
    expect(
      rowsOf(
        [
          sheet("large", 30, [
            { events: 9, total: 30 },
            { id: "skin", organ: "skin", events: 2, total: 30 },
          ]),
          sheet("small", 9, [{ events: 1, total: 9 }]),
          sheet("other", 8, [{ degree: "major", events: 1, total: 8 }]),
        ],
        "response",
      ),
    ).toEqual([
      ["set", "large response", "… large skin", "small response"],
      ["set", "other response"],
    ]);
  });

  test("single patients share the last row, where there are several and nothing else is counted of them", () => {
    const single = (id: string, more: Part[] = []) => sheet(id, 1, [{ events: 1, total: 1 }, ...more]);
    const skin: Part = { id: "skin", organ: "skin", events: 0, total: 1 };
    expect(rowsOf([single("a"), single("b"), sheet("series", 9, [{ total: 9 }])], "response")).toEqual([
      ["set", "series response", "cases a b"],
    ]);
    expect(rowsOf([single("a"), sheet("series", 9, [{ total: 9 }])], "response")).toEqual([
      ["set", "series response", "a response"],
    ]);
    expect(rowsOf([single("a"), single("b", [skin]), single("c")], "response")).toEqual([
      ["set", "b response", "… b skin", "cases a c"],
    ]);
  });

  test("survival is listed, and not put into sets", () => {
    const alive: Part = { domain: "survival", total: 9, events: 8 };
    expect(rowsOf([sheet("a", 9, [alive]), sheet("b", 9, [alive])], "survival")).toEqual([
      ["listed", "a survival", "b survival"],
    ]);
  });

  test("words stand apart, each with the counts of its study below; those of a trial stand with the trials", () => {
    const words = (id: string, text: string, part: SheetPart = {}) =>
      sheet(id, 9, [{ result: tell(text) }, { id: "skin", organ: "skin", events: 2, total: 9 }], part);
    const counted = sheet("trial", 20, [{ total: 20 }], { design: trial });
    const told = [words("series", "Most did."), words("told-trial", "No difference.", { design: trial })];
    expect(rowsOf([...told, sheet("counted", 9, [{ total: 9 }]), counted], "response")).toEqual([
      ["set", "trial response", "told-trial No difference.", "… told-trial skin"],
      ["set", "counted response"],
      ["words", "series Most did.", "… series skin"],
    ]);
    expect(rowsOf(told, "response")).toEqual([
      ["words", "told-trial No difference.", "… told-trial skin", "series Most did.", "… series skin"],
    ]);
  });

  test("counts of a study without a first result stand apart", () => {
    const parts: Part[] = [
      { id: "skin", organ: "skin", events: 2, total: 9 },
      { id: "joints", organ: "joints", events: 3, total: 9 },
    ];
    expect(rowsOf([sheet("a", 9, parts, { headline: { response: null } })], "response")).toEqual([
      ["further", "a skin", "… a joints"],
    ]);
  });

  test("a part of another study that shares a feature of the patient is a row, with how many of its patients it is", () => {
    const other = (
      id: string,
      subgroup: "ild" | "malignancy",
      treated: number | null = 42,
      group: SheetPart["features"] = { ild: { share: "some" } },
    ) =>
      createStudy({
        id,
        participants: { treated, enrolled: 50 },
        features: group,
        outcomes: [createOutcome({ total: 40 }), createOutcome({ id: "part", events: 5, total: 15, subgroup })],
      });
    const [section] = sectionsOf([
      sheet("own", 9, [{ total: 9 }]),
      other("included", "ild"),
      other("unsaid", "ild", null),
      other("cancer", "malignancy"),
      other("elsewhere", "ild", 42, { ild: { share: "none" } }),
      other("describes", "ild", 42, { ild: { share: "most" } }),
    ]);
    const subgroups = section?.groups.find(({ kind }) => kind === "subgroups");
    expect(subgroups?.rows.map((row) => row.kind === "count" && [row.found.study.id, row.figure.id, row.part])).toEqual(
      [
        ["included", "part", { n: 15, of: 42 }],
        ["unsaid", "part", { n: 15, of: null }],
      ],
    );
    // Only studies that describe the patient are counted.
    expect(section).toMatchObject({ reporting: 2, silent: 0 });
  });

  test("a part that shares only what follows from the diagnosis is none: weak patients are not those with polymyositis", () => {
    const mixed = createStudy({
      id: "mixed",
      participants: { treated: 65, enrolled: 65, diagnoses: { DM: 46, PM: 19 } },
      outcomes: [
        createOutcome({ total: 65 }),
        createOutcome({ id: "weak", events: 41, total: 56, subgroup: "muscle" }),
      ],
    });
    const partsFor = (features: Profile["features"]) =>
      listForestSections(answerTo({ ...emptyProfile, diagnosis: "PM", features }, createLibrary([mixed])))
        .flatMap(({ groups }) => groups)
        .filter(({ kind, rows }) => kind === "subgroups" && rows.length > 0);
    expect(partsFor({})).toEqual([]);
    expect(partsFor({ muscle: "yes" })).toHaveLength(1);
  });

  test("harm is all that a study says of it, in one list", () => {
    const harms: Part[] = [
      { id: "ache", domain: "adverse-event", harm: "headache", events: 2, total: 9 },
      { id: "told", domain: "adverse-event", harm: "thrombosis", result: tell("No clot.") },
    ];
    const sheets = [sheet("a", 9, harms), sheet("silent", 8, [{ total: 8 }])];
    expect(rowsOf(sheets, "harm")).toEqual([["listed", "a No clot.", "… a ache"]]);
    expect(sectionsOf(sheets).map(({ domain, reporting, silent }) => [domain, reporting, silent])).toEqual([
      ["response", 1, 1],
      ["harm", 1, 1],
    ]);
  });

  test("what became of a child stands with a pregnancy only, and else is folded away", () => {
    const born = [
      sheet("a", 9, [
        { domain: "pregnancy-outcome", events: 9, total: 9 },
        { domain: "biochemical", total: 9 },
      ]),
    ];
    const fold = (profile: Profile) =>
      listFoldedDomains(answerTo(profile, createLibrary(born))).map(({ domain, reporting }) => [
        domain,
        reporting.map(({ study }) => study.id),
      ]);
    expect(rowsOf(born, "pregnancy", pregnant)).toEqual([["listed", "a pregnancy-outcome"]]);
    expect(fold(pregnant)).toEqual([["biochemical", ["a"]]]);
    expect(rowsOf(born, "pregnancy")).toEqual([]);
    expect(fold(lung)).toEqual([
      ["biochemical", ["a"]],
      ["pregnancy-outcome", ["a"]],
    ]);
  });

  test("folded domains are those that a describing study reports, with a row for each of its outcomes", () => {
    const sheets = [
      sheet("a", 9, [
        { total: 9 },
        { domain: "biochemical", total: 9 },
        { id: "told", domain: "biochemical", result: tell("It fell.") },
      ]),
      sheet("b", 8, [{ total: 8 }, { domain: "adverse-event", total: 8 }]),
      sheet("c", 7, [{ domain: "biochemical", total: 7 }], { features: {} }),
    ];
    const folded = listFoldedDomains(answerTo(lung, createLibrary(sheets)));
    expect(folded.map(({ domain, reporting }) => [domain, reporting.length])).toEqual([["biochemical", 1]]);
    const [biochemical] = folded;
    if (!biochemical) throw new Error("nothing is folded");
    const group = listFoldedRows(biochemical, sheets, "exact");
    expect(nameGroup(group)).toEqual(["listed", "a biochemical", "… a It fell."]);
    const [first] = group.rows;
    expect(first?.kind === "count" && first.figure.interval.method).toBe("exact");
    expect(listFoldedRows(biochemical, [], "exact").rows).toEqual([]);
  });

  test("there are results where a study describes the patient, or where a part of another does", () => {
    const has = (...sheets: ReturnType<typeof sheet>[]) => hasResults(answerTo(lung, createLibrary(sheets)));
    const part = (subgroup: "ild" | "malignancy") =>
      createStudy({
        id: "part",
        features: { ild: { share: "some" } },
        outcomes: [createOutcome(), createOutcome({ id: "of-part", events: 1, total: 4, subgroup })],
      });
    expect(has()).toBe(false);
    expect(has(sheet("silent", 9, [{ domain: "other", total: 9 }]))).toBe(true);
    expect(has(part("ild"))).toBe(true);
    expect(has(part("malignancy"))).toBe(false);
  });
});

describe("the first rows of a section", () => {
  const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
  const { studies } = answerTo(
    lung,
    createLibrary([
      createStudy({
        features: { ild: { share: "all" } },
        outcomes: [createOutcome(), createOutcome({ id: "skin", organ: "skin" })],
      }),
    ]),
  );
  const [found] = studies;
  if (found?.results.response.kind !== "count") throw new Error("The library has no count");
  const { figure } = found.results.response;

  /** Rows by their names: one that begins with "…" is a further one. */
  const group = (kind: ForestGroup["kind"], names: string, arms: "randomised" | "uncontrolled" = "uncontrolled") => {
    let ofStudy = found;
    const rows = names.split(" ").map((name) => {
      const isFurther = name.startsWith("…");
      if (!isFurther) ofStudy = { ...found };
      return { kind: "count" as const, found: ofStudy, figure: { ...figure, id: name }, isFurther, part: null };
    });
    const [set] = answerTo(lung, createLibrary([found.study as ReturnType<typeof createStudy>])).comparableSets;
    if (!set) throw new Error("The library has no set");
    return (kind === "set" ? { kind, set: { ...set, arms }, rows } : { kind, set: null, rows }) as ForestGroup;
  };
  const names = (groups: readonly ForestGroup[]) =>
    groups.map(({ rows }) => rows.map((row) => (row.kind === "count" ? row.figure.id : "")).join(" "));
  const part = (most: number, ...groups: ForestGroup[]) => partLeading("", most, ...groups);
  const partLeading = (lead: string, most: number, ...groups: ForestGroup[]) => {
    const rows = groups.flatMap((one) => one.rows);
    const leading = new Set(rows.flatMap((row) => (row.kind === "count" && row.figure.id === lead ? row.figure : [])));
    const { first, rest } = partGroups({ groups, leading }, most);
    return [names(first), names(rest)];
  };

  test("are all of them where these are few", () => {
    expect(part(3, group("set", "a b"), group("words", "c"))).toEqual([["a b", "c"], []]);
  });

  test("end before the first group that begins after so many", () => {
    expect(part(2, group("set", "a b"), group("set", "c"), group("words", "d"))).toEqual([["a b"], ["c", "d"]]);
    expect(part(2, group("set", "a"), group("set", "b c"), group("words", "d"))).toEqual([["a", "b c"], ["d"]]);
  });

  test("hold every randomised trial", () => {
    expect(part(1, group("set", "a b"), group("set", "c"), group("set", "t", "randomised"))).toEqual([
      ["a b", "t"],
      ["c"],
    ]);
  });

  test("of a list end between two studies", () => {
    expect(part(2, group("listed", "a b c d"))).toEqual([["a b"], ["c d"]]);
    expect(part(2, group("listed", "a b …c d"))).toEqual([["a b …c"], ["d"]]);
    expect(part(2, group("listed", "a b …c"))).toEqual([["a b …c"], []]);
    // What other groups hold is not cut.
    expect(part(2, group("further", "a b c d"))).toEqual([["a b c d"], []]);
  });

  test("of a long section leave the further counts of its sets and lists to the rest", () => {
    expect(part(2, group("set", "a …b c …d e"))).toEqual([["a c e"], ["…b …d"]]);
    expect(part(2, group("set", "a …b c …d"))).toEqual([["a …b c …d"], []]);
    expect(part(2, group("listed", "a …b c …d e"))).toEqual([["a c"], ["…b …d e"]]);
    expect(part(2, group("words", "a …b c …d e"))).toEqual([["a …b c …d e"], []]);
  });

  test("hold what leads, and the first row of its study, wherever it ranks", () => {
    expect(partLeading("d", 2, group("listed", "a b c d"))).toEqual([["a d"], ["b c"]]);
    expect(partLeading("…d", 1, group("listed", "a …b c …d"))).toEqual([["c …d"], ["a …b"]]);
    expect(partLeading("…d", 2, group("set", "a …b c …d e"))).toEqual([["a c …d e"], ["…b"]]);
    expect(partLeading("c", 1, group("set", "a"), group("set", "b c"))).toEqual([["a", "b c"], []]);
    expect(partLeading("", 1, group("set", "a"), group("set", "b c"))).toEqual([["a"], ["b c"]]);
    expect(partLeading("d", 1, group("set", "a"), group("listed", "b c d"))).toEqual([["a", "d"], ["b c"]]);
  });
});
