import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";

/** A server of the built app on the loopback of this machine. */
export type Server = {
  port: number;
  pid: number;
  /** what it has printed since it answered: a request should add nothing */
  log: () => string;
  /** Ends it, by default as a supervisor does, and resolves once it has ended. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

/** A port that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts the built app, with the tools for assistants on, and resolves once it answers.
 * @param user the number of the user it runs as, which only the root user may choose
 * @throws Error where it does not answer within a minute
 */
export async function startServer({ port, user }: { port?: number; user?: number } = {}): Promise<Server> {
  const chosen = port ?? (await findFreePort());
  const next = ["node_modules/next/dist/bin/next", "start", "--port", `${chosen}`, "--hostname", "127.0.0.1"];
  const child = spawn(process.execPath, next, {
    stdio: ["ignore", "pipe", "pipe"],
    ...(user !== undefined && { uid: user }),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", MYOMATCH_MCP: "on" },
  });
  // Whatever ends this program, no server outlives it.
  process.once("exit", () => child.kill("SIGKILL"));
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      log += text;
    });
  }
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${chosen}/`).then(
      async (reply) => (await reply.text()) !== "",
      () => false,
    );
    if (isUp) {
      log = "";
      return { port: chosen, pid: child.pid ?? 0, log: () => log, stop: (signal) => stop(child, signal) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop(child, "SIGKILL");
  throw new Error(`The server does not answer: ${log}`);
}

function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** The memory that a process holds, in MB. Only Linux says it of another process; elsewhere null. */
export function readMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
