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

/** Reads the source line (SO) of a MEDLINE record; each part that it does not hold is null. */
export function readMedlineSource(text: string | null): SourceLine {
  const groups = ofPubmed.exec(text ?? "")?.groups ?? {};
  const get = (name: string) => groups[name]?.trim() || null;
  return {
    journal: get("journal"),
    date: get("date"),
    volume: get("volume"),
    issue: get("issue"),
    pages: get("pages"),
  };
}

/** What Ovid writes within the line and is no part of the place: a meeting, and dates and numbers behind it. */
const ovidExtras =
  /(?<=\. )Conference: .*?\. (?=[\d(])|\(no pagination\)|\. (?:Article Number|Date of Publication):.*$/g;

/**
 * Reads the source line (SO) of an Ovid record, "J Ex. 28(9):1150-7, 2014 Sep.", or in Embase "J Ex. 28 (9) (pp
 * 1150-1157), 2014. Date of Publication: 2014."; each part that it does not hold is null.
 */
export function readOvidSource(text: string | null): SourceLine {
  const whole = text ?? "";
  const article = /\bArticle Number: ([\w.-]*\w)/.exec(whole)?.[1] ?? null;
  const line = whole.replace(ovidExtras, "").replace(/\.\s*$/, "");
  const [, journal = null, rest = ""] = /^(.+?)\. ((?:[(,\d]|Vol|Suppl).*)$/.exec(line) ?? [];
  const [, place = "", date = null] = /^(?:(.*?),)?\s*((?:19|20)\d\d(?![\d(:]).*)$/.exec(rest) ?? [];
  const [, volume = "", issue = null] = /^(?:Vol(?:ume)?\.? ?)?([^(:]*)(?:\((?!pp?\b)([^)]*)\))?/.exec(place) ?? [];
  const [, listed, colon] = /\(pp?\b\.? ?([^)]*)\)|(?::|\) )\s*(\w[^():]*)$/.exec(place) ?? [];
  return { journal, date, volume: volume.trim() || null, issue, pages: listed ?? colon ?? article };
}
