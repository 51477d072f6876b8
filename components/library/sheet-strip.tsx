import { PatientDots } from "@/components/figure/patient-dots";
import { createFigure, isCounted } from "@/lib/answer/figure";
import type { Figure } from "@/lib/answer/reply";
import { listCounts, listOtherResults } from "@/lib/answer/result";
import { allowsPercent } from "@/lib/format/numbers";
import type { Study } from "@/lib/study/schema";
import { figureDomains, getCountName, timingNames } from "@/lib/vocabulary/outcomes";
import { describeCount } from "@/lib/wording/forest-text";

/** The leading count of each domain, and the gravest harm that is counted: what a sheet is opened for. */
function listLeadingCounts(study: Study): Figure[] {
  const headlines = figureDomains.flatMap((domain) => {
    const outcome = study.outcomes.find(({ id }) => id === study.headline[domain]);
    return outcome && isCounted(outcome) ? [createFigure(study, outcome, "wilson")] : [];
  });
  const harms = listCounts(listOtherResults(study, "adverse-event", "wilson"));
  // That an adverse event passed is no harm.
  const [harm] = harms.filter(({ direction }) => direction !== "benefit");
  return harm ? [...headlines, harm] : headlines;
}

/** The figures of one sheet in large letters, good beside bad; nothing where it counts none. */
export function SheetStrip({ study }: { study: Study }) {
  const figures = listLeadingCounts(study);
  if (figures.length === 0) return null;
  return (
    <ul aria-label="Its figures" className="flex flex-wrap gap-px border border-line bg-line">
      {figures.map((figure) => (
        <li key={figure.id} className="min-w-0 grow basis-44 bg-surface p-3">
          <LeadingCount figure={figure} treated={study.participants.treated} />
        </li>
      ))}
    </ul>
  );
}

function LeadingCount({ figure, treated }: { figure: Figure; treated: number | null }) {
  const { what, whom, count, percent, range, comparison } = describeCount(figure, treated);
  const name = figure.domain === "adverse-event" ? "Harm" : getCountName(figure.domain, figure.direction);
  return (
    <>
      <p className="text-xs font-bold text-quiet uppercase">
        {figure.timing ? `${name} ${timingNames[figure.timing]}` : name}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 leading-tight">
        <strong className={`${allowsPercent(figure.total) ? "text-figure" : "text-xl"}`}>{count}</strong>
        {percent && <span className="text-lg text-quiet">{percent}</span>}
      </p>
      <PatientDots {...figure} label={what} isExplained />
      <p className="text-sm leading-snug">{what}</p>
      {whom && <p className="text-xs">of: {whom}</p>}
      <p className="text-xs text-quiet">95% CI {range} (Wilson)</p>
      {comparison && (
        <p className="text-xs">
          {comparison.label}: {comparison.count} {comparison.percent}
          {comparison.difference && `; ${comparison.difference}`}
        </p>
      )}
    </>
  );
}
