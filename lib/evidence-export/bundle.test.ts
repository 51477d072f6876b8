import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculateRiskDifference } from "@/lib/stats/compare";
import { calculateInterval } from "@/lib/stats/interval";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { anyStudy } from "@/lib/study/study.arbitrary";
import { createEvidenceBundle, followedStandard } from "./bundle";
import { type Evidence, type EvidenceBundle, evidenceBundle } from "./schema";
import { createUuid } from "./uuid";

const { version, studies } = loadLibrary();

const listEvidence = ({ entry }: EvidenceBundle): Evidence[] =>
  entry.flatMap(({ resource }) => (resource.resourceType === "Evidence" ? [resource] : []));
const exportSheet = (study: Study) => createEvidenceBundle(study, "v1");

/** Every number of a bundle that a program reads as one. */
function listNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(listNumbers) : [];
}

/** The numbers that may be in the export of a sheet: its counts, and what our own statistics make of them. */
function listAllowed({ outcomes }: Study): Set<number> {
  const allowed = new Set([0.95]);
  for (const { result, comparator } of outcomes) {
    if (result.kind !== "proportion") continue;
    for (const arm of comparator ? [result, comparator] : [result]) {
      const { low, high } = calculateInterval(arm, "wilson");
      for (const number of [arm.events, arm.total, arm.events / arm.total, low, high]) allowed.add(number);
    }
    if (!comparator) continue;
    const { difference, low, high } = calculateRiskDifference(result, comparator);
    for (const number of [difference, low, high, result.total + comparator.total]) allowed.add(number);
  }
  return allowed;
}

function expectSound(study: Study, bundle: EvidenceBundle) {
  expect(evidenceBundle.parse(bundle)).toEqual(bundle);
  const allowed = listAllowed(study);
  expect(listNumbers(bundle).filter((number) => !allowed.has(number))).toEqual([]);
  const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(urls).size).toBe(urls.length);
  const evidence = listEvidence(bundle);
  expect(new Set(evidence.map(({ identifier }) => identifier[0]?.value))).toEqual(
    new Set(study.outcomes.map(({ id }) => `${study.id}/${id}`)),
  );
  for (const { citeAsReference, variableDefinition, statistic } of evidence) {
    expect(citeAsReference.reference).toBe(urls[0]);
    const roles = variableDefinition.map(({ variableRole }) => variableRole.coding?.[0]?.code);
    expect(roles).toEqual(expect.arrayContaining(["population", "measuredVariable"]));
    for (const { quantity, sampleSize, statisticType } of statistic ?? []) {
      const isProportion = statisticType.coding?.[0]?.code === "C44256";
      if (isProportion) expect(quantity !== undefined).toBe(Number.parseInt(sampleSize.description, 10) >= 5);
    }
  }
  return evidence;
}

describe("evidence as FHIR resources", () => {
  test("every sheet of the library, in the form of the specification and with no number that is not its own", () => {
    const evidence = studies.flatMap((study) => expectSound(study, createEvidenceBundle(study, version)));
    expect(studies.length).toBeGreaterThan(100);
    expect(evidence.length).toBeGreaterThan(studies.flatMap(({ outcomes }) => outcomes).length);
    expect(evidence.filter(({ statistic }) => statistic).length).toBeGreaterThan(250);
  });

  test("any sheet that the schema takes", () => {
    fc.assert(
      fc.property(anyStudy, (study) => void expectSound(study, exportSheet(study))),
      { numRuns: 40 },
    );
  });

  test("says what it follows, and that the guide is a draft", () => {
    const [tag] = exportSheet(createStudy()).meta.tag;
    expect(tag?.display).toBe(followedStandard);
    expect(followedStandard).toMatch(/FHIR 5\.0\.0.*draft guide EBMonFHIR/);
  });

  test("a count: who was counted, the interval, where it was read, how sure", () => {
    const study = studies.find(({ id }) => id === "bounfour-2014");
    if (!study) throw new Error("bounfour-2014 is not in the library");
    const response = listEvidence(exportSheet(study)).find(
      ({ identifier }) => identifier[0]?.value === `bounfour-2014/${study.headline.response}`,
    );
    expect(response).toMatchObject({
      statistic: [
        {
          quantity: { value: 19 / 27 },
          numberOfEvents: 19,
          sampleSize: { numberOfParticipants: 27 },
          attributeEstimate: [
            {
              level: 0.95,
              range: { low: { value: expect.closeTo(0.515, 3) }, high: { value: expect.closeTo(0.8415, 3) } },
            },
          ],
        },
      ],
      certainty: [{ description: "no comparison group" }],
    });
    const sheetOutcome = study.outcomes.find(({ id }) => id === study.headline.response);
    expect(response?.relatedArtifact[0]?.label).toBe(sheetOutcome?.locator);
    expect(response?.variableDefinition[0]?.description).toBe(sheetOutcome?.population);
  });

  test("two arms formed at random: each arm on its own, and the difference", () => {
    const study = studies.find(({ id }) => id === "aggarwal-2022");
    if (!study) throw new Error("aggarwal-2022 is not in the library");
    const own = listEvidence(exportSheet(study)).filter(
      ({ identifier }) => identifier[0]?.value === `aggarwal-2022/${study.headline.response}`,
    );
    expect(
      own.map(({ variableDefinition }) => variableDefinition.map(({ variableRole }) => variableRole.coding?.[0]?.code)),
    ).toEqual([
      ["population", "exposure", "measuredVariable"],
      ["population", "exposure", "measuredVariable"],
      ["population", "exposure", "referenceExposure", "measuredVariable"],
    ]);
    expect(own.map(({ statistic }) => statistic?.[0]?.numberOfEvents)).toEqual([37, 21, undefined]);
    expect(own[2]?.statistic?.[0]?.quantity?.value).toBeCloseTo(37 / 47 - 21 / 48, 9);
    const [given, placebo, difference] = own.map(({ variableDefinition }) => variableDefinition[0]?.description);
    expect(given).toBe("Patients randomised to immunoglobulin");
    expect(placebo).toBe("placebo");
    expect(difference).toBe("Patients randomised to immunoglobulin; placebo");
    for (const { description, variableDefinition } of own)
      expect(description).toContain(`Who: ${variableDefinition[0]?.description}.`);
    expect(own.map(({ statistic }) => statistic?.[0]?.sampleSize.numberOfParticipants)).toEqual([47, 48, 95]);
  });

  test("no percentage of fewer than five patients, and none of them is lost", () => {
    const [small] = listEvidence(exportSheet(createStudy({ outcomes: [createOutcome({ events: 4, total: 4 })] })));
    expect(small?.statistic?.[0]).toMatchObject({ numberOfEvents: 4, sampleSize: { numberOfParticipants: 4 } });
    expect(JSON.stringify(small)).not.toContain("%)");
    expect(small?.statistic?.[0]?.quantity).toBeUndefined();
  });

  test("infusions are no participants", () => {
    const outcomes = [
      createOutcome({ events: 92, total: 1056, population: "All infusions given (1056), not children" }),
    ];
    const [counted] = listEvidence(exportSheet(createStudy({ outcomes })));
    expect(counted?.statistic?.[0]?.sampleSize).toEqual({
      description: "1056: all infusions given (1056), not children",
    });
  });

  test.each([
    ["gupta-2020", "live-birth"],
    ["gutierrez-1984", "fetal-loss"],
    ["akalin-2016", "fetal-loss"],
    ["medina-2025", "dysphagia-indication"],
    ["linardaki-2011", "fetal-complications"],
  ])("pregnancies, fetuses and admissions are no participants, in either arm: %s, %s", (id, outcome) => {
    const study = studies.find((one) => one.id === id);
    if (!study) throw new Error(`${id} is not in the library`);
    const own = listEvidence(exportSheet(study)).filter(
      ({ identifier }) => identifier[0]?.value === `${id}/${outcome}`,
    );
    const sizes = own.flatMap(({ statistic }) => statistic?.map(({ sampleSize }) => sampleSize) ?? []);
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(Object.keys(size)).toEqual(["description"]);
  });

  test("no number of participants in the library is larger than what its study enrolled", () => {
    let looked = 0;
    for (const study of studies) {
      const { treated, enrolled } = study.participants;
      if (treated === null && enrolled === null) continue;
      for (const { statistic } of listEvidence(createEvidenceBundle(study, version))) {
        const count = statistic?.[0]?.sampleSize.numberOfParticipants;
        if (count === undefined) continue;
        looked += 1;
        expect([study.id, count <= Math.max(treated ?? 0, enrolled ?? 0)]).toEqual([study.id, true]);
      }
    }
    expect(looked).toBeGreaterThan(250);
  });

  test("what the sheet does not know of its publication is left out", () => {
    const study = createStudy({
      citation: {
        authors: [],
        journal: null,
        year: null,
        volume: null,
        issue: null,
        pages: null,
        pmid: null,
        doi: null,
        pmcid: null,
      },
    });
    const [first] = exportSheet(study).entry;
    expect(first?.resource).toMatchObject({ citedArtifact: { title: [{ text: study.citation.title }] } });
    expect(first?.resource).not.toHaveProperty("citedArtifact.publicationForm");
    expect(first?.resource).not.toHaveProperty("citedArtifact.contributorship");
  });
});

test("a UUID of a name is that of RFC 9562", () => {
  // the example of the RFC (appendix A.4) has the namespace of domain names; this one is from Python's uuid.uuid5
  expect(createUuid("http://example.org/")).toBe("715d503b-5f95-5532-9100-00663eb45ade");
});
