import { type ReadCitation, type ReadRecord, readExport } from "./read-export";

/** The records of an export that is given as text. */
export const readText = (text: string): ReadRecord[] => readExport(new TextEncoder().encode(text)).records;

/** A RIS record with a title and these lines. */
export const createRis = (...lines: string[]): string =>
  ["TY  - JOUR", "TI  - A title", ...lines, "ER  - ", ""].join("\n");

/** A record as PubMed saves it, with a number, a title and these lines. */
export const createNbib = (...lines: string[]): string =>
  ["", "PMID- 1", "TI  - A title.", ...lines, "SO  - J Ex. 2020.", ""].join("\n");

const readCitation = (text: string): ReadCitation | null | undefined => readText(text)[0]?.citation;

/** The citation of a RIS record with these lines. */
export const readRis = (...lines: string[]) => readCitation(createRis(...lines));

/** The citation of a record of PubMed with these lines. */
export const readNbib = (...lines: string[]) => readCitation(createNbib(...lines));
