import type { Server } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  base,
  call,
  clearSettings,
  discover,
  hook,
  ownAddress,
  reasonsOf,
  records,
  sendFeedback,
  serve,
  view,
} from "./fixtures";

beforeEach(clearSettings);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
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
  const claims = (more: { [claim: string]: unknown } = {}): JWTPayload => {
    numbered += 1;
    const own: JWTPayload = { iss: issuer, aud: urls.view, iat: now(), exp: now() + 300, jti: `token-${numbered}` };
    return Object.assign(own, more);
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

  test.each([
    ["that ended 9 s ago", { exp: -9 }, 200],
    ["that ended 10 s ago", { exp: -10 }, 401],
    ["made 10 s from now", { iat: 10 }, 200],
    ["made 11 s from now", { iat: 11 }, 401],
    ["made 10 minutes and 10 s ago", { iat: -610 }, 200],
    ["made 10 minutes and 11 s ago", { iat: -611 }, 401],
    ["not valid for 10 s", { nbf: 10 }, 200],
    ["not valid for 11 s", { nbf: 11 }, 401],
    ["of a clock that is 2 minutes fast", { iat: 120, exp: 420 }, 401],
    ["of a clock that is 4 minutes slow", { iat: -240, exp: 60 }, 200],
    ["of a clock that is 6 minutes slow", { iat: -360, exp: -60 }, 401],
  ])("clocks may differ by ten seconds: one %s", async (_, times, status) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 8), toFake: ["Date"] });
    try {
      const moved = Object.fromEntries(Object.entries(times).map(([name, seconds]) => [name, now() + seconds]));
      expect((await call(good, view, withToken(await sign(claims(moved))))).status).toBe(status);
    } finally {
      vi.useRealTimers();
    }
  });

  test("one is taken once as long as a slow clock would take it", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 9), toFake: ["Date"] });
    try {
      const token = withToken(await sign(claims()));
      expect((await call(good, view, token)).status).toBe(200);
      vi.setSystemTime(Date.now() + 309_000);
      expect((await call(good, view, token)).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  test("without one nothing is answered; without trusted issuers none is asked for", async () => {
    expect((await call(good)).status).toBe(401);
    expect((await discover()).status).toBe(401);
    expect((await sendFeedback({ feedback: [] })).status).toBe(401);
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "");
    expect((await call(good)).status).toBe(200);
  });

  test("without the public address no token can be checked: all are refused, and the operator is told once", async () => {
    vi.stubEnv("MYOMATCH_BASE_URL", "");
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    for (const aud of [urls.view, `${ownAddress}/cds-services/${view}`])
      expect((await call(good, view, withToken(await sign(claims({ aud }))))).status).toBe(401);
    expect((await discover()).status).toBe(401);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/refused: MYOMATCH_CDS_ISSUERS is set.*MYOMATCH_BASE_URL/), "MyomatchSettings"],
    ]);
  });

  test("keys come by https, or from this machine or a private host", async () => {
    const setKeys = (address: string) => vi.stubEnv("MYOMATCH_CDS_ISSUERS", JSON.stringify({ [issuer]: address }));
    vi.stubEnv("MYOMATCH_PRIVATE_HOSTS", "ehr.internal fd00::1");
    for (const address of ["http://ehr.example/jwks.json", "ftp://ehr.internal/jwks.json", "file:///etc/passwd"]) {
      setKeys(address);
      await expect(call(good), address).rejects.toThrow(/the keys of https:\/\/ehr\.example need .* https/);
    }
    const taken = [
      "https://ehr.example/jwks.json",
      "http://EHR.internal/jwks",
      "http://[fd00::1]/jwks",
      "http://[::1]/jwks",
    ];
    for (const address of [...taken, "http://localhost:1/jwks"]) {
      setKeys(address);
      expect((await call(good)).status, address).toBe(401);
    }
  });

  test("settings that cannot be read answer nothing", async () => {
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "https://ehr.example");
    await expect(call(good)).rejects.toThrow("MYOMATCH_CDS_ISSUERS");
    vi.stubEnv("MYOMATCH_CDS_ISSUERS", "");
    vi.stubEnv("MYOMATCH_FHIR_SERVERS", "ehr.example");
    await expect(call(good)).rejects.toThrow("MYOMATCH_FHIR_SERVERS");
    vi.stubEnv("MYOMATCH_FHIR_SERVERS", "");
    vi.stubEnv("MYOMATCH_TIME_ZONE", "Berlin");
    await expect(call(good)).rejects.toThrow("MYOMATCH_TIME_ZONE");
  });
});
