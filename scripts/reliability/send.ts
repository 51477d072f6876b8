import { Agent, request } from "node:http";
import type { Sent } from "./requests";

/** What came back: the status and the time until the last byte. `fault` says why there is no reply. */
export type Received = {
  status: number;
  milliseconds: number;
  text: string;
  retryAfter: boolean;
  fault: string | null;
};

/** How long a reply may take before it is counted as none, ms. */
const PATIENCE_MS = 20_000;

/** Connections that are kept open and shared, as a reverse proxy does. */
export function createConnections(count: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: count });
}

/** Sends one request and reads its reply. It never throws. */
export function send(port: number, { method, path, headers, body }: Sent, agent: Agent): Promise<Received> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const end = (received: Omit<Received, "milliseconds">) =>
      resolve({ ...received, milliseconds: performance.now() - begin });
    const fail = (fault: string) => end({ status: 0, text: "", retryAfter: false, fault });
    try {
      const asked = request(
        { host: "127.0.0.1", port, method, path, headers, agent, timeout: PATIENCE_MS },
        (reply) => {
          let text = "";
          reply.setEncoding("utf8");
          reply.on("data", (part) => {
            text += part;
          });
          reply.on("error", ({ message }) => fail(message));
          reply.on("end", () =>
            end({ status: reply.statusCode ?? 0, text, retryAfter: "retry-after" in reply.headers, fault: null }),
          );
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("no reply in time")));
      asked.on("error", ({ message }) => fail(message));
      asked.end(body ?? undefined);
    } catch (error) {
      fail(error instanceof Error ? error.message : `${error}`);
    }
  });
}
