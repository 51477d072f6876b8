import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { condition, dermatomyositis, words } from "@/lib/fhir/fixtures";
import {
  anyEncodedHostileText,
  anyHostileJson,
  anyHostileText,
  createBlowUps,
} from "@/lib/format/hostile-text.arbitrary";
import { countRuns } from "@/lib/format/runs.arbitrary";
import * as serviceRoute from "./[id]/route";
import { base, call, clearSettings, hook, onlyCard, read, records, sendFeedback, view } from "./fixtures";

beforeEach(clearSettings);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("whatever is sent to a service is answered or refused, and changes no object of the program", async () => {
  const seen = { taken: 0, refused: 0 };
  const anyBody = fc.oneof(
    anyHostileJson,
    anyHostileJson.map((json) => JSON.stringify(hook(undefined)).replace(/}$/, `,"prefetch":${json}}`)),
    anyHostileJson.map((json) => JSON.stringify(hook(records())).replace(/}$/, `,"fhirAuthorization":${json}}`)),
    anyHostileText.map((text) => JSON.stringify(hook(records(condition(words(text)))))),
  );
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      for (const { status } of [await call(body), await sendFeedback(body)]) {
        expect([200, 400, 412]).toContain(status);
        seen[status === 200 ? "taken" : "refused"] += 1;
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: countRuns(400) },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(countRuns(20));
});

test("words of a record make no element, no link and no sign that cannot be seen in a card", async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileText, async (text) => {
      const ild = { ...condition(words(`Interstitial lung disease ${text}`)), id: "c2" };
      const card = onlyCard(await call(hook(records(dermatomyositis(), ild))));
      expect(`${card.summary} ${card.detail}`).not.toMatch(/<[a-z/!]|[^\\]\]\(|\p{Cf}|(?!\n)\p{Cc}|\p{Cs}/iu);
      const addresses = (card.links ?? []).map(({ url }) => url);
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) expect(address).toMatch(/^https:\/\//);
    }),
    { numRuns: countRuns(100) },
  );
});

test("words of 64 kB keep no service busy, whatever is repeated in them", async () => {
  const blowUps = createBlowUps();
  expect(blowUps.length).toBeGreaterThan(50);
  for (const { name, text } of blowUps) {
    const ild = { ...condition(words(`Interstitial lung disease ${text}`)), id: "c2" };
    expect((await call(hook(records(dermatomyositis(), ild)))).status, name).toBe(200);
  }
});

test("a token that is any text is refused, and one that no header can hold is not sent", async () => {
  vi.stubEnv("MYOMATCH_BASE_URL", base);
  vi.stubEnv("MYOMATCH_CDS_ISSUERS", JSON.stringify({ "https://ehr.example": "http://127.0.0.1:9/jwks.json" }));
  const encode = (text: string) => Buffer.from(text).toString("base64url");
  const anyToken = fc.oneof(
    anyEncodedHostileText,
    fc.tuple(anyHostileJson, anyHostileJson).map(([head, claims]) => `${encode(head)}.${encode(claims)}.AAAA`),
    fc
      .tuple(anyHostileText, anyHostileText)
      .map(([alg, iss]) => `${encode(JSON.stringify({ alg, kid: alg }))}.${encode(JSON.stringify({ iss }))}.AAAA`),
    fc.constantFrom(...createBlowUps(16_000).map(({ text }) => encode(text))),
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(anyToken, async (token) => {
      const request = new Request(`${base}/cds-services/${view}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(hook(records())),
      });
      const { status } = await read(await serviceRoute.POST(request, { params: Promise.resolve({ id: view }) }));
      expect(status).toBe(401);
      refused += 1;
    }),
    { numRuns: countRuns(300) },
  );
  expect(refused).toBe(countRuns(300));
});
