import { cpus, loadavg, totalmem } from "node:os";
import type { Browser } from "@playwright/test";
import packageOfNext from "next/package.json" with { type: "json" };

/** What the figures were measured on, without a name of the machine or a path. */
export function describeMachine(browser: Browser): string[] {
  const processors = cpus();
  return [
    `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `${process.platform}, Node.js ${process.versions.node}, Chromium ${browser.version()}, Next.js ${packageOfNext.version}`,
  ];
}

/**
 * A warning where other programs keep the machine busy, so that its figures mean little.
 * @returns null on a quiet machine
 */
export function describeLoad(): string | null {
  const [lastMinute = 0] = loadavg();
  const perCore = lastMinute / cpus().length;
  return perCore < 0.5
    ? null
    : `The machine was busy when this began: ${perCore.toFixed(1)} programs were waiting for each core.`;
}
