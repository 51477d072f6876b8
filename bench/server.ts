import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A server that the bench has started. */
export type Server = { url: string; port: number; stop: () => Promise<void> };

/** Finds a port that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

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
  const server = { url, port, stop: () => stop(child) };
  // Whatever ends the bench, no server outlives it.
  process.once("exit", () => child.kill());
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await server.stop();
  throw new Error(`${command} ${args.join(" ")}: does not answer on ${url}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}
