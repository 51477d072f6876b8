import { writeFileSync } from "node:fs";
import packageOfNext from "next/package.json" with { type: "json" };
import { buildIfChanged } from "@/scripts/build.mjs";
import { Problem, runMain } from "@/scripts/cli.mjs";
import { install } from "@/scripts/install.mjs";
import { describeLoad, describeMachine } from "@/scripts/machine";
import { requireNode } from "@/scripts/node-version.mjs";
import type { Apps } from "./apps";
import { buildBareApp } from "./bare-app";
import { compareBlocking } from "./blocking";
import { launchBrowser } from "./browser";
import { measureBytes } from "./bytes";
import { measureLighthouse } from "./lighthouse";
import { measureMatching } from "./matching";
import { comparePaint } from "./paint";
import { type Plan, plans } from "./plans";
import { formatTable, listBroken, writeReport } from "./report";
import { measureRequests } from "./requests";
import type { Section } from "./rows";
import { serve } from "./server";
import { measureShift } from "./shift";
import { measureTable } from "./table";
import { measureTaps } from "./taps";
import { measureTestTime } from "./test-time";
import { tried } from "./tried";
import { makeVisits, type Visits } from "./visits";

const reportFile = "docs/performance.md";

runMain(async () => {
  requireNode();
  const plan = readPlan(process.argv.slice(2));
  const warning = describeLoad();
  if (warning) console.log(warning);
  await install("bench");
  await buildIfChanged();
  const bareApp = await buildBareApp();
  // Stopped by a key or by another program, it still stops its servers and removes its folder, as at any end.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const [own, bare, browser] = [await serve("."), await serve(bareApp.folder), await launchBrowser()];
  const sections: Section[] = [];
  const failures: string[] = [];
  const machine = describeMachine([`Chromium ${browser.version()}`, `Next.js ${packageOfNext.version}`]);
  try {
    for (const [title, measure] of listParts({ plan, own, bare, browser })) {
      const section = await measure().catch((error: unknown): Section => {
        failures.push(`${title}: ${error instanceof Error ? error.message : error}`);
        return { title, how: "It could not be measured.", rows: [], limits: "" };
      });
      sections.push(section);
      console.log(`\n${section.title}`);
      for (const line of formatTable(section.rows)) console.log(`  ${line}`);
    }
  } finally {
    await Promise.all([browser.close(), own.stop(), bare.stop()]);
    bareApp.remove();
  }
  // Few runs give figures to try a change by, and none to keep.
  if (plan.name !== "quick") {
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(reportFile, writeReport({ date, machine, warning, sections, tried }));
    console.log(`\nWritten: ${reportFile}`);
  }
  const broken = listBroken(sections);
  console.log(["", `${broken.length} budgets broken.`, ...broken].join("\n"));
  if (failures.length > 0) console.log(["", `${failures.length} parts failed.`, ...failures].join("\n"));
  return broken.length + failures.length > 0 ? 1 : 0;
});

/** @throws Problem that names the words it takes */
function readPlan([word = "full", ...others]: readonly string[]): Plan {
  const plan = Object.values(plans).find(({ name }) => name === word);
  if (plan && others.length === 0) return plan;
  throw new Problem(`npm run bench takes one word: ${Object.keys(plans).join(", ")}. Without one it is "full".`);
}

type Part = [title: string, measure: () => Promise<Section>];

/** What is measured, in this order. A part that fails keeps no other from being measured. */
function listParts(apps: Apps): Part[] {
  const { plan } = apps;
  let visits: Promise<Visits> | undefined;
  const visitOnce = () => {
    visits ??= makeVisits(apps);
    return visits;
  };
  const quick: Part[] = [
    ["Bytes", async () => measureBytes(apps, await visitOnce())],
    ["Largest contentful paint", async () => comparePaint(await visitOnce())],
    ["Total blocking time", async () => compareBlocking(await visitOnce())],
    ["Layout shift", () => measureShift(apps)],
    ["Taps", () => measureTaps(apps)],
    ["Matching", () => measureMatching(plan)],
    ["Requests", () => measureRequests(apps)],
  ];
  const full: Part[] = [["Lighthouse", () => measureLighthouse(apps)]];
  const long: Part[] = [
    ["Tests", measureTestTime],
    ["Table", () => measureTable(apps)],
  ];
  return [...quick, ...(plan.lighthouseVisits > 0 ? full : []), ...(plan.isComplete ? long : [])];
}
