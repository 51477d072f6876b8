import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { lifetimes } from "@/dev/fhir/authorisation";
import { TestRecordSystem } from "@/dev/fhir/server";
import { MemoryStorage, openBlockedStorage } from "./fixtures";
import { finishLaunch, type Surroundings, startLaunch } from "./launch";
import { launchLifetime } from "./pending-launch";
import { readRecord } from "./read-record";
import { readKinds } from "./scopes";
import type { RecordSystem } from "./settings.mjs";

const redirectUri = "http://localhost:3000/launch";
let system: TestRecordSystem;
let systems: RecordSystem[];
/** moved by tests; the record system and the program share it */
let now = 0;
let storage = new MemoryStorage();
/** what was asked of the record system */
let asked: Request[] = [];

beforeAll(async () => {
  const apps = [{ clientId: "myomatch", redirectUris: [redirectUri] }];
  system = await TestRecordSystem.start({ port: 0, apps, launchPage: redirectUri, now: () => now });
  const { issuer } = system;
  systems = [{ name: "Test hospital", url: issuer, clientId: "myomatch", tokenOrigins: [], frameOrigins: [] }];
});
afterAll(() => system.stop());
afterEach(() => vi.useRealTimers());
beforeEach(() => {
  now = Date.now();
  storage = new MemoryStorage();
  asked = [];
  system.failing.clear();
});

const surroundings = (changed: Partial<Surroundings> = {}): Surroundings => ({
  fetch: (address, options) => {
    const request = new Request(address, options);
    asked.push(request.clone());
    return fetch(request);
  },
  openStorage: () => storage,
  now: () => now,
  redirectUri,
  ...changed,
});

/** A server that answers each request as the test says. */
const answerWith =
  (change: (address: string) => Response | null): typeof fetch =>
  (address, options) =>
    Promise.resolve(change(String(address)) ?? fetch(address, options));

/** The record system with another configuration. */
const configuredWith = (changed: object) =>
  answerWith((address) =>
    address.endsWith("/.well-known/smart-configuration")
      ? Response.json({
          issuer: system.issuer,
          authorization_endpoint: `${system.origin}/authorise`,
          token_endpoint: `${system.origin}/token`,
          ...system.configuration,
          ...changed,
        })
      : null,
  );

/** Follows an address as the browser does, up to where it comes back to the program. */
async function follow(address: URL | string): Promise<URLSearchParams> {
  const reply = await fetch(address, { redirect: "manual" });
  const location = reply.headers.get("location") ?? "";
  expect(location, `the answer of ${address}`).toContain(`${redirectUri}?`);
  return new URL(location).searchParams;
}

/** The parameters with which a record system opens the program for a patient. */
function openFromRecord(patient: string) {
  const { searchParams } = new URL(system.writeLaunch(patient));
  return { issuer: searchParams.get("iss") ?? "", launch: searchParams.get("launch") };
}

const start = (patient = "refractory", changed: Partial<Surroundings> = {}) =>
  startLaunch(openFromRecord(patient), systems, surroundings(changed));
const finish = (answer: URLSearchParams, changed: Partial<Surroundings> = {}) =>
  finishLaunch(answer, systems, surroundings(changed));

/** Chooses what the record system's own page offers, by the words of its link. */
async function choose(address: URL, words: string): Promise<URLSearchParams> {
  const page = await (await fetch(address)).text();
  const link = new RegExp(`<a href="([^"]*)">${words}`).exec(page)?.[1] ?? "";
  return follow(new URL(link, system.origin));
}

describe("a launch", () => {
  test("from a record: one patient, asked for as the standard says, and read", async () => {
    const address = await start();
    const { state, code_challenge: challenge, ...fixed } = Object.fromEntries(address.searchParams);
    expect(fixed).toMatchObject({
      response_type: "code",
      client_id: "myomatch",
      redirect_uri: redirectUri,
      aud: system.issuer,
      code_challenge_method: "S256",
      launch: expect.stringMatching(/./),
    });
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(challenge).toMatch(/^[\w-]{43}$/);
    const access = await finish(await follow(address));
    expect(access.patient).toBe("refractory");
    const { resources, failures } = await readRecord(access, {}, surroundings().fetch);
    expect(failures).toEqual([]);
    const kinds = (resources as { resourceType: string }[]).map(({ resourceType }) => resourceType);
    const counted = readKinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]);
    // five prescriptions are two pages here
    expect(Object.fromEntries(counted)).toEqual({
      Patient: 1,
      Condition: 2,
      Observation: 2,
      MedicationRequest: 5,
      MedicationStatement: 0,
      AllergyIntolerance: 1,
    });
  });

  test("standalone: the clinician chooses the patient in the record system", async () => {
    const address = await startLaunch({ issuer: system.issuer, launch: null }, systems, surroundings());
    expect(address.searchParams.has("launch")).toBe(false);
    expect((await finish(await choose(address, "Zarathuba Five"))).patient).toBe("child");
  });

  test("several at once, and each answer finds its own", async () => {
    const patients = ["child", "refuted", "postpartum"];
    const answers: URLSearchParams[] = [];
    for (const patient of patients) answers.push(await follow(await start(patient)));
    for (const place of [2, 0, 1]) {
      const answer = answers[place] ?? new URLSearchParams();
      expect((await finish(answer)).patient).toBe(patients[place]);
      await expect(finish(answer)).rejects.toThrow("This launch was used before.");
    }
  });

  test("in version 1 of the scopes where the record system knows no other", async () => {
    const old = configuredWith({ capabilities: ["launch-ehr", "permission-v1"] });
    const address = await start("child", { fetch: old });
    expect(address.searchParams.get("scope")).toContain("patient/Condition.read");
    const access = await finish(await follow(address));
    expect((await readRecord(access, {}, fetch)).failures).toEqual([]);
  });

  test("an address with a slash at its end is known, and sent back as it came", async () => {
    const { launch } = openFromRecord("child");
    const address = startLaunch({ issuer: `${system.issuer}/`, launch }, systems, surroundings());
    // the record system compares exactly what it said of itself
    expect((await follow(await address)).get("error_description")).toContain("aud");
  });

  test("keeps its token out of the storage, and sends it to the record alone", async () => {
    const access = await finish(await follow(await start()));
    await readRecord(access, {}, surroundings().fetch);
    expect(access.token.length).toBeGreaterThan(20);
    expect(JSON.stringify([...storage.kept])).not.toContain(access.token);
    const told = asked.filter(({ url, headers }) => `${url} ${headers.get("authorization")}`.includes(access.token));
    expect(told.length).toBeGreaterThanOrEqual(readKinds.length);
    for (const { url } of told) {
      expect(url).toMatch(`${system.issuer}/`);
      expect(url).not.toContain(access.token);
    }
  });
});

describe("what keeps a launch from its end is said, with what to do", () => {
  const rejects = async (launch: Promise<unknown>, kind: string) =>
    expect(launch).rejects.toMatchObject({ name: "LaunchError", problem: { kind } });

  test("an issuer that the site is not set up for: nothing is sent there", async () => {
    for (const issuer of ["https://unknown.example", `${system.issuer}.example.org`, "", "javascript:alert(1)"])
      await rejects(startLaunch({ issuer, launch: "1" }, systems, surroundings()), "unknown-issuer");
    expect(asked).toEqual([]);
  });

  test("a record system that does not answer", async () => {
    const fails = () => Promise.reject(new TypeError("fetch failed"));
    await rejects(start("child", { fetch: fails }), "unreachable");
    const answer = await follow(await start());
    await rejects(finish(answer, { fetch: fails }), "unreachable");
  });

  test.each([
    ["no such page", () => new Response("", { status: 404 })],
    ["no JSON", () => new Response("<html>")],
    ["no addresses", () => Response.json({ capabilities: [] })],
    [
      "addresses without encryption",
      () =>
        Response.json({
          authorization_endpoint: "http://record.example/authorise",
          token_endpoint: "http://record.example/token",
          code_challenge_methods_supported: ["S256"],
        }),
    ],
  ])("no SMART configuration: %s", async (_, reply) => {
    await rejects(start("child", { fetch: answerWith(reply) }), "no-configuration");
  });

  test("no PKCE with S256", async () => {
    for (const methods of [undefined, [], ["plain"]]) {
      const weak = configuredWith({ code_challenge_methods_supported: methods });
      await rejects(start("child", { fetch: weak }), "no-pkce");
    }
  });

  test("a token address that the site is not set up for", async () => {
    const foreign = configuredWith({ token_endpoint: "https://elsewhere.example/token" });
    await rejects(start("child", { fetch: foreign }), "foreign-token-address");
  });

  test("a storage that is blocked", async () => {
    await rejects(start("child", { openStorage: openBlockedStorage }), "storage-blocked");
  });

  test("a state of another window, or one that has expired", async () => {
    const answer = await follow(await start());
    await rejects(finish(answer, { openStorage: () => new MemoryStorage() }), "state-unknown");
    now += launchLifetime + 1;
    await rejects(finish(answer), "state-expired");
    expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
  });

  test("a refusal by the clinician", async () => {
    const address = await startLaunch({ issuer: system.issuer, launch: null }, systems, surroundings());
    await rejects(finish(await choose(address, "Refuse")), "refused");
  });

  test("a launch that the record system no longer knows", async () => {
    const opened = openFromRecord("child");
    now += (lifetimes.launch + 1) * 1000;
    const answer = await follow(await startLaunch(opened, systems, surroundings()));
    await expect(finish(answer)).rejects.toThrow("Test hospital did not give access (invalid_request).");
  });

  test("an error that is no word of the standard is not shown", async () => {
    const answer = await follow(await start());
    answer.delete("code");
    answer.set("error", "<b>call 555</b>");
    await expect(finish(answer)).rejects.toThrow("did not give access (an answer that is not valid).");
  });

  test("an answer of another issuer", async () => {
    const answer = await follow(await start());
    answer.set("iss", "https://elsewhere.example");
    await rejects(finish(answer), "authorisation-failed");
  });

  test("a code that was used, has expired, or was asked for by somebody else", async () => {
    const used = await follow(await start());
    const kept = new Map(storage.kept);
    await finish(used);
    for (const [key, value] of kept) storage.setItem(key, value);
    await rejects(finish(used), "token-refused");

    const late = await follow(await start());
    now += (lifetimes.code + 1) * 1000;
    await rejects(finish(late), "token-refused");

    const [mine, stolen] = [await follow(await start()), await follow(await start())];
    mine.set("code", stolen.get("code") ?? "");
    await rejects(finish(mine), "token-refused");
  });

  test.each([
    ["600 s slow, so that its proof has just ended", -600, null],
    ["659 s slow: the proof ended within the minute that is allowed", -659, null],
    ["660 s slow", -660, "token-refused"],
    ["an hour slow", -3600, "token-refused"],
    // What a fast clock says of its own time is not compared: an access that ends later than it should does no harm.
    ["an hour fast", 3600, null],
  ])("a record system whose clock is %s", async (_, seconds, kind) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 8), toFake: ["Date"] });
    now = Date.now() + seconds * 1000;
    const ownClock = { now: () => Date.now() };
    const finished = finish(await follow(await start("refractory", ownClock)), ownClock);
    if (kind) await rejects(finished, kind);
    else expect((await finished).patient).toBe("refractory");
  });

  test.each([undefined, "", "../Patient/1", 7, "a".repeat(65)])("no patient: %j", async (patient) => {
    const token = answerWith((address) =>
      address.endsWith("/token") ? Response.json({ access_token: "x", token_type: "Bearer", patient }) : null,
    );
    await rejects(finish(await follow(await start()), { fetch: token }), "no-patient");
  });
});

describe("reading a record", () => {
  const open = async (patient = "refractory") => finish(await follow(await start(patient)));

  test("a kind that fails is named, and the others are read", async () => {
    system.failing.add("Observation");
    const { resources, failures } = await readRecord(await open(), {}, fetch);
    expect(failures).toEqual([{ kind: "Observation", reason: "failed" }]);
    expect(resources.length).toBe(9);
  });

  test("a kind that is not allowed or not offered is called so", async () => {
    const changed = answerWith((address) => {
      if (address.includes("/MedicationStatement?")) return new Response("", { status: 404 });
      return address.includes("/Condition?") ? new Response("", { status: 403 }) : null;
    });
    expect((await readRecord(await open(), {}, changed)).failures).toEqual([
      { kind: "Condition", reason: "not-allowed" },
      { kind: "MedicationStatement", reason: "not-offered" },
    ]);
  });

  test("a second page elsewhere is not asked for: the token would go there", async () => {
    const askedFor: string[] = [];
    const changed: typeof fetch = (address, options) => {
      askedFor.push(String(address));
      if (!String(address).includes("/Condition?")) return fetch(address, options);
      const link = [{ relation: "next", url: "https://elsewhere.example/page2" }];
      return Promise.resolve(Response.json({ resourceType: "Bundle", link, entry: [] }));
    };
    const { failures } = await readRecord(await open(), {}, changed);
    expect(failures).toEqual([{ kind: "Condition", reason: "failed" }]);
    expect(askedFor.filter((address) => address.includes("elsewhere"))).toEqual([]);
  });

  test("pages without an end are left after fifty, and that is said", async () => {
    let pages = 0;
    const endless = answerWith((address) => {
      if (!address.includes("/Condition?")) return null;
      pages += 1;
      const link = [{ relation: "next", url: address }];
      return Response.json({ resourceType: "Bundle", link, entry: [{ resource: { resourceType: "Condition" } }] });
    });
    const { failures, resources } = await readRecord(await open(), {}, endless);
    expect(failures).toEqual([{ kind: "Condition", reason: "too-many" }]);
    expect(pages).toBe(50);
    expect(resources.length).toBe(59);
  });

  test("a token that has expired reads nothing, and that is one sentence", async () => {
    const access = await open();
    now += (lifetimes.token + 1) * 1000;
    await expect(readRecord(access, {}, fetch)).rejects.toThrow(
      "Nothing of the record could be read from Test hospital.",
    );
  });

  test("by several searches, each resource once", async () => {
    const searches = {
      Observation: [{ code: "http://loinc.org|29463-7,http://loinc.org|82810-3" }, { category: "vital-signs" }],
    };
    const { resources, failures } = await readRecord(await open(), searches, fetch);
    const observations = resources.filter((one) => (one as { resourceType: string }).resourceType === "Observation");
    expect(observations).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
