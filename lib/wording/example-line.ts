import type { Answer } from "@/lib/answer/answer";
import { nameCell } from "@/lib/answer/result-sentences";
import { formatCount } from "@/lib/format/numbers";
import { uncapitalise } from "@/lib/format/text";
import { countDescribing } from "./answer-head";
import { surenessWords } from "./sureness";

/** The answer to an example on one line: "3 studies, 30 patients; response 19 of 27; relapse after stopping 10 of 19". */
export function describeExample({ describing, cells }: Pick<Answer, "describing" | "cells">): string {
  if (describing.length === 0) return uncapitalise(surenessWords[0].what);
  const response = cells.find(({ domain, lead }) => domain === "response" && lead);
  const relapse = cells.find(({ domain, lead }) => domain === "relapse" && lead);
  const figures = [response, relapse].flatMap((cell) => {
    if (!cell?.lead) return [];
    // A line has no room to say of a relapse that nobody says when it was.
    const what = cell.timing === "unclear" ? cell.domain : uncapitalise(nameCell(cell));
    return [`${what} ${formatCount(cell.lead)}`];
  });
  return [countDescribing(describing), ...figures].join("; ");
}
