import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { codes, systems } from "@/lib/fhir/codes";
import {
  bundle,
  code,
  condition,
  dermatomyositis,
  medicationRequest,
  patient,
  patientId,
  pregnancyStatus,
  weight,
  words,
} from "@/lib/fhir/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { readCaseLink } from "@/lib/url-state/case";
import { splitFragment } from "@/lib/url-state/fragment";
import * as feedbackRoute from "./[id]/feedback/route";
import * as serviceRoute from "./[id]/route";
import * as discoveryRoute from "./route";

const base = "https://myomatch.example";
const view = "myomatch-patient-view";
const order = "myomatch-order-select";

type Json = { [key: string]: unknown };
type Card = {
  uuid: string;
  summary: string;
  detail: string;
  indicator: string;
  links: { url: string; label: string }[];
};
type Reply = { status: number; body: { cards?: Card[]; issue?: { diagnostics: string }[] } & Json; headers: Headers };

async function read(response: Response): Promise<Reply> {
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const call = async (body: unknown, id = view, headers: Record<string, string> = {}) =>
  read(await serviceRoute.POST(post(`/cds-services/${id}`, body, headers), { params: Promise.resolve({ id }) }));
const sendFeedback = async (body: unknown, id = view, headers: Record<string, string> = {}) =>
  read(
    await feedbackRoute.POST(post(`/cds-services/${id}/feedback`, body, headers), { params: Promise.resolve({ id }) }),
  );
const discover = async (headers: Record<string, string> = {}) =>
  read(await discoveryRoute.GET(new Request(`${base}/cds-services`, { headers })));

const hookInstance = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";
const hook = (prefetch: Json | undefined, more: Json = {}) => ({
  hook: "patient-view",
  hookInstance,
  context: { userId: "Practitioner/1", patientId },
  ...(prefetch && { prefetch }),
  ...more,
});
const records = (...conditions: unknown[]) => ({ patient: patient(), conditions: bundle(...conditions) });
const orderOf = (drug: object, prefetch: Json = records(dermatomyositis())) =>
  hook(prefetch, {
    hook: "order-select",
    context: {
      userId: "Practitioner/1",
      patientId,
      selections: ["MedicationRequest/new"],
      draftOrders: bundle(medicationRequest(drug, { id: "new", status: "draft" })),
    },
  });

const onlyCard = ({ status, body }: Reply): Card => {
  expect(status).toBe(200);
  expect(body.cards).toHaveLength(1);
  return body.cards?.[0] as Card;
};
const caseOf = (link: { url: string } | undefined) => {
  const url = new URL(link?.url ?? "");
  expect(url.search).toBe("");
  const found = readCaseLink(splitFragment(url.hash).case);
  if (!found.ok) throw new Error(found.message);
  return found.value;
};
const reasonsOf = ({ body }: Reply) => body.issue?.map(({ diagnostics }) => diagnostics) ?? [];

const settings = ["MYOMATCH_BASE_URL", "MYOMATCH_CDS_ISSUERS", "MYOMATCH_FHIR_SERVERS", "MYOMATCH_PRIVATE_HOSTS"];
beforeEach(() => {
  for (const name of settings) vi.stubEnv(name, "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A server on this machine, and what was asked of it. */
async function serve(
  listener: RequestListener,
): Promise<{ server: Server; port: number; seen: IncomingMessage[]; connections: () => number }> {
  const seen: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push(request);
    listener(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port, seen, connections: () => connections };
}

describe("discovery", () => {
  test("two services, with prefetch that names only verified codes", async () => {
    const { status, body, headers } = await discover();
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    const services = body.services as {
      id: string;
      hook: string;
      description: string;
      prefetch: Record<string, string>;
    }[];
    expect(services.map(({ id, hook }) => [id, hook])).toEqual([
      [view, "patient-view"],
      [order, "order-select"],
    ]);
    const text = JSON.stringify(services);
    for (const { prefetch } of services) {
      expect(prefetch.conditions).toBe("Condition?patient={{context.patientId}}");
      expect(Object.values(prefetch).every((template) => template.includes("{{context.patientId}}"))).toBe(true);
    }
    const unverified = codes.filter(({ isVerified, code }) => !isVerified && code.length > 3);
    expect(unverified.length).toBeGreaterThan(20);
    expect(unverified.filter((row) => text.includes(row.code))).toEqual([]);
    expect(text).toContain(`${systems.loinc}|82810-3`);
  });

  test("a browser may ask and call from anywhere", () => {
    for (const { OPTIONS } of [discoveryRoute, serviceRoute, feedbackRoute]) {
      const { status, headers } = OPTIONS();
      expect(status).toBe(204);
      expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
      expect(headers.get("access-control-allow-headers")).toBe("Authorization, Content-Type");
    }
  });
});

describe("the card", () => {
  test("a patient with myositis gets the verdict, the figures with their sources, and a link that opens the case", async () => {
    const library = prepareLibrary(loadLibrary());
    const prefetch = {
      ...records(dermatomyositis()),
      pregnancy: bundle(pregnancyStatus(code("77386006"), { effectiveDateTime: new Date().toISOString() })),
      weight: bundle(weight(62, "kg", { effectiveDateTime: new Date().toISOString() })),
    };
    const card = onlyCard(await call(hook(prefetch)));
    const profile = caseOf(card.links[0]);
    expect(profile).toMatchObject({ features: { pregnancy: "yes" }, diagnosis: "DM", weightKg: 62 });
    const answer = answerCase(readCase(profile), library);
    expect(card.summary).toBe(answer.sentences.lead);
    const counts = answer.cells.flatMap(({ lead }) => lead?.cases ?? []);
    expect(counts.length).toBeGreaterThan(0);
    for (const { figure, found } of counts) {
      expect(card.detail).toContain(`${figure.events} of ${figure.total}`);
      const { pmid, title } = found.study.citation;
      expect(card.detail).toContain(pmid ? `PMID ${pmid}` : title.slice(0, 20));
    }
    expect(card.detail).toContain("95% interval");
    expect(card.links.every(({ url }) => /^https:/.test(url))).toBe(true);
    expect(card.links.filter(({ url }) => url.startsWith(base))).toHaveLength(1);
  });

  test("the address of the link is a setting", async () => {
    vi.stubEnv("MYOMATCH_BASE_URL", "https://hospital.example/myomatch/");
    const { links } = onlyCard(await call(hook(records(dermatomyositis()))));
    expect(links[0]?.url).toMatch(/^https:\/\/hospital\.example\/myomatch\/#case=/);
  });

  test("a myositis patient whom nobody describes gets a card that says so", async () => {
    const lists = ["antiMi2", "antiMda5"];
    const antibodies = bundle(
      ...["18485-3", "82424-3"].map((test) => ({
        ...weight(1, "kg"),
        id: test,
        code: code(test, systems.loinc),
        valueString: "positive",
        effectiveDateTime: "2026-01-01",
      })),
    );
    const prefetch = {
      ...records(
        dermatomyositis(),
        condition(code("237881004"), { id: "c2" }),
        condition(code("40739000"), { id: "c3" }),
      ),
      antibodies,
    };
    const card = onlyCard(await call(hook(prefetch)));
    expect(Object.keys(caseOf(card.links[0]).features)).toEqual(expect.arrayContaining(lists));
    expect(card.summary).toMatch(/^No published study/);
    expect(card.detail).toContain("Nearest");
  });

  test("no myositis, no card; inclusion body myositis, a card that says it is not covered and has no figure", async () => {
    for (const conditions of [[], [condition(code("72892002"))], [condition(code("26889001"))]]) {
      expect(await call(hook(records(...conditions)))).toMatchObject({ status: 200, body: { cards: [] } });
    }
    const card = onlyCard(await call(hook(records(condition(code("72315009"))))));
    expect(card.summary).toContain("does not cover inclusion body myositis");
    expect(card.detail).not.toMatch(/\d+ of \d+/);
  });

  test("what is only mentioned is named, not counted, and offered in a link of its own", async () => {
    const card = onlyCard(await call(hook(records(condition(words("Dermatomyositis"))))));
    expect(card.summary).toBe(
      "The record mentions dermatomyositis: confirm it in Myomatch to see the published evidence.",
    );
    expect(card.detail).not.toMatch(/\d+ of \d+/);
    expect(caseOf(card.links[0]).diagnosis).toBeNull();
    expect(caseOf(card.links[1]).diagnosis).toBe("DM");
  });

  test("diagnoses that contradict each other are both named, and none is chosen", async () => {
    const card = onlyCard(await call(hook(records(dermatomyositis(), condition(code("31384009"), { id: "c2" })))));
    expect(card.summary).toContain("dermatomyositis and polymyositis: choose one");
    expect(caseOf(card.links[0]).diagnosis).toBeNull();
    expect(card.links).toHaveLength(1);
  });

  test("words of the record cannot become markup, HTML or a link", async () => {
    const text = "Dermatomyositis <img src=x> [a](https://evil.example) ![b](//c) **d** www.evil.example\n# e\n| f |";
    const { detail } = onlyCard(await call(hook(records(condition(words(text))))));
    expect(detail).toContain("Dermatomyositis");
    const fromRecord = detail.split("\n").filter((line) => line.includes("evil"));
    expect(fromRecord).toHaveLength(1);
    expect(fromRecord[0]).not.toMatch(/<|(?<!\\)[[\]*|]|:\/\/|www\.e/);
  });

  test("parts that are null or failed are unknown, and are named", async () => {
    const failed = { resourceType: "OperationOutcome", issue: [] };
    const prefetch = { ...records(dermatomyositis()), patient: null, pregnancy: failed, allergies: bundle() };
    const card = onlyCard(await call(hook(prefetch)));
    expect(caseOf(card.links[0])).toEqual({ ...emptyProfile, diagnosis: "DM" });
    expect(card.detail).toMatch(/Not read, so unknown: the patient, the results on pregnancy,/);
    expect(card.detail).not.toContain("allergies");
  });
});

describe("an order", () => {
  test.each<[string, object]>([
    ["RxNorm", code("5666", systems.rxnorm)],
    ["ATC", code("J06BA02", systems.atc)],
    ["SNOMED CT", code("333710000")],
    ["words", words("Privigen 10 % infusion")],
  ])("of immunoglobulin by %s gets the card, and is no earlier treatment", async (_, drug) => {
    const card = onlyCard(await call(orderOf(drug), order));
    expect(caseOf(card.links[0])).toMatchObject({ diagnosis: "DM", features: {} });
  });

  test.each<[string, object]>([
    ["another drug", code("6851", systems.rxnorm)],
    ["another immunoglobulin", words("Hepatitis B immune globulin")],
    ["nothing named", {}],
  ])("of %s gets none", async (_, drug) => {
    expect(await call(orderOf(drug), order)).toMatchObject({ status: 200, body: { cards: [] } });
  });

  test("that was not selected, or of a patient without myositis, gets none", async () => {
    const drug = code("5666", systems.rxnorm);
    const body = orderOf(drug);
    const other = { ...body, context: { ...body.context, selections: ["MedicationRequest/other"] } };
    expect((await call(other, order)).body.cards).toEqual([]);
    expect((await call(orderOf(drug, records()), order)).body.cards).toEqual([]);
  });
});

describe("a bad call", () => {
  const good = hook(records(dermatomyositis()));
  test.each<[string, unknown, number, RegExp]>([
    ["no JSON", '{"hook":', 400, /not JSON/],
    ["nothing", "", 400, /not JSON/],
    ["nested without end", "[".repeat(100_000), 400, /not JSON/],
    ["nested and closed", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400, /JSON/],
    ["a list", [], 400, /JSON object/],
    ["another hook", { ...good, hook: "order-sign" }, 400, /answers patient-view/],
    ["no hook", { ...good, hook: undefined }, 400, /^hook: /],
    ["no instance", { ...good, hookInstance: undefined }, 400, /^hookInstance: Use a UUID/],
    ["an instance that is no UUID", { ...good, hookInstance: "1" }, 400, /UUID/],
    ["no context", { ...good, context: undefined }, 400, /^context: /],
    ["no patient", { ...good, context: {} }, 400, /^context\.patientId/],
    ["a patient id that is a path", { ...good, context: { patientId: "1/../2" } }, 400, /id of FHIR/],
    [
      "a token without a server",
      { ...good, fhirAuthorization: { access_token: "x", token_type: "Bearer" } },
      400,
      /^fhirServer/,
    ],
    [
      "a token of another patient",
      {
        ...good,
        fhirServer: "https://e.example",
        fhirAuthorization: { access_token: "x", token_type: "Bearer", patient: "p2" },
      },
      400,
      /another patient/,
    ],
    ["a server that is no address", { ...good, fhirServer: "ehr" }, 400, /^fhirServer/],
    ["a server that is a file", { ...good, fhirServer: "file:///etc/passwd" }, 400, /^fhirServer/],
    ["prefetch that is a list", { ...good, prefetch: [] }, 400, /^prefetch/],
    ["neither prefetch nor a server", hook(undefined), 412, /conditions of the patient are not known/],
    ["empty prefetch", hook({}), 412, /not known/],
    ["conditions that are null", hook({ conditions: null }), 412, /not known/],
    ["conditions that failed", hook({ conditions: { resourceType: "OperationOutcome" } }), 412, /not known/],
    ["conditions of another type", hook({ conditions: patient() }), 412, /not known/],
    [
      "a first page without myositis",
      hook({ conditions: { ...bundle(), link: [{ relation: "next", url: "https://e.example/2" }] } }),
      412,
      /first page/,
    ],
    ["too large", `{"hook":"${"x".repeat(10_000_000)}"}`, 413, /larger than 4000 kB/],
  ])("%s", async (_, body, status, message) => {
    const reply = await call(body);
    expect(reply.status).toBe(status);
    expect(reply.body.resourceType).toBe("OperationOutcome");
    expect(reasonsOf(reply).join(" ")).toMatch(message);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("an order without draft orders, a service that is none, and headers that are no JSON", async () => {
    expect(await call(hook(records(), { hook: "order-select" }), order)).toMatchObject({ status: 400 });
    expect(await call(good, "constructor")).toMatchObject({ status: 404 });
    expect(await call(good, view, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
  });
});

describe("feedback", () => {
  const item = { card: "c", outcome: "overridden", outcomeTimestamp: "2026-11-26T05:00:00Z" };
  const countOf = async () =>
    (
      await read(
        await feedbackRoute.GET(new Request(`${base}/cds-services/${order}/feedback`), {
          params: Promise.resolve({ id: order }),
        }),
      )
    ).body;

  test("is counted, and nothing else is kept of it", async () => {
    const before = await countOf();
    const accepted = { ...item, outcome: "accepted", acceptedSuggestions: [{ id: "s" }] };
    const sent = { feedback: [item, accepted, { ...item, overrideReason: { userComment: "Not now, Jane Roe" } }] };
    expect(await sendFeedback(sent, order)).toMatchObject({ status: 200 });
    const after = await countOf();
    expect(after).toEqual({ accepted: Number(before.accepted) + 1, overridden: Number(before.overridden) + 2 });
  });

  test.each<[string, unknown]>([
    ["no JSON", "{"],
    ["an empty list", { feedback: [] }],
    ["another outcome", { feedback: [{ ...item, outcome: "ignored" }] }],
    ["accepted without suggestions", { feedback: [{ ...item, outcome: "accepted" }] }],
    ["a reason without words", { feedback: [{ ...item, overrideReason: {} }] }],
    ["no card", { feedback: [{ ...item, card: undefined }] }],
  ])("%s is refused", async (_, body) => {
    expect(await sendFeedback(body)).toMatchObject({ status: 400, body: { resourceType: "OperationOutcome" } });
  });
});

/** The invariants of CDS Hooks for a response, by their ids; the words are those of the standard. */
function checkResponse(body: Json): void {
  const cards = (body.cards ?? []) as (Card & {
    suggestions?: { isRecommended?: boolean; actions?: Json[]; actionSelectionBehavior?: string }[];
    selectionBehavior?: string;
    overrideReasons?: Json[];
    links: { type: string; appContext?: string }[];
    source: Json;
  })[];
  const systemActions = (body.systemActions ?? []) as Json[];
  for (const card of cards) {
    const suggestions = card.suggestions ?? [];
    const actions = [...suggestions.flatMap((suggestion) => suggestion.actions ?? []), ...systemActions];
    if (card.selectionBehavior === "at-most-one")
      expect(suggestions.filter(({ isRecommended }) => isRecommended).length, "cds-resp-1").toBeLessThanOrEqual(1);
    for (const action of actions) {
      if (action.type === "delete")
        expect(action.resourceId !== undefined && action.resource === undefined, "cds-resp-2").toBe(true);
      expect(action.description, "cds-resp-5").toBeDefined();
    }
    for (const link of card.links) {
      if (link.type !== "smart") expect(link.appContext, "cds-resp-3").toBeUndefined();
      expect(["absolute", "smart"]).toContain(link.type);
    }
    for (const reason of card.overrideReasons ?? []) expect(reason.display, "cds-resp-4").toBeDefined();
    if (suggestions.length > 0) expect(card.selectionBehavior, "cds-resp-6").toBeDefined();
    for (const { actionSelectionBehavior } of suggestions)
      expect([undefined, "all", "any", "at-most-one"], "cds-resp-7").toContain(actionSelectionBehavior);
    expect(card.summary.length).toBeLessThan(140);
    expect(card.indicator).toBe("info");
    expect(card.source.label).toMatch(/\S/);
    expect(card.uuid).toMatch(/^[0-9a-f-]{36}$/);
  }
  expectNothingEmpty(body);
}

/** JSON of CDS Hooks holds no null and nothing empty, but for an empty list of cards. */
function expectNothingEmpty(value: unknown, key = ""): void {
  expect(value).not.toBeNull();
  expect(value).not.toBe("");
  if (typeof value !== "object") return;
  const members = Object.entries(value as Json);
  if (key !== "cards") expect(members).not.toHaveLength(0);
  for (const [name, member] of members) expectNothingEmpty(member, name);
}

const conditionCodes = codes.filter(({ system }) => system === systems.snomed || system === systems.icd10cm);
const myositisCodes = conditionCodes.filter(({ concept }) => concept.includes("myositis"));
const anyCondition = fc
  .record({
    row: fc.oneof(fc.constantFrom(...conditionCodes), fc.constantFrom(...myositisCodes)),
    status: fc.constantFrom("active", "active", "active", "resolved", "remission", "recurrence", "odd"),
    onsetDateTime: fc.constantFrom("2026-10-01", "2019", "2099-01-01", undefined),
    subject: fc.constantFrom(
      { reference: `Patient/${patientId}` },
      { reference: `https://ehr.example/Patient/${patientId}` },
      { reference: "Patient/other" },
      undefined,
    ),
    text: fc.option(fc.constantFrom("Polymyositis", "No dermatomyositis", "Antisynthetase syndrome", "?"), {
      nil: undefined,
    }),
  })
  .map(({ row, status, text, ...more }) =>
    condition({ ...code(row.code, row.system, row.display), ...(text !== undefined && { text }) }, more, status),
  );
const anyPart = fc.oneof(
  { weight: 5, arbitrary: fc.array(anyCondition, { maxLength: 5 }).map((conditions) => bundle(...conditions)) },
  { weight: 1, arbitrary: fc.constantFrom(null, { resourceType: "OperationOutcome" }, undefined) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const anyCall = fc.record(
  {
    hook: fc.constantFrom("patient-view", "patient-view", "patient-view", "order-select"),
    hookInstance: fc.uuid(),
    fhirServer: fc.constantFrom("https://ehr.example/fhir", "nowhere"),
    fhirAuthorization: fc.record(
      {
        access_token: fc.constant("token"),
        token_type: fc.constant("Bearer"),
        expires_in: fc.constant(300),
        scope: fc.constantFrom("patient/Condition.rs", "user/*.rs"),
        subject: fc.constant("client"),
        patient: fc.constantFrom(patientId, "other"),
      },
      { requiredKeys: ["access_token", "token_type"] },
    ),
    context: fc.constantFrom({ patientId, userId: "Practitioner/1" }, { userId: "Practitioner/1" }),
    prefetch: fc.record(
      { patient: fc.constantFrom(patient(), null, patient("2015")), conditions: anyPart },
      { requiredKeys: ["conditions"] },
    ),
  },
  { requiredKeys: ["hook", "hookInstance", "context"] },
);

describe("whatever is called", () => {
  test("the invariants of the standard hold for every reply to 1,000 calls", async () => {
    const seen = { cards: 0, empty: 0, refused: 0, withoutServer: 0, withoutPatient: 0 };
    await fc.assert(
      fc.asyncProperty(anyCall, async (body) => {
        const reply = await call(body);
        expect([200, 400, 412]).toContain(reply.status);
        if (reply.status !== 200) {
          seen.refused += 1;
          expect(reasonsOf(reply).length).toBeGreaterThan(0);
          expectNothingEmpty(reply.body);
        } else {
          checkResponse(reply.body);
          expect(reply.body.cards?.length).toBeLessThanOrEqual(1);
          seen[reply.body.cards?.length === 1 ? "cards" : "empty"] += 1;
        }
        if (body.fhirAuthorization && body.fhirServer === undefined) {
          seen.withoutServer += 1;
          expect(reply.status, "cds-r-1").toBe(400);
        }
        // The scopes of version 1 and 2 begin with a small letter, so the standard's expression asks nothing of them.
        if (body.fhirAuthorization?.scope?.startsWith("patient/") && !body.fhirAuthorization.patient)
          seen.withoutPatient += 1;
        if (body.fhirAuthorization?.patient === "other") expect(reply.status, "cds-r-2").toBe(400);
      }),
      { numRuns: 1000 },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(20);
    // A thousand answers take long on a busy machine.
  }, 180_000);

  test("feedback that breaks a rule of the standard is refused, and no other", async () => {
    const anyItem = fc.record(
      {
        card: fc.uuid(),
        outcome: fc.constantFrom("accepted", "overridden", "ignored"),
        outcomeTimestamp: fc.constant("2026-11-26T05:00:00Z"),
        acceptedSuggestions: fc.constant([{ id: "s" }]),
        overrideReason: fc.record(
          { reason: fc.constant({ code: "r" }), userComment: fc.constant("c") },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ["card", "outcome", "outcomeTimestamp"] },
    );
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 2 }), async (feedback) => {
        const isGood = feedback.every(
          ({ outcome, acceptedSuggestions, overrideReason }) =>
            outcome !== "ignored" && // cds-fb-1
            (outcome !== "accepted" || acceptedSuggestions !== undefined) && // cds-fb-2
            (overrideReason === undefined || Object.keys(overrideReason).length > 0), // cds-fb-3
        );
        seen[isGood ? "taken" : "refused"] += 1;
        expect((await sendFeedback({ feedback })).status).toBe(isGood ? 200 : 400);
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});

describe("reading from a FHIR server", () => {
  const withServer = (fhirServer: string, more: Json = {}) =>
    hook(undefined, { fhirServer, fhirAuthorization: { access_token: "secret-token", token_type: "Bearer" }, ...more });
  const allow = (fhirServer: string, privateHosts = "localhost") => {
    vi.stubEnv("MYOMATCH_FHIR_SERVERS", `https://other.example/fhir ${fhirServer}`);
    vi.stubEnv("MYOMATCH_PRIVATE_HOSTS", privateHosts);
  };
  const servers: Server[] = [];
  const start = async (listener: RequestListener) => {
    const started = await serve(listener);
    servers.push(started.server);
    return { ...started, fhir: `http://localhost:${started.port}/fhir` };
  };
  const send =
    (body: unknown): RequestListener =>
    (_, response) =>
      response.end(JSON.stringify(body));
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  test("only what is missing is read, with the token, page by page", async () => {
    const { fhir, seen } = await start((request, response) => {
      const isFirst = request.url?.startsWith("/fhir/Condition?patient=");
      const page = { ...bundle(), link: [{ relation: "next", url: `${fhir}/page2` }] };
      response.end(
        JSON.stringify(isFirst ? page : bundle(request.url === "/fhir/page2" ? dermatomyositis() : undefined)),
      );
    });
    allow(fhir);
    const card = onlyCard(await call(withServer(fhir, { prefetch: { patient: patient() } })));
    expect(caseOf(card.links[0]).diagnosis).toBe("DM");
    expect(seen.map(({ url }) => url)).toContain(`/fhir/Condition?patient=${patientId}`);
    expect(seen.some(({ url }) => url?.includes("/Patient/"))).toBe(false);
    expect(seen.every(({ headers }) => headers.authorization === "Bearer secret-token")).toBe(true);
  });

  test.each<[string, RequestListener]>([
    ["fails", (_, response) => response.writeHead(500).end("{}")],
    ["sends no JSON", (_, response) => response.end("<html>")],
    ["sends what is no record", send({ resourceType: "Patient", id: patientId })],
    ["sends too much", (_, response) => response.end(JSON.stringify({ ...bundle(), more: "x".repeat(5_000_000) }))],
    [
      "breaks off",
      (_, response) => response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy()),
    ],
  ])("from one that %s the conditions stay unknown", async (_, listener) => {
    const { fhir, seen } = await start(listener);
    allow(fhir);
    expect(await call(withServer(fhir))).toMatchObject({ status: 412 });
    expect(seen.length).toBeGreaterThan(0);
  });

  test("one that does not answer is left", async () => {
    const { fhir, seen } = await start(() => undefined);
    allow(fhir);
    const { timeout } = AbortSignal;
    const limits: number[] = [];
    vi.spyOn(AbortSignal, "timeout").mockImplementation((limit) => {
      limits.push(limit);
      return timeout.call(AbortSignal, 50);
    });
    expect(await call(withServer(fhir))).toMatchObject({ status: 412 });
    expect(limits).toEqual([4000]);
    expect(seen.length).toBeGreaterThan(0);
  });

  test("one that sends another patient's record sets nothing", async () => {
    const { fhir } = await start(send(bundle(dermatomyositis({ subject: { reference: "Patient/other" } }))));
    allow(fhir);
    expect(await call(withServer(fhir))).toMatchObject({ status: 200, body: { cards: [] } });
  });

  test("a redirect is not followed, nor a next page elsewhere", async () => {
    const target = await start(send(bundle(dermatomyositis())));
    const redirect = await start((_, response) =>
      response.writeHead(302, { location: `${target.fhir}/Condition` }).end(),
    );
    allow(redirect.fhir);
    expect(await call(withServer(redirect.fhir))).toMatchObject({ status: 412 });
    const elsewhere = await start(send({ ...bundle(), link: [{ relation: "next", url: `${target.fhir}/page2` }] }));
    allow(elsewhere.fhir);
    expect(await call(withServer(elsewhere.fhir))).toMatchObject({ status: 412 });
    expect(target.seen).toEqual([]);
  });

  test("only servers of the settings are asked", async () => {
    const { fhir, connections } = await start(send(bundle(dermatomyositis())));
    for (const allowed of [
      "",
      `${fhir}/more`,
      fhir.replace("/fhir", ""),
      fhir.replace("localhost", "localhost.example"),
    ]) {
      allow(allowed);
      expect(await call(withServer(fhir))).toMatchObject({ status: 412 });
    }
    expect(connections()).toBe(0);
    // The same with a slash at its end is the same server.
    allow(`${fhir}/`);
    expect(await call(withServer(fhir))).toMatchObject({ status: 200 });
  });

  test.each([
    ["a name", "localhost"],
    ["an address", "127.0.0.1"],
    ["IPv6", "[::1]"],
    ["IPv4 within IPv6", "[::ffff:127.0.0.1]"],
    ["a decimal number", "2130706433"],
    ["an octal number", "0177.0.0.1"],
    ["a short form", "127.1"],
    ["no address", "0.0.0.0"],
  ])("this machine, by %s, is not asked although it is in the list of servers", async (_, host) => {
    const { port, connections } = await start(send(bundle(dermatomyositis())));
    for (const protocol of ["https", "http"]) {
      const fhir = `${protocol}://${host}:${port}/fhir`;
      allow(fhir, "other.example");
      expect(await call(withServer(fhir))).toMatchObject({ status: 412 });
    }
    expect(connections()).toBe(0);
  });

  test("with all of the record as prefetch no server is asked", async () => {
    const { fhir, connections } = await start(send(bundle()));
    allow(fhir);
    const none = bundle();
    const prefetch = {
      ...records(dermatomyositis()),
      pregnancy: none,
      antibodies: none,
      weight: none,
      medicationRequests: none,
      medicationStatements: none,
      allergies: none,
    };
    onlyCard(await call(withServer(fhir, { prefetch })));
    expect(connections()).toBe(0);
  });
});

describe("the token of a client", () => {
  const issuer = "https://ehr.example";
  const urls = {
    discovery: `${base}/cds-services`,
    view: `${base}/cds-services/${view}`,
    feedback: `${base}/cds-services/${view}/feedback`,
  };
  const good = hook(records());
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let rsa: typeof keys;
  let forger: typeof keys;
  let server: Server;
  let secret: Uint8Array;
  let fetched = 0;
  let port = 0;
  let numbered = 0;

  beforeAll(async () => {
    [keys, forger, rsa] = await Promise.all([
      generateKeyPair("ES384", { extractable: true }),
      generateKeyPair("ES384"),
      generateKeyPair("RS384", { extractable: true }),
    ]);
    const publicKeys = await Promise.all(
      Object.entries({ ec: keys, rsa }).map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid })),
    );
    secret = new TextEncoder().encode(JSON.stringify(publicKeys[0]));
    const started = await serve((_, response) => {
      fetched += 1;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ keys: publicKeys }));
    });
    server = started.server;
    port = started.port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    vi.stubEnv("MYOMATCH_BASE_URL", base);
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", JSON.stringify({ [issuer]: `http://127.0.0.1:${port}/jwks.json` }));
  });

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (more: JWTPayload = {}): JWTPayload => {
    numbered += 1;
    return { iss: issuer, aud: urls.view, iat: now(), exp: now() + 300, jti: `token-${numbered}`, ...more };
  };
  const sign = (payload: JWTPayload, key: CryptoKey | Uint8Array = keys.privateKey, alg = "ES384", kid = "ec") =>
    new SignJWT(payload).setProtectedHeader({ alg, kid, typ: "JWT" }).sign(key);
  const withToken = (token: string) => ({ authorization: `Bearer ${token}` });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test("one for this address is taken, by either kind of signature, and keys are fetched once", async () => {
    expect((await call(good, view, withToken(await sign(claims())))).status).toBe(200);
    expect((await call(good, view, withToken(await sign(claims(), rsa.privateKey, "RS384", "rsa")))).status).toBe(200);
    expect((await discover(withToken(await sign(claims({ aud: urls.discovery }))))).status).toBe(200);
    const item = { card: "c", outcome: "overridden", outcomeTimestamp: "2026-11-26T05:00:00Z" };
    const feedback = await sendFeedback(
      { feedback: [item] },
      view,
      withToken(await sign(claims({ aud: urls.feedback }))),
    );
    expect(feedback.status).toBe(200);
    expect(fetched).toBe(1);
  });

  test("one is taken once", async () => {
    const token = withToken(await sign(claims()));
    expect((await call(good, view, token)).status).toBe(200);
    expect((await call(good, view, token)).status).toBe(401);
  });

  test.each<[string, () => string | Promise<string>]>([
    ["forged", () => sign(claims(), forger.privateKey)],
    ["of an unknown key", () => sign(claims(), keys.privateKey, "ES384", "other")],
    ["expired", () => sign(claims({ iat: now() - 400, exp: now() - 100 }))],
    ["made long ago", () => sign(claims({ iat: now() - 3600, exp: now() + 300 }))],
    ["from the future", () => sign(claims({ iat: now() + 600, exp: now() + 900 }))],
    ["of another issuer", () => sign(claims({ iss: "https://evil.example" }))],
    ["of an issuer that is a member of every object", () => sign(claims({ iss: "constructor" }))],
    ["for another address", () => sign(claims({ aud: urls.discovery }))],
    ["for the address with a slash", () => sign(claims({ aud: `${urls.view}/` }))],
    ["without an address", () => sign(claims({ aud: undefined }))],
    ["without an end", () => sign(claims({ exp: undefined }))],
    ["without a beginning", () => sign(claims({ iat: undefined }))],
    ["without a number", () => sign(claims({ jti: undefined }))],
    ["signed with a shared secret", () => sign(claims(), secret, "HS384")],
    ["not signed", () => `${encode({ alg: "none" })}.${encode(claims())}.`],
    ["not signed, with a signature", () => `${encode({ alg: "none", kid: "ec" })}.${encode(claims())}.AAAA`],
    ["changed", async () => (await sign(claims())).replace(/\.[^.]+\./, `.${encode(claims({ sub: "root" }))}.`)],
    ["no token", () => "abc"],
    ["nothing", () => ""],
  ])("one that is %s is refused, and nothing is said about why", async (_, make) => {
    const reply = await call(good, view, withToken(await make()));
    expect(reply.status).toBe(401);
    expect(reasonsOf(reply)).toEqual(["The call was not accepted."]);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("without one nothing is answered; without trusted issuers none is asked for", async () => {
    expect((await call(good)).status).toBe(401);
    expect((await discover()).status).toBe(401);
    expect((await sendFeedback({ feedback: [] })).status).toBe(401);
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "");
    expect((await call(good)).status).toBe(200);
  });

  test("settings that cannot be read answer nothing", async () => {
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "https://ehr.example");
    await expect(call(good)).rejects.toThrow("MYOMATCH_CDS_ISSUERS");
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "");
    vi.stubEnv("MYOMATCH_FHIR_SERVERS", "ehr.example");
    await expect(call(good)).rejects.toThrow("MYOMATCH_FHIR_SERVERS");
  });
});

test("nothing is logged, whatever is called", async () => {
  const logs = (["log", "info", "warn", "error", "debug", "trace"] as const).map((name) => vi.spyOn(console, name));
  const streams = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  const bodies = [
    hook(records(dermatomyositis())),
    hook(records(condition(words("Dermatomyositis Jane-Roe")))),
    hook(undefined, { fhirServer: "https://jane-roe.example/fhir" }),
    hook(undefined, { fhirServer: "jane-roe" }),
    "{ jane-roe",
    `{"a":"${"jane-roe".repeat(600_000)}"}`,
  ];
  const statuses: number[] = [];
  for (const body of bodies) {
    const reply = await call(body, view, { authorization: "Bearer jane-roe" });
    statuses.push(reply.status);
    // Nor is what was sent repeated in a refusal.
    if (reply.status !== 200) expect(JSON.stringify(reply.body)).not.toContain("jane-roe");
  }
  await sendFeedback({ feedback: [{ card: "jane-roe", outcome: "overridden", outcomeTimestamp: "now" }] });
  const written = [...logs, ...streams].flatMap(({ mock }) => mock.calls);
  expect(statuses).toEqual([200, 200, 412, 400, 400, 413]);
  expect(written).toEqual([]);
});
