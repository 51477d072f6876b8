import { calculateMedian, formatQuantity, type Quantity, type Unit } from "./figures";

/** What a figure may be, at most or at least. */
export type Budget = { side: "at most" | "at least"; limit: Quantity };

/** One line of the table of results. */
export type Row = {
  what: string;
  /** ours; null where it was not measured, and `note` says why */
  figure: Quantity | null;
  /** the same of what we are compared with */
  peer: Quantity | null;
  /** the number that the budget is about: the figure itself, or how it stands to the peer */
  judged: Quantity | null;
  /** null where a figure is only told */
  budget: Budget | null;
  note?: string;
};

/** Rows of one kind, and what they rest on. */
export type Section = { title: string; how: string; rows: Row[]; limits: string };

export type Verdict = "met" | "not met" | "not measured" | "no budget";

/** Whether a row keeps its budget, by what was measured and not by what is shown of it. */
export function judge({ figure, judged, budget }: Row): Verdict {
  if (figure === null) return "not measured";
  if (budget === null || judged === null) return "no budget";
  const { side, limit } = budget;
  return (side === "at most" ? judged.value <= limit.value : judged.value >= limit.value) ? "met" : "not met";
}

/** "at most 1.30x", "at least 1,000x", "at most 90 kB more". */
export function formatBudget({ side, limit }: Budget): string {
  return `${side} ${formatQuantity(limit)}`;
}

type Measured = { what: string; ours: readonly number[]; unit: Unit; note?: string };

/** A row for a figure that stands alone: the median of its runs. */
export function createRow({ what, ours, unit, note }: Measured, budget: Budget | null = null): Row {
  const figure = { value: calculateMedian(ours), unit };
  return { what, figure, peer: null, judged: budget && figure, budget, ...(note && { note }) };
}

type Compared = Measured & { theirs: readonly number[] };

/** A row for how much more than the peer's our figure is: the difference of the medians. */
export function createDifferenceRow({ theirs, ...measured }: Compared, budget: Budget): Row {
  const row = createRow(measured);
  const peer = { value: calculateMedian(theirs), unit: measured.unit };
  const judged = { value: (row.figure?.value ?? 0) - peer.value, unit: measured.unit };
  return { ...row, peer, judged, budget };
}

/**
 * A row for how many times the peer's our figure is: the ratio of the medians.
 * @param isFaster whether a short time is told as a speed, so that the ratio is the peer's to ours
 */
export function createRatioRow({ theirs, ...measured }: Compared, budget: Budget | null, isFaster = false): Row {
  const row = createRow(measured);
  const peer = { value: calculateMedian(theirs), unit: measured.unit };
  const [above, below] = isFaster ? [peer.value, row.figure?.value ?? 0] : [row.figure?.value ?? 0, peer.value];
  return { ...row, peer, judged: { value: above / below, unit: "times" }, budget };
}

/** A row for what this machine cannot measure. It breaks no budget. */
export function createUnmeasuredRow(what: string, note: string, budget: Budget | null = null): Row {
  return { what, figure: null, peer: null, judged: null, budget, note };
}
