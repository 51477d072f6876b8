/** Prints what went wrong, a line each, and lets the command end with an error where anything did. */
export function report(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
