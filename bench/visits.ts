import type { Apps } from "./apps";
import { type Visit, visit } from "./visit";

/** The pages whose loading is measured, and the bare page beside them. */
export const visitedPages = ["/", "/studies", "/summary"] as const;
export type VisitedPage = (typeof visitedPages)[number];

export type Visits = { bare: Visit[]; own: Record<VisitedPage, Visit[]> };

/** Visits the bare page and ours in turn, so that what else the machine does meets all of them alike. */
export async function makeVisits({ plan, own, bare, browser }: Apps): Promise<Visits> {
  const visits: Visits = { bare: [], own: { "/": [], "/studies": [], "/summary": [] } };
  // What a server does once, at its first request, is not the page's.
  for (const page of visitedPages) await fetch(`${own.url}${page}`);
  for (let run = 0; run < plan.visits; run += 1) {
    visits.bare.push(await visit(browser, bare.url, "phone"));
    for (const page of visitedPages) visits.own[page].push(await visit(browser, `${own.url}${page}`, "phone"));
  }
  return visits;
}
