/** Where an article stands in its journal, as one line of a record has it. */
export type SourceLine = {
  journal: string | null;
  date: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
};

/** PubMed: "J Ex. 2020 Sep 4;28(9):1150-7. doi: 10.1000/x." */
const ofPubmed =
  /^(?<journal>.+?)\. (?<date>(?:19|20)\d\d[^;:]*)(?:;(?<volume>[^(:;]*)(?:\((?<issue>[^)]*)\))?(?::(?<pages>[^.]*))?)?(?:\.|$)/;
/** Ovid: "Journal of Examples. 28(9):1150-7, 2014 Sep." or, in Embase, "Journal of Examples. 28 (9) (pp 1150-1157), 2014." */
const ofOvid =
  /^(?<journal>.+?)\. (?:(?:Vol(?:ume)?\.? ?)?(?<volume>[\w -]*?)) ?(?:\((?!pp?\b)(?<issue>[^)]*)\))?[:,]? ?(?:\(?(?:pp?\.? ?)?(?<pages>[^,):]*)\)?)?, (?<date>[^,]*(?:19|20)\d\d.*?)\.?$/;

/**
 * Reads the source line (SO) of a MEDLINE or Ovid record.
 * @returns null in each part that it does not hold
 */
export function readSourceLine(text: string | null, format: "medline" | "ovid"): SourceLine {
  const groups = (format === "medline" ? ofPubmed : ofOvid).exec(text ?? "")?.groups ?? {};
  const get = (name: string) => groups[name]?.trim() || null;
  return {
    journal: get("journal"),
    date: get("date"),
    volume: get("volume"),
    issue: get("issue"),
    pages: get("pages"),
  };
}
