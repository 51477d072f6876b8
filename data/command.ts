import { fileURLToPath } from "node:url";

/** What a command prints: its answer and what went wrong, a line each. Where anything went wrong it ends with an error. */
export type Printed = { out: string[]; problems: string[] };

/** A command that did nothing but say why. */
export const refuse = (...problems: string[]): Printed => ({ out: [], problems });

/**
 * Runs a command with the words typed behind its name, where its file is the one that was started: a test imports the
 * file and calls the command itself, which takes a hundredth of the time.
 * @param address of the command's file: import.meta.url
 */
export function runCommand(address: string, command: (words: string[]) => Printed): void {
  if (process.argv[1] !== fileURLToPath(address)) return;
  const { out, problems } = command(process.argv.slice(2));
  for (const line of out) console.log(line);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
