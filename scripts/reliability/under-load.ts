import { request } from "node:http";
import type { Outcome } from "./outcome";
import { createRequests } from "./requests";
import { createConnections, send } from "./send";
import { startServer } from "./server";

const clients = 8;
/** Answers that are waited for before and after the server is killed. */
const enough = 100;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Clients that ask all the time, each again after a moment where nobody answers. */
function startClients(port: number) {
  const agent = createConnections(clients);
  const requests = createRequests(500, 3).filter(({ sort, path }) => sort === "valid" && path !== "/mcp");
  const seen = { answered: 0, unanswered: 0, faults: 0 };
  let isOver = false;
  const run = async (first: number) => {
    for (let index = first; !isOver; index += clients) {
      const next = requests[index % requests.length];
      if (!next) return;
      const { status } = await send(port, next, agent);
      if (status === 0) {
        seen.unanswered += 1;
        await pause(50);
      } else if (status >= 500 && status !== 503) seen.faults += 1;
      else seen.answered += 1;
    }
  };
  const ended = Promise.all(Array.from({ length: clients }, (_, index) => run(index)));
  return {
    seen,
    /** Waits until this many more were answered, or a minute. */
    waitFor: async (more: number) => {
      const wanted = seen.answered + more;
      for (let tries = 0; tries < 600 && seen.answered < wanted; tries += 1) await pause(100);
    },
    stop: async () => {
      isOver = true;
      await ended;
      agent.destroy();
    },
  };
}

/** Kills the server while clients ask, starts it again on its port, and looks whether they are answered again. */
export async function killUnderLoad(): Promise<Outcome> {
  const first = await startServer();
  const load = startClients(first.port);
  await load.waitFor(enough);
  const killed = performance.now();
  await first.stop("SIGKILL");
  const before = load.seen.answered;
  const second = await startServer({ port: first.port });
  const seconds = (performance.now() - killed) / 1000;
  await load.waitFor(enough);
  await load.stop();
  await second.stop();
  const after = load.seen.answered - before;
  return {
    happened:
      `${before} requests answered before. The server was up again after ${seconds.toFixed(1)} s; the ${clients} ` +
      `clients asked ${load.seen.unanswered} times in vain, and were then answered ${after} times without being ` +
      `started again. Wrong answers: ${load.seen.faults}.`,
    isGood: before >= enough && after >= enough && load.seen.faults === 0,
  };
}

/**
 * Asks the server to stop while it reads eight requests, whose bodies follow afterwards. That it has begun to read one it
 * says itself, with "100 Continue": of one that only lies in the memory of the system it knows nothing, and such a
 * connection is closed.
 */
export async function stopWhileReading(): Promise<Outcome> {
  const server = await startServer();
  const body = JSON.stringify({ features: { refractory: "yes", skinOnly: "yes" } });
  const begun = Array.from({ length: clients }, () => {
    const headers = { "content-type": "application/json", "content-length": body.length, expect: "100-continue" };
    const asked = request({ host: "127.0.0.1", port: server.port, method: "POST", path: "/api/evidence", headers });
    const outcome = new Promise<string>((resolve) => {
      asked.on("response", (reply) => {
        reply.resume();
        reply.on("end", () => resolve(`${reply.statusCode}`));
        reply.on("error", ({ message }) => resolve(message));
      });
      asked.on("error", ({ message }) => resolve(message));
    });
    const isRead = new Promise<void>((resolve) => asked.once("continue", () => resolve()));
    asked.flushHeaders();
    return { asked, outcome, isRead };
  });
  await Promise.all(begun.map(({ isRead, outcome }) => Promise.race([isRead, outcome])));
  for (const { asked } of begun) asked.write(body.slice(0, 20));
  const begin = performance.now();
  const stopped = server.stop();
  await pause(500);
  for (const { asked } of begun) asked.end(body.slice(20));
  const outcomes = await Promise.all(begun.map(({ outcome }) => outcome));
  await stopped;
  const lost = outcomes.filter((outcome) => outcome !== "200");
  const seconds = (performance.now() - begin) / 1000;
  return {
    happened:
      `${clients - lost.length} of ${clients} requests that it had begun to read were answered` +
      `${lost.length > 0 ? ` (the others: ${lost.join(", ")})` : ""}. It had ended after ${seconds.toFixed(1)} s.`,
    isGood: lost.length === 0,
  };
}
