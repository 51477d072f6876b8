import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, vi } from "vitest";
import { bundle, dermatomyositis, medicationRequest, patient, patientId } from "@/lib/fhir/fixtures";
import { readCaseLink } from "@/lib/url-state/case";
import { splitFragment } from "@/lib/url-state/fragment";
import * as feedbackRoute from "./[id]/feedback/route";
import * as serviceRoute from "./[id]/route";
import * as discoveryRoute from "./route";

export const base = "https://myomatch.example";
/** What a request holds as its address: the server is not told its public one. */
export const ownAddress = "http://localhost:3000";
export const view = "myomatch-patient-view";
export const order = "myomatch-order-select";

export type Json = { [key: string]: unknown };
export type Card = {
  uuid: string;
  summary: string;
  detail: string;
  indicator: string;
  source: { label: string; url?: string };
  links?: { url: string; label: string }[];
};
export type Reply = {
  status: number;
  body: { cards?: Card[]; issue?: { diagnostics: string }[] } & Json;
  headers: Headers;
};

export async function read(response: Response): Promise<Reply> {
  return { status: response.status, body: await response.json(), headers: response.headers };
}

export const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${ownAddress}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export const call = async (body: unknown, id = view, headers: Record<string, string> = {}) =>
  read(await serviceRoute.POST(post(`/cds-services/${id}`, body, headers), { params: Promise.resolve({ id }) }));
export const sendFeedback = async (body: unknown, id = view, headers: Record<string, string> = {}) =>
  read(
    await feedbackRoute.POST(post(`/cds-services/${id}/feedback`, body, headers), { params: Promise.resolve({ id }) }),
  );
export const discover = async (headers: Record<string, string> = {}) =>
  read(await discoveryRoute.GET(new Request(`${ownAddress}/cds-services`, { headers })));

const hookInstance = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";
export const hook = (prefetch: Json | undefined, more: Json = {}) => ({
  hook: "patient-view",
  hookInstance,
  context: { userId: "Practitioner/1", patientId },
  ...(prefetch && { prefetch }),
  ...more,
});
export const records = (...conditions: unknown[]) => ({ patient: patient(), conditions: bundle(...conditions) });
export const orderOf = (drug: object, prefetch: Json = records(dermatomyositis())) =>
  hook(prefetch, {
    hook: "order-select",
    context: {
      userId: "Practitioner/1",
      patientId,
      selections: ["MedicationRequest/new"],
      draftOrders: bundle(medicationRequest(drug, { id: "new", status: "draft" })),
    },
  });

export const onlyCard = ({ status, body }: Reply): Card => {
  expect(status).toBe(200);
  expect(body.cards).toHaveLength(1);
  return body.cards?.[0] as Card;
};
export const caseOf = (link: { url: string } | undefined) => {
  const url = new URL(link?.url ?? "");
  expect(url.search).toBe("");
  const found = readCaseLink(splitFragment(url.hash).case);
  if (!found.ok) throw new Error(found.message);
  return found.value;
};
export const reasonsOf = ({ body }: Reply) => body.issue?.map(({ diagnostics }) => diagnostics) ?? [];

/** A server on this machine, and what was asked of it. */
export async function serve(
  listener: RequestListener,
): Promise<{ server: Server; port: number; seen: IncomingMessage[]; connections: () => number }> {
  const seen: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push(request);
    listener(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  // a busy machine can be longer between two calls than a connection is kept by default
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port, seen, connections: () => connections };
}

/**
 * The settings of a test: the public address, the time zone, and those that it makes. Put back after each test by
 * `vi.unstubAllEnvs`.
 */
export function clearSettings(): void {
  for (const name of ["MYOMATCH_CDS_ISSUERS", "MYOMATCH_FHIR_SERVERS", "MYOMATCH_PRIVATE_HOSTS"]) vi.stubEnv(name, "");
  vi.stubEnv("MYOMATCH_BASE_URL", base);
  vi.stubEnv("MYOMATCH_TIME_ZONE", "UTC");
}
