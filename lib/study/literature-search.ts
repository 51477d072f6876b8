import { z } from "zod";
import { refuseInvisible, words } from "./values";

/** How the literature was last searched, and the search with which somebody can repeat it. */
export const literatureSearch = z.strictObject({
  /** look-ups by name and by subject in stored copies of public pages, about; 0 where there were none */
  approximateLookUps: z.int().min(0),
  /** names of the databases whose every record for `query` was looked at; empty where that was done for none */
  databases: z.array(words),
  /** the search as it is typed into PubMed, on one line */
  query: z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\r\n]*$/, { error: "A search is one line.", abort: true })
    .refine(hasPairs, "A bracket or a quotation mark has no partner.")
    .check(refuseInvisible),
});

export type LiteratureSearch = z.infer<typeof literatureSearch>;

/** Whether every bracket and quotation mark of a search is closed. Within quotation marks, brackets are text. */
function hasPairs(query: string): boolean {
  const open: string[] = [];
  const closedBy: Record<string, string> = { ")": "(", "]": "[" };
  for (const sign of query.replace(/"[^"]*"/g, "")) {
    if (sign === '"') return false;
    if (sign === "(" || sign === "[") open.push(sign);
    if (closedBy[sign] && open.pop() !== closedBy[sign]) return false;
  }
  return open.length === 0;
}

/** What `library.json` says: the day of the last search, and how it was done. */
export const libraryFacts = z.strictObject({ searched: z.iso.date(), search: literatureSearch });
