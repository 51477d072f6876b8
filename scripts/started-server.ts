import type { ChildProcess } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";

/** A port of this machine that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Waits until a server that was started answers, for a minute.
 * @param url a page of it
 * @returns false where it has ended, or still does not answer
 */
export async function waitUntilUp(child: ChildProcess, url: string): Promise<boolean> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(url).then(
      // read to its end, so that the page is drawn before anything is measured
      async (reply) => (await reply.text()) !== "" && reply.ok,
      () => false,
    );
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** Ends a program, by default as a supervisor does, and resolves once it has ended. */
export function stopProgram(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
