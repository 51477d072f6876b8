import { CaseLink } from "@/components/state/case-link";
import { writeReport } from "@/lib/url-state/report";

/** The way to a report of an error that has this study's id in it already. */
export function ReportLink({ id }: { id: string }) {
  return (
    <CaseLink href="/about" parts={{ report: writeReport(id) }} className="print:hidden">
      Prepare a report on {id}
    </CaseLink>
  );
}
