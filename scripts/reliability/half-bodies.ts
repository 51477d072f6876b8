import { connect } from "node:net";
import { BODY_DEADLINE_MS } from "@/lib/api/read-body";
import type { Outcome } from "./outcome";
import { createConnections, send } from "./send";
import { readMemory, startServer } from "./server";

const count = 200;
const head =
  "POST /api/evidence HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n";

/** Opens connections that send half of a body and then nothing, and asks for a page meanwhile. */
export async function sendHalfBodies(): Promise<Outcome> {
  const server = await startServer();
  const before = readMemory(server.pid) ?? 0;
  const begin = performance.now();
  const replies = Array.from(
    { length: count },
    () =>
      new Promise<string>((resolve) => {
        let text = "";
        const socket = connect(server.port, "127.0.0.1", () => socket.write(`${head}${" ".repeat(30_000)}`));
        socket.setTimeout(4 * BODY_DEADLINE_MS, () => socket.destroy());
        socket.on("data", (part) => {
          text += part;
        });
        socket.on("error", () => undefined);
        socket.on("close", () => resolve(text));
      }),
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const agent = createConnections(1);
  const page = await send(
    server.port,
    { sort: "valid", method: "GET", path: "/about", headers: {}, body: null },
    agent,
  );
  const held = (readMemory(server.pid) ?? 0) - before;
  const refused = (await Promise.all(replies)).filter((text) => text.startsWith("HTTP/1.1 408")).length;
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  await server.stop();
  const lines = server.log().split("\n").filter(Boolean).length;
  return {
    happened:
      `A page was answered meanwhile in ${page.milliseconds.toFixed(0)} ms. ${refused} of ${count} were refused with 408 ` +
      `and closed, the last after ${seconds.toFixed(0)} s. They held ${held.toFixed(0)} MB. Lines in the log: ${lines}.`,
    isGood: page.status === 200 && refused === count && lines === 0,
  };
}
