import type { RequestListener, Server } from "node:http";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bundle, code, condition, dermatomyositis, patient, patientId } from "@/lib/fhir/fixtures";
import { call, caseOf, clearSettings, hook, type Json, onlyCard, records, serve } from "./fixtures";

beforeEach(clearSettings);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("reading from a FHIR server", () => {
  const withServer = (fhirServer: string, more: Json = {}) =>
    hook(undefined, { fhirServer, fhirAuthorization: { access_token: "secret-token", token_type: "Bearer" }, ...more });
  const allow = (fhirServer: string, privateHosts = "localhost") => {
    vi.stubEnv("MYOMATCH_FHIR_SERVERS", `https://other.example/fhir ${fhirServer}`);
    vi.stubEnv("MYOMATCH_PRIVATE_HOSTS", privateHosts);
  };
  /** A busy machine can need longer for many pages than a record system waits. */
  const takeTime = () => vi.spyOn(AbortSignal, "timeout").mockImplementation(() => new AbortController().signal);
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
    takeTime();
    const { fhir, seen } = await start((request, response) => {
      const isFirst = request.url?.startsWith("/fhir/Condition?patient=");
      const page = { ...bundle(), link: [{ relation: "next", url: `${fhir}/page2` }] };
      response.end(
        JSON.stringify(isFirst ? page : bundle(request.url === "/fhir/page2" ? dermatomyositis() : undefined)),
      );
    });
    allow(fhir);
    const card = onlyCard(await call(withServer(fhir, { prefetch: { patient: patient() } })));
    expect(caseOf(card.links?.[0]).diagnosis).toBe("DM");
    expect(seen.map(({ url }) => url)).toContain(`/fhir/Condition?patient=${patientId}`);
    expect(seen.some(({ url }) => url?.includes("/Patient/"))).toBe(false);
    expect(seen.every(({ headers }) => headers.authorization === "Bearer secret-token")).toBe(true);
  });

  test("a next page at the base itself is read, as HAPI writes it, and the older weights are not", async () => {
    takeTime();
    const { fhir, seen } = await start((request, response) => {
      const next = [{ relation: "next", url: `${fhir}?_getpages=7` }];
      const isSearch = request.url?.startsWith("/fhir/");
      response.end(JSON.stringify(isSearch ? { ...bundle(), link: next } : bundle(dermatomyositis())));
    });
    allow(fhir);
    const card = onlyCard(await call(withServer(fhir, { prefetch: { patient: patient() } })));
    expect(caseOf(card.links?.[0]).diagnosis).toBe("DM");
    expect(card.detail).not.toContain("Read in part only");
    // Of the seven searches only that for the weight asks for two results.
    expect(seen.filter(({ url }) => url === "/fhir?_getpages=7")).toHaveLength(6);
  });

  test("the next pages of a prefetch are read, and the first is not asked for again", async () => {
    takeTime();
    const { fhir, seen } = await start(send(bundle(dermatomyositis())));
    allow(fhir);
    const link = [{ relation: "next", url: `${fhir}?page=2` }];
    const first = { ...bundle(condition(code("72892002"), { id: "c9" })), link };
    const card = onlyCard(await call(withServer(fhir, { prefetch: { patient: patient(), conditions: first } })));
    expect(caseOf(card.links?.[0])).toMatchObject({ diagnosis: "DM", features: { pregnancy: "yes" } });
    const asked = seen.map(({ url }) => url);
    expect(asked).toContain("/fhir?page=2");
    expect(asked.filter((url) => url?.includes("/Condition"))).toEqual([]);
  });

  test("a next page beside the base is not read", async () => {
    takeTime();
    const { fhir, seen } = await start((_, response) => {
      const link = [{ relation: "next", url: `${fhir}/../admin?page=2` }];
      response.end(JSON.stringify({ ...bundle(dermatomyositis()), link }));
    });
    allow(fhir);
    expect(onlyCard(await call(withServer(fhir))).detail).toContain("Read in part only: the conditions");
    expect(seen.filter(({ url }) => !url?.startsWith("/fhir/"))).toEqual([]);
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
    // the time is over as soon as the server has been asked
    const time = new AbortController();
    const { fhir, seen } = await start(() => time.abort(new DOMException("over", "TimeoutError")));
    allow(fhir);
    const limits: number[] = [];
    vi.spyOn(AbortSignal, "timeout").mockImplementation((limit) => {
      limits.push(limit);
      return time.signal;
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
