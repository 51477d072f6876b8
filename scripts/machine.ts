import { cpus, loadavg, totalmem } from "node:os";

/**
 * What figures were measured on, without a name of the machine or a path: a line for the machine, a line for its programs.
 * @param programs more programs that took part, each with its version: "Chromium 156"
 */
export function describeMachine(programs: readonly string[] = []): [string, string] {
  const processors = cpus();
  return [
    `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    [process.platform, `Node.js ${process.versions.node}`, ...programs].join(", "),
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
