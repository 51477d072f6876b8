import fc from "fast-check";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import {
  anyEncodedHostileText,
  anyHostileJson,
  anyHostileText,
  createBlowUps,
} from "@/lib/format/hostile-text.arbitrary";

/** One request, and what sort it is. */
export type Sent = {
  sort: "valid" | "nearly valid" | "hostile";
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

const json = { "content-type": "application/json" };
const forAssistant = { ...json, accept: "application/json, text/event-stream" };
const post = (sort: Sent["sort"], path: string, body: string, headers: Sent["headers"] = json): Sent => ({
  sort,
  method: "POST",
  path,
  headers,
  body,
});

const evidence = "/api/evidence";
const hook = "/cds-services/myomatch-patient-view";
const endpoints = [evidence, hook, `${hook}/feedback`, "/mcp"];

const anyEvidenceBody = anyProfile.map((profile) => JSON.stringify(profile));

/** A call of a record system for a patient with dermatomyositis, whose record also holds these words. */
const createCall = (words: string) =>
  JSON.stringify({
    hook: "patient-view",
    hookInstance: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    context: { userId: "Practitioner/1", patientId: "p1" },
    prefetch: {
      patient: { resourceType: "Patient", id: "p1", birthDate: "1984-05-02" },
      conditions: {
        resourceType: "Bundle",
        entry: [{ coding: [{ system: "http://snomed.info/sct", code: "396230008" }] }, { text: words }].map(
          (code, index) => ({
            resource: { resourceType: "Condition", id: `c${index}`, code, subject: { reference: "Patient/p1" } },
          }),
        ),
      },
    },
  });

const createToolCall = (name: string, args: unknown) =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } });

const pages = ["/", "/studies", "/map", "/compare", "/about", "/summary", "/developers", "/studies/park-2003"];
const files = ["/library.json", "/studies/search.json", "/studies/park-2003/sheet.json", "/sw.js", "/api/openapi.json"];

const anyValid: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 5, arbitrary: anyEvidenceBody.map((body) => post("valid", evidence, body)) },
  { weight: 2, arbitrary: fc.constantFrom("No fever", "ILD").map((words) => post("valid", hook, createCall(words))) },
  {
    weight: 1,
    arbitrary: anyProfile.map(({ features }) =>
      post("valid", "/mcp", createToolCall("match_patient", { features }), forAssistant),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...pages, ...files)
      .map((path) => ({ sort: "valid" as const, method: "GET", path, headers: {}, body: null })),
  },
);

/** A good body that was cut short, or in which one sign is another. */
const anyNearlyValid: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.oneof(
      anyEvidenceBody.map((body) => [evidence, body] as const),
      fc.constant([hook, createCall("ILD")] as const),
    ),
    fc.nat(),
    fc.constantFrom("", "x", '"', "{", "\u0000", "9", ',"a":1,'),
    fc.boolean(),
  )
  .map(([[path, body], draw, sign, isCut]) => {
    const place = draw % body.length;
    return post("nearly valid", path, `${body.slice(0, place)}${sign}${isCut ? "" : body.slice(place + 1)}`);
  });

const blowUps = createBlowUps(60_000).map(({ text }) => text);

const anyHostile: fc.Arbitrary<Sent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...endpoints), anyHostileJson)
      .map(([path, body]) => post("hostile", path, body, path === "/mcp" ? forAssistant : json)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyHostileText, anyHostileText)
      .map(([key, value]) => post("hostile", evidence, JSON.stringify({ features: { [key]: value }, [value]: key }))),
  },
  { weight: 2, arbitrary: anyHostileText.map((words) => post("hostile", hook, createCall(words))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...blowUps).map((text) => post("hostile", hook, createCall(text))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...blowUps).map((text) => post("hostile", evidence, text)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("text/plain", "application/json; charset=utf-16", "multipart/form-data", "")
      .map((type) => post("hostile", evidence, "{}", type ? { "content-type": type } : {})),
  },
  { weight: 1, arbitrary: fc.constant(post("hostile", evidence, "[".repeat(30_000))) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom("/studies/", "/summaries/", "/cds-services/", "/", "/?", "/launch?iss="),
        anyEncodedHostileText,
      )
      .map(([folder, text]) => ({
        sort: "hostile" as const,
        method: "GET",
        path: `${folder}${text}`,
        headers: {},
        body: null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"), fc.constantFrom(...endpoints, "/"))
      .map(([method, path]) => ({ sort: "hostile" as const, method, path, headers: {}, body: null })),
  },
);

const anySent = fc.oneof(
  { weight: 4, arbitrary: anyValid },
  { weight: 3, arbitrary: anyNearlyValid },
  { weight: 5, arbitrary: anyHostile },
);

/**
 * Some requests, the same for the same seed.
 * @param count how many
 */
export function createRequests(count: number, seed: number): Sent[] {
  return fc.sample(anySent, { numRuns: count, seed });
}
