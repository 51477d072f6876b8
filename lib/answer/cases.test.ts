import { describe, expect, test } from "vitest";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { getAnswer, type Profile, setAnswer } from "@/lib/case/schema";
import { spellNumber } from "@/lib/format/text";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { type Feature, features, mainFeatures } from "@/lib/vocabulary/feature";
import { createFigure, isCounted } from "./figure";
import { prepareLibrary } from "./library";
import { getReply, realLibrary } from "./library.arbitrary";
import type { EvidenceReply, Figure } from "./reply";

// Every worked case that the product was designed against. Intervals are from R. The library grows: on all of it a case
// says what must be found, and what is stated of known studies alone is checked in a library of only those.

const library = realLibrary();
const sheets = loadLibrary().studies;

/** A case on a library of these sheets and no others. */
const viewOfOnly = (name: ExampleName, ...ids: string[]) =>
  getReply(
    exampleCases[name].profile,
    prepareLibrary({ ...library, studies: library.studies.filter(({ id }) => ids.includes(id)) }),
  );
const view = (name: ExampleName) => getReply(exampleCases[name].profile, library);
const idsIn = ({ studies }: EvidenceReply, group: string) =>
  studies.filter((study) => study.group === group).map(({ id }) => id);
const members = (found: EvidenceReply, group: string) => idsIn(found, group).sort();

function getRow(found: EvidenceReply, id: string) {
  const row = found.studies.find((study) => study.id === id);
  if (!row) throw new Error(`no row for ${id}`);
  return row;
}

function getSheet(id: string): Study {
  const sheet = sheets.find((study) => study.id === id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

/** One outcome of a sheet as events of total. */
function countIn(id: string, outcomeId: string): [number, number] {
  const outcome = getSheet(id).outcomes.find((candidate) => candidate.id === outcomeId);
  if (!outcome || !isCounted(outcome)) throw new Error(`${id} counts no ${outcomeId}`);
  const { events, total } = createFigure(getSheet(id), outcome, "wilson");
  return [events, total];
}

function expectFigure(
  profile: Profile,
  id: string,
  domain: "response" | "relapse" | "survival",
  [events, total]: [number, number],
  limits: { wilson: [number, number]; exact?: [number, number] },
) {
  for (const [method, [low, high]] of Object.entries(limits) as ["wilson" | "exact", [number, number]][]) {
    const figure = getRow(getReply(profile, library, method), id)[domain];
    expect([figure?.events, figure?.total]).toEqual([events, total]);
    expect(figure?.interval.method).toBe(method);
    expect(figure?.interval.low).toBeCloseTo(low, 4);
    expect(figure?.interval.high).toBeCloseTo(high, 4);
  }
}

/** Patients of these studies, each once: of every cohort the report with most patients. Counted apart from our own code. */
function patientsOnce(ids: readonly string[]): number {
  const most = new Map<string, number>();
  for (const { id, cohort, participants } of ids.map(getSheet)) {
    const key = cohort ?? `alone ${id}`;
    most.set(key, Math.max(most.get(key) ?? 0, participants.treated ?? 0));
  }
  return [...most.values()].reduce((sum, treated) => sum + treated, 0);
}

describe("the five documents", () => {
  test("a pregnant, untreated woman: linardaki-2011", () => {
    const { profile } = exampleCases.pregnantUntreated;
    expectFigure(profile, "linardaki-2011", "response", [1, 1], { wilson: [0.2065, 1], exact: [0.025, 1] });
    expectFigure(profile, "linardaki-2011", "relapse", [0, 1], { wilson: [0, 0.7935], exact: [0, 0.975] });
    expect(idsIn(view("pregnantUntreated"), "this-patient")).toContain("linardaki-2011");
    expect(countIn("linardaki-2011", "maternal-complications")).toEqual([0, 1]);
    expect(countIn("linardaki-2011", "fetal-complications")).toEqual([0, 1]);
    const { verdict, gap, studies } = viewOfOnly("pregnantUntreated", "linardaki-2011");
    const row = studies.find(({ id }) => id === "linardaki-2011");
    expect(JSON.stringify([verdict, gap, row?.response?.certainty])).not.toContain("%");
  });

  test("skin only, refractory: bounfour-2014, and its relapses are of the responders", () => {
    const { profile } = exampleCases.skinOnlyRefractory;
    expectFigure(profile, "bounfour-2014", "response", [19, 27], { wilson: [0.5152, 0.8415], exact: [0.4982, 0.8625] });
    expectFigure(profile, "bounfour-2014", "relapse", [10, 19], { wilson: [0.3171, 0.7267], exact: [0.2886, 0.7555] });
    const { response, relapse } = getRow(view("skinOnlyRefractory"), "bounfour-2014");
    expect(response).toMatchObject({ organ: "skin", degree: "major" });
    expect(relapse).toMatchObject({ timing: "after-stopping" });
    expect(relapse?.population).toContain("19 major responders");
    expect(countIn("bounfour-2014", "any-response")).toEqual([19 + 4, 27]);
    expect(countIn("bounfour-2014", "no-response")).toEqual([4, 27]);
    expect(countIn("bounfour-2014", "retreatment-success")).toEqual([6, 10]);
    expect(countIn("bounfour-2014", "muscle-disease")).toEqual([6, 27]);
    expect(countIn("bounfour-2014", "severe-headache")).toEqual([2, 27]);
    expect(getSheet("bounfour-2014").treatment.courses).toMatchObject({ mean: 4.8, min: 1, max: 15 });
    expect(getSheet("bounfour-2014").outcomes.map(({ result }) => result)).toContainEqual(
      expect.objectContaining({ kind: "time", statistic: "median", value: 6.2, unit: "months" }),
    );
  });

  test("10 of 27 is wrong, and no case says it", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const found = getReply(profile, library);
      const row = getRow(found, "bounfour-2014");
      const { relapse, others } = row;
      expect([relapse?.events, relapse?.total]).toEqual([10, 19]);
      expect(others.filter(({ events, total }) => events === 10 && total === 27)).toEqual([]);
      expect(JSON.stringify(row)).not.toContain("10 of 27");
      expect(found.verdict.text).not.toMatch(/Bounfour 2014[^.]* 10 of 27/);
    }
  });

  test("an untreated adult: cherin-1994, a disappointing result in full view", () => {
    const { profile } = exampleCases.untreatedAdult;
    expectFigure(profile, "cherin-1994", "response", [3, 11], { wilson: [0.0975, 0.5656], exact: [0.0602, 0.6097] });
    const row = getRow(view("untreatedAdult"), "cherin-1994");
    expect(row.group).toBe("this-patient");
    expect(row.relapse).toBeNull();
    expect(countIn("cherin-1994", "biochemical")).toEqual([8, 11]);
    expect(getSheet("cherin-1994").participants.diagnoses).toEqual({ PM: 5, DM: 6 });
    expect(getSheet("cherin-1994").features.malignancy).toMatchObject({ share: "some", n: 4 });
    expect(row.dose?.arithmetic).toContain("1 g/kg on each of 2 days");
    expect(row.dose?.arithmetic).toContain("62 g a day");
  });

  test("a child: tsai-1997", () => {
    const { profile } = exampleCases.child;
    expectFigure(profile, "tsai-1997", "response", [6, 7], { wilson: [0.4869, 0.9743], exact: [0.4213, 0.9964] });
    expectFigure(profile, "tsai-1997", "relapse", [4, 6], { wilson: [0.3, 0.9032] });
    expect(getRow(view("child"), "tsai-1997").relapse?.timing).toBe("after-stopping");
    expect(countIn("tsai-1997", "quick-response")).toEqual([3, 7]);
    expect(countIn("tsai-1997", "sustained-low-steroid")).toEqual([2, 7]);
    expect(countIn("tsai-1997", "short-lived-response")).toEqual([1, 7]);
  });

  test("refractory lung disease: suzuki-2009, and the two diagnoses apart", () => {
    const { profile } = exampleCases.refractoryLungDisease;
    expectFigure(profile, "suzuki-2009", "survival", [2, 5], { wilson: [0.1176, 0.7693], exact: [0.0527, 0.8534] });
    const row = getRow(view("refractoryLungDisease"), "suzuki-2009");
    expect(row.group).toBe("this-patient");
    expect([row.response, row.relapse]).toEqual([null, null]);
    expect(countIn("suzuki-2009", "adverse")).toEqual([0, 5]);
    const survivalIn = (more: Partial<Profile>) =>
      getRow(getReply({ ...profile, ...more }, library), "suzuki-2009").survival;
    expect(survivalIn({ diagnosis: "PM" })).toMatchObject({ events: 1, total: 1 });
    expect(survivalIn({ features: { ...profile.features, amyopathic: "yes" } })).toMatchObject({ events: 1, total: 4 });
    expect(survivalIn({ diagnosis: "CADM" })).toMatchObject({ events: 1, total: 4 });
    expect(survivalIn({ diagnosis: "DM" })).toMatchObject({ events: 2, total: 5 });
  });
});

describe("the combinations", () => {
  test("skin only, refractory: the first sentences give the relapse beside the response, with its population", () => {
    const { text } = viewOfOnly("skinOnlyRefractory", "bounfour-2014", "cafardi-2015").verdict;
    expect(text).toMatch(/Bounfour 2014, has 19 of 27 \(70%\)/);
    expect(text).toMatch(
      /Relapse: Bounfour 2014, 10 of 19 \(53%\) \(.*after stopping; of whom: the 19 major responders/,
    );
  });

  test("pregnant: five single cases, in words, and background and guidelines in places of their own", () => {
    const found = view("pregnant");
    const five = ["li-2018", "linardaki-2011", "mosca-2005", "park-2003", "williams-2007"];
    expect(members(found, "this-patient")).toEqual(expect.arrayContaining(five));
    const sentences = [
      "Five reports describe a pregnant patient given immunoglobulin, one patient each.",
      "Four give a count: 4 of 4 improved.",
      "Single cases tend to be published when they go well.",
    ];
    expect(viewOfOnly("pregnant", ...five).verdict).toEqual({
      text: sentences.join(" "),
      sentences,
      describing: 5,
      patients: 5,
    });
    expect(found.background.filter(({ group }) => group === "this-patient").length).toBeGreaterThan(0);
    expect(found.guidelines.filter(({ group }) => group === "this-patient").length).toBeGreaterThan(0);
    const aside = [...found.background, ...found.guidelines, ...found.reviews].map(({ id }) => id);
    for (const { id } of found.studies) expect(aside).not.toContain(id);
  });

  test("pregnant with lung disease: no study describes her, stated first; others describe part", () => {
    const found = view("pregnantWithLungDisease");
    expect(members(found, "this-patient")).toEqual([]);
    expect(found.gap.described).toBe(false);
    expect(found.verdict).toMatchObject({ describing: 0, patients: 0 });
    expect(found.verdict.text).toMatch(
      /^No published study in this library describes a pregnant patient with interstitial lung disease\./,
    );
    // The pregnancy reports rank high, and each says that lung disease is not reported.
    const reports = members(view("pregnant"), "this-patient");
    const pregnancy = found.studies.slice(0, reports.length);
    expect(pregnancy.map(({ id }) => id).sort()).toEqual(reports);
    for (const { lacks, lacking } of pregnancy) {
      expect(lacks).toEqual(["ild"]);
      expect(lacking).toEqual(["lung disease not reported"]);
    }
    // The numbers of the sentence are those of the view: some of pregnancy, the rest of lung disease.
    const ofLung = idsIn(found, "part").length - reports.length;
    expect(found.verdict.text).toContain(
      `${spellNumber(reports.length)} studies of pregnancy (lung disease not reported)`,
    );
    expect(found.verdict.text).toContain(
      `${spellNumber(ofLung)} studies of interstitial lung disease (nobody known to be pregnant)`,
    );
    expect(found.gap.nearest.map(({ id }) => id)).toEqual(idsIn(found, "part"));
    expect(found.gap.combinations).toContainEqual({
      features: ["pregnancy", "ild"],
      studies: 0,
      patients: 0,
      uncounted: 0,
    });
    expect(found.gap.combinations).toContainEqual({
      features: ["pregnancy"],
      studies: reports.length,
      patients: patientsOnce(reports),
      uncounted: 0,
    });
  });

  test("pregnant, refractory: mosca-2005 alone, which prints no count", () => {
    expect(idsIn(view("pregnantRefractory"), "this-patient")).toContain("mosca-2005");
    const found = viewOfOnly("pregnantRefractory", "mosca-2005");
    expect(getRow(found, "mosca-2005").response).toBeNull();
    expect(found.verdict).toMatchObject({ describing: 1, patients: 1 });
    expect(found.verdict.text).not.toMatch(/\d+ of \d+/);
  });

  test("juvenile: the Toronto reports are never added up", () => {
    const found = view("child");
    const describing = idsIn(found, "this-patient");
    expect(describing).toEqual(expect.arrayContaining(["tsai-1997", "almayouf-2000", "manlhiot-2008", "lam-2011"]));
    expect(found.verdict).toMatchObject({ describing: describing.length, patients: patientsOnce(describing) });
    const added = describing.reduce((sum, id) => sum + (getSheet(id).participants.treated ?? 0), 0);
    expect(found.verdict.patients).toBeLessThan(added);
  });

  test("adult, skin only, refractory", () => {
    const found = view("adultSkinOnlyRefractory");
    expect(members(found, "this-patient")).toEqual(expect.arrayContaining(["bounfour-2014", "cafardi-2015"]));
    const failure = getRow(found, "cadm-facial-oedema-2021");
    expect(failure.group).toBe("part");
    expect(failure.lacks).toEqual(["skinOnly"]);
    expect(failure.response).toMatchObject({ events: 0, total: 1 });
    // Every study of children is folded away under other patients.
    expect(members(found, "other")).toEqual(expect.arrayContaining(members(view("child"), "this-patient")));
  });

  test("adult, lung disease, refractory", () => {
    const found = view("adultRefractoryLungDisease");
    const six = ["ecrj-2020", "hamada-ode-2015", "huapaya-2019", "lee-2015", "scig-dm-case-2008", "suzuki-2009"];
    expect(members(found, "this-patient")).toEqual(expect.arrayContaining(six));
    expect(getRow(found, "suzuki-2009").survival).toMatchObject({ events: 2, total: 5 });
  });

  test("adult, untreated: cherin-1994 and lim-2021 lead among five known studies", () => {
    const found = view("untreatedAdult");
    const describing = idsIn(found, "this-patient");
    const known = ["cherin-1994", "flores-terry-2017", "lim-2021", "linardaki-2011", "treppo-2020"];
    expect(describing).toEqual(expect.arrayContaining(known));
    const leading = idsIn(viewOfOnly("untreatedAdult", ...known), "this-patient").slice(0, 2);
    expect(leading.sort()).toEqual(["cherin-1994", "lim-2021"]);
    expect(getRow(found, "lim-2021").response).toMatchObject({ events: 8, total: 19 });
  });

  test("refractory adult and nothing else: randomised trials lead, the ProDERM comparison in full", () => {
    const found = view("refractoryAdult");
    const describing = idsIn(found, "this-patient");
    const designs = found.studies
      .slice(0, describing.length)
      .map(({ design }) => design === "randomised-controlled-trial");
    expect(designs.lastIndexOf(true)).toBeLessThan(designs.indexOf(false));
    expect(designs[0]).toBe(true);

    // The trial that found no difference stands in the first sentences beside the one that found some.
    expect(viewOfOnly("refractoryAdult", "aggarwal-2022", "miyasaka-2012").verdict.text).toMatch(
      /Miyasaka 2012, a randomised trial, says in words: .*did not differ significantly\./,
    );

    const response = getRow(found, "aggarwal-2022").response;
    expect(response).toMatchObject({ events: 37, total: 47 });
    const comparison = response?.comparison;
    expect(comparison).toMatchObject({ events: 21, total: 48, label: "Placebo", p: "0.0008", note: null });
    expect(comparison?.difference?.method).toBe("newcombe");
    expect(100 * (comparison?.difference?.value ?? 0)).toBeCloseTo(34.97, 1);
    expect(100 * (comparison?.difference?.low ?? 0)).toBeCloseTo(15.5, 1);
    expect(100 * (comparison?.difference?.high ?? 0)).toBeCloseTo(51.0, 1);
    expect(comparison?.numberNeeded).toEqual({ number: 3, direction: "benefit" });

    expect(describing).toContain("miyasaka-2012");
    for (const id of ["aggarwal-2022", "aggarwal-2024", "proderm-2025", "werth-2023"]) {
      expect(describing).toContain(id);
      expect(getRow(found, id).cohort).toBe("proderm");
    }
    expect(found.verdict.patients).toBe(patientsOnce(describing));
  });

  test("a child, skin only: liu-2023j, one child", () => {
    const found = view("childSkinOnly");
    expect(members(found, "this-patient")).toContain("liu-2023j");
    expect(viewOfOnly("childSkinOnly", "liu-2023j").verdict).toMatchObject({ describing: 1, patients: 1 });
    expect(getRow(found, "liu-2023j").treated).toBe(1);
  });

  test("skin only with lung disease: named, matched as stated, and the remedy leads on", () => {
    const found = view("skinOnlyWithLungDisease");
    expect(found.profile.contradictions).toHaveLength(1);
    expect(found.profile.contradictions[0]?.features.sort()).toEqual(["ild", "skinOnly"]);
    expect(found.profile.contradictions[0]?.text).toMatch(/amyopathic, with ILD/);
    expect(found.profile.features).toEqual({ skinOnly: "yes", ild: "yes" });
    expect(found.studies).toHaveLength(library.byKind.treatment.length);
  });

  test("nothing stated: nobody is described, the general evidence leads, and a question is named", () => {
    const found = view("nothingStated");
    expect(members(found, "this-patient")).toEqual([]);
    expect(members(found, "general")).toHaveLength(library.byKind.treatment.length);
    expect(found.verdict).toMatchObject({ describing: 0, patients: 0 });
    // With nothing stated, an answer decides the studies of which all, most or some have the feature.
    const decided = mainFeatures.map((feature) => ({
      feature,
      decides: library.byKind.treatment.filter(({ features }) =>
        ["all", "most", "some"].includes(features[feature].share),
      ).length,
    }));
    const most = Math.max(...decided.map(({ decides }) => decides));
    expect(found.ask?.decides).toBe(most);
    expect(decided).toContainEqual(found.ask);
  });

  test.each(Object.entries(exampleCases))("%s: no other open question would move more studies", (_, { profile }) => {
    const { ask, profile: understood } = getReply(profile, library);
    const open = features.filter(
      (feature) =>
        feature !== "muscle" &&
        feature !== "skin" &&
        getAnswer(profile, feature) === "unknown" &&
        understood.implied[feature] === undefined,
    );
    const moved = (feature: Feature) => {
      const yes = getReply(setAnswer(profile, feature, "yes"), library);
      const no = getReply(setAnswer(profile, feature, "no"), library);
      return yes.studies.filter(({ id, group }) => getRow(no, id).group !== group).length;
    };
    const decides = open.map(moved);
    expect(ask).toEqual({ feature: open[decides.indexOf(Math.max(...decides))], decides: Math.max(...decides) });
  });

  test("in cancer, 0 of 4 responders shows as plainly as the favourable cases", () => {
    const found = view("malignancy");
    const { response, others, group } = getRow(found, "gottfried-2000");
    expect(response).toMatchObject({ events: 0, total: 4, subgroup: "malignancy" });
    expect(others).toContainEqual(expect.objectContaining({ events: 7, total: 19 }));
    expect(["this-patient", "part"]).toContain(group);
    expect(found.verdict.text).toContain("0 of 4");
    expect(getRow(view("nothingStated"), "gottfried-2000").response).toMatchObject({
      events: 7,
      total: 19,
      subgroup: null,
    });
  });
});

describe("the whole library", () => {
  test("every treatment study is in every view, and each patient is counted once", () => {
    const treatment = sheets.filter(
      ({ design, treatment }) => treatment.agent && !["guideline", "systematic-review"].includes(design.type),
    );
    const patients = patientsOnce(treatment.map(({ id }) => id));
    expect(treatment.length).toBeGreaterThan(90);
    for (const name of Object.keys(exampleCases) as ExampleName[]) {
      const found = view(name);
      expect(found.library).toMatchObject({ studies: treatment.length, patients, searched: library.searched });
      expect(found.studies.map(({ id }) => id).sort()).toEqual(treatment.map(({ id }) => id).sort());
    }
  });

  test("background, reviews and guidelines are each in one place of their own and add no patients", () => {
    const found = view("pregnant");
    const asides = [...found.background, ...found.reviews, ...found.guidelines].map(({ id }) => id);
    const treated = found.studies.map(({ id }) => id);
    expect([...asides, ...treated].sort()).toEqual(sheets.map(({ id }) => id).sort());
    for (const { id } of found.background) expect(getSheet(id).treatment.agent).toBeNull();
    for (const { id } of found.guidelines) expect(getSheet(id).design.type).toBe("guideline");
    for (const { id } of found.reviews) expect(getSheet(id).design.type).toBe("systematic-review");
    const without = prepareLibrary({ ...library, studies: library.byKind.treatment });
    expect(without.patients).toBe(library.patients);
    expect(getReply(exampleCases.pregnant.profile, without).verdict).toEqual(found.verdict);
  });

  test("full sheets and their records give the same view", () => {
    const { version, searched, safety } = library;
    const full = prepareLibrary({ version, searched, safety, studies: sheets });
    for (const { profile } of Object.values(exampleCases)) {
      for (const method of ["wilson", "exact"] as const) {
        expect(getReply(profile, full, method)).toEqual(getReply(profile, library, method));
      }
    }
  });
});

describe("what sits together", () => {
  const ancona = ["danieli-2011", "danieli-2014", "gambini-2014"];
  const afterStopping = ["bounfour-2014", "tsai-1997", "levy-2010"];

  test("relapses under continuing treatment stand apart from relapses after stopping", () => {
    const relapses = view("nothingStated").sets.filter(({ domain }) => domain === "relapse");
    const setWith = (id: string) => relapses.filter(({ studies }) => studies.includes(id));
    for (const id of ancona) expect(setWith(id).map(({ timing }) => timing)).toEqual(["on-treatment"]);
    for (const id of afterStopping) expect(setWith(id).map(({ timing }) => timing)).toEqual(["after-stopping"]);
    const relapseOf = (id: string) => {
      const { relapse } = getRow(view("nothingStated"), id);
      return [relapse?.events, relapse?.total];
    };
    expect(ancona.map(relapseOf)).toEqual([
      [0, 7],
      [0, 8],
      [0, 13],
    ]);
    expect(afterStopping.map(relapseOf)).toEqual([
      [10, 19],
      [4, 6],
      [2, 8],
    ]);
  });

  test.each(Object.keys(exampleCases) as ExampleName[])(
    "%s: one organ and degree, one timing, trials apart, each cohort once in a pool",
    (name) => {
      const found = view(name);
      for (const { domain, organ, degree, timing, arms, studies, pooled } of found.sets) {
        for (const id of studies) {
          const row = getRow(found, id);
          const figure = row[domain];
          expect(figure).not.toBeNull();
          if (domain === "response") expect([figure?.organ, figure?.degree]).toEqual([organ, degree]);
          else expect(figure?.timing).toBe(timing);
          expect(row.design === "randomised-controlled-trial").toBe(arms === "randomised");
        }
        const cohorts = pooled.flatMap((id) => getRow(found, id).cohort ?? []);
        expect(new Set(cohorts).size).toBe(cohorts.length);
        for (const id of pooled) expect(getRow(found, id)[domain]?.total).toBeGreaterThanOrEqual(3);
        if (pooled.length > 0) expect(pooled.length).toBeGreaterThanOrEqual(3);
      }
      for (const { studies, events, total, domain } of found.pools) {
        const figures = studies.map((id) => getRow(found, id)[domain] as Figure);
        expect(events).toBe(figures.reduce((sum, figure) => sum + figure.events, 0));
        expect(total).toBe(figures.reduce((sum, figure) => sum + figure.total, 0));
      }
    },
  );

  test("reports of one cohort are counted once in every figure of patients", () => {
    for (const cohort of ["proderm", "toronto-jdm", "ancona-scig"]) {
      const ids = library.byKind.treatment.filter((study) => study.cohort === cohort).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(1);
      for (const { pooled } of view("nothingStated").sets)
        expect(pooled.filter((id) => ids.includes(id)).length).toBeLessThanOrEqual(1);
    }
  });
});
