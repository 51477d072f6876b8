import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describeStudy, formatReference, listStudyLines, noResult, type PaperContent } from "@/lib/paper/paper-text";
import { describeShortfall } from "@/lib/paper/printed-studies";
import { listResultLines } from "@/lib/paper/result-line";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";

type Props = { found: StudyAnswer; content: PaperContent };

/** One study on the page: what it found, in which patients, and where to find it. */
export function PrintedStudy({ found, content }: Props) {
  const shortfall = describeShortfall(found, content.answer.facts.profile);
  const lines = listResultLines(found.results);
  return (
    <li className="mt-1 break-inside-avoid border-b border-line pb-1 last:border-b-0 paper:mt-0.5 paper:pb-0.5">
      <p>
        <strong>{found.name}</strong>, {describeStudy(found, content.printed)}
        {shortfall && <strong> – {shortfall}</strong>}
        <SeparateReference study={found.study} />
      </p>
      {lines.length === 0 && <p>{noResult}</p>}
      {lines.map(({ name, count, rest, provenance }) => (
        <p key={name}>
          {name}: {count && <strong>{count}</strong>} {rest} <span className="text-quiet">{provenance}</span>
        </p>
      ))}
      {listStudyLines(found, content).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={`text-quiet ${belowOnly}`}>{formatReference(found.study)}</p>
    </li>
  );
}

/** Sheets that treat nobody: what they are, and where to find them. */
export function PrintedOthers({ title, studies }: { title: string; studies: readonly StudySummary[] }) {
  if (studies.length === 0) return null;
  return (
    <>
      <p className="mt-1 font-bold paper:mt-0.5">{title}</p>
      <ul>
        {studies.map((study) => (
          <li key={study.id} className="break-inside-avoid">
            {designNames[study.design.type]}
            <span className={belowOnly}>. {formatReference(study)}</span>
            <span className="hidden paper:group-data-[references=apart]/sheet:inline">
              : {getShortName(study)}
              <SeparateReference study={study} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The second page, where the first is full: references, and nothing else. */
export function References({ studies }: { studies: readonly StudySummary[] }) {
  return (
    <section
      aria-label="References"
      className="hidden break-before-page paper:group-data-[references=apart]/sheet:block"
    >
      <h2 className="border-b border-edge font-bold">References</h2>
      <ul>
        {studies.map((study) => (
          <li key={study.id} className="mt-1 break-inside-avoid">
            <strong>{getShortName(study)}</strong>: {formatReference(study)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const belowOnly = "paper:group-data-[references=apart]/sheet:hidden";

/** The identifier that finds the study when its citation is on the second page. */
function SeparateReference({ study }: { study: StudySummary }) {
  return (
    <span className="hidden text-quiet paper:group-data-[references=apart]/sheet:inline">
      , {getSourceLink(study).label}
    </span>
  );
}
