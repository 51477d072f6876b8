import type { ReactNode } from "react";
import { PlotScale } from "@/components/figure/plot-cell";
import { Select } from "@/components/ui/select";
import { type ForestOrder, forestOrders } from "@/lib/answer/forest-order";
import { interfaceText } from "@/lib/format/interface-text";
import type { TableState } from "./table-state";

const orderNames: Record<ForestOrder, string> = {
  rank: "Likeness to this patient",
  patients: "Most patients first",
  "lower-limit": "Highest lower limit first",
  year: "Newest first",
};

type Props = {
  /** whether there is anything to put in an order */
  isSortable: boolean;
  order: ForestOrder;
  onOrder: (order: ForestOrder) => void;
} & Pick<TableState, "scale">;

/** The names of the columns, which stay in view and sort the rows within each group, and the scale of the plots. */
export function TableHead({ isSortable, order, onOrder, scale }: Props) {
  const sorting = { isSortable, order, onOrder };
  return (
    <thead className="text-xs @max-3xl:sr-only">
      <tr className="text-left align-bottom">
        <SortedColumn by="year" width="w-44 @min-[54rem]:w-55" what="year" {...sorting}>
          Study
        </SortedColumn>
        <SortedColumn by="patients" width="w-12 @min-[54rem]:w-14" what="patients treated" {...sorting}>
          n
        </SortedColumn>
        <Column>{interfaceText.countedWhat}</Column>
        <Column width="w-28 @min-[54rem]:w-30">Patients</Column>
        <Column width="w-44 @min-[54rem]:w-52">
          {scale ? (
            <>
              <span className="sr-only">{interfaceText.placeOnScale}</span>
              <PlotScale isPercent={scale === "percent"} />
            </>
          ) : (
            "What became of the patient"
          )}
        </Column>
        <SortedColumn by="lower-limit" width="w-20 @min-[54rem]:w-24" what="lower limit" {...sorting}>
          95% CI
        </SortedColumn>
      </tr>
    </thead>
  );
}

const columnLook =
  "sticky top-0 z-10 bg-surface py-1 pr-3 shadow-[inset_0_-2px_var(--edge)] print:static @max-3xl:static";

function Column({ width = "", children }: { width?: string; children: ReactNode }) {
  return (
    <th scope="col" className={`${columnLook} ${width}`}>
      {children}
    </th>
  );
}

type SortedProps = Pick<Props, "isSortable" | "order" | "onOrder"> & {
  by: ForestOrder;
  /** what it sorts by, in words */
  what: string;
  width: string;
  children: string;
};

/**
 * A column that sorts, and back to rank when pressed again. Where there is no space for columns its button is not there:
 * what is not visible must not take the focus.
 */
function SortedColumn({ by, what, width, isSortable, order, onOrder, children }: SortedProps) {
  if (!isSortable) return <Column width={width}>{children}</Column>;
  const isSorted = order === by;
  return (
    <th scope="col" aria-sort={isSorted ? "descending" : undefined} className={`${columnLook} ${width}`}>
      <span className="sr-only @3xl:hidden">{children}</span>
      <button
        type="button"
        aria-label={`${children}: sort by ${what}`}
        onClick={() => onOrder(isSorted ? "rank" : by)}
        className="min-h-6 text-left font-bold hover:underline pointer-coarse:min-h-11 @max-3xl:hidden"
      >
        {children}
        <span aria-hidden="true" className="text-accent">
          {isSorted ? " ▼" : " ↕"}
        </span>
      </button>
    </th>
  );
}

/** The choice of an order by its name, for who sees no columns, and in words for who does. */
export function OrderChoice({ order, onOrder }: Pick<Props, "order" | "onOrder">) {
  return (
    <Select
      label="Order within each group"
      labelPlace="beside"
      options={forestOrders.map((value) => ({ value, label: orderNames[value] }))}
      value={order}
      onValue={(value) => onOrder(value ?? "rank")}
    />
  );
}
