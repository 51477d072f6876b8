import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { answerTo, realLibrary } from "./library.arbitrary";

const library = realLibrary();

test("pregnant, with lung disease: pregnancy on one side and lung disease on the other", () => {
  const { studied } = answerTo(exampleCases.pregnantWithLungDisease.profile, library).gap;
  expect(studied.map(({ features }) => features)).toEqual([["pregnancy"], ["ild"]]);
  expect(studied.map(({ profile }) => profile.features)).toEqual([{ pregnancy: "yes" }, { ild: "yes" }]);
  expect(studied[0]?.missingText).toEqual(["lung disease not in the abstract"]);
  const childCell = studied[0]?.cells.find(({ domain }) => domain === "pregnancy");
  expect(childCell?.lead).not.toBeNull();
});

test("of a patient whom studies describe there is none", () => {
  expect(answerTo(exampleCases.skinOnlyRefractory.profile, library).gap.studied).toEqual([]);
});

test("each is the largest that somebody studied, and shows what the case that it opens shows", () => {
  let opened = 0;
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const { gap } = answerTo(profile, library);
      expect(gap.studied.length).toBeLessThanOrEqual(3);
      for (const { features, describing, profile: narrowed, cells, patients } of gap.studied) {
        const others = gap.studied.filter((other) => other.features !== features);
        expect(others.some((other) => features.every((aspect) => other.features.includes(aspect)))).toBe(false);
        const answer = answerTo(narrowed, library);
        expect(describing.length).toBeGreaterThan(0);
        expect(answer.describing.map(({ study }) => study.id)).toEqual(describing.map(({ study }) => study.id));
        expect(answer.verdict.patients).toBe(patients);
        const leads = (ofAnswer: typeof cells) =>
          ofAnswer.map(({ lead }) => lead && [lead.found.study.id, lead.figure.id]);
        expect(leads(cells)).toEqual(leads(answer.cells));
        opened += 1;
      }
    }),
    { numRuns: 40 },
  );
  expect(opened).toBeGreaterThan(20);
});
