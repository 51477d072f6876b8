// no window is opened here: the fixtures of ./test, which watch one, are not needed
import { type APIRequestContext, expect, test } from "@playwright/test";
import { answerCase } from "@/lib/answer/answer";
import type { EvidenceReply } from "@/lib/answer/reply";
import { writeReply } from "@/lib/answer/write-reply";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import type { Profile } from "@/lib/case/schema";
import { library } from "./library";

const endpoint = "/api/evidence";

test.describe("an answer", () => {
  test("a figure comes with its interval, its denominator and where it was read", async ({ request }) => {
    const reply = await ask(request, exampleCases.skinOnlyRefractory.profile);
    const found = reply.studies.find(({ id }) => id === "bounfour-2014");
    expect(found?.group).toBe("this-patient");
    expect(found?.relapse).toMatchObject({ events: 10, total: 19, timing: "after-stopping" });
    expect(found?.relapse?.interval.method).toBe("wilson");
    expect(found?.relapse?.interval.low).toBeCloseTo(0.3171, 4);
    expect(found?.relapse?.interval.high).toBeCloseTo(0.7267, 4);
    expect(found?.relapse?.population).toContain("19 major responders");
    expect(found?.relapse?.locator).toContain("abstract, results");
  });

  test("what was not reported is null, and never zero", async ({ request }) => {
    const untreated = await ask(request, exampleCases.untreatedAdult.profile);
    expect(untreated.studies.find(({ id }) => id === "cherin-1994")).toMatchObject({ relapse: null, survival: null });
    const lung = await ask(request, exampleCases.refractoryLungDisease.profile);
    expect(lung.studies.find(({ id }) => id === "suzuki-2009")).toMatchObject({ response: null, relapse: null });
  });
});

test("the reply is the answer of the library, for every example case", async ({ request }) => {
  for (const { name, profile } of Object.values(exampleCases)) {
    const answer = writeReply(answerCase(readCase({ ...profile, ageYears: null }), library));
    expect(await ask(request, profile), name).toEqual(JSON.parse(JSON.stringify(answer)));
  }
});

test.describe("what may be sent", () => {
  test("an empty profile gets the general evidence and the question worth asking", async ({ request }) => {
    const reply = await ask(request, {});
    const { length } = library.byKind.treatment;
    expect(reply.library).toMatchObject({ studies: length, patients: library.patients, searched: library.searched });
    expect(reply.studies).toHaveLength(length);
    expect(new Set(reply.studies.map(({ group }) => group))).toEqual(new Set(["general"]));
    expect(reply.profile).toMatchObject({ features: {}, implied: {}, diagnosis: null, weightKg: null });
    expect(reply.ask).toMatchObject({ feature: "skinOnly" });
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
      implied: { skinOnly: "no", skin: "yes" },
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
  test("an unknown key, by its path, without repeating its value", async ({ request }) => {
    const reply = await send(request, JSON.stringify({ features: { pregnancy: "yes" }, name: "Zyxw Vuts" }));
    expect(reply.status()).toBe(400);
    expect(await reply.json()).toEqual({ errors: [{ path: "name", message: 'Unknown key "name".' }] });
    expect(await reply.text()).not.toContain("Zyxw");
    expect(reply.headers()["cache-control"]).toBe("no-store");
  });

  test("several faults are all listed, and nothing of the rest is answered", async ({ request }) => {
    const reply = await send(
      request,
      JSON.stringify({
        features: { ild: true, pregnancy: "yes", hair: "yes", shoes: "no" },
        diagnosis: "flu",
        weightKg: 5000,
        ageYears: -1,
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

  test("what is no JSON: 400 with a sentence", async ({ request }) => {
    const reply = await send(request, '{"features": {');
    expect(reply.status()).toBe(400);
    const { errors } = await reply.json();
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toMatch(/^[A-Z].*\.$/);
  });

  test("more than 64 kB, announced or not: 413", async ({ request, baseURL }) => {
    const body = JSON.stringify({ features: {}, filling: "x".repeat(65_536) });
    const announced = await send(request, body);
    expect(announced.status()).toBe(413);
    expect(await announced.json()).toEqual({ errors: [{ path: "", message: "The body is larger than 64 kB." }] });

    const unannounced = await fetch(`${baseURL}${endpoint}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
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
async function ask(request: APIRequestContext, sent: Partial<Profile>): Promise<EvidenceReply> {
  const { ageYears: _, ...profile } = sent;
  const reply = await request.post(endpoint, { data: profile });
  expect(reply.status()).toBe(200);
  return reply.json();
}

/** Sends a body as it is. */
function send(request: APIRequestContext, body: string) {
  return request.post(endpoint, { data: Buffer.from(body), headers: { "content-type": "application/json" } });
}
