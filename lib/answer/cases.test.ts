import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, getAnswer, type Profile, setAnswer } from "@/lib/case/schema";
import type { IntervalMethod } from "@/lib/stats/interval";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import type { Feature } from "@/lib/vocabulary/feature";
import { createFigure, isCounted } from "./figure";
import { secondEditionLibrary } from "./fixtures";
import { prepareLibrary } from "./library";
import { answerTo, realLibrary } from "./library.arbitrary";
import type { EvidenceReply } from "./reply";
import { writeReply } from "./write-reply";

// Every worked case that the product was designed against. What is expected was read in the sources; intervals are from
// R. Counts are those of the second edition's sheets.

const library = secondEditionLibrary();
const sheets = loadLibrary().studies;

type Answers = Profile["features"];

/** A case from its answers: those of the first list yes, of the second no. */
function createCase(yes: readonly Feature[], no: readonly Feature[] = [], more: Partial<Profile> = {}): Profile {
  const features: Answers = Object.fromEntries([
    ...yes.map((feature) => [feature, "yes"] as const),
    ...no.map((feature) => [feature, "no"] as const),
  ]);
  return { ...emptyProfile, features, ...more };
}

const answers = new Map<string, ReturnType<typeof createView>>();

function createView(profile: Profile, method: IntervalMethod) {
  const answer = answerTo(profile, library, method);
  const reply = writeReply(answer);
  const idsIn = (group: string) => reply.studies.filter((study) => study.group === group).map(({ id }) => id);
  const cell = (domain: string, timing: string | null = null) => {
    const found = reply.cells.find((candidate) => candidate.domain === domain && candidate.timing === timing);
    if (!found) throw new Error(`no cell of ${domain} ${timing}`);
    return found;
  };
  const findings = answer.findings.map(
    ({ name, lead, more, beside }) => `${name}: ${[...lead, ...more, ...beside].join(" ")}`,
  );
  return { answer, reply, idsIn, cell, findings, row: (id: string) => getRow(reply, id) };
}

/** What is said of a case, worked out once. */
function view(profile: Profile, method: IntervalMethod = "wilson") {
  const key = JSON.stringify([profile, method]);
  const found = answers.get(key) ?? createView(profile, method);
  answers.set(key, found);
  return found;
}

function getRow({ studies }: EvidenceReply, id: string) {
  const row = studies.find((study) => study.id === id);
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
  limits: Partial<Record<IntervalMethod, [number, number]>>,
) {
  for (const [method, [low, high]] of Object.entries(limits) as [IntervalMethod, [number, number]][]) {
    const figure = view(profile, method).row(id)[domain];
    expect([figure?.events, figure?.total, figure?.interval.method]).toEqual([events, total, method]);
    expect(figure?.interval.low).toBeCloseTo(low, 4);
    expect(figure?.interval.high).toBeCloseTo(high, 4);
  }
}

/** The studies that describe a patient, and how many patients they treated. */
function expectDescribed(profile: Profile, ids: readonly string[], patients: number) {
  const { reply, idsIn } = view(profile);
  expect([...idsIn("this-patient")].sort()).toEqual([...ids].sort());
  expect(reply.verdict).toMatchObject({ describing: ids.length, patients });
}

const pregnant = createCase(["pregnancy"]);
const adultSkin = createCase(["skinOnly", "refractory"], ["juvenile"]);
const adultLung = createCase(["ild", "refractory"], ["juvenile"]);
const untreated = createCase(["firstLine"], ["juvenile"], { weightKg: 62 });
const refractoryAdult = createCase(["refractory"], ["pregnancy", "juvenile", "skinOnly", "ild"]);
const child = createCase(["juvenile"]);

const goWell = "Single cases tend to be published when they go well.";

test("the second edition holds 119 treatment studies of 1,208 patients, one report per cohort", () => {
  expect(view(emptyProfile).reply.library).toMatchObject({ studies: 119, patients: 1208 });
});

describe("the five documents", () => {
  test("a pregnant, untreated woman: linardaki-2011", () => {
    const { profile } = exampleCases.pregnantUntreated;
    expectFigure(profile, "linardaki-2011", "response", [1, 1], { wilson: [0.2065, 1], exact: [0.025, 1] });
    expectFigure(profile, "linardaki-2011", "relapse", [0, 1], { wilson: [0, 0.7935], exact: [0, 0.975] });
    const { reply, answer, idsIn, row } = view(profile);
    expect(idsIn("this-patient")[0]).toBe("linardaki-2011");
    expect(countIn("linardaki-2011", "maternal-complications")).toEqual([0, 1]);
    expect(countIn("linardaki-2011", "fetal-complications")).toEqual([0, 1]);
    expect(row("linardaki-2011").pregnancy.length).toBeGreaterThan(0);
    expect(getSheet("linardaki-2011").participants.age.mean).toBe(42);
    expect(getSheet("linardaki-2011").treatment.concomitant).toMatch(/medium.dose/i);
    // No percentage but the name of the interval, in any sentence.
    expect(JSON.stringify([reply.verdict, reply.gap, answer.findings]).replaceAll("95% CI", "")).not.toContain("%");
  });

  test("skin only, refractory: bounfour-2014, and its relapses are of the responders", () => {
    const { profile } = exampleCases.skinOnlyRefractory;
    expectFigure(profile, "bounfour-2014", "response", [19, 27], { wilson: [0.5152, 0.8415], exact: [0.4982, 0.8625] });
    expectFigure(profile, "bounfour-2014", "relapse", [10, 19], { wilson: [0.3171, 0.7267], exact: [0.2886, 0.7555] });
    const { response, relapse, nested } = view(profile).row("bounfour-2014");
    expect(response).toMatchObject({ organ: "skin", degree: "major" });
    expect(relapse).toMatchObject({ timing: "after-stopping", of: response?.id });
    expect(relapse?.population).toContain("19 major responders");
    // Partial responses are those that are not major: 4.
    expect(countIn("bounfour-2014", "any-response")).toEqual([19 + 4, 27]);
    expect(countIn("bounfour-2014", "no-response")).toEqual([4, 27]);
    expect(countIn("bounfour-2014", "retreatment-success")).toEqual([6, 10]);
    expect(countIn("bounfour-2014", "muscle-disease")).toEqual([6, 27]);
    expect(countIn("bounfour-2014", "severe-headache")).toEqual([2, 27]);
    expect(nested.map((chain) => chain.map(({ events, total }) => [total, events]))).toContainEqual([
      [27, 19],
      [19, 10],
      [10, 6],
    ]);
    expect(getSheet("bounfour-2014").treatment.courses).toMatchObject({ mean: 4.8, min: 1, max: 15 });
    expect(getSheet("bounfour-2014").outcomes.map(({ result }) => result)).toContainEqual(
      expect.objectContaining({ kind: "time", statistic: "median", value: 6.2, unit: "months" }),
    );
  });

  test("10 of 27 is wrong, and no case says it", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const { reply, row, findings } = view(profile);
      const { relapse, others } = row("bounfour-2014");
      expect([relapse?.events, relapse?.total]).toEqual([10, 19]);
      expect(others.filter(({ events, total }) => events === 10 && total === 27)).toEqual([]);
      expect(JSON.stringify([row("bounfour-2014"), findings, reply.verdict])).not.toContain("10 of 27");
    }
  });

  test("an untreated adult: cherin-1994, a disappointing result in full view", () => {
    expectFigure(untreated, "cherin-1994", "response", [3, 11], { wilson: [0.0975, 0.5656] });
    const { row } = view(untreated);
    expect(row("cherin-1994")).toMatchObject({ group: "this-patient", relapse: null });
    expect(countIn("cherin-1994", "biochemical")).toEqual([8, 11]);
    expect(getSheet("cherin-1994").participants.diagnoses).toEqual({ PM: 5, DM: 6 });
    expect(getSheet("cherin-1994").features.malignancy).toMatchObject({ share: "some" });
    expect(row("cherin-1994").dose?.arithmetic).toContain("1 g/kg on each of 2 days: 1 × 62 kg = 62 g a day");
  });

  test("a child: tsai-1997", () => {
    expectFigure(child, "tsai-1997", "response", [6, 7], { wilson: [0.4869, 0.9743], exact: [0.4213, 0.9964] });
    expectFigure(child, "tsai-1997", "relapse", [4, 6], { wilson: [0.3, 0.9032] });
    const { relapse, response } = view(child).row("tsai-1997");
    expect(relapse).toMatchObject({ timing: "after-stopping", of: response?.id });
    expect(countIn("tsai-1997", "quick-response")).toEqual([3, 7]);
    expect(countIn("tsai-1997", "sustained-low-steroid")).toEqual([2, 7]);
    expect(countIn("tsai-1997", "short-lived-response")).toEqual([1, 7]);
  });

  test("refractory lung disease: suzuki-2009, and the two diagnoses apart", () => {
    const { profile } = exampleCases.refractoryLungDisease;
    expectFigure(profile, "suzuki-2009", "survival", [2, 5], { wilson: [0.1176, 0.7693], exact: [0.0527, 0.8534] });
    expect(view(profile).row("suzuki-2009")).toMatchObject({ group: "this-patient", response: null, relapse: null });
    expect(countIn("suzuki-2009", "adverse")).toEqual([0, 5]);
    const survivalIn = (more: Partial<Profile>) => view({ ...profile, ...more }).row("suzuki-2009").survival;
    expect(survivalIn({ diagnosis: "PM" })).toMatchObject({ events: 1, total: 1 });
    expect(survivalIn({ features: { ...profile.features, amyopathic: "yes" } })).toMatchObject({ events: 1, total: 4 });
    expect(survivalIn({ diagnosis: "CADM" })).toMatchObject({ events: 1, total: 4 });
    expect(survivalIn({ diagnosis: "DM" })).toMatchObject({ events: 2, total: 5 });
  });
});

describe("the combinations", () => {
  test("pregnant: four single cases with the child; background and guidelines in places of their own", () => {
    expectDescribed(pregnant, ["li-2018", "linardaki-2011", "mosca-2005", "williams-2007"], 4);
    const { reply, cell, row, idsIn } = view(pregnant);
    for (const id of idsIn("this-patient")) {
      expect(row(id).treated).toBe(1);
      expect(row(id).pregnancy.length).toBeGreaterThan(0);
    }
    expect(cell("response")).toMatchObject({ counting: 3, silent: 1 });
    expect(cell("response").lead).toMatchObject({ rule: "single-cases", events: 3, total: 3 });
    expect(cell("pregnancy").lead).not.toBeNull();
    expect(reply.verdict.text).toContain("3 of 3 single cases");
    expect(reply.verdict.text).toContain(goWell);
    expect(reply.sure).toBe(1);
    expect(row("park-2003").group).not.toBe("this-patient");
    expect(JSON.stringify(row("park-2003").pregnancy)).toContain("therapeutic abortion");
    const asides = [...reply.background, ...reply.guidelines, ...reply.reviews].map(({ id }) => id);
    expect(reply.background.some(({ group }) => group === "this-patient")).toBe(true);
    expect(reply.guidelines.length).toBeGreaterThan(0);
    for (const { id } of reply.studies) expect(asides).not.toContain(id);
  });

  test("after a birth or a loss: park-2003 alone, and the guidelines that speak of breast-feeding", () => {
    const postpartum = createCase(["postpartum"]);
    expectDescribed(postpartum, ["park-2003"], 1);
    const near = view(postpartum).answer.guidelines.flatMap(({ study, isNear }) => (isNear ? [study.id] : []));
    expect(near).toEqual(expect.arrayContaining(["russell-2023", "gotestam-skorpen-2016"]));
  });

  test("pregnant, with lung disease: nobody, said first; the four pregnancy reports before any lung series", () => {
    const both = createCase(["pregnancy", "ild"]);
    expectDescribed(both, [], 0);
    const { reply, idsIn } = view(both);
    expect(reply.gap.described).toBe(false);
    expect(reply.verdict.sentences[0]).toBe(
      "No published study in this library describes a pregnant patient with interstitial lung disease.",
    );
    expect(idsIn("part")).toHaveLength(21);
    const first = reply.studies.slice(0, 4);
    expect(first.map(({ id }) => id).sort()).toEqual(["li-2018", "linardaki-2011", "mosca-2005", "williams-2007"]);
    for (const { lacks, lacking } of first) {
      expect(lacks).toEqual(["ild"]);
      expect(lacking.join()).toMatch(/^lung disease not (in the abstract|reported|in what was read)$/);
    }
    expect(reply.gap.nearest.map(({ id }) => id)).toEqual(idsIn("part"));
    // A half each for the strip.
    expect(reply.gap.combinations).toEqual([
      { features: ["pregnancy"], studies: 4, patients: 4, uncounted: 0 },
      expect.objectContaining({ features: ["ild"], studies: view(createCase(["ild"])).reply.verdict.describing }),
      { features: ["pregnancy", "ild"], studies: 0, patients: 0, uncounted: 0 },
    ]);
  });

  test("pregnant, refractory: mosca-2005 alone, which prints no count", () => {
    const both = createCase(["pregnancy", "refractory"]);
    expectDescribed(both, ["mosca-2005"], 1);
    expect(view(both).cell("response")).toMatchObject({ lead: null, counting: 0, silent: 1 });
    expect(view(both).reply.verdict.text).not.toContain(goWell);
  });

  test("juvenile: 29 studies of 111 patients; a special trait stands beside its figure", () => {
    const { reply, idsIn, answer } = view(child);
    expect(reply.verdict).toMatchObject({ describing: 29, patients: 111 });
    const toronto = ["almayouf-2000", "manlhiot-2008", "lam-2011"];
    expect(idsIn("this-patient")).toEqual(expect.arrayContaining(["tsai-1997", ...toronto]));
    for (const id of toronto) expect(getSheet(id).cohort).toBe("toronto-jdm");
    for (const { studies } of reply.sets) {
      expect(studies.length).toBeGreaterThan(0);
      for (const pool of reply.pools) expect(pool.studies.filter((id) => toronto.includes(id)).length).toBeLessThan(2);
    }
    let withTraits = 0;
    for (const { domain, lead } of answer.cells) {
      if (!lead || !["relapse", "survival"].includes(domain)) continue;
      const finding = answer.findings.find(({ lead: [first] }) => first?.startsWith(lead.found.name));
      const told = finding?.lead.join(" ") ?? "";
      for (const [trait, words] of [
        ["ild", "interstitial lung disease"],
        ["antiMda5", "anti-MDA5 antibody"],
        ["antiHmgcr", "anti-HMGCR antibody"],
        ["criticalIllness", "intensive care"],
      ] as const) {
        if (!lead.traits.includes(trait)) continue;
        withTraits += 1;
        expect(told).toContain(words);
      }
    }
    expect(withTraits).toBeGreaterThan(0);
  });

  test("adult, skin only, refractory: the same however the diagnosis is said", () => {
    const cadm = "CADM" as const;
    const withAmyopathic = createCase(["skinOnly", "refractory", "amyopathic"], ["juvenile"]);
    const ways = [adultSkin, { ...adultSkin, diagnosis: cadm }, withAmyopathic, { ...withAmyopathic, diagnosis: cadm }];
    for (const profile of ways) {
      expectDescribed(profile, ["bounfour-2014", "cafardi-2015"], 29);
      const { reply, row, cell, idsIn, findings } = view(profile);
      expect(cell("response").lead).toMatchObject({ id: "bounfour-2014", events: 19, total: 27 });
      expect(cell("relapse", "after-stopping").lead).toMatchObject({ id: "bounfour-2014", events: 10, total: 19 });
      expect(row("galimberti-2018").response).toMatchObject({ events: 13, total: 15, subgroup: "skinOnly" });
      expect(reply.verdict.text).toContain("13 of 15 (87%)");
      expect(row("cadm-facial-oedema-2021")).toMatchObject({ group: "part", response: { events: 0, total: 1 } });
      expect(row("tsai-1997").group).toBe("other");
      expect(idsIn("other").length).toBeGreaterThan(20);
      // Whom the ten relapses are counted of stands beside them.
      expect(reply.verdict.text).toMatch(/10 of 19 \(53%\), 95% CI 32% to 73%\. Who: .*19 major responders/);
      expect(findings.find((finding) => finding.startsWith("Relapse after stopping"))).toMatch(
        /Of 27, .+: 19\. Of these 19, .+: 10\. Of these 10, .+: 6\./,
      );
    }
  });

  test("adult, lung disease, refractory: six studies; survival as visible as function", () => {
    const six = ["ecrj-2020", "hamada-ode-2015", "huapaya-2019", "lee-2015", "scig-dm-case-2008", "suzuki-2009"];
    expectDescribed(adultLung, six, 26);
    const { cell, reply, row, findings } = view(adultLung);
    expect(cell("survival").lead).toMatchObject({ id: "suzuki-2009", events: 2, total: 5 });
    expect(cell("response").lead).toMatchObject({ id: "huapaya-2019", events: 7, total: 17 });
    expect(reply.verdict.text).toContain("2 of 5 (40%)");
    expect(reply.verdict.text).toContain("7 of 17 (41%)");
    expect(findings.find((finding) => finding.startsWith("Response"))).toContain(
      "Four other studies count a response (definitions may differ): in 3 of 3 single patients. “Subcutaneous immunoglobulin …” 2008, stable after a year under the skin: 1 of 1.",
    );
    // Kept on subcutaneous upkeep, which is not made better.
    expect(row("scig-dm-case-2008").response?.plain).not.toMatch(/improv|better/i);
    expect(reply.verdict.text).not.toMatch(/\bimproved\b/i);
  });

  test("adult, untreated: six studies; cherin-1994 and lim-2021 lead, and a failure is among them", () => {
    const { reply, idsIn, row, cell } = view(untreated);
    expect(reply.verdict).toMatchObject({ describing: 6, patients: 34 });
    expect(idsIn("this-patient").slice(0, 2).sort()).toEqual(["cherin-1994", "lim-2021"]);
    expect(row("lim-2021").response).toMatchObject({ events: 8, total: 19 });
    expect(idsIn("this-patient")).toContain("ono-2021");
    expect(row("ono-2021").response).toMatchObject({ events: 0, total: 1 });
    expect(cell("response").lowest).toMatchObject({ events: 0, total: 1 });
    expect(row("lim-2021").dose?.arithmetic).toBe(
      "first 2 × 62 kg = 124 g, start; then 1 × 62 kg = 62 g, weeks 3 and 6",
    );
  });

  test("untreated DM with muscle and skin disease: true answers by definition take nothing away", () => {
    const stated = createCase(["firstLine", "muscle", "skin"], ["juvenile"], { diagnosis: "DM" });
    const { cell, reply } = view(stated);
    expect(cell("response").lead).toMatchObject({ id: "cherin-1994", events: 3, total: 11 });
    expect(reply.verdict.text).not.toMatch(/Flores-Terry 2017[^.]*0 of 1/);
    expect(reply.verdict.text).not.toContain(goWell);
    expect(reply.verdict.describing).toBe(
      view(createCase(["firstLine"], ["juvenile"], { diagnosis: "DM" })).reply.verdict.describing,
    );
  });

  test("refractory adult and nothing else: every trial is named, whatever it found", () => {
    const { answer, reply, cell, row, findings, idsIn } = view(refractoryAdult);
    expect(reply.verdict).toMatchObject({ describing: 34, patients: 492 });
    const designs = reply.studies.slice(0, 34).map(({ design }) => design === "randomised-controlled-trial");
    expect(designs[0]).toBe(true);
    expect(designs.lastIndexOf(true)).toBeLessThan(designs.indexOf(false));
    expect(cell("response").lead).toMatchObject({ id: "aggarwal-2022", rule: "trial", events: 37, total: 47 });
    expect(cell("response").trials).toEqual(expect.arrayContaining(["aggarwal-2022", "dalakas-1993", "miyasaka-2012"]));
    const comparison = row("aggarwal-2022").response?.comparison;
    expect(comparison).toMatchObject({ events: 21, total: 48, label: "placebo", note: null });
    expect(100 * (comparison?.difference?.value ?? 0)).toBeCloseTo(34.97, 1);
    expect(100 * (comparison?.difference?.low ?? 0)).toBeCloseTo(15.5, 1);
    expect(100 * (comparison?.difference?.high ?? 0)).toBeCloseTo(51.0, 1);
    expect(comparison?.numberNeeded).toEqual({ number: 3, direction: "benefit" });
    const response = findings.find((finding) => finding.startsWith("Response"));
    for (const count of ["37 of 47", "21 of 48"]) expect(response).toContain(count);
    const degrees = answer.cells.find(({ domain }) => domain === "response")?.lead?.degrees ?? [];
    expect(degrees.map(({ degree, events, total }) => [degree, events, total])).toEqual([
      ["moderate", 32, 47],
      ["major", 15, 47],
    ]);
    expect(degrees.map(({ comparison }) => [comparison?.events, comparison?.total])).toEqual([
      [11, 48],
      [4, 48],
    ]);
    for (const text of [response, reply.verdict.text]) {
      expect(text).toMatch(/Miyasaka 2012, a randomised trial, says in words: .*did not differ significantly\./);
      expect(text).toMatch(/Dalakas 1993, a randomised trial, .*9 of 12 \(75%\)/);
      expect(text).toContain("number needed to treat 3");
    }
    expect(cell("harm").lead).toMatchObject({ events: 6, total: 95 });
    expect(reply.verdict.text).toContain("6 of 95");
    const proderm = ["aggarwal-2022", "aggarwal-2024", "proderm-2025", "werth-2023"];
    expect(idsIn("this-patient")).toEqual(expect.arrayContaining(proderm));
    for (const id of proderm) expect(row(id).cohort).toBe("proderm");
    expect(reply.sure).toBe(4);
  });

  test("refractory DM of 65 or over, or 79 years: the same 25 studies as without the age", () => {
    const plain = createCase(["refractory"], [], { diagnosis: "DM" });
    const ids = [...view(plain).idsIn("this-patient")].sort();
    expect(ids).toHaveLength(25);
    expect(ids).toContain("aggarwal-2022");
    const old = createCase(["refractory", "elderly"], [], { diagnosis: "DM" });
    for (const profile of [plain, old, { ...plain, ageYears: 79 }]) expectDescribed(profile, ids, 211);
    const elderly = view(old)
      .row("aggarwal-2022")
      .reasons.find(({ feature }) => feature === "elderly");
    expect(elderly).toMatchObject({ role: "refines" });
  });

  test("dysphagia, refractory, PM: the same with muscle disease stated", () => {
    for (const yes of [["dysphagia", "refractory"] as const, ["dysphagia", "refractory", "muscle"] as const]) {
      expectDescribed(createCase(yes, [], { diagnosis: "PM" }), ["marie-2010", "bautista-2010", "acr-scig-2018"], 84);
    }
  });

  test("dysphagia, refractory, DM: a small report does not silence a series", () => {
    const profile = createCase(["dysphagia", "refractory"], ["juvenile"], { diagnosis: "DM" });
    const { reply, idsIn } = view(profile);
    expect([...idsIn("this-patient")].sort()).toEqual(["dm-dysphagia-undated", "joshi-2008"]);
    expect(reply.include).toContainEqual({ id: "marie-2010", aspect: "diagnosis", n: 34, of: 73 });
    expect(reply.verdict.text).toContain("Marie 2010, 34 of 73 with dermatomyositis");
  });

  test("antisynthetase disease: three studies however it is stated", () => {
    const diagnosis = "ASyS" as const;
    const ids = ["huapaya-2019", "scig-dm-case-2008", "vuillard-2018"];
    const ways = [
      createCase(["antisynthetase"]),
      createCase([], [], { diagnosis }),
      createCase(["antisynthetase"], [], { diagnosis }),
    ];
    for (const profile of ways) expectDescribed(profile, ids, 28);
    const full = createCase(["ild", "refractory", "antisynthetase", "muscle"], [], { diagnosis });
    expectDescribed(full, ["huapaya-2019", "scig-dm-case-2008"], 18);
  });

  test("anti-MDA5 with lung disease: by diagnosis, and what is not split is not 'nobody'", () => {
    const mda5 = createCase(["antiMda5", "ild"]);
    const dm = view({ ...mda5, diagnosis: "DM" });
    expect([...dm.idsIn("this-patient")].sort()).toEqual(["hamada-ode-2015", "lvhn-2020", "pumch-2022", "wang-2022"]);
    expectDescribed({ ...mda5, diagnosis: "CADM" }, ["hamada-ode-2015", "lvhn-2020"], 2);
    const cadm = view({ ...mda5, diagnosis: "CADM" });
    for (const id of ["pumch-2022", "wang-2022"]) {
      expect(cadm.row(id).group).toBe("part");
      expect(cadm.row(id).lacking.join()).not.toMatch(/nobody/);
      const silence = cadm.row(id).reasons.find(({ feature }) => feature === "diagnosis")?.silence;
      expect(silence).toBe("not split in what was read");
    }
    expect(cadm.row("wang-2022").lacking).toEqual(["amyopathic not split in what was read"]);
  });

  test("anti-MDA5 without lung disease: nobody, and most of pumch-2022 had it", () => {
    const profile = createCase(["antiMda5"], ["ild"]);
    expectDescribed(profile, [], 0);
    const { reply, row } = view(profile);
    expect(row("pumch-2022").group).toBe("part");
    expect(reply.gap.text).toContain("without interstitial lung disease");
    expect(reply.gap.text).toContain("most had interstitial lung disease");
  });

  test("inclusion body myositis: out of scope, with the guidelines that speak of it and no figure", () => {
    const { reply } = view(createCase([], [], { diagnosis: "IBM" }));
    expect(reply.scope.covered).toBe(false);
    expect(reply.scope.text).toContain("inclusion body myositis");
    expect(reply.verdict.text).toBe(reply.scope.text);
    expect(reply.verdict.text).not.toMatch(/\d/);
    expect(reply.certainty).toBe(reply.scope.text);
    for (const list of [
      reply.studies,
      reply.cells,
      reply.sets,
      reply.pools,
      reply.given,
      reply.include,
      reply.leaveOut,
    ]) {
      expect(list).toEqual([]);
    }
    expect(reply.ask).toBeNull();
    expect(reply.guidelines.length).toBeGreaterThan(0);
    for (const { id } of reply.guidelines) expect(Object.keys(getSheet(id).participants.diagnoses)).toContain("IBM");
    // those that say something of it come first
    const named = reply.guidelines.map(({ id }) => /inclusion body/.test(getSheet(id).bottomLine ?? ""));
    expect(named.filter(Boolean).length).toBeGreaterThan(1);
    expect(named).toEqual([...named].sort((a, b) => Number(b) - Number(a)));
  });

  test("an adult of 29 with JDM is no contradiction", () => {
    const { reply } = view(createCase([], [], { diagnosis: "JDM", ageYears: 29 }));
    expect(reply.profile.contradictions).toEqual([]);
  });

  test("a child, skin only: liu-2023j alone, one child", () => {
    expectDescribed(createCase(["juvenile", "skinOnly"]), ["liu-2023j"], 1);
  });

  test("skin only with lung disease: named, matched as stated, and the remedy leads on", () => {
    const profile = createCase(["skinOnly", "ild"]);
    const { reply } = view(profile);
    const [contradiction, ...others] = reply.profile.contradictions;
    expect(others).toEqual([]);
    expect([...(contradiction?.features ?? [])].sort()).toEqual(["ild", "skinOnly"]);
    expect(contradiction?.text).toContain("amyopathic, with ILD");
    expect(reply.profile.features).toEqual({ skinOnly: "yes", ild: "yes" });
    const remedy = readCase(profile).contradictions[0]?.remedies[0];
    expect(remedy?.label).toBe("Amyopathic, with ILD");
    expect(remedy?.profile.features).toMatchObject({ skinOnly: "no", amyopathic: "yes", ild: "yes" });
  });

  test("nothing stated: nobody is described, the general evidence leads, and a question is named", () => {
    const { reply, idsIn } = view(emptyProfile);
    expectDescribed(emptyProfile, [], 0);
    expect(idsIn("general")).toHaveLength(119);
    expect(reply.ask).not.toBeNull();
    expect(reply.cells).toEqual([]);
  });

  test.each(["pregnant", "adultRefractoryLungDisease", "untreatedAdult", "nothingStated"] as const)(
    "%s: no other open question would move more studies",
    (name) => {
      const { profile } = exampleCases[name];
      const { reply } = view(profile);
      const decides = (feature: Feature) => {
        const groups = (answer: "yes" | "no") => view(setAnswer(profile, feature, answer)).reply.studies;
        const no = new Map(groups("no").map(({ id, group }) => [id, group]));
        return groups("yes").filter(({ id, group }) => no.get(id) !== group).length;
      };
      const open = ["refractory", "ild", "skinOnly", "juvenile", "dysphagia", "antiMda5"] as const;
      const tried = open.filter(
        (feature) => getAnswer(profile, feature) === "unknown" && reply.profile.implied[feature] === undefined,
      );
      expect(tried.length).toBeGreaterThan(1);
      expect(reply.ask?.decides).toBe(reply.ask && decides(reply.ask.feature));
      for (const feature of tried) expect(decides(feature)).toBeLessThanOrEqual(reply.ask?.decides ?? 0);
    },
  );
});

describe("what is never set together", () => {
  const everybody = view(emptyProfile);
  const setsWith = (domain: string, id: string) =>
    everybody.reply.sets.filter((set) => set.domain === domain && set.studies.includes(id));
  const counts = (id: string) => [everybody.row(id).relapse?.events, everybody.row(id).relapse?.total];

  test("relapses under continuing treatment and after stopping", () => {
    const ancona = ["danieli-2011", "danieli-2014", "gambini-2014"];
    const afterStopping = ["bounfour-2014", "tsai-1997"];
    expect(ancona.map(counts)).toEqual([
      [0, 7],
      [0, 8],
      [0, 13],
    ]);
    expect(afterStopping.map(counts)).toEqual([
      [10, 19],
      [4, 6],
    ]);
    expect(new Set(ancona.map((id) => getSheet(id).cohort)).size).toBe(1);
    for (const id of ancona) expect(setsWith("relapse", id).map(({ timing }) => timing)).toEqual(["on-treatment"]);
    for (const id of afterStopping) {
      expect(setsWith("relapse", id).map(({ timing, denominator }) => [timing, denominator])).toEqual([
        ["after-stopping", "responders"],
      ]);
    }
  });

  test("an enzyme and the disease: jsci-2013, 5 of 17", () => {
    expect(counts("jsci-2013")).toEqual([5, 17]);
    expect(setsWith("relapse", "jsci-2013").map(({ criterion }) => criterion)).toEqual(["enzyme"]);
    for (const { criterion, studies } of everybody.reply.sets) {
      if (criterion === "enzyme") continue;
      expect(studies.filter((id) => id === "jsci-2013" && criterion !== null)).toEqual([]);
    }
  });

  test("patients given immunoglobulin and others: levy-2010 says so, and is in no pool", () => {
    const { relapse } = everybody.row("levy-2010");
    expect(relapse).toMatchObject({ events: 2, total: 8 });
    expect(relapse?.population).toMatch(/six had immunoglobulin/);
    for (const profile of [emptyProfile, child, createCase(["juvenile"], ["refractory"])]) {
      const { pools } = view(profile).reply;
      for (const { studies } of pools) expect(studies).not.toContain("levy-2010");
    }
  });

  test("inclusion body myositis and the rest: cherin-2016 is in no pool", () => {
    expect(getSheet("cherin-2016").participants.diagnoses.IBM).not.toBe(0);
    expect(everybody.reply.pools.length).toBeGreaterThan(0);
    for (const { studies } of everybody.reply.pools) expect(studies).not.toContain("cherin-2016");
  });

  test("in cancer, 0 of 4 responders shows as plainly as the favourable cases", () => {
    const cancer = view(createCase(["malignancy"]));
    expect(cancer.row("gottfried-2000")).toMatchObject({
      group: "part",
      response: { events: 0, total: 4, subgroup: "malignancy" },
    });
    expect(cancer.reply.verdict.text).toContain("0 of 4");
    expect(cancer.reply.verdict.text).not.toContain(goWell);
    expect(everybody.row("gottfried-2000").response).toMatchObject({ events: 7, total: 19, subgroup: null });
  });
});

describe("the whole library", () => {
  test("every treatment study is in every view; background, reviews and guidelines are apart and add no patients", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const { studies, library: counted } = view(profile).reply;
      expect(studies).toHaveLength(119);
      expect(counted).toMatchObject({ studies: 119, patients: 1208 });
    }
    const { reply } = view(pregnant);
    for (const { id } of reply.background) expect(getSheet(id).treatment.agent).toBeNull();
    for (const { id } of reply.guidelines) expect(getSheet(id).design.type).toBe("guideline");
    for (const { id } of reply.reviews) expect(getSheet(id).design.type).toBe("systematic-review");
    const without = prepareLibrary({ ...library, studies: library.byKind.treatment });
    expect(without.patients).toBe(1208);
    expect(writeReply(answerTo(pregnant, without)).verdict).toEqual(reply.verdict);
  });

  test("full sheets and their summaries give the same answer", () => {
    const ids = new Set(library.studies.map(({ id }) => id));
    const full = prepareLibrary({ ...library, studies: sheets.filter(({ id }) => ids.has(id)) });
    for (const profile of [pregnant, adultSkin, refractoryAdult, untreated]) {
      expect(writeReply(answerTo(profile, full))).toEqual(view(profile).reply);
    }
  });
});

/** Worked cases by the answers given, with studies that describe each patient; a sheet added later takes none away. */
const describedCases: [string, Partial<Profile>, string[]][] = [
  ["after a pregnancy", { features: { postpartum: "yes" } }, ["park-2003"]],
  ["pregnant, refractory", { features: { pregnancy: "yes", refractory: "yes" } }, ["mosca-2005"]],
  ["a child", { features: { juvenile: "yes" } }, ["tsai-1997", "almayouf-2000", "manlhiot-2008", "lam-2011"]],
  ["a child, skin only", { features: { juvenile: "yes", skinOnly: "yes" } }, ["liu-2023j"]],
  [
    "clinically amyopathic, skin only, refractory",
    { features: { juvenile: "no", skinOnly: "yes", refractory: "yes", amyopathic: "yes" }, diagnosis: "CADM" },
    ["bounfour-2014", "cafardi-2015"],
  ],
  [
    "lung disease, refractory",
    { features: { juvenile: "no", ild: "yes", refractory: "yes" } },
    ["ecrj-2020", "hamada-ode-2015", "huapaya-2019", "lee-2015", "scig-dm-case-2008", "suzuki-2009"],
  ],
  ["untreated", { features: { juvenile: "no", firstLine: "yes" } }, ["cherin-1994", "lim-2021", "ono-2021"]],
  [
    "untreated, with true answers by definition",
    { features: { juvenile: "no", firstLine: "yes", muscle: "yes", skin: "yes" }, diagnosis: "DM" },
    ["cherin-1994"],
  ],
  ["refractory, 79 years", { features: { refractory: "yes" }, diagnosis: "DM", ageYears: 79 }, ["aggarwal-2022"]],
  [
    "dysphagia, refractory, polymyositis",
    { features: { dysphagia: "yes", refractory: "yes", muscle: "yes" }, diagnosis: "PM" },
    ["marie-2010", "bautista-2010", "acr-scig-2018"],
  ],
  [
    "dysphagia, refractory, dermatomyositis",
    { features: { juvenile: "no", dysphagia: "yes", refractory: "yes" }, diagnosis: "DM" },
    ["dm-dysphagia-undated", "joshi-2008"],
  ],
  ["antisynthetase syndrome", { diagnosis: "ASyS" }, ["huapaya-2019", "scig-dm-case-2008", "vuillard-2018"]],
  [
    "anti-MDA5, lung disease, dermatomyositis",
    { features: { antiMda5: "yes", ild: "yes" }, diagnosis: "DM" },
    ["hamada-ode-2015", "lvhn-2020", "pumch-2022", "wang-2022"],
  ],
];

const today = realLibrary();

test.each(describedCases)("the library of today describes this patient: %s", (_, part, ids) => {
  const { describing } = answerTo({ ...emptyProfile, ...part }, today);
  expect(describing.map(({ study }) => study.id)).toEqual(expect.arrayContaining(ids));
});
