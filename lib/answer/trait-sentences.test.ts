import { describe, expect, test } from "vitest";
import type { Profile } from "@/lib/case/schema";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Outcome } from "@/lib/study/schema";
import type { Lead } from "./cells";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";
import { describePatientsOfLead, describePatientsOnce, describeSpecialTraits } from "./trait-sentences";

/** What is said of the patients of the leading figure of a domain, and of which study. */
function describeLead(features: Profile["features"], domain: string) {
  const { cells } = answerTo({ ...emptyProfile, features }, realLibrary());
  const lead = cells.find((cell) => cell.domain === domain && cell.lead)?.lead;
  if (!lead) throw new Error(`nothing leads in ${domain}`);
  return { id: lead.found.study.id, sentences: describePatientsOfLead(lead) };
}

test("those who are counted apart for a feature all have it, and it is not said of how many of the whole study", () => {
  // Suzuki 2009 counts four amyopathic patients of five apart
  const { id, sentences } = describeLead({ amyopathic: "yes" }, "survival");
  expect(id).toBe("suzuki-2009");
  expect(sentences.join()).not.toContain("amyopathic");
});

test("of a figure that counts a part of the patients it is said of how many in all", () => {
  // Bounfour 2014: relapses among 19 responders, 21 of its 27 patients without a corticosteroid
  const { id, sentences } = describeLead({ skinOnly: "yes", steroidFree: "yes" }, "relapse");
  expect(id).toBe("bounfour-2014");
  expect(sentences).toContain("Of all 27 treated, 21 had no corticosteroid.");
});

test("where the diagnosis of this patient is not known, a study of one of the two says which", () => {
  expect(describeLead({ refractory: "yes" }, "response").sentences).toContain("All had dermatomyositis.");
  expect(describeLead({ skinOnly: "yes" }, "response").sentences.join()).not.toContain("dermatomyositis");
});

test("another figure of the same study keeps what was not said of its patients before", () => {
  const library = realLibrary();
  const amyopathic = answerTo({ ...emptyProfile, features: { amyopathic: "yes" } }, library);
  // Suzuki 2009 leads twice: first the four amyopathic patients, then all five
  const leads = amyopathic.cells.flatMap(({ lead }) => (lead?.found.study.id === "suzuki-2009" ? [lead] : []));
  expect(leads.map(({ total }) => total)).toEqual([4, 5]);
  const sentence = "4 of 5 had amyopathic disease.";
  expect(leads.map((lead) => describePatientsOnce(lead, amyopathic.cells).includes(sentence))).toEqual([false, true]);
  expect(amyopathic.verdict.text).toContain(sentence);
  const steroidFree = answerTo({ ...emptyProfile, features: { skinOnly: "yes", steroidFree: "yes" } }, library);
  expect(steroidFree.verdict.text).toContain("Of all 27 treated, 21 had no corticosteroid.");
});

test("what was said with an earlier figure of a study is not said again, unless that was of single cases", () => {
  const library = realLibrary();
  const { cells } = answerTo({ ...emptyProfile, features: { refractory: "yes" }, diagnosis: "DM" }, library);
  const leads = cells.flatMap(({ lead }) => (lead && lead.rule !== "single-cases" ? [lead] : []));
  const name = ({ study }: (typeof leads)[number]["found"]) => study.cohort ?? study.id;
  const written = leads.map((lead) => describePatientsOnce(lead, cells).map((text) => `${name(lead.found)}: ${text}`));
  expect(new Set(written.flat()).size).toBe(written.flat().length);
  const all = leads.map((lead) => describePatientsOfLead(lead).map((text) => `${name(lead.found)}: ${text}`));
  // "Of all 95 treated, most had refractory disease." holds for a later figure of all 95.
  const toWhole = (text: string) =>
    text.replace(/: Of all \d+ treated, (\w)/, (_, first) => `: ${first.toUpperCase()}`);
  for (const [place, texts] of all.entries())
    for (const text of texts) {
      const told = written.slice(0, place + 1).flat();
      expect([...told, ...told.map(toWhole)]).toContain(text);
    }
  expect(all.flat().length).toBeGreaterThan(written.flat().length);
  // Several single cases say nothing of their patients: after them all of it is new.
  const last = leads.find((lead) => describePatientsOfLead(lead).length > 0);
  if (!last) throw new Error("nothing is said of the patients of any lead");
  const single = { lead: { ...last, rule: "single-cases" as const, cases: [last, last] } };
  expect(describePatientsOnce(last, [single, { lead: last }])).toEqual(describePatientsOfLead(last));
  expect(describePatientsOnce(last, [{ lead: { ...last } }, { lead: last }])).toEqual([]);
});

describe("by sheets made by hand", () => {
  const lung: Profile["features"] = { ild: "yes" };

  /** The lead of the response of one study, the answer to a patient with these answers. */
  function leadOf(part: SheetPart, profile: Partial<Profile> = {}): Lead {
    const study = createStudy({ ...part, features: { ild: { share: "all" }, ...part.features } });
    const lead = answerTo({ ...emptyProfile, features: lung, ...profile }, createLibrary([study])).cells[0]?.lead;
    if (!lead) throw new Error("nothing leads");
    return lead;
  }
  const treating = (treated: number | null): SheetPart => ({
    participants: { treated, enrolled: treated ?? 20 },
    outcomes: [createOutcome({ events: 1, total: treated ?? 10 })],
  });

  describe("what makes patients unlike others", () => {
    const antibody = { antiMda5: { share: "all" }, cardiac: { share: "all" } } as const;

    test.each<[treated: number | null, sentence: string]>([
      [1, "The patient had anti-MDA5 antibody and heart involvement."],
      [2, "Both had anti-MDA5 antibody and heart involvement."],
      [3, "All 3 had anti-MDA5 antibody and heart involvement."],
      [null, "All had anti-MDA5 antibody and heart involvement."],
    ])("is said in an order of the design, of %s treated", (treated, sentence) => {
      const { found } = leadOf({
        ...treating(treated),
        features: { cardiac: { share: "all" }, antiMda5: { share: "all" } },
      });
      // The heart comes before the antibody in the list of what is special.
      const swapped = sentence.replace(
        "anti-MDA5 antibody and heart involvement",
        "heart involvement and anti-MDA5 antibody",
      );
      expect(describeSpecialTraits(found)).toEqual([swapped]);
    });

    test("is told of all, of most, and of some who have what this patient has not", () => {
      const features = {
        ...antibody,
        pregnancy: { share: "most" },
        malignancy: { share: "some" },
        dysphagia: { share: "some" },
      } as const;
      const answers = { ...lung, malignancy: "no", dysphagia: "no" } as const;
      const { found } = leadOf({ ...treating(8), features }, { features: answers });
      expect(describeSpecialTraits(found)).toEqual([
        "All 8 had heart involvement and anti-MDA5 antibody.",
        "Most were pregnant.",
        "Some of them had dysphagia and had malignancy.",
      ]);
      expect(describeSpecialTraits(found, "Doe 2020")).toEqual([
        "Doe 2020: all 8 had heart involvement and anti-MDA5 antibody.",
        "Doe 2020: most were pregnant.",
        "Doe 2020: some of them had dysphagia and had malignancy.",
      ]);
    });

    test("some of them were what this patient is not", () => {
      const some = { juvenile: { share: "some" } } as const;
      const adult = { features: { ...lung, juvenile: "no" } } as const;
      expect(describeSpecialTraits(leadOf({ ...treating(8), features: some }, adult).found)).toEqual([
        "Some of them were under 18.",
      ]);
    });

    test("one patient was what several were", () => {
      expect(describeSpecialTraits(leadOf({ ...treating(1), features: { elderly: { share: "all" } } }).found)).toEqual([
        "The patient was 65 or over.",
      ]);
      expect(describeSpecialTraits(leadOf({ ...treating(2), features: { elderly: { share: "all" } } }).found)).toEqual([
        "Both were 65 or over.",
      ]);
    });

    test("is nothing where nothing is special, or it was said of this patient", () => {
      expect(describeSpecialTraits(leadOf(treating(8)).found)).toEqual([]);
      const some = { malignancy: { share: "some" } } as const;
      expect(describeSpecialTraits(leadOf({ ...treating(8), features: some }).found)).toEqual([]);
      const withCancer = { ...lung, malignancy: "yes" } as const;
      const all = { malignancy: { share: "all" } } as const;
      expect(describeSpecialTraits(leadOf({ ...treating(8), features: all }, { features: withCancer }).found)).toEqual(
        [],
      );
    });

    test("of what follows from an answer nothing is said: skin alone says that there is no lung disease", () => {
      const features = { skinOnly: { share: "most" }, ild: { share: "some" } } as const;
      const { found } = leadOf({ ...treating(8), features }, { features: { skinOnly: "yes" } });
      expect(describeSpecialTraits(found)).toEqual([]);
    });
  });

  describe("whose figure a count is", () => {
    const tell = (part: SheetPart, profile: Partial<Profile> = {}) => describePatientsOfLead(leadOf(part, profile));

    test.each<[SheetPart["features"], number | null, string[]]>([
      [{ refractory: { share: "all" } }, 8, ["All had refractory disease."]],
      [{ firstLine: { share: "all" } }, 1, ["The patient had untreated disease."]],
      [{ steroidDependent: { share: "most" } }, 8, ["Most had steroid-dependent disease."]],
      [{ refractory: { share: "most", n: 6 } }, 8, ["6 of 8 had refractory disease."]],
      // how many were treated is not known, so that a total may be of a part
      [{ refractory: { share: "most" } }, null, ["Of all treated, most had refractory disease."]],
      // Some only, none, and what is no state of treatment.
      [{ refractory: { share: "some", n: 2 } }, 8, []],
      [{ refractory: { share: "none" } }, 8, []],
      [{ dysphagia: { share: "all" } }, 8, []],
    ])("of an open treatment %j, of %s treated: %j", (features, treated, sentences) => {
      expect(tell({ ...treating(treated), features })).toEqual(sentences);
    });

    test("in how many it is met, where not in all", () => {
      const features = { ild: { share: "most", n: 6 } } as const;
      expect(tell({ ...treating(8), features })).toEqual(["6 of 8 had interstitial lung disease."]);
      expect(tell({ ...treating(8), features: { ild: { share: "most" } } })).toEqual([
        "Most had interstitial lung disease.",
      ]);
      expect(tell({ ...treating(8), features: { ild: { share: "all" } } })).toEqual([]);
    });

    test("in the words of several patients", () => {
      const pregnant = { features: { pregnancy: "yes" } } as const;
      expect(tell({ ...treating(8), features: { pregnancy: { share: "most" } } }, pregnant)).toEqual([
        "Most were pregnant.",
      ]);
    });

    test("a count of others too is of no part of the treated", () => {
      // ten were enrolled, and the sheet counts the diagnoses of all of them
      const sheet: SheetPart = {
        participants: { treated: 8, enrolled: 10, diagnoses: { CADM: 8, DM: 2 } },
        features: { ild: { share: "unclear" } },
        outcomes: [createOutcome({ events: 1, total: 5 })],
      };
      expect(tell(sheet, { features: { amyopathic: "yes" } })).toEqual(["8 of 10 had amyopathic disease."]);
    });

    test("but not of a no, nor of what only refines", () => {
      const answers = { ...lung, malignancy: "no", skin: "yes" } as const;
      const features = { malignancy: { share: "some", n: 1 }, skin: { share: "most", n: 6 } } as const;
      expect(tell({ ...treating(8), features }, { features: answers })).toEqual([]);
    });

    test("of a part it is said of how many in all", () => {
      const features = { refractory: { share: "most", n: 6 } } as const;
      const part = { participants: { treated: 8 }, features, outcomes: [createOutcome({ events: 1, total: 5 })] };
      expect(tell(part)).toEqual(["Of all 8 treated, 6 had refractory disease."]);
      const open = { refractory: { share: "most" } } as const;
      expect(tell({ ...part, features: open })).toEqual(["Of all 8 treated, most had refractory disease."]);
      expect(tell({ ...part, features: open, participants: { treated: null, enrolled: 8 } })).toEqual([
        "Of all treated, most had refractory disease.",
      ]);
    });

    test("a count apart, or within another, is of a part, though it is of as many as were treated", () => {
      const features = { refractory: { share: "most" } } as const;
      const response = createOutcome({ events: 8, total: 8 });
      const inAll = { participants: { treated: 8 }, features };
      expect(tell({ ...inAll, outcomes: [{ ...response, subgroup: "ild" }] })).toEqual([
        "Of all 8 treated, most had refractory disease.",
      ]);
      const within = createOutcome({ id: "major", events: 3, total: 8, degree: "major", of: "response" });
      expect(tell({ ...inAll, outcomes: [within, response], headline: { response: "major" } })).toEqual([
        "Of all 8 treated, most had refractory disease.",
      ]);
    });

    test("those who are counted apart for it all have it", () => {
      const features = { ild: { share: "most", n: 6 } } as const;
      const apart = [createOutcome({ events: 3, total: 6, subgroup: "ild" })];
      expect(tell({ participants: { treated: 8 }, features, outcomes: apart })).toEqual([]);
      // by either name of one concept
      const amyopathic = { features: { amyopathic: "yes" } } as const;
      const sheet: SheetPart = {
        participants: { treated: 8, diagnoses: { CADM: 6, DM: 2 } },
        outcomes: [createOutcome({ events: 3, total: 6, subgroup: "CADM" })],
      };
      expect(tell({ ...sheet, features: { ild: { share: "unclear" } } }, amyopathic).join()).not.toContain(
        "amyopathic",
      );
    });

    test("that an age which was answered is not told", () => {
      expect(tell(treating(8), { features: { ...lung, juvenile: "no" } })).toEqual(["Age not in the abstract."]);
      expect(tell({ ...treating(8), reads: "full-text" }, { features: { ...lung, juvenile: "no" } })).toEqual([
        "Age not reported.",
      ]);
      const adults = { juvenile: { share: "none" } } as const;
      expect(tell({ ...treating(8), features: adults }, { features: { ...lung, juvenile: "no" } })).toEqual([]);
      expect(tell(treating(8))).toEqual([]);
      // Silence about anything else is told elsewhere.
      expect(tell(treating(8), { features: { ...lung, malignancy: "no" } })).toEqual([]);
    });
  });

  describe("the diagnosis", () => {
    const of = (diagnoses: SheetPart["participants"] & object, treated = 8): SheetPart => ({
      ...treating(treated),
      participants: { treated, enrolled: treated, ...diagnoses },
    });
    const tell = (part: SheetPart, profile: Partial<Profile> = {}) => describePatientsOfLead(leadOf(part, profile));

    test("is said where this patient's is not known, of a study of one of the two", () => {
      expect(tell(of({ diagnoses: { DM: 8 } }))).toEqual(["All had dermatomyositis."]);
      expect(tell(of({ diagnoses: { PM: 1 } }, 1))).toEqual(["The patient had polymyositis."]);
      expect(tell(of({ diagnoses: { DM: 5, PM: 3 } }))).toEqual([]);
      expect(tell(of({ diagnoses: { JDM: 8 } }))).toEqual([]);
      expect(tell(of({ diagnoses: {} }))).toEqual([]);
    });

    test.each<[string, SheetPart["features"], Partial<Profile>]>([
      ["a diagnosis", {}, { diagnosis: "DM" }],
      [
        "skin disease alone",
        { skinOnly: { share: "all" }, ild: { share: "unclear" } },
        { features: { skinOnly: "yes" } },
      ],
      [
        "amyopathic disease",
        { amyopathic: { share: "all" }, ild: { share: "unclear" } },
        { features: { amyopathic: "yes" } },
      ],
      ["a child", { juvenile: { share: "all" } }, { features: { ...lung, juvenile: "yes" } }],
    ])("is not said where %s tells it", (_, features, profile) => {
      expect(tell({ ...of({ diagnoses: { DM: 8 } }), features }, profile)).toEqual([]);
    });

    test("a no to one of these tells nothing", () => {
      const adults = { juvenile: { share: "none" } } as const;
      expect(
        tell({ ...of({ diagnoses: { DM: 8 } }), features: adults }, { features: { ...lung, juvenile: "no" } }),
      ).toEqual(["All had dermatomyositis."]);
    });

    test("is said by how many had that of this patient", () => {
      const sheet = of({ diagnoses: { DM: 6, PM: 2 } });
      expect(tell(sheet, { diagnosis: "DM" })).toEqual(["6 of 8 had dermatomyositis."]);
      const part = { ...sheet, outcomes: [createOutcome({ events: 1, total: 5 })] };
      expect(tell(part, { diagnosis: "DM" })).toEqual(["Of all 8 treated, 6 had dermatomyositis."]);
      expect(tell(of({ diagnoses: { DM: 8 } }), { diagnosis: "DM" })).toEqual([]);
    });

    test.each<[Outcome["subgroup"], string[]]>([
      ["juvenile", []],
      ["amyopathic", []],
      ["necrotising", []],
      ["dysphagia", ["Of all 8 treated, 6 had dermatomyositis."]],
    ])("is said of those who are counted apart for %s: %j", (subgroup, sentences) => {
      const lead = leadOf(of({ diagnoses: { DM: 6, PM: 2 } }), { diagnosis: "DM" });
      expect(describePatientsOfLead({ ...lead, figure: { ...lead.figure, subgroup: subgroup ?? null } })).toEqual(
        sentences,
      );
    });
  });

  describe("what was said with an earlier lead", () => {
    const both = (id: string, treated: number, part: SheetPart = {}, outcomes = [createOutcome({ total: treated })]) =>
      createStudy({
        id,
        participants: { treated },
        outcomes,
        ...part,
        features: { ild: { share: "all" }, refractory: { share: "most" }, ...part.features },
      });
    const answer = (...studies: ReturnType<typeof both>[]) => {
      const { cells } = answerTo({ ...emptyProfile, features: lung }, createLibrary(studies));
      const leads = cells.flatMap(({ lead }) => lead ?? []);
      return leads.map((lead) => [lead.figure.domain, describePatientsOnce(lead, cells)]);
    };
    const response = createOutcome({ events: 3, total: 8 });
    const survival = createOutcome({ domain: "survival", events: 8, total: 8 });
    const relapse = createOutcome({ domain: "relapse", events: 1, total: 3, of: "response" });
    const most = "Most had refractory disease.";

    test("is not said again of all of the same patients, nor of a part of them", () => {
      expect(answer(both("a", 8, {}, [response, survival, relapse]))).toEqual([
        ["response", [most]],
        ["survival", []],
        ["relapse", ["Of all 8 treated, most had refractory disease."]],
      ]);
    });

    test("of a part first, it is not said again of all", () => {
      const part = createOutcome({ events: 3, total: 5 });
      expect(answer(both("a", 8, {}, [part, survival]))).toEqual([
        ["response", ["Of all 8 treated, most had refractory disease."]],
        ["survival", []],
      ]);
    });

    test("of other patients it is said", () => {
      for (const treated of [8, 9])
        expect(answer(both("a", treated), both("b", 8, {}, [survival]))).toEqual([
          ["response", [most]],
          ["survival", [most]],
        ]);
    });

    test("of another report on the same patients it is not said, unless one treated more of them", () => {
      const same = { cohort: "same" };
      expect(answer(both("a", 8, same), both("b", 8, same, [survival]))).toEqual([
        ["response", [most]],
        ["survival", []],
      ]);
      expect(answer(both("a", 9, same), both("b", 8, same, [survival]))).toEqual([
        ["response", [most]],
        ["survival", [most]],
      ]);
    });

    test("amyopathic disease that was not asked about is said", () => {
      const features = { ild: { share: "all" }, amyopathic: { share: "all" } } as const;
      const [[, told = []] = []] = answer(createStudy({ id: "a-2001", features, outcomes: [response] }));
      expect(told).toContain("All had amyopathic disease.");
    });

    test("amyopathic disease that only follows from skin disease alone is not said", () => {
      const { cells } = answerTo(
        { ...emptyProfile, features: { steroidFree: "yes" } },
        createLibrary([
          createStudy({ id: "a-2001", features: { steroidFree: { share: "all" }, skinOnly: { share: "all" } } }),
        ]),
      );
      const leads = cells.flatMap(({ lead }) => lead ?? []);
      expect(leads.length).toBeGreaterThan(0);
      expect(leads.flatMap((lead) => describePatientsOnce(lead, cells)).join(" ")).not.toContain("amyopathic");
    });

    test("an average age is told where what was read does not say who was under 18", () => {
      const aged = (age: { mean?: number; median?: number }) => {
        const features = { ild: { share: "all" }, juvenile: { share: "unclear" } } as const;
        const { cells } = answerTo(
          { ...emptyProfile, features: { ild: "yes", juvenile: "no" } },
          createLibrary([createStudy({ id: "a-2001", features, participants: { age } })]),
        );
        return cells.flatMap(({ lead }) => (lead ? describePatientsOnce(lead, cells) : []));
      };
      expect(aged({ mean: 64.4 })).toContain("Mean age 64.");
      expect(aged({ median: 60 })).toContain("Median age 60.");
      expect(aged({})).toContain("Age not in the abstract.");
    });

    test("one single case is told with it, several are told without it", () => {
      const single = (id: string) =>
        both(id, 1, { design: { type: "case-report" } }, [createOutcome({ events: 1, total: 1 })]);
      expect(answer(single("a"))).toEqual([["response", [most]]]);
      expect(answer(single("a"), single("b"))).toEqual([["response", []]]);
    });
  });
});
