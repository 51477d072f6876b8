import { emptyProfile, type Profile } from "./schema";

/** A case under a short name, to open from a link, to test with, and to show. */
export type ExampleCase = {
  name: string;
  /** the study in the library that was read for this case, where the case is that of one publication */
  study?: string;
  profile: Profile;
};

function exampleCase(
  name: string,
  features: Profile["features"],
  more: Partial<Omit<Profile, "features">> & { study?: string } = {},
): ExampleCase {
  const { study, ...facts } = more;
  return { name, ...(study && { study }), profile: { ...emptyProfile, ...facts, features } };
}

/** The cases of the five source documents and the combinations of them that the product was worked out on. */
export const exampleCases = {
  pregnantUntreated: exampleCase(
    "Pregnant, untreated, 42 years",
    { pregnancy: "yes", firstLine: "yes" },
    { diagnosis: "DM", ageYears: 42, study: "linardaki-2011" },
  ),
  skinOnlyRefractory: exampleCase(
    "Skin only, refractory",
    { skinOnly: "yes", refractory: "yes" },
    { study: "bounfour-2014" },
  ),
  untreatedAdult: exampleCase(
    "Adult, untreated",
    { juvenile: "no", firstLine: "yes" },
    { weightKg: 62, study: "cherin-1994" },
  ),
  child: exampleCase("Child", { juvenile: "yes" }, { study: "tsai-1997" }),
  refractoryLungDisease: exampleCase(
    "Refractory lung disease",
    { ild: "yes", refractory: "yes" },
    { study: "suzuki-2009" },
  ),
  pregnant: exampleCase("Pregnant", { pregnancy: "yes" }),
  pregnantWithLungDisease: exampleCase("Pregnant, with lung disease", { pregnancy: "yes", ild: "yes" }),
  pregnantRefractory: exampleCase("Pregnant, refractory", { pregnancy: "yes", refractory: "yes" }),
  adultSkinOnlyRefractory: exampleCase("Adult, skin only, refractory", {
    juvenile: "no",
    skinOnly: "yes",
    refractory: "yes",
  }),
  adultRefractoryLungDisease: exampleCase("Adult, refractory lung disease", {
    juvenile: "no",
    ild: "yes",
    refractory: "yes",
  }),
  refractoryAdult: exampleCase("Adult, refractory, nothing else", {
    pregnancy: "no",
    juvenile: "no",
    skinOnly: "no",
    ild: "no",
    refractory: "yes",
  }),
  childSkinOnly: exampleCase("Child, skin only", { juvenile: "yes", skinOnly: "yes" }),
  skinOnlyWithLungDisease: exampleCase("Skin only with lung disease: a contradiction", { skinOnly: "yes", ild: "yes" }),
  malignancy: exampleCase("Malignancy", { malignancy: "yes" }),
  nothingStated: exampleCase("Nothing stated", {}),
} satisfies Record<string, ExampleCase>;

export type ExampleName = keyof typeof exampleCases;
