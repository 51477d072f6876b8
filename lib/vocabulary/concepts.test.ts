import { describe, expect, test } from "vitest";
import {
  contraries,
  definitions,
  featureOfDiagnosis,
  filedUnder,
  formatByDefinition,
  getConcept,
  getFamily,
  getPairedDiagnosis,
  listNames,
  refiningFeatures,
  requirements,
  type Trait,
} from "./concepts";
import { diagnoses, features, patientDiagnoses } from "./feature";

const traits: readonly Trait[] = [...features, ...patientDiagnoses];

describe("concepts", () => {
  test("four are a feature and a diagnosis at once; each other trait is its own", () => {
    expect(featureOfDiagnosis).toEqual({
      CADM: "amyopathic",
      IMNM: "necrotising",
      ASyS: "antisynthetase",
      overlap: "overlapCtd",
    });
    for (const trait of traits) {
      const names = listNames(trait);
      expect(names).toContain(trait);
      for (const name of names) {
        expect(getConcept(name)).toBe(getConcept(trait));
        expect(getFamily(name)).toBe(getFamily(trait));
      }
    }
    expect(traits.filter((trait) => listNames(trait).length === 2)).toHaveLength(8);
    for (const diagnosis of diagnoses)
      expect(getPairedDiagnosis(getConcept(diagnosis) as (typeof features)[number])).toBe(
        diagnosis in featureOfDiagnosis ? diagnosis : null,
      );
  });
});

describe("definitions", () => {
  test("speak of concepts, never of the second name of one", () => {
    const named = definitions.flatMap(({ of, feature }) => [...of, feature]);
    expect(named.length).toBeGreaterThan(30);
    for (const trait of named) expect(getConcept(trait)).toBe(trait);
  });

  test("what rules out another is ruled out by it", () => {
    const exclusions = definitions.flatMap(({ of, feature, answer }) =>
      answer === "no" ? of.map((trait) => `${trait} ${feature}`) : [],
    );
    expect(exclusions.length).toBeGreaterThanOrEqual(10);
    for (const pair of exclusions) expect(exclusions).toContain(pair.split(" ").reverse().join(" "));
  });

  test("nothing follows from itself, however many steps are taken", () => {
    const edges = definitions.filter(({ answer }) => answer === "yes");
    for (const start of traits) {
      const reached = new Set<string>();
      const visit = (trait: string) => {
        for (const { of, feature } of edges) {
          if (!(of as readonly string[]).includes(trait) || reached.has(feature)) continue;
          reached.add(feature);
          visit(feature);
        }
      };
      visit(start);
      expect(reached.has(start)).toBe(false);
    }
  });

  test("without what a term requires there is none of it", () => {
    expect(requirements).toContainEqual({ without: "ild", no: "rapidlyProgressiveIld" });
    expect(requirements).toContainEqual({ without: "muscle", no: "necrotising" });
    expect(requirements).toContainEqual({ without: "amyopathic", no: "skinOnly" });
    // A study counts its diagnoses itself.
    expect(requirements.filter(({ no }) => (patientDiagnoses as readonly string[]).includes(no))).toEqual([]);
  });

  test("what no patient has together is in one list only", () => {
    for (const [a, b] of contraries)
      expect(definitions.some(({ of, feature }) => of.includes(a) && feature === b)).toBe(false);
  });

  test("are named in words", () => {
    expect(formatByDefinition(["PM"])).toBe("by definition of polymyositis");
    expect(formatByDefinition(["ild"], true)).toBe("by definition, without interstitial lung disease");
    expect(formatByDefinition(["PM", "necrotising"])).toBe("by definition of polymyositis and necrotising myopathy");
  });
});

describe("families and kinds", () => {
  test("families are those of the methods", () => {
    const families = new Map<Trait, Trait[]>();
    for (const trait of traits) families.set(getFamily(trait), [...(families.get(getFamily(trait)) ?? []), trait]);
    const shared = [...families.values()].map((family) => [...new Set(family.map(getConcept))].sort());
    expect(shared.filter((family) => family.length > 1).sort()).toEqual([
      ["DM", "PM"],
      ["JDM", "juvenile"],
      ["amyopathic", "skinOnly"],
      ["antiHmgcr", "antiSrp", "necrotising"],
      ["firstLine", "refractory", "steroidDependent"],
      ["ild", "rapidlyProgressiveIld"],
    ]);
  });

  test("what refines is muscle, skin and 65 or over", () => {
    expect([...refiningFeatures].sort()).toEqual(["elderly", "muscle", "skin"]);
  });

  test("no diagnosis is filed under itself", () => {
    for (const [diagnosis, names] of Object.entries(filedUnder)) expect(names).not.toContain(diagnosis);
  });
});
