import type { APIRequestContext } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import type { Profile } from "@/lib/case/schema";
import { expect, test } from "./test";

type Interval = { low: number; high: number; method: string };
type Figure = {
  outcome: string;
  events: number;
  total: number;
  population: string;
  timing: string | null;
  direction: string;
  interval: Interval;
  locator: string;
};
type Comparison = {
  events: number;
  total: number;
  difference: { value: number; low: number; high: number; method: string } | null;
  numberNeeded: { number: number; direction: string } | null;
};
type StudyReply = {
  id: string;
  group: string;
  lacks: string[];
  treated: number | null;
  cohort: string | null;
  reasons: { feature: string; patient: string; study: string; relation: string }[];
  response: (Figure & { comparison: Comparison | null }) | null;
  relapse: Figure | null;
  survival: Figure | null;
};
type Reply = {
  library: { version: string; studies: number; patients: number; searched: string };
  profile: { features: object; implied: object; diagnosis: string | null; weightKg: number | null };
  verdict: { text: string; describing: number; patients: number };
  studies: StudyReply[];
  pools: { studies: string[]; timing: string | null; arms: string }[];
  gap: { described: boolean; text: string; nearest: { id: string; lacks: string[] }[] };
  guidelines: { id: string }[];
  background: { id: string }[];
  ask: { feature: string; decides: number } | null;
};

const endpoint = "/api/evidence";

test.describe("the five documents", () => {
  for (const { name, study, domain, events, total, low, high } of [
    {
      name: "pregnantUntreated",
      study: "linardaki-2011",
      domain: "response",
      events: 1,
      total: 1,
      low: 0.2065,
      high: 1,
    },
    {
      name: "pregnantUntreated",
      study: "linardaki-2011",
      domain: "relapse",
      events: 0,
      total: 1,
      low: 0,
      high: 0.7935,
    },
    {
      name: "skinOnlyRefractory",
      study: "bounfour-2014",
      domain: "response",
      events: 19,
      total: 27,
      low: 0.5152,
      high: 0.8415,
    },
    {
      name: "skinOnlyRefractory",
      study: "bounfour-2014",
      domain: "relapse",
      events: 10,
      total: 19,
      low: 0.3171,
      high: 0.7267,
    },
    {
      name: "untreatedAdult",
      study: "cherin-1994",
      domain: "response",
      events: 3,
      total: 11,
      low: 0.0975,
      high: 0.5656,
    },
    { name: "child", study: "tsai-1997", domain: "response", events: 6, total: 7, low: 0.4869, high: 0.9743 },
    { name: "child", study: "tsai-1997", domain: "relapse", events: 4, total: 6, low: 0.3, high: 0.9032 },
    {
      name: "refractoryLungDisease",
      study: "suzuki-2009",
      domain: "survival",
      events: 2,
      total: 5,
      low: 0.1176,
      high: 0.7693,
    },
  ] as const) {
    test(`${study}, ${domain}: ${events} of ${total}`, async ({ request }) => {
      const reply = await ask(request, exampleCases[name].profile);
      const found = reply.studies.find(({ id }) => id === study);
      expect(found?.group).toBe("this-patient");
      const figure = found?.[domain];
      expect(figure).toMatchObject({ events, total, interval: { method: "wilson" } });
      expect(figure?.interval.low).toBeCloseTo(low, 4);
      expect(figure?.interval.high).toBeCloseTo(high, 4);
      expect(figure?.locator).toBeTruthy();
      expect(figure?.population).toBeTruthy();
    });
  }

  test("what was not reported is null, and never nought", async ({ request }) => {
    const untreated = await ask(request, exampleCases.untreatedAdult.profile);
    expect(untreated.studies.find(({ id }) => id === "cherin-1994")).toMatchObject({ relapse: null, survival: null });
    const lung = await ask(request, exampleCases.refractoryLungDisease.profile);
    expect(lung.studies.find(({ id }) => id === "suzuki-2009")).toMatchObject({ response: null, relapse: null });
  });
});

test.describe("combinations", () => {
  for (const { name, describing, patients, ids } of [
    {
      name: "pregnant",
      describing: 5,
      patients: 5,
      ids: ["li-2018", "linardaki-2011", "mosca-2005", "park-2003", "williams-2007"],
    },
    { name: "pregnantWithLungDisease", describing: 0, patients: 0, ids: [] },
    { name: "pregnantRefractory", describing: 1, patients: 1, ids: ["mosca-2005"] },
    { name: "adultSkinOnlyRefractory", describing: 2, patients: 29, ids: ["bounfour-2014", "cafardi-2015"] },
    {
      name: "adultRefractoryLungDisease",
      describing: 6,
      patients: 26,
      ids: ["ecrj-2020", "hamada-ode-2015", "huapaya-2019", "lee-2015", "scig-dm-case-2008", "suzuki-2009"],
    },
    { name: "childSkinOnly", describing: 1, patients: 1, ids: ["liu-2023j"] },
  ] as const) {
    test(exampleCases[name].name, async ({ request }) => {
      const reply = await ask(request, exampleCases[name].profile);
      expect(reply.verdict).toMatchObject({ describing, patients });
      expect(idsIn(reply, "this-patient").sort()).toEqual(ids);
      expect(reply.gap.described).toBe(describing > 0);
    });
  }

  test("pregnant with lung disease: the gap first, the nearest with what they lack", async ({ request }) => {
    const reply = await ask(request, exampleCases.pregnantWithLungDisease.profile);
    expect(reply.verdict.text).toMatch(/^No published study in this library describes a pregnant patient/);
    expect(reply.gap.nearest).toHaveLength(20);
    expect(reply.gap.nearest.slice(0, 5).map(({ lacks }) => lacks)).toEqual(Array(5).fill(["ild"]));
  });

  test("refractory adult: the trial's comparison, and each group's size", async ({ request }) => {
    const reply = await ask(request, exampleCases.refractoryAdult.profile);
    expect(idsIn(reply, "this-patient")).toHaveLength(25);
    const [first] = reply.studies;
    expect(first).toMatchObject({ id: "aggarwal-2022", cohort: "proderm", response: { events: 37, total: 47 } });
    expect(first?.response?.comparison).toMatchObject({
      events: 21,
      total: 48,
      difference: { method: "newcombe" },
      numberNeeded: { number: 3, direction: "benefit" },
    });
    const difference = first?.response?.comparison?.difference;
    expect(difference?.value).toBeCloseTo(37 / 47 - 21 / 48, 10);
    expect(difference?.low).toBeCloseTo(0.155, 3);
    expect(difference?.high).toBeCloseTo(0.51, 3);
    expect(reply.studies.find(({ id }) => id === "marie-2010")?.survival).toMatchObject({
      events: 8,
      total: 73,
      direction: "harm",
    });
  });

  test("no pool holds two reports of one cohort, nor trials with series", async ({ request }) => {
    for (const { profile } of [exampleCases.child, exampleCases.refractoryAdult, exampleCases.nothingStated]) {
      const reply = await ask(request, profile);
      const byId = new Map(reply.studies.map((study) => [study.id, study]));
      for (const { studies } of reply.pools) {
        const cohorts = studies.map((id) => byId.get(id)?.cohort ?? id);
        expect(cohorts.length).toBe(new Set(cohorts).size);
        expect(studies.length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test("malignancy: no responder among four", async ({ request }) => {
    const reply = await ask(request, exampleCases.malignancy.profile);
    expect(reply.studies.find(({ id }) => id === "gottfried-2000")?.response).toMatchObject({ events: 0, total: 4 });
  });
});

test.describe("what may be sent", () => {
  test("an empty profile gets the general evidence and the question worth asking", async ({ request }) => {
    const reply = await ask(request, {});
    expect(reply.library).toMatchObject({ studies: 93, patients: 1074, searched: "2026-11-22" });
    expect(reply.studies).toHaveLength(93);
    expect(new Set(reply.studies.map(({ group }) => group))).toEqual(new Set(["general"]));
    expect(reply.profile).toMatchObject({ features: {}, implied: {}, diagnosis: null, weightKg: null });
    expect(reply.ask).toEqual({ feature: "refractory", decides: 46 });
  });

  test("absent, null and unknown are the same", async ({ request }) => {
    const silent = await ask(request, { features: { pregnancy: "yes" } });
    const spelt = await ask(request, {
      features: { pregnancy: "yes", ild: "unknown" as never },
      diagnosis: null,
      weightKg: null,
    });
    expect(spelt).toEqual(silent);
  });

  test("the same profile gets the same reply, kept by nobody", async ({ request }) => {
    const body = { features: { ild: "yes" }, diagnosis: "DM", weightKg: 62 };
    const first = await request.post(endpoint, { data: body });
    const second = await request.post(endpoint, { data: body });
    expect(await second.text()).toBe(await first.text());
    expect(first.status()).toBe(200);
    expect(first.headers()).toMatchObject({ "cache-control": "no-store", "content-type": /application\/json/ });
    expect(first.headers()).not.toHaveProperty("set-cookie");
    expect((await first.json()).profile).toEqual({
      features: { ild: "yes" },
      implied: { skinOnly: "no" },
      diagnosis: "DM",
      weightKg: 62,
      contradictions: [],
    });
  });

  test("64 kB is read", async ({ request }) => {
    const body = `{}${" ".repeat(64_000 - 2)}`;
    expect((await send(request, body)).status()).toBe(200);
  });
});

test.describe("what may not be sent", () => {
  test("an unknown key, by its path, without repeating what it held", async ({ request }) => {
    const reply = await send(request, JSON.stringify({ features: { pregnancy: "yes" }, name: "Zyxw Vuts" }));
    expect(reply.status()).toBe(400);
    expect(await reply.json()).toEqual({ errors: [{ path: "name", message: 'Unknown key "name".' }] });
    expect(await reply.text()).not.toContain("Zyxw");
    expect(reply.headers()["cache-control"]).toBe("no-store");
  });

  test("a wrong value, by its path, with the values there are", async ({ request }) => {
    const reply = await send(request, JSON.stringify({ features: { ild: "maybe-Zyxw" } }));
    expect(reply.status()).toBe(400);
    expect(await reply.json()).toEqual({
      errors: [{ path: "features.ild", message: 'Use "yes", "no" or "unknown".' }],
    });
  });

  test("several faults are all listed, and nothing of the rest is answered", async ({ request }) => {
    const reply = await send(
      request,
      JSON.stringify({
        features: { ild: true, pregnancy: "yes", hair: "yes", shoes: "no" },
        diagnosis: "flu",
        weightKg: 5000,
        ageYears: 42,
      }),
    );
    expect(reply.status()).toBe(400);
    const body: { errors: { path: string; message: string }[] } = await reply.json();
    expect(Object.keys(body)).toEqual(["errors"]);
    expect(body.errors.map(({ path }) => path).sort()).toEqual([
      "ageYears",
      "diagnosis",
      "features.hair",
      "features.ild",
      "features.shoes",
      "weightKg",
    ]);
    for (const { message } of body.errors) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  for (const [name, body] of [
    ["broken JSON", '{"features": {'],
    ["nothing at all", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["a text", '"pregnant"'],
    ["features as a list", '{"features": ["ild"]}'],
    ["a weight as text", '{"weightKg": "62"}'],
  ] as const) {
    test(`${name}: 400 with a sentence`, async ({ request }) => {
      const reply = await send(request, body);
      expect(reply.status()).toBe(400);
      const { errors } = await reply.json();
      expect(errors).toHaveLength(1);
      expect(errors[0].message).toMatch(/^[A-Z].*\.$/);
      expect(errors[0].message).not.toMatch(/invalid input/i);
    });
  }

  test("more than 64 kB, announced or not: 413", async ({ request, baseURL }) => {
    const body = JSON.stringify({ features: {}, filling: "x".repeat(65_536) });
    const announced = await send(request, body);
    expect(announced.status()).toBe(413);
    expect(await announced.json()).toEqual({ errors: [{ path: "", message: "The body is larger than 64 kB." }] });

    const unannounced = await fetch(`${baseURL}${endpoint}`, {
      method: "POST",
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(unannounced.status).toBe(413);
    expect(await unannounced.json()).toEqual({ errors: [{ path: "", message: "The body is larger than 64 kB." }] });
  });

  test("another method than POST: 405", async ({ request }) => {
    for (const method of ["GET", "PUT", "DELETE"])
      expect((await request.fetch(endpoint, { method })).status(), method).toBe(405);
  });
});

/** Sends a profile as a record system would, and fails unless it is answered. */
async function ask(request: APIRequestContext, sent: Partial<Profile>): Promise<Reply> {
  const { ageYears: _, ...profile } = sent;
  const reply = await request.post(endpoint, { data: profile });
  expect(reply.status()).toBe(200);
  return reply.json();
}

/** Sends a body as it is. */
function send(request: APIRequestContext, body: string) {
  return request.post(endpoint, { data: Buffer.from(body), headers: { "content-type": "application/json" } });
}

function idsIn({ studies }: Reply, group: string): string[] {
  return studies.flatMap((study) => (study.group === group ? [study.id] : []));
}
