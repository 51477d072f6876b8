import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import type { Feature, Share } from "@/lib/vocabulary/feature";
import { answerTo, createLibrary } from "./small-library.arbitrary";

/** The question that is asked of a case, in a library of one study for each list of what its patients have. */
function ask(profile: Partial<Profile>, ...studies: Partial<Record<Feature, Share>>[]) {
  const sheets = studies.map((shares, place) =>
    createStudy({
      id: `study-${place}`,
      features: Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }])),
    }),
  );
  return answerTo({ ...emptyProfile, ...profile }, createLibrary(sheets)).nextQuestion;
}

const askFor = (...asked: Parameters<typeof ask>) => ask(...asked)?.feature ?? null;

describe("the question worth asking next", () => {
  test("is the one that moves most studies", () => {
    expect(ask({}, { ild: "all" }, { calcinosis: "all" }, { calcinosis: "most" })).toEqual({
      feature: "calcinosis",
      decides: 2,
      describing: null,
    });
  });

  test("of equals is the first of the vocabulary", () => {
    expect(askFor({}, { malignancy: "all" }, { calcinosis: "all" })).toBe("calcinosis");
  });

  test("is none where no answer moves a study", () => {
    expect(ask({})).toBeNull();
    expect(ask({}, {}, {})).toBeNull();
  });

  test("says how many studies describe the patient after a yes, and after a no", () => {
    const lung = { ild: "all" } as const;
    const both = { ild: "all", calcinosis: "all" } as const;
    // A yes leaves the two that have both and a no the third; the fourth is a part of the patient after a yes only.
    expect(ask({ features: { ild: "yes" } }, both, both, lung, { calcinosis: "all" })).toEqual({
      feature: "calcinosis",
      decides: 4,
      describing: { yes: 2, no: 1 },
    });
  });

  test("counts also where only a weight was entered, which describes nobody", () => {
    expect(ask({ weightKg: 60 }, { calcinosis: "all" })?.describing).toEqual({ yes: 1, no: 0 });
  });
});

describe("what is never asked", () => {
  test("muscle and skin", () => {
    expect(askFor({ features: { skinOnly: "no" } }, { muscle: "all" })).toBeNull();
    expect(askFor({ features: { skinOnly: "no", amyopathic: "no" } }, { skin: "all" })).toBeNull();
  });

  test("what was answered, yes or no", () => {
    expect(askFor({ features: { ild: "no" } }, { ild: "all" })).toBeNull();
    // Whatever is open: a study does not describe a patient with one more answer that it does not speak of.
    expect(askFor({ features: { ild: "yes" } }, { ild: "all" })).toBe("pregnancy");
    expect(askFor({ ageYears: 30 }, { juvenile: "all" })).toBeNull();
  });

  test("what follows from an answer", () => {
    expect(askFor({ features: { skinOnly: "no" } }, { ild: "all" })).toBe("ild");
    expect(askFor({ features: { skinOnly: "yes" } }, { ild: "all" })).toBeNull();
  });

  test.each(["dysphagia", "cardiac"] as const)("%s of a patient without muscle disease", (feature) => {
    const study = { [feature]: "all" };
    expect(askFor({ features: { muscle: "no" } }, study)).toBeNull();
    expect(askFor({ features: { skinOnly: "yes" } }, study)).toBeNull();
    expect(askFor({ features: { muscle: "yes" } }, study)).toBe(feature);
    expect(askFor({ features: { muscle: "no" } }, { calcinosis: "all" })).toBe("calcinosis");
  });

  test("a second antibody", () => {
    expect(askFor({ features: { antiMi2: "yes" } }, { antiTif1: "all" })).toBeNull();
    expect(askFor({ features: { antiMi2: "no" } }, { antiTif1: "all" })).toBe("antiTif1");
    expect(askFor({ features: { antiMi2: "yes" } }, { calcinosis: "all" })).toBe("calcinosis");
  });

  test("what is a diagnosis, once the diagnosis was made", () => {
    expect(askFor({}, { overlapCtd: "all" })).toBe("overlapCtd");
    expect(askFor({ diagnosis: "PM" }, { overlapCtd: "all" })).toBeNull();
    expect(askFor({ diagnosis: "PM" }, { calcinosis: "all" })).toBe("calcinosis");
  });

  test("what would contradict an answer", () => {
    expect(askFor({ features: { elderly: "yes" } }, { pregnancy: "all" })).toBeNull();
    expect(askFor({ features: { elderly: "no" } }, { pregnancy: "all" })).toBe("pregnancy");
  });

  test("beside answers that contradict each other, others still are asked for", () => {
    expect(askFor({ features: { elderly: "yes", pregnancy: "yes" } }, { calcinosis: "all" })).toBe("calcinosis");
  });

  test("what would mean another diagnosis than the one that was made", () => {
    // It means necrotising myopathy.
    const studies = [{ antiHmgcr: "all" }, { antiHmgcr: "some" }] as const;
    const features = { skinOnly: "no" } as const;
    expect(askFor({ features, diagnosis: "DM" }, ...studies)).toBeNull();
    expect(askFor({ features, diagnosis: "IMNM" }, ...studies)).toBe("antiHmgcr");
    expect(askFor({ features }, ...studies)).toBe("antiHmgcr");
    expect(askFor({ diagnosis: "DM" }, { antiMda5: "all" })).toBe("antiMda5");
  });

  test("but a kind of the diagnosis that was made is asked for", () => {
    // Skin disease alone is clinically amyopathic dermatomyositis.
    expect(askFor({ diagnosis: "DM" }, { skinOnly: "all" })).toBe("skinOnly");
    expect(askFor({ diagnosis: "PM" }, { skinOnly: "all" })).toBeNull();
  });
});
