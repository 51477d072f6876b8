import type { Comparison } from "@/lib/answer/reply";
import { formatPoints } from "@/lib/format/numbers";

/** "difference 35 points (15.5 to 51.0)", where the method is named once for the page; null where there is none. */
export function formatDifferenceInShort({ difference }: Comparison): string | null {
  if (!difference) return null;
  const { value, low, high } = difference;
  return `difference ${formatPoints(value)} points (${formatPoints(low, 1)} to ${formatPoints(high, 1)})`;
}
