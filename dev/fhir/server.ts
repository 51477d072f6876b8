import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Authorisation, type Grant, type RegisteredApp } from "./authorisation";
import { drawChoice, drawFrame, drawList, drawRefusal } from "./pages";
import { type OperationOutcome, TestRecord } from "./repository";

/** The path of the record below the server's address. */
const base = "/fhir";

type Options = {
  /** 0 chooses a free one */
  port: number;
  /** as browsers write it, without a slash at the end; from the port where it is left out */
  origin?: string;
  apps: RegisteredApp[];
  /** where the program is opened: "http://localhost:3000/launch" */
  launchPage: string;
  /** milliseconds since 1970 */
  now?: () => number;
};

type Reply = { status: number; body: string | object; headers?: Record<string, string> };

/** A record system in one process: FHIR R4 in memory, the authorisation of SMART App Launch, and pages to launch from. */
export class TestRecordSystem {
  /** kinds of resource that cannot be read, such as "Observation": every request for them is answered with 500 */
  readonly failing = new Set<string>();
  /** what the configuration says of itself beyond the addresses; a test changes it */
  readonly configuration: Record<string, unknown> = {
    grant_types_supported: ["authorization_code"],
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "fhirUser", "launch", "launch/patient", "patient/*.rs"],
    capabilities: [
      "launch-ehr",
      "launch-standalone",
      "client-public",
      "sso-openid-connect",
      "context-ehr-patient",
      "context-standalone-patient",
      "permission-patient",
      "permission-v2",
    ],
  };
  readonly record: TestRecord;
  readonly authorisation: Authorisation;
  /** the server's address: "http://localhost:3400" */
  readonly origin: string;
  /** of the record: "http://localhost:3400/fhir" */
  readonly issuer: string;
  #server: Server;
  #launchPage: string;

  private constructor(
    record: TestRecord,
    server: Server,
    { origin, apps, launchPage, now }: Options & { origin: string },
  ) {
    this.record = record;
    this.origin = origin;
    this.issuer = `${origin}${base}`;
    this.#server = server;
    this.#launchPage = launchPage;
    this.authorisation = new Authorisation({ audience: this.issuer, issuer: this.issuer, apps, ...(now && { now }) });
    server.on("request", async (request, response) => {
      const reply = await this.#answer(request).catch(
        (error: unknown): Reply => ({ status: 500, body: writeOutcome(String(error)) }),
      );
      const isText = typeof reply.body === "string";
      response.writeHead(reply.status, {
        // a browser asks from another origin: the program's
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
        "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
        "Cache-Control": "no-store",
        "Content-Type": isText ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
        ...reply.headers,
      });
      response.end(isText ? reply.body : JSON.stringify(reply.body));
    });
  }

  /** Loads the test patients, and listens on the loopback interface only. */
  static async start(options: Options): Promise<TestRecordSystem> {
    const record = await TestRecord.load();
    const server = createServer();
    // a busy machine can be longer between two calls of a test than a connection is kept by default
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    return new TestRecordSystem(record, server, { ...options, origin: options.origin ?? `http://localhost:${port}` });
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The address that opens the program for one patient, as a record system does. It can be used once. */
  writeLaunch(patient: string): string {
    const query = new URLSearchParams({ iss: this.issuer, launch: this.authorisation.createLaunch(patient) });
    return `${this.#launchPage}?${query}`;
  }

  async #answer(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.origin);
    if (request.method === "OPTIONS") return { status: 204, body: "" };
    if (request.method === "POST" && pathname === "/token") {
      const { status, body } = await this.authorisation.exchange(new URLSearchParams(await readText(request)));
      return { status, body };
    }
    if (request.method !== "GET") return { status: 405, body: writeOutcome("Only reading is possible here.") };

    if (pathname.startsWith(`${base}/`))
      return this.#answerRecord(pathname.slice(base.length + 1), searchParams, request);
    const patient = this.record.patients.find(({ id }) => id === searchParams.get("patient"));
    switch (pathname) {
      case "/":
        return { status: 200, body: drawList(this.record.patients) };
      case "/favicon.ico":
        return { status: 204, body: "" };
      case "/keys":
        return { status: 200, body: await this.authorisation.readKeys() };
      case "/launch":
        return patient ? goTo(this.writeLaunch(patient.id)) : notFound;
      case "/frame":
        return patient ? { status: 200, body: drawFrame(this.writeLaunch(patient.id)) } : notFound;
      case "/authorise":
        return this.#answerAuthorisation(searchParams);
      case "/choose": {
        const address = this.authorisation.choose(searchParams.get("request") ?? "", patient?.id ?? null);
        return address
          ? goTo(address)
          : { status: 400, body: drawRefusal("Nobody asked for this, or it was answered.") };
      }
      default:
        return notFound;
    }
  }

  #answerAuthorisation(query: URLSearchParams): Reply {
    const step = this.authorisation.authorise(query);
    if (step.kind === "back") return goTo(step.address);
    if (step.kind === "refused") return { status: 400, body: drawRefusal(step.reason) };
    return { status: 200, body: drawChoice(step.request, this.record.patients) };
  }

  #answerRecord(path: string, query: URLSearchParams, { headers }: IncomingMessage): Reply | Promise<Reply> {
    if (path === ".well-known/smart-configuration") return { status: 200, body: this.#describe() };
    const [kind = "", id, ...more] = path.split("/");
    if (more.length > 0) return { status: 404, body: writeOutcome("There is nothing at this address.") };
    const grant = this.authorisation.readToken(headers.authorization?.replace(/^Bearer /, "") ?? "");
    if (!grant) return { status: 401, body: writeOutcome("The token is missing, unknown or expired.") };
    if (!allows(grant, kind, id === undefined ? "s" : "r"))
      return { status: 403, body: writeOutcome(`The token does not allow ${kind}.`) };
    if (this.failing.has(kind)) return { status: 500, body: writeOutcome(`${kind} cannot be read at the moment.`) };
    if (id !== undefined) {
      if (kind !== "Patient" || id !== grant.patient)
        return { status: 403, body: writeOutcome("The token is of another patient.") };
      return this.record.read({ path, query });
    }
    if (query.get("patient")?.replace(/^Patient\//, "") !== grant.patient)
      return { status: 403, body: writeOutcome("The token is of another patient.") };
    return this.record.search({ path: kind, query }, this.issuer);
  }

  #describe(): object {
    return {
      issuer: this.issuer,
      jwks_uri: `${this.origin}/keys`,
      authorization_endpoint: `${this.origin}/authorise`,
      token_endpoint: `${this.origin}/token`,
      ...this.configuration,
    };
  }
}

/** Whether a token allows to read ("r") or search ("s") a kind of resource, by scopes of either version. */
function allows({ scopes }: Grant, kind: string, how: "r" | "s"): boolean {
  return scopes.some((scope) => {
    const [, allowed, rights = ""] = /^patient\/(\w+|\*)\.(\w+)$/.exec(scope) ?? [];
    return (
      (allowed === kind || allowed === "*") &&
      (rights === "read" || (/^c?r?u?d?s?$/.test(rights) && rights.includes(how)))
    );
  });
}

const notFound: Reply = { status: 404, body: drawRefusal("There is no such page or patient.") };

function goTo(address: string): Reply {
  return { status: 302, body: "", headers: { Location: address } };
}

function writeOutcome(diagnostics: string): OperationOutcome {
  return { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "processing", diagnostics }] };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
