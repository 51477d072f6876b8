import { cpus, loadavg } from "node:os";
import { buildIfChanged } from "@/scripts/build.mjs";
import { Problem, runMain } from "@/scripts/cli.mjs";
import { describeFault, summarise } from "./judge";
import { writePart, writeTable } from "./report";
import { createRequests, type Sent } from "./requests";
import { createConnections, type Received, send } from "./send";
import { readMemory, startServer } from "./server";

const counts = { full: 100_000, quick: 5_000 } as const;
const connections = 8;
/** Requests are made in parts, so that not all of them are in memory at once. */
const partSize = 1_000;
/** MB by which the last quarter may hold more than the second: the first fills what is kept on purpose. */
const MAX_GROWTH = 64;

runMain(async () => {
  const [name = "full"] = process.argv.slice(2);
  if (name !== "full" && name !== "quick") throw new Problem("Say: npm run soak, or npm run soak -- quick");
  const count = counts[name];
  await buildIfChanged();
  const server = await startServer();
  const agent = createConnections(connections);
  const received: { sort: Sent["sort"]; path: string; reply: Omit<Received, "text"> }[] = [];
  const memory: number[] = [];
  const faults: string[] = [];
  const begin = performance.now();
  try {
    for (let seed = 1; received.length < count; seed += 1) {
      const waiting = createRequests(partSize, seed).reverse();
      const takeTurns = async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const { text, ...reply } = await send(server.port, next, agent);
          const fault = describeFault(next, { ...reply, text });
          if (fault) faults.push(fault);
          received.push({ sort: next.sort, path: next.path, reply });
        }
      };
      await Promise.all(Array.from({ length: connections }, takeTurns));
      const megabytes = readMemory(server.pid);
      if (megabytes !== null) memory.push(megabytes);
      if (seed % 5 === 0) console.log(`${received.length} requests, ${Math.round(megabytes ?? 0)} MB`);
    }
  } finally {
    agent.destroy();
    await server.stop();
  }
  const seconds = (performance.now() - begin) / 1000;
  const logged = server.log().split("\n").filter(Boolean);
  const growth = name === "full" ? measureGrowth(memory) : null;
  const lines = [
    `${count.toLocaleString("en-GB")} requests over ${connections} connections in ${seconds.toFixed(0)} s ` +
      `(${(count / seconds).toFixed(0)} a second). ${describeLoad()}`,
    "",
    ...writeTable(
      [
        "sort",
        "requests",
        "2xx",
        "3xx",
        "4xx",
        "503",
        "other 5xx",
        "no reply",
        "median ms",
        "99 of 100 within ms",
        "longest ms",
      ],
      summarise(received),
    ),
    "",
    `Memory of the server: ${describeMemory(memory, growth)} Lines in its log after it was up: ${logged.length}. ` +
      `Replies with a fault (5xx, none, a path or a stack): ${faults.length}.`,
  ];
  for (const line of lines) console.log(line);
  writePart("soak", lines);
  for (const line of [...faults, ...logged].slice(0, 20)) console.error(line.slice(0, 300));
  if (faults.length > 0 || logged.length > 0) throw new Problem("Some requests were not answered as they should be.");
  if (growth !== null && growth > MAX_GROWTH) throw new Problem(`The memory grew by ${growth.toFixed(0)} MB.`);
});

/** How much else the machine had to do: the figures are of a machine that this program shares with the server too. */
function describeLoad(): string {
  const perCore = (loadavg()[1] ?? 0) / cpus().length;
  return `On average ${perCore.toFixed(1)} programs wanted each core, those of this run among them.`;
}

const takeMedian = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** MB that the last quarter holds more than the second, by their medians; null where the memory cannot be read. */
function measureGrowth(memory: readonly number[]): number | null {
  const quarter = Math.floor(memory.length / 4);
  if (quarter === 0) return null;
  return takeMedian(memory.slice(-quarter)) - takeMedian(memory.slice(quarter, 2 * quarter));
}

function describeMemory(memory: readonly number[], growth: number | null): string {
  if (memory.length === 0) return "not measured: only Linux says it.";
  const [first = 0, last = 0, most = 0] = [memory[0], memory.at(-1), Math.max(...memory)].map((value) =>
    Math.round(value ?? 0),
  );
  const grown =
    growth === null
      ? "Whether it stays flat needs the long run."
      : `From the second quarter of the run to the last it changed by ${growth.toFixed(0)} MB.`;
  return `${first} MB after the first thousand, ${last} MB at the end, at most ${most} MB. ${grown}`;
}
