import type { Apps } from "./apps";
import { emptyRoute } from "./bare-app";
import { budgets } from "./budgets";
import { calculatePercentile } from "./figures";
import { serveThroughNginx } from "./nginx";
import { createRatioRow, createRow, createUnmeasuredRow, type Row, type Section } from "./rows";
import { serve } from "./server";
import { service } from "./service";
import { loadTool } from "./tools";

const connectionCounts = [1, 8, 64];
const mostConnections = 64;

/** The status of a request that a busy server refuses at once, so that those it has taken do not wait. */
const busy = 503;

/** What was answered: how many a second, how slowly 95 of 100 at most, and how many more were refused because it was busy. */
type Load = { perSecond: number; slow: number; refused: number };

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
          what: `${name}: requests answered`,
          ours: ours.map(({ perSecond }) => perSecond),
          theirs: theirs.map(({ perSecond }) => perSecond),
          unit: "a second",
          ...describeRefused(ours),
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
      `POST ${service.path}, against a route handler of the bare app that reads nothing and answers {}, sent the same ` +
      `body. Both were asked ${warmUpRequests} times before. Each for ` +
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

/** Requests after which a server has compiled what it runs most: before that, times fall from request to request. */
const warmUpRequests = 5_000;

/** Asks many times, one after another: what a server does once, at its first requests, is not measured. */
async function warmUp(url: string): Promise<void> {
  for (let asked = 0; asked < warmUpRequests; asked += 1) await (await fetch(url, createRequest())).text();
}

/** @throws Error where a request fails in another way than by being refused, or none is answered */
async function sendRequests(url: string, connections: number, duration: number): Promise<Load> {
  const { default: autocannon } = await loadTool("autocannon");
  const times: number[] = [];
  let refused = 0;
  const run = autocannon({ url, ...createRequest(), connections, duration });
  run.on("response", (_client, status, _bytes, milliseconds) => {
    if (status === busy) refused += 1;
    else times.push(milliseconds);
  });
  const { duration: seconds, non2xx, errors } = await run;
  const failed = non2xx + errors - refused;
  if (failed > 0 || times.length === 0)
    throw new Error(`requests: of ${url} ${times.length} were answered in ${seconds} s, and ${failed} failed`);
  return { perSecond: times.length / seconds, slow: calculatePercentile(times, 0.95), refused };
}

function describeRefused(loads: readonly Load[]): { note?: string } {
  const refused = loads.reduce((sum, load) => sum + load.refused, 0);
  return refused === 0 ? {} : { note: `${refused.toLocaleString("en-GB")} more were refused at once, as ${busy}` };
}

/** Two processes behind nginx: nothing has to be shared between them. */
async function measureTwoProcesses(send: (url: string, connections: number) => Promise<Load>): Promise<Row> {
  const what = `${mostConnections} connections: requests answered, two processes behind nginx`;
  const servers = [await serve("."), await serve(".")];
  try {
    const proxy = await serveThroughNginx(servers.map(({ port }) => port));
    if (!proxy) return createUnmeasuredRow(what, "nginx is not installed");
    try {
      await warmUp(`${proxy.url}${service.path}`);
      const load = await send(`${proxy.url}${service.path}`, mostConnections);
      return createRow({ what, ours: [load.perSecond], unit: "a second", ...describeRefused([load]) });
    } finally {
      await proxy.stop();
    }
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}
