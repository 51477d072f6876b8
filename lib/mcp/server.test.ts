import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { JsonSchemaType } from "@modelcontextprotocol/sdk/validation";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getReply } from "@/lib/answer/library.arbitrary";
import { MAX_WAITING } from "@/lib/api/limit-work";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { anyHostileJson, anyHostileText } from "@/lib/format/hostile-text.arbitrary";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { loadLibrary } from "@/lib/study/load";
import { createMcpEndpoint, REQUESTS_PER_MINUTE } from "./answer-request";
import { notice, prepareForAssistants } from "./assistant-library";
import { matchPatient } from "./match-patient";
import { gapsOutput, matchInput, matchOutput } from "./schemas";
import { readMcpSettings } from "./settings";

const sources = loadLibrary();
const library = prepareForAssistants(sources);
const friend = "https://assistant.example";
const isOn = { isOn: true, origins: [friend] };
const createEndpoint = (settings = isOn, readClock = () => 0) =>
  createMcpEndpoint({ readSettings: () => settings, getLibrary: () => library, readClock });

/** The endpoint as a server of its own, at a free port of this machine. */
let server: Server;
let client: Client;

beforeAll(async () => {
  let now = 0;
  const answer = createEndpoint(isOn, () => (now += 1000));
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const reply = await answer(
      new Request(`http://localhost${request.url}`, {
        method: request.method ?? "GET",
        headers: Object.entries(request.headers).map(([name, value]) => [name, `${value}`] as [string, string]),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      }),
    );
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(await reply.text());
  });
  // a busy machine can be longer about one reply than a connection is kept by default
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
});

afterAll(async () => {
  await client.close();
  server.close();
});

/** What a tool replied; the client has checked it against the schema that the server announced. */
async function call(name: string, args: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const text = (content as { text: string }[]).map((part) => part.text).join();
  return { text, data: structuredContent as Record<string, unknown> | undefined, isError };
}

describe("over HTTP, with the client of the protocol", () => {
  test("four tools, all of them read-only, each with the form of its reply", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["match_patient", "get_study", "search_studies", "list_gaps"]);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(outputSchema?.properties).toHaveProperty("notice");
    }
  });

  test("a patient: the figures of the endpoint, in data and in words", async () => {
    const { profile } = exampleCases.skinOnlyRefractory;
    const { text, data } = await call("match_patient", { features: profile.features });
    const { studies, verdict, gap } = getReply(profile, library.prepared);
    expect(data).toMatchObject({ notice, verdict, gap, scope: { covered: true } });
    const listed = matchOutput.parse(data).studies;
    expect(listed.map(({ id }) => id)).toEqual(studies.slice(0, 5).map(({ id }) => id));
    for (const found of listed) {
      const own = studies.find(({ id }) => id === found.id);
      expect(found).toMatchObject({ response: own?.response, traits: own?.traits, harms: own?.harms });
    }
    expect(text).toContain(verdict.sentences[0]);
    expect(text).toContain("19 of 27 (70%)");
    expect(text).toContain("95% CI 52% to 84%");
    expect(text).toContain("makes no recommendation");
  });

  test("a patient whom nobody studied: that comes before anything else", async () => {
    const { text, data } = await call("match_patient", { features: { pregnancy: "yes", ild: "yes" } });
    expect(data).toMatchObject({ gap: { described: false }, sure: 0 });
    expect(text.split("\n")[1]).toMatch(/^No published study/);
  });

  test("a disease that is not covered: a sentence, and no figure of other patients", async () => {
    const { text, data } = await call("match_patient", { diagnosis: "IBM" });
    expect(data).toMatchObject({ scope: { covered: false }, studies: [], cells: [] });
    expect(text.match(/Myomatch does not cover inclusion body myositis/g)).toHaveLength(1);
    // the library holds a study that treated such patients: to say that there is none would be false
    for (const told of [text, JSON.stringify(data)])
      expect(told).not.toMatch(/no (published )?study (in this library )?describes|nobody|Studies in each group/i);
  });

  test("a study, and one that there is not", async () => {
    const { text, data } = await call("get_study", { id: "bounfour-2014" });
    const sheet = sources.studies.find(({ id }) => id === "bounfour-2014");
    expect(data).toMatchObject({ sheet, name: "Bounfour 2014" });
    expect(text).toContain("PMID");
    expect(await call("get_study", { id: "nobody-1900" })).toMatchObject({
      isError: true,
      text: expect.stringContaining('no study "nobody-1900"'),
    });
  });

  test("a search by words and features, no more than asked for", async () => {
    const { data } = await call("search_studies", { text: "Bounfour", limit: 1 });
    expect(data).toMatchObject({ found: 1, studies: [{ id: "bounfour-2014", kind: "treatment" }] });
    const pregnant = await call("search_studies", { features: ["pregnancy"], limit: 2 });
    expect(pregnant.data?.studies).toHaveLength(2);
    expect(pregnant.data?.found).toBeGreaterThan(2);
  });

  test("what nobody has studied, of all features and of one", async () => {
    const { data } = await call("list_gaps", { feature: "pregnancy" });
    const { pairs } = gapsOutput.parse(data);
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) expect(pair).toContain("pregnancy");
    const all = await call("list_gaps", {});
    expect(gapsOutput.parse(all.data).pairs.length).toBeGreaterThan(pairs.length);
    expect(all.text).toContain("Pregnant");
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ["match_patient", { features: { ild: "maybe" } }, /Use "yes", "no" or "unknown"/],
    ["match_patient", { features: { fever: "yes" } }, /fever/],
    ["match_patient", { patientName: "Jane" }, /patientName/],
    ["match_patient", { weightKg: "62" }, /Enter the weight as a number/],
    ["match_patient", { limit: 1000 }, /From 1 to 25/],
    ["get_study", {}, /id/],
    ["search_studies", { text: "x".repeat(201) }, /text/],
    ["list_gaps", { share: "half" }, /share/],
    ["prescribe", {}, /prescribe/],
  ])("%s with %j is refused with what is wrong", async (name, args, message) => {
    const { isError, text, data } = await call(name, args);
    expect(isError).toBe(true);
    expect(text).toMatch(message);
    expect(data).toBeUndefined();
  });
});

test("the reply to any patient fits the form that is announced, and says what the endpoint says", async () => {
  const { tools } = await client.listTools();
  const schema = tools.find(({ name }) => name === "match_patient")?.outputSchema;
  if (!schema) throw new Error("match_patient announces no form");
  const validate = new AjvJsonSchemaValidator().getValidator(schema as JsonSchemaType);
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const { data, text } = matchPatient(matchInput.parse(profile), library);
      expect(validate(JSON.parse(JSON.stringify(data))).errorMessage).toBeUndefined();
      const { verdict, cells } = getReply(profile, library.prepared);
      expect(data).toMatchObject({ verdict, cells });
      expect(text).toContain("makes no recommendation");
    }),
    { numRuns: countRuns(8) },
  );
});

describe("who may ask, and how much", () => {
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    new Request("https://app.example/mcp", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const errorOf = async (reply: Response) => ({
    status: reply.status,
    message: (await reply.json()).error.message as string,
    kept: reply.headers.get("cache-control"),
  });

  test("off unless it is turned on, and then it looks at nothing", async () => {
    const endpoint = createMcpEndpoint({
      readSettings: () => readMcpSettings({}),
      getLibrary: () => {
        throw new Error("the library is not asked for");
      },
      readClock: () => 0,
    });
    expect(await errorOf(await endpoint(post(list)))).toEqual({
      status: 404,
      message: expect.stringContaining("MYOMATCH_MCP=on"),
      kept: "no-store",
    });
  });

  test.each([
    [{}, { isOn: false, origins: [] }],
    [{ MYOMATCH_MCP: "yes" }, { isOn: false, origins: [] }],
    [
      { MYOMATCH_MCP: "on", MYOMATCH_MCP_ORIGINS: " https://a.example/ ,,https://b.example" },
      { isOn: true, origins: ["https://a.example", "https://b.example"] },
    ],
  ])("the environment %j", (environment, settings) => {
    expect(readMcpSettings(environment)).toEqual(settings);
  });

  test("a page of a named site may ask, and its browser is told so; no other page may", async () => {
    const endpoint = createEndpoint();
    const allowed = await endpoint(post(list, { origin: friend }));
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(friend);
    expect(allowed.headers.get("cache-control")).toBe("no-store");
    const asked = new Request("https://app.example/mcp", { method: "OPTIONS", headers: { origin: friend } });
    expect((await endpoint(asked)).headers.get("access-control-allow-headers")).toContain("Content-Type");
    const refused = await endpoint(post(list, { origin: "https://other.example" }));
    expect(refused.headers.has("access-control-allow-origin")).toBe(false);
    expect(await errorOf(refused)).toMatchObject({ status: 403, message: expect.stringContaining("other.example") });
  });

  test.each<[string, Request, number, RegExp]>([
    ["a GET", new Request("https://app.example/mcp"), 405, /Send a POST/],
    ["a body over 64 kB", post(`{"x":"${"y".repeat(64_000)}"}`), 413, /64 kB/],
    ["broken JSON", post("{"), 400, /no message in JSON/],
    ["a batch", post([list, list]), 400, /one message/],
    ["an answer given twice", post('{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}'), 400, /id/],
    ["what is no message", post({ hello: "world" }), 400, /JSON-RPC/],
    ["another type of body", post(list, { "content-type": "text/plain" }), 415, /application\/json/],
    [
      "an edition of the protocol that is not known",
      post(list, { "mcp-protocol-version": "1999-01-01" }),
      400,
      /version/,
    ],
  ])("%s is refused with what is wrong", async (_, request, status, message) => {
    expect(await errorOf(await createEndpoint()(request))).toEqual({
      status,
      message: expect.stringMatching(message),
      kept: "no-store",
    });
  });

  test("whatever is sent is answered or refused in JSON, and changes no object of the program", async () => {
    let now = 0;
    const endpoint = createEndpoint(isOn, () => (now += 1000));
    const callTool = (name: string, args: string) =>
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":${JSON.stringify(name)},"arguments":${args}}}`;
    const anyTool = fc.constantFrom("match_patient", "get_study", "search_studies", "list_gaps", "__proto__");
    const anyMessage = fc.oneof(
      anyHostileJson,
      fc.tuple(anyTool, anyHostileJson).map(([name, args]) => callTool(name, args)),
      fc
        .tuple(anyHostileText, anyHostileText)
        .map(([text, id]) => callTool("search_studies", JSON.stringify({ text, id }))),
      anyHostileText.map((id) => callTool("get_study", JSON.stringify({ id }))),
      anyHostileText.map((text) => callTool("search_studies", JSON.stringify({ text }))),
    );
    const seen = { answered: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(anyMessage, async (message) => {
        const reply = await endpoint(post(message));
        expect([200, 202, 400]).toContain(reply.status);
        const text = await reply.text();
        if (text !== "") JSON.parse(text);
        expect(text).not.toMatch(/node_modules|\bat \S+ \(/);
        seen[reply.status === 400 ? "refused" : "answered"] += 1;
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  test("while too many others are answered, in the form of the protocol", async () => {
    const endpoint = createEndpoint();
    const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
    const replies = await Promise.all(Array.from({ length: MAX_WAITING + 1 }, () => endpoint(post(ping))));
    const refused = replies.filter(({ status }) => status === 503);
    expect(refused.map(({ headers }) => headers.get("retry-after"))).toEqual(["1"]);
    expect(await Promise.all(refused.map(errorOf))).toMatchObject([
      { status: 503, message: expect.stringMatching(/again/) },
    ]);
  });

  test("so many requests a minute, then none until it is over", async () => {
    let now = 5000;
    const endpoint = createEndpoint(isOn, () => now);
    const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
    for (let sent = 0; sent < REQUESTS_PER_MINUTE; sent += 1) expect((await endpoint(post(ping))).status).toBe(200);
    now += 50_000;
    const refused = await endpoint(post(ping));
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(await errorOf(refused)).toMatchObject({
      status: 429,
      message: expect.stringContaining("Ask again in 10 s"),
    });
    now += 10_000;
    expect((await endpoint(post(ping))).status).toBe(200);
  });
});
