import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, getAnswer } from "@/lib/case/schema";
import { anyHostileJson, anyHostileText, createBlowUps } from "@/lib/format/hostile-text.arbitrary";
import { readEvidenceRequest } from "./request";

const read = (body: unknown) => readEvidenceRequest(typeof body === "string" ? body : JSON.stringify(body));

function faultsOf(body: unknown) {
  const answer = read(body);
  if (answer.ok) throw new Error(`expected a refusal, got ${JSON.stringify(answer.profile)}`);
  for (const { message } of answer.errors) expect(message).toMatch(/\S/);
  return { status: answer.status, paths: answer.errors.map(({ path }) => path).sort() };
}

describe("a good request", () => {
  test("the one of the methods", () => {
    const body = { features: { pregnancy: "yes", ild: "no" }, diagnosis: "DM", weightKg: 62 };
    expect(read(body)).toEqual({ ok: true, profile: { ...body, ageYears: null } });
  });

  test.each([
    ["nothing at all", {}],
    ["nulls", { diagnosis: null, weightKg: null }],
    ["no feature", { features: {} }],
  ])("%s is an unknown patient", (_, body) => {
    expect(read(body)).toEqual({ ok: true, profile: emptyProfile });
  });

  test("absent is unknown, and so is unknown", () => {
    const answer = read({ features: { ild: "unknown" } });
    if (!answer.ok) throw new Error("refused");
    expect(getAnswer(answer.profile, "ild")).toBe("unknown");
    expect(getAnswer(answer.profile, "pregnancy")).toBe("unknown");
  });

  test("inclusion body myositis is read, to be answered as out of scope", () => {
    expect(read({ diagnosis: "IBM" })).toEqual({ ok: true, profile: { ...emptyProfile, diagnosis: "IBM" } });
  });

  test("an age sets the questions that it answers, and stays an age where an answer differs", () => {
    const answer = read({ ageYears: 42, features: { juvenile: "yes" } });
    if (!answer.ok) throw new Error("refused");
    expect(answer.profile).toEqual({ ...emptyProfile, ageYears: 42, features: { juvenile: "yes" } });
    expect(readCase(answer.profile).contradictions).toHaveLength(1);
    expect(readCase({ ...emptyProfile, ageYears: 42 }).answers).toEqual({ juvenile: "no", elderly: "no" });
    expect(readCase({ ...emptyProfile, ageYears: 79 }).answers).toEqual({ juvenile: "no", elderly: "yes" });
  });

  test("every example case can be asked for", () => {
    for (const { profile } of Object.values(exampleCases)) {
      expect(read(profile)).toEqual({ ok: true, profile });
    }
  });
});

describe("a bad request: status and the place of each fault", () => {
  test.each<[string, unknown, string[]]>([
    ["an unknown feature", { features: { fever: "yes" } }, ["features.fever"]],
    ["an unknown answer", { features: { ild: "maybe" } }, ["features.ild"]],
    ["an answer that is true", { features: { ild: true } }, ["features.ild"]],
    ["an answer that is null", { features: { ild: null } }, ["features.ild"]],
    ["features that are null", { features: null }, ["features"]],
    ["features in a list", { features: ["ild"] }, ["features"]],
    ["an unknown diagnosis", { diagnosis: "ALS" }, ["diagnosis"]],
    ["a weight of 0", { weightKg: 0 }, ["weightKg"]],
    ["a weight of 401", { weightKg: 401 }, ["weightKg"]],
    ["a weight in words", { weightKg: "62" }, ["weightKg"]],
    ["an unknown key", { patientName: "Jane" }, ["patientName"]],
    ["an age of 121", { ageYears: 121 }, ["ageYears"]],
    ["an age below 0", { ageYears: -1 }, ["ageYears"]],
    ["an age in words", { ageYears: "42" }, ["ageYears"]],
    ["a list", [], [""]],
    ["null", "null", [""]],
    ["a number", "5", [""]],
    ["nothing", "", [""]],
    ["broken JSON", '{"features":', [""]],
    ["two bodies", "{}{}", [""]],
    ["a key given twice", '{"weightKg":62,"weightKg":62}', ["weightKg"]],
    ["a feature given twice", '{"features":{"ild":"yes","ild":"no"}}', ["features.ild"]],
    ["a key given twice beside another fault", '{"diagnosis":"DM","diagnosis":"flu"}', ["diagnosis", "diagnosis"]],
    ["JSON nested without end", "[".repeat(60_000), [""]],
  ])("%s", (_, body, paths) => {
    expect(faultsOf(body)).toEqual({ status: 400, paths });
  });

  test("several faults are all listed, each unknown key on a line of its own", () => {
    const body = {
      features: { ild: "maybe", fever: "yes", cough: "no" },
      diagnosis: "flu",
      weightKg: -1,
      name: "Jane",
      id: 7,
    };
    expect(faultsOf(body)).toEqual({
      status: 400,
      paths: ["diagnosis", "features.cough", "features.fever", "features.ild", "id", "name", "weightKg"],
    });
  });

  test("a key that would reach into the object itself is unknown too", () => {
    expect(faultsOf('{"__proto__":{"weightKg":5}}').status).toBe(400);
    expect(faultsOf('{"features":{"constructor":"yes"}}').paths).toEqual(["features.constructor"]);
  });
});

describe("a body that somebody wrote to do harm", () => {
  test("is read or refused with reasons, and changes no object of the program", () => {
    const anyBody = fc.oneof(
      anyHostileJson,
      anyHostileJson.map((json) => `{"features":${json}}`),
      anyHostileJson.map((json) => `{"diagnosis":${json},"weightKg":${json},"ageYears":${json}}`),
      anyHostileText,
    );
    let refused = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        const answer = read(body);
        if (!answer.ok) {
          refused += 1;
          expect(answer.status).toBe(400);
          expect(answer.errors.length).toBeGreaterThan(0);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  test("of 64 kB ends, whatever is repeated in it, as the body, as a key and as a value", () => {
    const blowUps = createBlowUps();
    expect(blowUps.length).toBeGreaterThan(50);
    for (const { name, text } of blowUps) {
      const quoted = JSON.stringify(text);
      for (const body of [
        text,
        quoted,
        `{${quoted}:1}`,
        `{"diagnosis":${quoted},"features":{"ild":${quoted},${quoted}:1}}`,
      ])
        expect(read(body).ok, name).toBe(false);
    }
  });

  test.each(["[", '{"a":', '{"features":{"a":'])("of %s without end is refused", (piece) => {
    expect(faultsOf(piece.repeat(64_000 / piece.length)).status).toBe(400);
    const depth = 10_000;
    const closed =
      piece === "[" ? "[".repeat(depth) + "]".repeat(depth) : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    expect(faultsOf(closed).status).toBe(400);
  });
});
