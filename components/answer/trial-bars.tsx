import { findSharedTime, shareLastWord } from "@/lib/answer/cell-text";
import type { Comparison, Figure } from "@/lib/answer/reply";
import { allowsPercent, formatCount, formatPercent, formatRange } from "@/lib/format/numbers";
import { lowerFirst } from "@/lib/format/text";

type Compared = Figure & { comparison: Comparison };

/** The degrees of a response that a trial counts in both of its groups, as pairs of bars. */
export function TrialBars({ name, figures }: { name: string; figures: readonly Figure[] }) {
  const compared = figures.filter((figure): figure is Compared => figure.comparison !== null);
  const [first] = compared;
  if (!first) return null;
  const { shared, names } = shareLastWord(compared.map(({ plain }) => plain));
  return (
    <table className="w-full table-fixed text-xs hyphens-auto">
      <caption className="pb-0.5 text-left">
        <strong className="font-semibold">
          {[name, findSharedTime(compared.map(({ label }) => label))].filter(Boolean).join(", ")}
        </strong>
        <span className="sr-only">: each degree of response in both groups</span>
      </caption>
      <thead>
        <tr className="text-left align-bottom text-quiet *:pr-2 *:font-normal">
          <th scope="col" className="w-[30%]">
            {shared ?? <span className="sr-only">degree</span>}
          </th>
          <th scope="col">immunoglobulin</th>
          <th scope="col">{lowerFirst(first.comparison.label)}</th>
        </tr>
      </thead>
      <tbody>
        {compared.map((figure, index) => (
          <tr key={figure.id} className="align-top">
            <th scope="row" className="py-0.5 pr-2 text-left font-normal">
              {names[index]}
            </th>
            <Arm {...figure} fill="bg-ink forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none" />
            <Arm
              {...figure.comparison}
              fill="bg-[repeating-linear-gradient(90deg,currentColor_0_1px,transparent_1px_4px)]"
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ArmProps = Pick<Figure, "events" | "total" | "interval"> & { fill: string };

/** One group: its bar on the scale from nobody to everybody, its count and its interval. */
function Arm({ events, total, interval, fill }: ArmProps) {
  return (
    <td className="py-0.5 pr-2 leading-tight">
      <div aria-hidden="true" className="mt-1 h-2 border border-edge">
        <div className={`h-full ${fill}`} style={{ width: `${(100 * events) / total}%` }} />
      </div>
      <span className="whitespace-nowrap">{formatCount({ events, total })}</span>{" "}
      {allowsPercent(total) && <strong>{formatPercent(events / total)}</strong>}{" "}
      <span className="whitespace-nowrap text-quiet">({formatRange(interval, total)})</span>
    </td>
  );
}
