/** What was tried and cost more than what is done instead. Paths are seen from docs/. */
export const tried: readonly string[] = [
  "Rows that are filtered away taken out of the page, and made again with the next letter: now they are hidden " +
    "([decision 13](decisions/0013-every-row-drawn.md)).",
  "Long tables laid out as tables: the browser walked through sixty thousand boxes before every paint. Now it leaves " +
    "out the rows out of view ([decision 13](decisions/0013-every-row-drawn.md)).",
];
