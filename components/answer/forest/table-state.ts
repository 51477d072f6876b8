import { createContext, useContext } from "react";
import type { ForestOrder } from "@/lib/answer/forest-order";
import type { CaseFacts } from "@/lib/case/facts";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { SharedSilence } from "@/lib/wording/deviations";

/** What every row of the table needs to know. */
export type TableState = {
  facts: CaseFacts;
  method: IntervalMethod;
  order: ForestOrder;
  /** patients of the largest count in the table */
  most: number;
  /** the scale of the plots: without percentages where no count has enough patients for one; null where none is drawn */
  scale: "percent" | "proportion" | null;
  /** what is said of all studies at once */
  shared: readonly SharedSilence[];
  pins: readonly string[];
  onPin: (id: string) => boolean;
};

export const TableContext = createContext<TableState | null>(null);

/** @throws outside the table */
export function useTable(): TableState {
  const table = useContext(TableContext);
  if (!table) throw new Error("useTable: not within the table");
  return table;
}
