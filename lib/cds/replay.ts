/** Tokens that are remembered at once: beyond them no new one is taken until some have expired. */
const MAX_REMEMBERED = 100_000;

/**
 * Remembers which tokens were used, until they expire. Each running copy of the server remembers its own.
 * @returns a function that says whether a token is used for the first time; times in seconds since 1970
 */
export function createReplayGuard(): (token: string, expires: number, now: number) => boolean {
  const used = new Map<string, number>();
  return (token, expires, now) => {
    if (used.size >= MAX_REMEMBERED) {
      for (const [known, until] of used) if (until < now) used.delete(known);
    }
    if (used.has(token) || used.size >= MAX_REMEMBERED) return false;
    used.set(token, expires);
    return true;
  };
}
