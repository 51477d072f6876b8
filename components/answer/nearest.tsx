import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { concernsPregnancy } from "@/lib/case/facts";
import { describeShortfall } from "@/lib/wording/shortfall";
import { answerSections } from "./answer-nav";
import { reportColumns } from "./report-columns";
import { type ReportColumn, ReportTable } from "./report-table";
import { ShownOnDemand } from "./shown-on-demand";

/**
 * Nearest studies in the open; the rest is one press away. Where nobody studied such a patient they are the answer, so more
 * of them are shown; where many did, the nearest are others than the answer, so none is.
 */
const MAX_NEAREST = { many: 0, described: 3, undescribed: 8 };

/** Studies of such a patient from which they are many. */
const MANY = 20;

function chooseMost(describing: number): number {
  if (describing === 0) return MAX_NEAREST.undescribed;
  return describing >= MANY ? MAX_NEAREST.many : MAX_NEAREST.described;
}

/** Studies that describe a part of this patient, the nearest first: what each lacks, and what it found, good and bad. */
export function Nearest({ answer: { gap, facts, describing } }: { answer: Answer }) {
  const { nearest } = gap;
  if (nearest.length === 0) return null;
  const lacking: ReportColumn = { name: "What it lacks", draw: (found) => describeShortfall(found, facts.profile) };
  const columns = [
    lacking,
    reportColumns.response,
    concernsPregnancy(facts) ? reportColumns.pregnancy : reportColumns.later,
    reportColumns.harm,
  ];
  const most = chooseMost(describing.length);
  const rest = nearest.slice(most);
  const draw = (studies: typeof nearest, caption: string) => (
    <ReportTable caption={caption} columns={columns} parts={[{ title: null, studies }]} hasPins />
  );
  return (
    <Section
      anchor="nearest"
      title={answerSections.nearest.title}
      aside={<p className="text-sm text-quiet">{nearest.length} of a part of this patient, nearest first</p>}
    >
      {most > 0 && draw(nearest.slice(0, most), "The nearest studies, with what each lacks")}
      {rest.length > 0 && (
        <ShownOnDemand title={most > 0 ? `Show ${rest.length} more` : `Show all ${rest.length}`}>
          {() => draw(rest, "More of the nearest studies")}
        </ShownOnDemand>
      )}
    </Section>
  );
}
