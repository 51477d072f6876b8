import { readFileSync } from "node:fs";
import { exampleCases } from "@/lib/case/fixtures";
import { writeCaseLink } from "@/lib/url-state/case";

const caseLink = writeCaseLink(exampleCases.skinOnlyRefractory.profile);

/** The address of one fact sheet, which stands for those of all. */
export const factSheet = "/studies/bounfour-2014";

/** Every page of the built app, one fact sheet for all, and those of a case also with one. */
export function listPages(): string[] {
  const routes = Object.entries(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")));
  const pages = routes
    .filter(([file, address]) => file.endsWith("/page") && !`${address}`.startsWith("/_"))
    .map(([, address]) => `${address}`.replace("/studies/[id]", factSheet))
    .sort();
  const unknown = pages.filter((page) => page.includes("["));
  if (unknown.length > 0) throw new Error(`listPages: no example of ${unknown.join()}`);
  return [...pages, ...["/", "/studies", "/summary"].map((page) => `${page}#${caseLink}`)];
}
