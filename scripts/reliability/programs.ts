import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { findFreePort, waitUntilUp } from "@/scripts/started-server";
import type { Outcome } from "./outcome";
import { startServer } from "./server";

/** A user with no rights here, by the number that most systems give "nobody". */
const stranger = 65534;
const notRoot: Outcome = { happened: "Only the root user can run a program as another user.", isGood: null };

type Ended = { code: number | null; output: string };

type Started = {
  env?: Record<string, string>;
  /** the number of the user it runs as */
  user?: number;
  /** a folder that is a disk of its own for this program alone, of a few kilobytes */
  small?: string;
  /** a folder that this program finds as it is, on a disk of its own that is full */
  full?: string;
};

/** Makes such disks for one program. Both are gone when it ends. */
const disks = {
  small: 'mount -t tmpfs -o size=8k small "$0" && exec "$@"',
  full: [
    "mount -t tmpfs -o size=16k full /mnt && mkdir /mnt/new /mnt/work",
    'mount -t overlay -o "lowerdir=$0,upperdir=/mnt/new,workdir=/mnt/work" full "$0"',
    '{ cat /dev/zero > /mnt/rest 2> /dev/null; exec "$@"; }',
  ].join(" && "),
};

/** Starts a script of this project. */
function startScript(script: string, { env = {}, user, small, full }: Started = {}) {
  const program = [process.execPath, `scripts/${script}`];
  const disk = small ? [disks.small, small] : full ? [disks.full, full] : null;
  const [command = "", ...args] = disk ? ["unshare", "--mount", "sh", "-c", ...disk, ...program] : program;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(user !== undefined && { uid: user }),
  });
  process.once("exit", () => child.kill());
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, output })));
  return { child, ended, stop: () => child.kill() };
}

/** The sentence that a program ends with, without numbers that differ each time. */
const readSentence = ({ output }: Ended) =>
  (output.trim().split("\n").at(-1) ?? "").replaceAll(resolve("."), ".").replace(/\d{4,}/g, "N");
const isSentence = ({ code, output }: Ended) => code === 1 && !/^\s+at /m.test(output);

/** Starts the app where another program listens. */
export async function startOnTakenPort(): Promise<Outcome> {
  const port = await findFreePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, resolve));
  const ended = await startScript("start.mjs", { env: { PORT: `${port}` } }).ended;
  other.close();
  return { happened: `It ends: "${readSentence(ended)}"`, isGood: isSentence(ended) };
}

/** Starts the app twice on one port: one serves, the other ends. */
export async function startTwice(): Promise<Outcome> {
  const port = await findFreePort();
  const both = [
    startScript("start.mjs", { env: { PORT: `${port}` } }),
    startScript("start.mjs", { env: { PORT: `${port}` } }),
  ] as const;
  const [first, other] = await Promise.race([
    both[0].ended.then((ended) => [ended, both[1]] as const),
    both[1].ended.then((ended) => [ended, both[0]] as const),
  ]);
  // One may end because it meets the other's look for a free port, seconds before that other serves.
  const isUp = await waitUntilUp(other.child, `http://127.0.0.1:${port}/about`);
  for (const { stop } of both) stop();
  await Promise.all(both.map(({ ended }) => ended));
  return {
    happened: `${isUp ? "One serves pages" : "None serves a page"}, the other ends with code ${first.code}.`,
    isGood: isUp && first.code !== 0,
  };
}

/** Builds from a copy of the data in which one count is larger than its total. */
export async function buildBrokenSheet(): Promise<Outcome> {
  const stamp = ".next/inputs.sha256";
  const built = readFileSync(stamp, "utf8");
  const folder = mkdtempSync(join(tmpdir(), "myomatch-break-"));
  try {
    cpSync("data", folder, { recursive: true });
    const sheet = join(folder, "studies", "bounfour-2014.json");
    writeFileSync(sheet, readFileSync(sheet, "utf8").replace('"total": 19', '"total": 9'));
    const ended = await startScript("build.mjs", { env: { MYOMATCH_LIBRARY: relative("data", folder) } }).ended;
    const named = /^bounfour-2014\.json: [\w.]+/m.exec(ended.output)?.[0];
    return {
      happened: `Nothing is built. The fault is named ("${named}"), and: "${readSentence(ended)}"`,
      isGood: isSentence(ended) && named !== undefined,
    };
  } finally {
    rmSync(folder, { recursive: true });
    // the build before is still whole, and this says of what it was made
    writeFileSync(stamp, built);
  }
}

/** Serves as a user who may not write to the folder. */
export async function serveAsStranger(): Promise<Outcome> {
  if (process.getuid?.() !== 0) return notRoot;
  const server = await startServer({ user: stranger });
  const paths = ["/", "/studies/park-2003", "/studies/unknown-1", "/api/openapi.json"];
  const statuses: number[] = [];
  for (const path of paths) statuses.push((await fetch(`http://127.0.0.1:${server.port}${path}`)).status);
  await server.stop();
  const lines = server.log().split("\n").filter(Boolean).length;
  return {
    happened: `Pages are served (${statuses.join(", ")}: the third does not exist). Lines in the log: ${lines}.`,
    isGood: statuses.join() === "200,200,404,200" && lines === 0,
  };
}

/** Builds as such a user. */
export async function buildAsStranger(): Promise<Outcome> {
  if (process.getuid?.() !== 0) return notRoot;
  const ended = await startScript("build.mjs", { user: stranger }).ended;
  return { happened: `It ends: "${readSentence(ended)}"`, isGood: isSentence(ended) };
}

/** Whether this machine lets a program have a disk of its own. */
const canMount = () =>
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "small", tmpdir()]).status === 0;

const noDisk: Outcome = { happened: "This machine lets no program have a disk of its own.", isGood: null };

/** Starts the app that was built on a disk that is full now: to serve, it need not write. */
export async function startOnFullDisk(): Promise<Outcome> {
  if (!canMount()) return noDisk;
  const port = await findFreePort();
  const { child, ended, stop } = startScript("start.mjs", { env: { PORT: `${port}` }, full: ".next" });
  const statuses: number[] = [];
  if (await waitUntilUp(child, `http://127.0.0.1:${port}/`)) {
    for (const path of ["/", "/studies/park-2003", "/api/openapi.json"])
      statuses.push((await fetch(`http://127.0.0.1:${port}${path}`)).status);
  }
  stop();
  const sentence = readSentence(await ended);
  const isServed = statuses.length > 0 && statuses.every((status) => status === 200);
  return {
    happened: isServed ? `Pages are served (${statuses.join(", ")}).` : `It ends: "${sentence}"`,
    isGood: isServed,
  };
}

/** Builds on a disk that is full after a few kilobytes. The build before is not there for it, and is whole afterwards. */
export async function buildOnFullDisk(): Promise<Outcome> {
  if (!canMount()) return noDisk;
  const ended = await startScript("build.mjs", { small: ".next" }).ended;
  const sentence = readSentence(ended);
  // What Next.js itself prints of the refusal stands above.
  return { happened: `It ends: "${sentence}"`, isGood: ended.code === 1 && sentence.includes("the disk is full") };
}
