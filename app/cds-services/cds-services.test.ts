import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { MAX_WAITING } from "@/lib/api/limit-work";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { codes, systems } from "@/lib/fhir/codes";
import { bundle, code, condition, dermatomyositis, patient, pregnancyStatus, weight, words } from "@/lib/fhir/fixtures";
import { loadLibrary } from "@/lib/study/load";
import * as feedbackRoute from "./[id]/feedback/route";
import * as serviceRoute from "./[id]/route";
import {
  base,
  call,
  caseOf,
  clearSettings,
  discover,
  hook,
  onlyCard,
  order,
  orderOf,
  read,
  reasonsOf,
  records,
  sendFeedback,
  view,
} from "./fixtures";
import * as discoveryRoute from "./route";

beforeEach(clearSettings);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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
    const profile = caseOf(card.links?.[0]);
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
    const urls = card.links?.map(({ url }) => url) ?? [];
    expect(urls.every((url) => /^https:/.test(url))).toBe(true);
    expect(urls.filter((url) => url.startsWith(base))).toHaveLength(1);
  });

  test("the address of the link is a setting", async () => {
    vi.stubEnv("MYOMATCH_BASE_URL", "https://hospital.example/myomatch/");
    const { links } = onlyCard(await call(hook(records(dermatomyositis()))));
    expect(links?.[0]?.url).toMatch(/^https:\/\/hospital\.example\/myomatch\/#case=/);
  });

  test("without that setting no link leads to a place that is only this server's own, and those to the studies stay", async () => {
    vi.stubEnv("MYOMATCH_BASE_URL", "");
    const card = onlyCard(await call(hook(records(dermatomyositis()))));
    expect(JSON.stringify(card)).not.toMatch(/localhost|#case=/);
    expect(card.source).toEqual({ label: expect.stringMatching(/^Myomatch/) });
    expect(card.links?.length).toBeGreaterThan(0);
    // No empty list where there is no study either.
    expect(onlyCard(await call(hook(records(condition(words("Dermatomyositis"))))))).not.toHaveProperty("links");
    expect((await discover()).status).toBe(200);
  });

  test("the day is that of the place: a result of today is not dated after it, and the order of this evening not before", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T13:00:00Z") });
    const status = pregnancyStatus(code("77386006"), { effectiveDateTime: "2026-11-27" });
    const prefetch = { ...records(dermatomyositis()), pregnancy: bundle(status), patient: patient("2008-11-27") };
    const read = async (zone: string) => {
      vi.stubEnv("MYOMATCH_TIME_ZONE", zone);
      return caseOf(onlyCard(await call(hook(prefetch))).links?.[0]);
    };
    expect(await read("Pacific/Auckland")).toMatchObject({ features: { pregnancy: "yes" }, ageYears: 18 });
    expect(await read("America/Los_Angeles")).toMatchObject({ features: {}, ageYears: 17 });
  });

  test("what matters for safety stands first, under a heading of its own", async () => {
    const allergies = bundle({
      resourceType: "AllergyIntolerance",
      id: "a1",
      code: code("5666", systems.rxnorm),
      clinicalStatus: { coding: [{ code: "active" }] },
      patient: { reference: "Patient/p1" },
    });
    const conditions = bundle(dermatomyositis(), condition(words("Polymyositis"), { id: "c2" }));
    const { detail } = onlyCard(await call(hook({ ...records(), conditions, allergies })));
    expect(detail).toMatch(
      /^\*\*Also in the record\*\*\n\n- An allergy or intolerance to immunoglobulin is on record\./,
    );
    expect(detail.match(/allergy or intolerance/g)).toHaveLength(1);
    expect(detail).toContain("**What could not be read**\n\n- Not read, so unknown:");
  });

  test("what was seen and sets nothing is listed with the reason, and a thousand such entries make no long card", async () => {
    const pregnancy = bundle(pregnancyStatus(code("77386006"), { effectiveDateTime: "2024-01-05" }));
    const prefetch = { ...records(dermatomyositis()), pregnancy, weight: bundle(weight(62, "stone")) };
    const { detail } = onlyCard(await call(hook(prefetch)));
    const list = detail.split("\n\n").at(detail.split("\n\n").indexOf("**Seen and not counted**") + 1);
    expect(list?.split("\n")).toEqual([
      expect.stringMatching(
        /^- Pregnant: It is of 2024-01-05, and holds for 270 days\. \(Observation, .*2024-01-05\)$/,
      ),
      expect.stringMatching(
        /^- Weight: Its unit is not known here, and it is not guessed\. \(Observation, 2026-11-01\)$/,
      ),
    ]);
    const many = Array.from({ length: 1000 }, (_, index) =>
      weight(index, "stone", { effectiveDateTime: `${1000 + index}` }),
    );
    const long = onlyCard(await call(hook({ ...prefetch, weight: bundle(...many) }))).detail;
    expect(long).toContain("- 989 more.");
  });

  test("of more weights than the two that are asked for none is missing", async () => {
    const next = [{ relation: "next", url: "https://ehr.example/fhir/2" }];
    const prefetch = { ...records(dermatomyositis()), weight: { ...bundle(weight(62, "kg")), link: next } };
    expect(onlyCard(await call(hook(prefetch))).detail).not.toContain("Read in part only");
    const partly = { ...records(dermatomyositis()), allergies: { ...bundle(), link: next } };
    expect(onlyCard(await call(hook(partly))).detail).toContain("Read in part only: the allergies.");
  });

  test.each<[string, object]>([
    ["an error", { severity: "error", code: "processing" }],
    ["a refusal in a warning", { severity: "warning", code: "suppressed" }],
  ])("%s among the results means that something is missing", async (_, issue) => {
    const outcome = { resourceType: "OperationOutcome", issue: [issue] };
    const alone = await call(hook(records(outcome)));
    expect([alone.status, reasonsOf(alone)]).toEqual([412, [expect.stringMatching(/not known/)]]);
    const beside = await call(hook(records(outcome, condition(code("72892002")))));
    expect([beside.status, reasonsOf(beside)]).toEqual([412, [expect.stringMatching(/Only a part/)]]);
    const { detail } = onlyCard(
      await call(hook({ ...records(outcome, dermatomyositis()), allergies: bundle(outcome) })),
    );
    expect(detail).toContain("Read in part only: the conditions.");
    expect(detail).toMatch(/Not read, so unknown: .* the allergies/);
  });

  test("a warning that leaves nothing out is no gap", async () => {
    const outcome = { resourceType: "OperationOutcome", issue: [{ severity: "warning", code: "not-supported" }] };
    expect(await call(hook(records(outcome)))).toMatchObject({ status: 200, body: { cards: [] } });
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
    expect(Object.keys(caseOf(card.links?.[0]).features)).toEqual(expect.arrayContaining(lists));
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
    expect(caseOf(card.links?.[0]).diagnosis).toBeNull();
    expect(caseOf(card.links?.[1]).diagnosis).toBe("DM");
  });

  test("diagnoses that contradict each other are both named, and none is chosen", async () => {
    const card = onlyCard(await call(hook(records(dermatomyositis(), condition(code("31384009"), { id: "c2" })))));
    expect(card.summary).toContain("dermatomyositis and polymyositis: choose one");
    expect(caseOf(card.links?.[0]).diagnosis).toBeNull();
    expect(card.links).toHaveLength(1);
  });

  test("a record that says a thousand things makes no long card", async () => {
    const weights = Array.from({ length: 1000 }, (_, index) => weight(50 + index / 10, "kg", { id: `w${index}` }));
    const copies = Array.from({ length: 1000 }, (_, index) => dermatomyositis({ id: `c${index}` }));
    const { detail } = onlyCard(await call(hook({ ...records(...copies), weight: bundle(...weights) })));
    expect(detail).toContain("988 more.");
    expect(detail).toContain("997 more)");
    expect(detail.length).toBeLessThan(20_000);
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
    expect(caseOf(card.links?.[0])).toEqual({ ...emptyProfile, diagnosis: "DM" });
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
    expect(caseOf(card.links?.[0])).toMatchObject({ diagnosis: "DM", features: {} });
  });

  test.each<[string, object]>([
    ["another drug", code("6851", systems.rxnorm)],
    ["another immunoglobulin", words("Hepatitis B immune globulin")],
    ["nothing named", {}],
  ])("of %s gets none", async (_, drug) => {
    expect(await call(orderOf(drug), order)).toMatchObject({ status: 200, body: { cards: [] } });
  });

  test("of a measurement of immunoglobulins gets none; of an infusion as a service by its code it does", async () => {
    const orderService = (concept: object) => {
      const body = orderOf({});
      const service = { resourceType: "ServiceRequest", id: "new", status: "draft", code: concept };
      return {
        ...body,
        context: { ...body.context, selections: ["ServiceRequest/new"], draftOrders: bundle(service) },
      };
    };
    for (const name of ["Immunoglobulins IgG, IgA, IgM, serum", "Immunoglobulin G"])
      expect(await call(orderService(words(name)), order)).toMatchObject({ status: 200, body: { cards: [] } });
    onlyCard(await call(orderService(code("333710000")), order));
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
      /Only a part/,
    ],
    ["conditions that are no resources", hook({ conditions: bundle(5, {}) }), 412, /Only a part/],
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

test("while too many others are answered, a call is told to come again, as all refusals are told", async () => {
  const replies = await Promise.all(
    Array.from({ length: MAX_WAITING + 8 }, () => call(hook(records(dermatomyositis())))),
  );
  const refused = replies.filter(({ status }) => status === 503);
  expect(refused).toHaveLength(8);
  for (const reply of refused) {
    expect(reply.body).toMatchObject({ resourceType: "OperationOutcome", issue: [{ code: "throttled" }] });
    expect(reply.headers.get("retry-after")).toBe("1");
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
  }
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
