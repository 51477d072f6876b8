import { getFigureParts } from "@/lib/answer/figure-parts";
import { silenceOfSource } from "@/lib/match/silence";
import { domainNames, type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";
import { Counted } from "./counted";
import { NamedLine } from "./named-line";
import { PregnancyLine } from "./pregnancy-line";
import type { StudyRow } from "./study-row";

type Props = Pick<StudyRow, "results" | "study" | "reasons" | "pregnancy"> & { domain: FigureDomain };

/**
 * What a study says in one domain, below what it says in others: a count with its interval, drawn and in words; else the
 * words; else how it is silent. Long words are cut, because the opened row has all of them: these lines are four at most.
 */
export function ResultLine({ domain, results, study, reasons, pregnancy }: Props) {
  const result = results[domain];
  const others = figureDomains.filter((other) => other !== domain).map((other) => results[other].kind);
  const isAlone = others.every((kind) => kind === "none");
  return (
    <>
      <NamedLine name={result.kind === "count" ? getFigureParts(result.figure).name : domainNames[domain]}>
        {result.kind === "count" && <Counted figure={result.figure} isAlone={isAlone} />}
        {result.kind === "text" && (
          <p className={others.includes("text") ? "wide:not-print:line-clamp-1" : "wide:not-print:line-clamp-2"}>
            {result.text.text}
          </p>
        )}
        {result.kind === "none" && <p className="text-quiet">{silenceOfSource[study.reads]}</p>}
      </NamedLine>
      {domain === "response" && <PregnancyLine reasons={reasons} pregnancy={pregnancy} />}
    </>
  );
}
