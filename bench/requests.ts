import type { Apps } from "./apps";
import { emptyRoute } from "./bare-app";
import { budgets } from "./budgets";
import { calculatePercentile } from "./figures";
import { serveThroughNginx } from "./nginx";
import { createRatioRow, createRow, createUnmeasuredRow, type Row, type Section } from "./rows";
import { serve } from "./server";
import { loadTool } from "./tools";

/** The service that is asked, and what it is asked: a patient whom some studies describe. */
const service = { path: "/api/evidence", body: { features: { skinOnly: "yes", refractory: "yes" } } };

const connectionCounts = [1, 8, 64];
const mostConnections = 64;

type Load = { perSecond: number; slow: number };

/** How many requests a server answers, against a route handler that does nothing. */
export async function measureRequests({ plan, own, bare }: Apps): Promise<Section> {
  const send = (url: string, connections: number) => sendRequests(url, connections, plan.requestSeconds);
  await warmUp(`${own.url}${service.path}`);
  await warmUp(`${bare.url}${emptyRoute}`);
  const rows: Row[] = [];
  for (const connections of connectionCounts) {
    const ours: Load[] = [];
    const theirs: Load[] = [];
    for (let run = 0; run < plan.requestRuns; run += 1) {
      theirs.push(await send(`${bare.url}${emptyRoute}`, connections));
      ours.push(await send(`${own.url}${service.path}`, connections));
    }
    const name = `${connections} connection${connections === 1 ? "" : "s"}`;
    rows.push(
      createRatioRow(
        {
          what: `${name}: requests`,
          ours: ours.map(({ perSecond }) => perSecond),
          theirs: theirs.map(({ perSecond }) => perSecond),
          unit: "a second",
        },
        budgets.requests,
      ),
      createRatioRow(
        {
          what: `${name}: answered within, 95 of 100`,
          ours: ours.map(({ slow }) => slow),
          theirs: theirs.map(({ slow }) => slow),
          unit: "ms",
        },
        null,
      ),
    );
  }
  rows.push(await measureTwoProcesses(send));
  return {
    title: "Requests for the service",
    how:
      `POST ${service.path}, against a route handler of the bare app that reads nothing and answers {}. Each for ` +
      `${plan.requestSeconds} seconds, ${plan.requestRuns} times in turn. The program that asks runs on the same machine and takes a part of it.`,
    rows,
    limits:
      "Next.js handles one request after another in one process. What is left is the answer, and writing it as JSON. " +
      "The server keeps no state, so more processes behind any proxy share the work.",
  };
}

const createRequest = () => ({
  method: "POST" as const,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(service.body),
});

/** Asks a few times: what a server does once, at its first requests, is not measured. */
async function warmUp(url: string): Promise<void> {
  for (let asked = 0; asked < 50; asked += 1) await (await fetch(url, createRequest())).text();
}

/** @throws Error where any request fails, or none is answered */
async function sendRequests(url: string, connections: number, duration: number): Promise<Load> {
  const { default: autocannon } = await loadTool("autocannon");
  const times: number[] = [];
  const run = autocannon({
    url,
    ...createRequest(),
    connections,
    duration,
  });
  run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { requests, duration: seconds, non2xx, errors } = await run;
  if (non2xx > 0 || errors > 0) throw new Error(`requests: ${url} failed ${non2xx + errors} times`);
  return { perSecond: requests.total / seconds, slow: calculatePercentile(times, 0.95) };
}

/** Two processes behind nginx: nothing has to be shared between them. */
async function measureTwoProcesses(send: (url: string, connections: number) => Promise<Load>): Promise<Row> {
  const what = `${mostConnections} connections: requests, two processes behind nginx`;
  const servers = [await serve("."), await serve(".")];
  try {
    const proxy = await serveThroughNginx(servers.map(({ port }) => port));
    if (!proxy) return createUnmeasuredRow(what, "nginx is not installed");
    try {
      await warmUp(`${proxy.url}${service.path}`);
      const { perSecond } = await send(`${proxy.url}${service.path}`, mostConnections);
      return createRow({ what, ours: [perSecond], unit: "a second" });
    } finally {
      await proxy.stop();
    }
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}
