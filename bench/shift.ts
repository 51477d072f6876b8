import type { Apps } from "./apps";
import { budgets } from "./budgets";
import { listPages } from "./pages";
import { createRow, type Row, type Section } from "./rows";
import { visit } from "./visit";

/** ms without a request that end a visit: what a page draws late, it has drawn by then. */
const idleTime = 3_000;

/** How far every page moves while it loads. */
export async function measureShift({ plan, own, browser }: Apps): Promise<Section> {
  const visits = listPages().flatMap((page) => plan.widths.map((screen) => ({ page, screen })));
  const rows: Row[] = [];
  // Two at a time: how far a page moves does not depend on how fast the machine is.
  const next = visits.values();
  const work = async () => {
    for (const { page, screen } of next) {
      const { layoutShift } = await visit(browser, `${own.url}${page}`, screen, idleTime);
      const what = `${page.replace(/#.*/, ", with a case")}, ${screen === "phone" ? "390 px" : "1280 px"}`;
      rows.push(createRow({ what, ours: [layoutShift], unit: "shift" }, budgets.layoutShift));
    }
  };
  await Promise.all([work(), work()]);
  return {
    title: "Layout shift",
    how: "One visit to every page of the build, on the same line. Of the fact sheets one stands for all.",
    rows: rows.sort((a, b) => (a.what < b.what ? -1 : 1)),
    limits: "What is not known before the case in the address is read, which only the browser can do.",
  };
}
