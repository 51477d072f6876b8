import { buildIfChanged } from "@/scripts/build.mjs";
import { Problem, runMain } from "@/scripts/cli.mjs";
import { sendHalfBodies } from "./half-bodies";
import type { Outcome } from "./outcome";
import {
  buildAsStranger,
  buildBrokenSheet,
  buildOnFullDisk,
  serveAsStranger,
  startOnFullDisk,
  startOnTakenPort,
  startTwice,
} from "./programs";
import { writePart, writeTable } from "./report";
import { killUnderLoad, stopWhileReading } from "./under-load";

const attempts: [string, () => Promise<Outcome>][] = [
  ["The server is killed under load (SIGKILL) and started again", killUnderLoad],
  ["The server is stopped (SIGTERM) while it reads eight requests", stopWhileReading],
  ["200 bodies are half sent, and their connections stay open", sendHalfBodies],
  ["`npm start` on a port in use", startOnTakenPort],
  ["`npm start` twice at the same moment, on one port", startTwice],
  ["A build with one broken fact sheet", buildBrokenSheet],
  ["The server runs as a user who may not write to its folder", serveAsStranger],
  ["A build by such a user", buildAsStranger],
  ["A build on a disk that is full", buildOnFullDisk],
  ["`npm start` of a built app on a disk that is full", startOnFullDisk],
];

runMain(async () => {
  await buildIfChanged();
  const rows: string[][] = [];
  let failed = 0;
  for (const [what, attempt] of attempts) {
    const { happened, isGood } = await attempt().catch(
      (error: unknown): Outcome => ({ happened: error instanceof Error ? error.message : `${error}`, isGood: false }),
    );
    if (isGood === false) failed += 1;
    const verdict = isGood === null ? "not tried" : isGood ? "yes" : "**no**";
    rows.push([what, happened, verdict]);
    console.log(`${what}: ${happened} (${verdict})`);
  }
  writePart("break", writeTable(["what was done", "what happened", "as it should"], rows));
  if (failed > 0) throw new Problem(`${failed} of ${attempts.length} went otherwise than they should.`);
});
