import type { Fault } from "./check";
import { createPaperIndex, type Paper } from "./same-paper";
import type { Study } from "./schema";
import type { ScreenedRecord } from "./screened";
import type { WantedReport } from "./wanted";

/** What the three lists hold; one that could not be read is empty. */
export type Lists = { studies: readonly Study[]; wanted: readonly WantedReport[]; screened: readonly ScreenedRecord[] };

/** The papers that the sheets are about, each with the id of its sheet. */
export function listSheetPapers(studies: readonly Study[]): (Paper & { id: string })[] {
  return studies.map(({ id, citation }) => ({ id, ...citation }));
}

/**
 * Every fault between the sheets, `wanted.json` and `screened.json`: a paper is in one of the three, and there once. A
 * wanted report that a sheet holds in part says so.
 */
export function checkLists({ studies, wanted, screened }: Lists): Fault[] {
  const sheets = createPaperIndex(listSheetPapers(studies));
  const reports = createPaperIndex(wanted);
  return [
    ...listRepeated("wanted.json", wanted),
    ...wanted.flatMap((report, index) => {
      const sheet = sheets.find(report);
      if (!sheet || report.inPart) return [];
      const message = `${sheet.paper.id}.json is the sheet of it (${sheet.by}). Take it out, or say "inPart": true.`;
      return [{ file: "wanted.json", path: `${index}`, message }];
    }),
    ...listRepeated("screened.json", screened),
    ...screened.flatMap((record, index) => {
      const fault = (message: string) => ({ file: "screened.json", path: `${index}`, message });
      const sheet = sheets.find(record);
      const report = reports.find(record);
      return [
        ...(sheet ? [fault(`${sheet.paper.id}.json is the sheet of it (${sheet.by}): it was not left out.`)] : []),
        ...(report ? [fault(`It is in wanted.json too (${report.by}): take it out of one of the two.`)] : []),
      ];
    }),
  ];
}

function listRepeated(file: string, papers: readonly Paper[]): Fault[] {
  const earlier = createPaperIndex<Paper & { index: number }>();
  return papers.flatMap((paper, index) => {
    const same = earlier.find(paper);
    earlier.add({ ...paper, index });
    if (!same) return [];
    return [{ file, path: `${index}`, message: `It is the same as number ${same.paper.index} (${same.by}).` }];
  });
}
