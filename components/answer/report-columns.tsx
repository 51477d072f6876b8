import { toOtherResults } from "@/lib/answer/result";
import { interfaceText } from "@/lib/format/interface-text";
import { ReportResults } from "./report-result";
import type { ReportColumn } from "./report-table";

/** Columns that tables of reports have in common: what was found, good and bad alike. */
export const reportColumns = {
  response: {
    name: "Response",
    draw: ({ study, results }) => <ReportResults study={study} results={toOtherResults(results.response)} />,
  },
  later: {
    name: "Later",
    draw: ({ study, results }) => (
      <ReportResults
        study={study}
        results={[...toOtherResults(results.relapse), ...toOtherResults(results.survival)]}
      />
    ),
  },
  pregnancy: {
    name: interfaceText.pregnancyAndChild,
    draw: ({ study, pregnancy }) => <ReportResults study={study} results={pregnancy} />,
  },
  harm: {
    name: "Harm",
    draw: ({ study, harms }) => <ReportResults study={study} results={harms} />,
  },
} satisfies Record<string, ReportColumn>;
