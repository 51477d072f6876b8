import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure, OtherResult, TextResult } from "@/lib/answer/reply";
import { stripFullStop } from "@/lib/format/text";
import { silenceOfSource } from "@/lib/match/silence";
import type { StudySummary } from "@/lib/study/summary";

type Props = {
  study: Pick<StudySummary, "participants" | "reads">;
  results: readonly OtherResult[];
};

/** What one report says in one column, a line each: what was counted in a few words, its count and its interval; or how it is silent. */
export function ReportResults({ study, results }: Props) {
  if (results.length === 0) return <span className="text-quiet">{silenceOfSource[study.reads]}</span>;
  return results.map((result) =>
    result.kind === "count" ? (
      <CountLine key={result.figure.id} figure={result.figure} treated={study.participants.treated} />
    ) : (
      <TextLine key={result.text.label} text={result.text} />
    ),
  );
}

/** A count: of a single patient without interval, which says nothing of the next one, and is told once below the table. */
function CountLine({ figure, treated }: { figure: Figure; treated: number | null }) {
  const { countWithPercent, interval, method, timing, comparison } = getFigureParts(figure);
  return (
    <span className="block">
      {figure.plain}: <strong className="whitespace-nowrap">{countWithPercent}</strong>
      {figure.total > 1 && (
        <span className="block text-xs text-quiet">
          {interval} ({method}){timing && `, ${timing}`}
          {figure.total !== treated && `; of: ${stripFullStop(figure.population)}`}
        </span>
      )}
      {/* Behind the interval, which is not of this count. */}
      {comparison && (
        <span className="block">
          {comparison.label}: {comparison.countWithPercent}
        </span>
      )}
    </span>
  );
}

function TextLine({ text }: { text: TextResult }) {
  return (
    <span className="block">
      {text.plain}: {stripFullStop(text.text)}
    </span>
  );
}
