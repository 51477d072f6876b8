import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { describeHarmInShort } from "./cell-text";
import { anyLikelyProfile } from "./describing.arbitrary";
import { secondEditionLibrary } from "./fixtures";
import {
  describeOtherRoute,
  describeRegimenOfLead,
  describeRegimenShort,
  describeRegimensShort,
  findFirstLead,
  findOtherDose,
} from "./lead-regimen";
import { answerTo, createLibrary } from "./library.arbitrary";

const library = secondEditionLibrary();
const study = (id: string) => {
  const found = library.byKind.treatment.find((one) => one.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
};

test.each([
  ["bounfour-2014", "IV, dose not in the abstract"],
  ["cafardi-2015", "IV, 2 g/kg every 4 weeks"],
  ["tsai-1997", "IV, every 4 weeks, g/kg not in the abstract"],
  ["gambini-2014", "under the skin, 0.2 g/kg a week"],
  ["aggarwal-2022", "IV, 2 g/kg every 4 weeks; 1 g/kg, from week 28, stable patients only"],
  // once at the start, and every three weeks only later
  ["lim-2021", "IV, 2 g/kg at the start; 1 g/kg, weeks 3 and 6"],
  // what limits a dose is kept
  ["sanges-2017", "IV, over 1 g/kg per cycle to be included; just over 90% had 2 g/kg per cycle"],
  ["kakeda-undated", "IV, 0.4 g/kg a day on five days in the first patient"],
  ["liu-2023j", "IV, about 1.7 g/kg a month, two cycles"],
  ["pediatr-res-1997", "IV, 2 g/kg every two to four weeks"],
  ["scig-dm-case-2008", "about 1.7 g/kg a month under the skin at home"],
])("%s: %s", (id, words) => {
  expect(describeRegimenShort(study(id))).toBe(words);
});

describe("beside a leading figure stands what its own patients were given", () => {
  test.each([
    ["adultSkinOnlyRefractory", "response", "IV, dose not in the abstract."],
    ["refractoryAdult", "response", "IV, 2 g/kg every 4 weeks; 1 g/kg, from week 28, stable patients only."],
    ["refractoryAdult", "relapse", "under the skin, 0.2 g/kg a week."],
    // reports on the patients of the first cell
    ["refractoryAdult", "harm", null],
    [
      "pregnant",
      "response",
      "IV, 2 g/kg every 4 weeks (Williams 2007); IV, dose not in the abstract (Linardaki 2011, Li 2018).",
    ],
  ] as const)("%s, %s: %s", (name, domain, words) => {
    const { cells } = answerTo(exampleCases[name].profile, library);
    const first = findFirstLead(cells);
    const lead = cells.find((cell) => cell.domain === domain && cell.lead)?.lead;
    if (!lead) throw new Error("nothing leads");
    expect(describeRegimenOfLead(lead, lead === first ? null : first)).toBe(words);
  });

  test("of each of its studies and of no other, without grams, whatever the case", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyLikelyProfile, (profile) => {
        const { cells } = answerTo({ ...profile, weightKg: 62 }, library);
        const first = findFirstLead(cells);
        for (const { lead } of cells) {
          if (!lead) continue;
          const given = describeRegimenOfLead(lead, lead === first ? null : first);
          if (given === null) {
            // said beside the first already, of the same patients or in the same words; or of an earlier treatment
            const isEarlier = lead.cases.some(({ figure }) => /intravenous|IVIG|subcutaneous/i.test(figure.plain));
            if (!isEarlier) expect(lead).not.toBe(first);
            continue;
          }
          seen += 1;
          for (const { found } of lead.cases) expect(given).toContain(describeRegimenShort(found.study));
          expect(given).not.toMatch(/\d g\b(?!\/kg)/);
        }
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

test("beside what happened under an earlier treatment by another route stands no regimen", () => {
  const profile = { ...emptyProfile, features: { juvenile: "yes", refractory: "yes" } } as const;
  const harm = answerTo(profile, library).cells.find(({ domain }) => domain === "harm")?.lead;
  expect(harm?.figure.plain).toBe("systemic reaction to intravenous infusions");
  expect(harm && describeRegimenShort(harm.found.study)).toMatch(/^under the skin/);
  expect(harm && describeRegimenOfLead(harm, null)).toBe(null);
});

test("where no dose of the lead is told, the other study that tells one is named with its own patients", () => {
  const { cells, describing } = answerTo(exampleCases.adultSkinOnlyRefractory.profile, library);
  const lead = findFirstLead(cells);
  if (!lead) throw new Error("nothing leads");
  const other = findOtherDose(lead, describing);
  expect(other?.found.study.id).toBe("cafardi-2015");
  expect(other?.text).toBe(", 2 other patients: IV, 2 g/kg every 4 weeks.");
  const fibrosis = { ild: "yes", refractory: "yes", antisynthetase: "yes" } as const;
  const lung = answerTo({ ...emptyProfile, features: fibrosis }, library);
  const lungLead = findFirstLead(lung.cells);
  expect(lungLead && findOtherDose(lungLead, lung.describing)?.text).toBe(
    ", 1 other patient: about 1.7 g/kg a month under the skin at home. The patient was already on immunoglobulin.",
  );
  const adult = answerTo(exampleCases.refractoryAdult.profile, library);
  const told = findFirstLead(adult.cells);
  expect(told && findOtherDose(told, adult.describing)).toBe(null);
});

describe("by sheets made by hand", () => {
  type Regimen = NonNullable<NonNullable<ReturnType<typeof createStudy>["treatment"]>["regimen"]>;
  const coded = (text: string, part: Partial<Regimen> = {}): Regimen => ({
    gPerKgPerCourse: null,
    gPerKgPerDay: null,
    days: null,
    intervalWeeks: null,
    text,
    ...part,
  });
  const twoGrams = coded("2 g/kg", { gPerKgPerCourse: 2 });
  const oneGram = coded("1 g/kg", { gPerKgPerCourse: 1 });
  const phase = (gPerKgPerCourse: number | null, when: string, everyWeeks: number | null = null) => ({
    gPerKgPerCourse,
    days: null,
    everyWeeks,
    when,
  });

  test.each<[Regimen | null, string]>([
    [null, "IV, dose not in the abstract"],
    [coded("monthly"), "IV, g/kg not in the abstract"],
    [coded("monthly", { intervalWeeks: 4 }), "IV, every 4 weeks, g/kg not in the abstract"],
    [twoGrams, "IV, 2 g/kg a course"],
    [coded("2 g/kg", { gPerKgPerCourse: 2, intervalWeeks: 6 }), "IV, 2 g/kg every 6 weeks"],
    [coded("0.2 g/kg", { gPerKgPerCourse: 0.2, intervalWeeks: 1 }), "IV, 0.2 g/kg a week"],
    [coded("0.4 g/kg", { gPerKgPerDay: 0.4, intervalWeeks: 4 }), "IV, 0.4 g/kg a day, every 4 weeks"],
    [coded("0.4 g/kg", { gPerKgPerDay: 0.4 }), "IV, 0.4 g/kg a day"],
    [coded("1 g/kg on two days", { gPerKgPerDay: 1, days: 2 }), "IV, 2 g/kg a course"],
    // What limits a dose is kept, without brackets, as it stands within a line.
    [coded("About 2 g/kg (as printed) a month.", { gPerKgPerCourse: 2 }), "IV, about 2 g/kg a month"],
    [coded("IVIG 2 g/kg in most patients", { gPerKgPerCourse: 2 }), "IVIG 2 g/kg in most patients"],
    [
      coded("IVIG 2 g/kg in most patients, Octagam 10%", { gPerKgPerCourse: 2 }),
      "IVIG 2 g/kg in most patients, Octagam 10%",
    ],
    [coded("2 g/kg if tolerated", { gPerKgPerCourse: 2 }), "IV, 2 g/kg if tolerated"],
    // In words alone, up to where they tell something else.
    [coded("some 2 g/kg a month, with prednisone"), "IV, some 2 g/kg a month"],
    [coded("some 2 g/kg a month."), "IV, some 2 g/kg a month"],
    [coded("some 2 g/kg a month (later less)"), "IV, some 2 g/kg a month"],
    // A dose that changes, with its steps where they are coded.
    [coded("2 g/kg, then 1 g/kg", { gPerKgPerCourse: 2 }), "IV, 2 g/kg at the start; changed later"],
    [coded("2 g/kg, then 1 g/kg", { gPerKgPerCourse: 2, intervalWeeks: 4 }), "IV, 2 g/kg every 4 weeks; changed later"],
    [
      coded("changing", {
        gPerKgPerCourse: 2,
        phases: [phase(2, "start", 4), phase(1, "from week 8"), phase(null, "then less")],
      }),
      "IV, 2 g/kg every 4 weeks; 1 g/kg, from week 8; then less",
    ],
    [
      coded("changing", { gPerKgPerCourse: 2, phases: [phase(2, "start"), phase(1, "week 3")] }),
      "IV, 2 g/kg at the start; 1 g/kg, week 3",
    ],
    [
      coded("changing", { gPerKgPerCourse: 2, phases: [phase(2, "months 1 to 3"), phase(1, "month 4")] }),
      "IV, 2 g/kg, months 1 to 3; 1 g/kg, month 4",
    ],
  ])("%j in few words", (regimen, words) => {
    expect(describeRegimenShort(createStudy({ treatment: { regimen } }))).toBe(words);
  });

  test("a route that the words of the dose tell is not said again", () => {
    const words = (text: string) =>
      describeRegimenShort(createStudy({ treatment: { agent: "SCIG", regimen: coded(text) } }));
    expect(words("1.7 g/kg under the skin")).toBe("1.7 g/kg under the skin");
    expect(words("1.7 g/kg at home")).toBe("under the skin, 1.7 g/kg at home");
  });

  /** The answer about a patient with lung disease whom studies with these regimens describe, the first the largest. */
  const answerWith = (...parts: (SheetPart & { name: string; regimen: Regimen | null; treated?: number | null })[]) =>
    answerTo(
      { ...emptyProfile, features: { ild: "yes" } },
      createLibrary(
        parts.map(({ name, regimen, treated = null, ...part }, place) =>
          createStudy({
            id: `${name.toLowerCase()}-${place}`,
            citation: { authors: [`${name} A`] },
            features: { ild: { share: "all" } },
            outcomes: [createOutcome({ events: 1, total: treated ?? 5 })],
            treatment: { regimen },
            ...part,
            participants: { treated, enrolled: treated ?? 50 },
          }),
        ),
      ),
    );

  describe("what the patients of a lead were given", () => {
    test("of single cases each with its reports, unless all were given the same", () => {
      const single = (name: string, regimen: Regimen | null) => ({ name, regimen, treated: 1 });
      const tellOf = (...cases: ReturnType<typeof single>[]) => {
        const lead = findFirstLead(answerWith(...cases).cells);
        return lead && describeRegimenOfLead(lead, null);
      };
      expect(tellOf(single("Doe", twoGrams), single("Roe", twoGrams))).toBe("IV, 2 g/kg a course.");
      expect(tellOf(single("Doe", twoGrams), single("Roe", oneGram), single("Poe", twoGrams))).toBe(
        "IV, 2 g/kg a course (Doe 2020, Poe 2020); IV, 1 g/kg a course (Roe 2020).",
      );
    });

    const relapse = { domain: "relapse", total: 8, events: 1 } as const;
    const late = (name: string, regimen: Regimen | null, part: SheetPart = {}) => ({
      name,
      regimen,
      treated: 8,
      outcomes: [createOutcome(relapse)],
      ...part,
    });
    const tellOfRelapse = (...parts: Parameters<typeof answerWith>) => {
      const { cells } = answerWith(...parts);
      const lead = cells.find((cell) => cell.domain === "relapse" && cell.lead)?.lead;
      const first = findFirstLead(cells);
      return lead ? describeRegimenOfLead(lead, lead === first ? null : first) : "nothing leads";
    };

    test("is not said twice of the same patients, or in the same words", () => {
      const first = { name: "First", regimen: twoGrams, treated: 20 };
      expect(tellOfRelapse(first, late("Late", oneGram))).toBe("IV, 1 g/kg a course.");
      expect(tellOfRelapse(first, late("Late", twoGrams))).toBeNull();
      expect(tellOfRelapse({ ...first, cohort: "same" }, late("Late", oneGram, { cohort: "same" }))).toBeNull();
      expect(tellOfRelapse({ ...first, cohort: "same" }, late("Late", oneGram, { cohort: "other" }))).toBe(
        "IV, 1 g/kg a course.",
      );
    });

    test("is said again where those beside were given different things", () => {
      const single = (name: string, regimen: Regimen) => ({ name, regimen, treated: 1 });
      expect(tellOfRelapse(late("Late", twoGrams), single("Doe", twoGrams), single("Roe", oneGram))).toBe(
        "IV, 2 g/kg a course.",
      );
    });

    test("is said of all single cases where one of them was given something else than those beside", () => {
      const first = { name: "First", regimen: twoGrams, treated: 20 };
      const single = (name: string, regimen: Regimen) => ({
        ...late(name, regimen),
        treated: 1,
        outcomes: [createOutcome({ ...relapse, total: 1 })],
      });
      expect(tellOfRelapse(first, single("Doe", twoGrams), single("Roe", oneGram))).toBe(
        "IV, 2 g/kg a course (Doe 2020); IV, 1 g/kg a course (Roe 2020).",
      );
      expect(tellOfRelapse(first, single("Doe", twoGrams), single("Roe", twoGrams))).toBeNull();
    });

    test("is not said of single cases of which one happened by the other route", () => {
      const single = (name: string, plain: string) => ({
        ...late(name, oneGram),
        treated: 1,
        outcomes: [createOutcome({ ...relapse, total: 1, plain })],
      });
      expect(tellOfRelapse(single("Doe", "relapsed"), single("Roe", "relapsed on SCIG"))).toBeNull();
      expect(tellOfRelapse(single("Doe", "relapsed"), single("Roe", "relapsed"))).toBe("IV, 1 g/kg a course.");
    });

    test("is not said of what happened by the other route", () => {
      const other = (plain: string) => [createOutcome({ ...relapse, plain })];
      const tell = (agent: "IVIG" | "SCIG", plain: string) =>
        tellOfRelapse({
          name: "Late",
          regimen: null,
          treated: 8,
          outcomes: other(plain),
          treatment: { agent, regimen: oneGram },
        });
      expect(tell("SCIG", "relapsed after IVIG")).toBeNull();
      expect(tell("SCIG", "relapsed on intravenous doses")).toBeNull();
      expect(tell("SCIG", "relapsed after SCIG")).toBe("under the skin, 1 g/kg a course.");
      expect(tell("IVIG", "relapsed on subcutaneous doses")).toBeNull();
      expect(tell("IVIG", "relapsed after SCIG")).toBeNull();
      expect(tell("IVIG", "relapsed after IVIG")).toBe("IV, 1 g/kg a course.");
    });
  });

  describe("the other study that tells a dose", () => {
    const tellOther = (...parts: Parameters<typeof answerWith>) => {
      const { cells, describing } = answerWith(...parts);
      const lead = findFirstLead(cells);
      const other = lead && findOtherDose(lead, describing);
      return other && `${other.found.name}${other.text}`;
    };
    const first = { name: "First", regimen: null, treated: 20 };
    const second = { name: "Second", regimen: twoGrams, treated: 8 };

    test("is the first of other patients, with how many they are", () => {
      expect(tellOther(first, { name: "Silent", regimen: null, treated: 9 }, second)).toBe(
        "Second 2020, 8 other patients: IV, 2 g/kg a course.",
      );
      expect(tellOther(first, { ...second, treated: 1 })).toBe("Second 2020, 1 other patient: IV, 2 g/kg a course.");
      expect(tellOther(first, { ...second, treated: null })).toBe(
        "Second 2020, other patients, their number not stated: IV, 2 g/kg a course.",
      );
    });

    test("is none where the lead tells its own, where no other does, or of the same patients", () => {
      expect(tellOther({ ...first, regimen: oneGram }, second)).toBeNull();
      expect(tellOther(first, { ...second, regimen: coded("monthly") })).toBeNull();
      expect(tellOther({ ...first, cohort: "same" }, { ...second, cohort: "same" })).toBeNull();
    });

    test("is none where one of the single cases that lead tells its own", () => {
      const single = (name: string, regimen: Regimen | null) => ({ name, regimen, treated: 1 });
      const uncounted = { ...second, outcomes: [createOutcome({ domain: "quality-of-life" })] };
      expect(tellOther(single("Doe", null), single("Roe", null), uncounted)).toBe(
        "Second 2020, 8 other patients: IV, 2 g/kg a course.",
      );
      expect(tellOther(single("Doe", null), single("Roe", oneGram), uncounted)).toBeNull();
    });
  });

  describe("the regimens of several studies", () => {
    const tell = (...parts: Parameters<typeof answerWith>) => describeRegimensShort(answerWith(...parts).describing);
    const study = (name: string, regimen: Regimen | null, part: SheetPart = {}) => ({ name, regimen, ...part });

    test("are told by how many gave each, the most first, a single one by name", () => {
      expect(tell(study("Doe", oneGram), study("Poe", twoGrams), study("Roe", twoGrams), study("Loe", null))).toBe(
        "IV, 2 g/kg a course (2 studies); IV, 1 g/kg a course (Doe 2020); no dose in what was read of 1.",
      );
      expect(tell(study("Doe", oneGram))).toBe("IV, 1 g/kg a course (Doe 2020).");
    });

    test("of more than three, the others are counted", () => {
      const doses = (...grams: number[]) =>
        grams.map((gram, place) => study(`${"ABCDE"[place]}oe`, coded("a dose", { gPerKgPerCourse: gram })));
      expect(tell(...doses(1, 2, 3))).not.toContain("other");
      expect(tell(...doses(1, 2, 3, 4))).toBe(
        "IV, 1 g/kg a course (Aoe 2020); IV, 2 g/kg a course (Boe 2020); IV, 3 g/kg a course (Coe 2020); 1 other regimen.",
      );
      expect(tell(...doses(1, 2, 3, 4, 5))).toMatch(/; 2 other regimens\.$/);
    });

    test("of one cohort are told once, by the report that tells one", () => {
      const same = { cohort: "same" };
      expect(tell(study("Doe", null, same), study("Poe", twoGrams, same), study("Roe", oneGram, same))).toBe(
        "IV, 2 g/kg a course (Poe 2020).",
      );
      expect(tell(study("Doe", null, same), study("Poe", null, same))).toBe("no dose in what was read of 1.");
    });
  });
});

describe("a harm that is told without its regimen says its route where the first figure is of another", () => {
  const answer = answerTo(
    { ...emptyProfile, diagnosis: "PM", features: { dysphagia: "yes", refractory: "yes" } },
    library,
  );
  const first = findFirstLead(answer.cells);
  const getCell = (cells: typeof answer.cells, domain: string) => {
    const cell = cells.find((one) => one.domain === domain && one.lead);
    if (!cell) throw new Error(`nothing leads ${domain}`);
    return cell;
  };

  test("stopped for vomiting: under the skin, beside a response to infusions into a vein", () => {
    const harm = getCell(answer.cells, "harm");
    expect(harm.lead?.found.study.id).toBe("acr-scig-2018");
    expect(describeHarmInShort(harm, answer.describing, first)).toMatch(
      /stopped for vomiting and headache 1 of 10 \([^)]*\), given under the skin\. /,
    );
  });

  test("of the same patients, or the same route, nothing is added; intravenous beside subcutaneous is told too", () => {
    const adult = answerTo(exampleCases.refractoryAdult.profile, library);
    const response = getCell(adult.cells, "response").lead;
    const harm = getCell(adult.cells, "harm");
    expect(describeHarmInShort(harm, adult.describing, response)).not.toContain("given");
    const subcutaneous = getCell(answer.cells, "harm").lead;
    if (!response || !subcutaneous) throw new Error("nothing leads");
    expect(describeOtherRoute(response.cases, subcutaneous)).toBe("given IV");
    // first itself, or with nothing before it: intravenous needs no word
    expect(describeOtherRoute(response.cases, response)).toBeNull();
    expect(describeOtherRoute(response.cases, null)).toBeNull();
    expect(describeOtherRoute(subcutaneous.cases, subcutaneous)).toBe("given under the skin");
  });
});
