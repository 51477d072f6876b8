/** What was changed to be faster, measured, and taken back. */
export const tried: readonly string[] = [];
