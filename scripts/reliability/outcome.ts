/** How something that was broken on purpose went; `isGood` is null where this machine does not allow to try it. */
export type Outcome = { happened: string; isGood: boolean | null };
