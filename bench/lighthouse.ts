import { findFreePort } from "@/scripts/started-server";
import type { Apps } from "./apps";
import { launchBrowser } from "./browser";
import { budgets } from "./budgets";
import { calculateMedian } from "./figures";
import { factSheet } from "./pages";
import { createRow, type Row, type Section } from "./rows";
import { type LighthouseCategory, loadTool } from "./tools";

const judgedPages = ["/", "/studies", "/map", "/about", factSheet, "/summary"];
const otherCategories = ["accessibility", "best-practices", "seo"] as const;
const categories: readonly LighthouseCategory[] = ["performance", ...otherCategories];

type Scores = Record<LighthouseCategory, number>;

/** What Lighthouse says of the pages, and of the bare page beside them. */
export async function measureLighthouse({ plan, own, bare }: Apps): Promise<Section> {
  const port = await findFreePort();
  const browser = await launchBrowser(port);
  try {
    const ofBare: Scores[] = [];
    const ofPages = new Map<string, Scores[]>(judgedPages.map((page) => [page, []]));
    const faults = new Set<string>();
    let version = "";
    for (let run = 0; run < plan.lighthouseVisits; run += 1) {
      const found = await judgePage(bare.url, port);
      ofBare.push(found.scores);
      version = found.version;
      for (const [page, scores] of ofPages) {
        const found = await judgePage(`${own.url}${page}`, port);
        scores.push(found.scores);
        for (const fault of found.faults) faults.add(`${page}: ${fault}`);
      }
    }
    const theirs = calculateMedian(ofBare.map(({ performance }) => performance));
    return {
      title: "Lighthouse",
      how: `Lighthouse ${version} as it comes: a phone, simulated slow 4G. Points of 100, medians of ${plan.lighthouseVisits} visits.`,
      rows: [...ofPages].flatMap(([page, scores]) => createRows(page, scores, theirs)),
      limits: faults.size > 0 ? `Faults it found. ${[...faults].join("; ")}.` : "It found no fault.",
    };
  } finally {
    await browser.close();
  }
}

function createRows(page: string, scores: readonly Scores[], bare: number): Row[] {
  const performance = createRow({
    what: `${page}: performance, points below the bare page`,
    ours: scores.map(({ performance }) => performance),
    unit: "points",
  });
  const below = { value: bare - (performance.figure?.value ?? 0), unit: "points" } as const;
  return [
    {
      ...performance,
      peer: { value: bare, unit: "points" },
      judged: below,
      budget: budgets.lighthousePerformance,
    },
    createRow(
      {
        what: `${page}: accessibility, best practices and SEO, the lowest`,
        ours: scores.map((of) => Math.min(...otherCategories.map((category) => of[category]))),
        unit: "points",
      },
      budgets.lighthouseOthers,
    ),
  ];
}

async function judgePage(url: string, port: number): Promise<{ scores: Scores; faults: string[]; version: string }> {
  const { default: lighthouse } = await loadTool("lighthouse");
  const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: categories });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${url}: ${result?.lhr.runtimeError?.message}`);
  const { lhr } = result;
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((lhr.categories[category].score ?? 0) * 100)]),
  ) as Scores;
  const faults = otherCategories.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${lhr.audits[id]?.title} (${id})`),
  );
  return { scores, faults, version: lhr.lighthouseVersion };
}
