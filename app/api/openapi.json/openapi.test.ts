import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { JsonSchemaType } from "@modelcontextprotocol/sdk/validation";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { workOutOnce } from "@/lib/format/object";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { createOpenApiDocument } from "@/lib/openapi/document";
import { requestExamples } from "@/lib/openapi/examples";
import { loadLibrary } from "@/lib/study/load";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
type Route = Partial<Record<string, Handler>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Every route handler of the app by its address, "/studies/[id]/sheet.json". */
const routes = new Map<string, Route>();
for (const file of readdirSync("app", { recursive: true, encoding: "utf8" })) {
  const path = file.replaceAll("\\", "/");
  if (path.endsWith("/route.ts")) {
    routes.set(`/${path.replace(/\/route\.ts$/, "")}`, await import(resolve(join("app", path))));
  }
}

// as a program reads it
const document = JSON.parse(JSON.stringify(createOpenApiDocument()));

/** Checks a value against a schema of the document, as a program would that was made from it. */
const checkBy = workOutOnce((schema: object) => {
  const validate = new AjvJsonSchemaValidator().getValidator({
    ...schema,
    components: document.components,
  } as JsonSchemaType);
  return (value: unknown) => validate(value).errorMessage;
});

/** The schema of the reply of a path, method and status, whatever the type of its content. */
function getReplySchema(path: string, method: string, status: number): object {
  const content: Record<string, { schema: object }> = document.paths[path][method].responses[status].content;
  const [reply] = Object.values(content);
  if (!reply) throw new Error(`nothing is described for ${method} ${path} ${status}`);
  return reply.schema;
}

/** The handler of an address, and what its folder in brackets stands for. */
function findRoute(pathname: string) {
  for (const [path, route] of routes) {
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`);
    const found = pattern.exec(pathname);
    if (found) return { route, described: path.replace(/\[(\w+)\]/g, "{$1}"), params: { ...found.groups } };
  }
  throw new Error(`no route for ${pathname}`);
}

async function send(request: Request) {
  const { route, described, params } = findRoute(new URL(request.url).pathname);
  const handle = route[request.method];
  if (!handle) throw new Error(`${request.url} takes no ${request.method}`);
  const reply = await handle(request, { params: Promise.resolve(params) });
  return { reply, body: await reply.json(), described };
}

const post = (body: string) =>
  new Request("http://localhost/api/evidence", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });

/** What our own pages take their studies from. Its name changes with each library, so that no program can rely on it. */
const ownFile = "/summaries/[name]";

describe("the description of the endpoints", () => {
  test("is OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  test("describes every route handler, and nothing else", () => {
    const handlers = [...routes]
      .filter(([path]) => path !== ownFile)
      .flatMap(([path, route]) =>
        methods.filter((method) => route[method]).map((method) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`),
      );
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(handlers.length).toBeGreaterThanOrEqual(8);
    expect(described.sort()).toEqual(handlers.sort());
  });

  test("each operation has a name of its own, a summary and a reply", () => {
    const operations = Object.values(document.paths as Record<string, object>).flatMap((path) => Object.values(path));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { summary, responses } of operations) {
      expect(summary).toMatch(/\S/);
      expect(Object.keys(responses).length).toBeGreaterThan(0);
    }
  });

  test("the endpoint of the case names its refusals, all in one form", () => {
    const { responses } = document.paths["/api/evidence"].post;
    expect(Object.keys(responses).map(Number)).toEqual([200, 400, 408, 413, 415, 503]);
  });
});

describe("replies are as they are described", () => {
  test("those to any case", async () => {
    const check = checkBy(getReplySchema("/api/evidence", "post", 200));
    await fc.assert(
      fc.asyncProperty(anyProfile, async (profile) => {
        const { reply, body } = await send(post(JSON.stringify(profile)));
        expect(reply.status).toBe(200);
        expect(check(body)).toBeUndefined();
      }),
      { numRuns: countRuns(12) },
    );
  });

  test("requests are taken exactly where they fit their schema", async () => {
    const check = checkBy(document.paths["/api/evidence"].post.requestBody.content["application/json"].schema);
    const bodies = [
      {},
      { features: { ild: "unknown" } },
      { features: { ild: "maybe" } },
      { features: { fever: "yes" } },
    ]
      .concat([{ weightKg: 0 }, { weightKg: 62 }, { ageYears: 121 }, { diagnosis: "IBM" }, { name: "Jane" }] as never)
      .map((body) => ({ body, fits: check(body) === undefined }));
    expect(bodies.filter(({ fits }) => fits)).toHaveLength(4);
    for (const { body, fits } of bodies) expect((await send(post(JSON.stringify(body)))).reply.ok).toBe(fits);
  });

  test.each([
    [400, '{"features":{"fever":"yes"},"weightKg":0}'],
    [413, `{${" ".repeat(64_000)}}`],
  ])("the refusal %i", async (status, body) => {
    const refused = await send(post(body));
    expect(refused.reply.status).toBe(status);
    expect(checkBy(getReplySchema("/api/evidence", "post", status))(refused.body)).toBeUndefined();
  });

  test("those of every file, of two studies as of the whole library", async () => {
    const ids = loadLibrary()
      .studies.slice(0, 2)
      .map(({ id }) => id);
    const paths = [...routes.keys()].filter(
      (path) => routes.get(path)?.GET && path !== ownFile && !/^\/(mcp|cds-services)/.test(path),
    );
    const addresses = paths.flatMap((path) =>
      path.includes("[id]") ? ids.map((id) => path.replace("[id]", id)) : [path],
    );
    for (const address of addresses) {
      const { reply, body, described } = await send(new Request(`http://localhost${address}`));
      expect(reply.status, address).toBe(200);
      expect(checkBy(getReplySchema(described, "get", 200))(body), address).toBeUndefined();
    }
    expect(addresses.length).toBeGreaterThanOrEqual(9);
  });
});

/** The curl lines of a text. */
const listCurlLines = (text: string) => text.split("\n").filter((line) => line.startsWith("curl "));

/** The request of a curl line: words in quotes, headers and a body. */
function readCurl(line: string): Request {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare,
  );
  const valuesOf = (option: string) =>
    words.flatMap((word, place) => (word === option ? [words[place + 1] ?? ""] : []));
  const [, address = ""] = words;
  const [body] = valuesOf("-d");
  return new Request(address.replace("$SERVER", "http://localhost"), {
    method: body === undefined ? "GET" : "POST",
    headers: valuesOf("-H").map((header) => header.split(": ") as [string, string]),
    ...(body !== undefined && { body }),
  });
}

describe("the lines to type", () => {
  beforeEach(() => void vi.stubEnv("MYOMATCH_MCP", "on"));
  afterEach(() => void vi.unstubAllEnvs());

  const lines = listCurlLines(readFileSync("docs/integrating.md", "utf8"));

  test("each line of docs/integrating.md is answered, and the wrong one with its fault", async () => {
    const replies = await Promise.all(lines.map((line) => send(readCurl(line))));
    expect(replies).toHaveLength(9);
    expect(replies.map(({ reply }) => reply.status)).toEqual([200, 400, 200, 200, 200, 200, 200, 200, 200]);
    expect(replies[1]?.body).toEqual({ errors: [{ path: "features.fever", message: 'Unknown key "fever".' }] });
    expect(replies.at(-1)?.body).toMatchObject({ result: { structuredContent: { scope: { covered: true } } } });
  });

  test("those of the page are among them", () => {
    expect(requestExamples.length).toBeGreaterThan(5);
    for (const { curl } of requestExamples) expect(lines).toContain(curl);
  });
});
