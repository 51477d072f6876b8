import { createHash } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { Authorisation, lifetimes } from "./authorisation";

const audience = "http://localhost:3400/fhir";
const redirectUri = "http://localhost:3000/launch";
const verifier = "v".repeat(43);
const state = "s".repeat(22);

let now = 0;
let server: Authorisation;

beforeEach(() => {
  now = Date.now();
  const apps = [{ clientId: "myomatch", redirectUris: [redirectUri] }];
  server = new Authorisation({ audience, issuer: audience, apps, now: () => now });
});

/** A request that is right, with what a test changes; undefined leaves a parameter out. */
function ask(changed: Record<string, string | undefined> = {}): URLSearchParams {
  const right = {
    response_type: "code",
    client_id: "myomatch",
    redirect_uri: redirectUri,
    scope: "launch openid patient/Condition.rs",
    state,
    aud: audience,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    launch: server.createLaunch("child"),
  };
  return new URLSearchParams(
    Object.entries({ ...right, ...changed }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The parameters with which the program is opened again. */
function authorise(query = ask()): URLSearchParams {
  const step = server.authorise(query);
  if (step.kind !== "back") throw new Error(`not sent back: ${step.kind}`);
  return new URL(step.address).searchParams;
}

const exchange = (code: string, changed: Record<string, string> = {}) =>
  server.exchange(
    new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "myomatch",
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
      ...changed,
    }),
  );
const getCode = (query?: URLSearchParams) => authorise(query).get("code") ?? "";

test("a launch gives a code, the code a token, and the token allows one patient", async () => {
  const back = authorise();
  expect(back.get("state")).toBe(state);
  const { status, body } = await exchange(back.get("code") ?? "");
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "Bearer", patient: "child" });
  expect(server.readToken(String(body.access_token))).toMatchObject({ patient: "child" });
  const keys = createLocalJWKSet(await server.readKeys());
  const { payload } = await jwtVerify(String(body.id_token), keys, { issuer: audience, audience: "myomatch" });
  expect(payload.fhirUser).toBe("Practitioner/test");
});

test.each([
  ["another program", { client_id: "other" }],
  ["another address", { redirect_uri: "http://localhost:3000/launch/" }],
])("%s is sent nowhere", (_, changed) => {
  expect(server.authorise(ask(changed)).kind).toBe("refused");
});

test.each([
  ["no code asked for", { response_type: "token" }],
  ["no PKCE", { code_challenge: undefined, code_challenge_method: undefined }],
  ["PKCE without a hash", { code_challenge_method: "plain" }],
  ["a short state", { state: "s".repeat(21) }],
  ["another record", { aud: "http://localhost:3400/other" }],
  ["an unknown launch", { launch: "unknown" }],
  ["no patient asked for", { scope: "patient/Condition.rs" }],
])("%s: an error goes back, and no code", (_, changed) => {
  const back = authorise(ask(changed));
  expect(back.has("error")).toBe(true);
  expect(back.has("code")).toBe(false);
});

describe("each is used once, and in time", () => {
  test("a launch", () => {
    const query = ask();
    expect(getCode(query)).not.toBe("");
    expect(authorise(query).get("error")).toBe("invalid_request");
    const late = ask();
    now += lifetimes.launch * 1000;
    expect(authorise(late).get("error")).toBe("invalid_request");
  });

  test("a code", async () => {
    const [used, late] = [getCode(), getCode()];
    expect((await exchange(used)).status).toBe(200);
    expect(await exchange(used)).toEqual({ status: 400, body: { error: "invalid_grant" } });
    now += lifetimes.code * 1000;
    expect((await exchange(late)).status).toBe(400);
  });

  test("a token, in time", async () => {
    const { body } = await exchange(getCode());
    now += lifetimes.token * 1000;
    expect(server.readToken(String(body.access_token))).toBeNull();
    expect(server.readToken("unknown")).toBeNull();
  });
});

test.each([
  ["another verifier", { code_verifier: "w".repeat(43) }],
  ["another address", { redirect_uri: "http://localhost:3000/" }],
  ["another program", { client_id: "other" }],
  ["another kind of grant", { grant_type: "password" }],
])("a code is not exchanged for %s", async (_, changed) => {
  expect((await exchange(getCode(), changed)).status).toBe(400);
});

test("standalone, somebody chooses a patient or refuses, once", () => {
  const choose = (patient: string | null) => {
    const step = server.authorise(ask({ scope: "launch/patient", launch: undefined }));
    const request = step.kind === "choose" ? step.request : "";
    const address = server.choose(request, patient);
    expect(server.choose(request, patient)).toBeNull();
    return new URL(address ?? "").searchParams;
  };
  expect(choose("child").has("code")).toBe(true);
  expect(Object.fromEntries(choose(null))).toEqual({ error: "access_denied", state });
});
