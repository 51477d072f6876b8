import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { findFreePort, stopProgram, waitUntilUp } from "@/scripts/started-server";

/** A server of the built app on the loopback of this machine. */
export type Server = {
  port: number;
  pid: number;
  /** what it has printed since it answered: a request should add nothing */
  log: () => string;
  /** Ends it, by default as a supervisor does, and resolves once it has ended. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

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
  if (await waitUntilUp(child, `http://127.0.0.1:${chosen}/`)) {
    log = "";
    return { port: chosen, pid: child.pid ?? 0, log: () => log, stop: (signal) => stopProgram(child, signal) };
  }
  await stopProgram(child, "SIGKILL");
  throw new Error(`The server does not answer: ${log}`);
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
