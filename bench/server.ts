import { spawn } from "node:child_process";
import { findFreePort, stopProgram, waitUntilUp } from "@/scripts/started-server";

/** A server that the bench has started. */
export type Server = { url: string; port: number; stop: () => Promise<void> };

/** Serves a built app, and resolves once it answers. */
export async function serve(folder: string): Promise<Server> {
  const port = await findFreePort();
  return start(port, process.execPath, ["node_modules/next/dist/bin/next", "start", folder, "--port", `${port}`]);
}

/** Starts a program that serves on a port, and resolves once it answers. */
export async function start(port: number, command: string, args: string[]): Promise<Server> {
  const url = `http://localhost:${port}`;
  const child = spawn(command, args, {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  // Whatever ends the bench, no server outlives it.
  process.once("exit", () => child.kill());
  if (await waitUntilUp(child, url)) return { url, port, stop: () => stopProgram(child) };
  await stopProgram(child);
  throw new Error(`${command} ${args.join(" ")}: does not answer on ${url}`);
}
