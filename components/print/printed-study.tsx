import type { StudyView } from "@/lib/answer/wire";
import { interfaceText } from "@/lib/format/interface-text";
import { describeStudy, formatReference, listResults, noResult, type PaperContent } from "@/lib/paper/paper-text";
import { describeShortfall } from "@/lib/paper/printed-studies";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";

type Props = { found: StudyView; record: StudySummary; content: PaperContent };

/** One study on the page: what it found, of whom, and where to find it. */
export function PrintedStudy({ found, record, content }: Props) {
  const shortfall = describeShortfall(found, content.view.profile);
  const results = listResults(found);
  return (
    <li className="mt-1 break-inside-avoid border-b border-line pb-1 last:border-b-0 paper:mt-0.5 paper:pb-0.5">
      <p>
        <strong>{getShortName(record)}</strong>, {describeStudy(found, record, content)}
        {shortfall && <strong> – {shortfall}</strong>}
        <ReferenceApart record={record} />
      </p>
      {results.length === 0 && <p>{noResult}</p>}
      {results.map(({ name, count, rest, whence }) => (
        <p key={name}>
          {name}: {count && <strong>{count}</strong>} {rest} <span className="text-quiet">{whence}</span>
        </p>
      ))}
      {found.dose?.arithmetic && <p>Its regimen at this weight: {found.dose.arithmetic}.</p>}
      <p className={`text-quiet ${belowOnly}`}>{formatReference(record)}</p>
    </li>
  );
}

/** Pinned sheets that treat nobody: what they are, and where to find them. */
export function PinnedOthers({ records }: { records: readonly StudySummary[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <p className="mt-1 font-bold paper:mt-0.5">{interfaceText.alsoPinned}</p>
      <ul>
        {records.map((record) => (
          <li key={record.id} className="break-inside-avoid">
            {designNames[record.design.type]}
            <span className={belowOnly}>. {formatReference(record)}</span>
            <span className="hidden paper:group-data-[references=apart]/sheet:inline">
              : {getShortName(record)}
              <ReferenceApart record={record} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The second page, where the first has no room: references, and nothing else. */
export function References({ records }: { records: readonly StudySummary[] }) {
  return (
    <section
      aria-label="References"
      className="hidden break-before-page paper:group-data-[references=apart]/sheet:block"
    >
      <h2 className="border-b border-edge font-bold">References</h2>
      <ul>
        {records.map((record) => (
          <li key={record.id} className="mt-1 break-inside-avoid">
            <strong>{getShortName(record)}</strong>: {formatReference(record)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const belowOnly = "paper:group-data-[references=apart]/sheet:hidden";

/** What finds the study when its citation stands on the second page. */
function ReferenceApart({ record }: { record: StudySummary }) {
  return (
    <span className="hidden text-quiet paper:group-data-[references=apart]/sheet:inline">
      , {getSourceLink(record).label}
    </span>
  );
}
