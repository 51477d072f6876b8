/**
 * Which folder may import which, from the bottom up. Each names the folders next below it, and may also import what
 * those may import. Every name must stand above its own line, so the list cannot hold a circle.
 * @type {Record<string, string[]>}
 */
export const importDirections = {
  "lib/format": [],
  "lib/stats": [],
  "lib/vocabulary": ["lib/format"],
  "lib/case": ["lib/vocabulary"],
  "lib/study": ["lib/vocabulary"],
  "lib/match": ["lib/case", "lib/study"],
  "lib/answer": ["lib/match", "lib/stats"],
  "lib/wording": ["lib/answer"],
  "lib/browse": ["lib/wording"],
  "lib/plots": ["lib/browse"],
  "lib/paper": ["lib/wording"],
  "lib/url-state": ["lib/browse"],
  "lib/recent-cases": ["lib/url-state"],
  "lib/citations": ["lib/study"],
  "lib/evidence-export": ["lib/answer"],
  "lib/curation": ["lib/citations"],
  "lib/methods": ["lib/study"],
  "lib/offline": ["lib/format"],
  "lib/api": ["lib/case"],
  "lib/fhir": ["lib/case"],
  "lib/smart": ["lib/format"],
  "lib/cds": ["lib/fhir", "lib/paper", "lib/url-state"],
  // Settings, tokens and other servers: what a hospital connects is apart from what is said about a patient.
  "lib/cds-endpoint": ["lib/api", "lib/cds", "lib/smart"],
  "lib/openapi": ["lib/api", "lib/evidence-export"],
  "lib/mcp": ["lib/api", "lib/paper", "lib/plots"],

  "components/ui": ["lib/browse"],
  "components/state": ["components/ui", "lib/citations", "lib/offline", "lib/recent-cases"],
  "components/figure": ["components/state", "lib/plots"],
  "components/library": ["components/figure", "lib/methods"],
  "components/answer": ["components/library"],
  "components/case": ["components/answer", "lib/paper"],
  "components/map": ["components/state", "lib/plots"],
  "components/print": ["components/figure", "lib/paper"],
  "components/methods": ["components/figure", "lib/methods"],
  "components/site": ["components/state"],
  "components/launch": ["components/state", "lib/cds", "lib/smart"],

  data: ["lib/curation"],
  scripts: ["lib/mcp", "lib/smart"],
  bench: ["lib/url-state", "scripts"],
  dev: ["lib/smart"],
  e2e: [
    "dev",
    "components/site",
    "components/ui",
    "lib/citations",
    "lib/offline",
    "lib/paper",
    "lib/url-state",
    "scripts",
  ],
  app: [
    "components/case",
    "components/launch",
    "components/map",
    "components/methods",
    "components/print",
    "components/site",
    "lib/cds-endpoint",
    "lib/mcp",
    "lib/openapi",
  ],
};

/**
 * All folders that a folder may import, besides itself.
 * @param {string} folder one of `importDirections`
 * @returns {string[]} in the order of `importDirections`
 */
export function listAllowedFolders(folder) {
  const below = new Set(importDirections[folder].flatMap((next) => [next, ...listAllowedFolders(next)]));
  return Object.keys(importDirections).filter((folder) => below.has(folder));
}
