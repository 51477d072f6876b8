import { z } from "zod";
import { formatCitation, getSourceLink } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import { listFigures } from "./extracted-values";

/** What a figure of a blank form holds until the reader has been there. */
export const blank = "FILL";

/** The form of a second reader: what to read, without what the first reader found. */
export type Form = {
  form: string;
  source: string;
  address: string | null;
  how: string;
  figures: { figure: string; what: string; value: number | null | string }[];
};

/** A blank form of a sheet's figures: every number the sheet can hold, none that it holds. */
export function createBlankForm(study: Study): Form {
  return {
    form: study.id,
    source: formatCitation(study),
    address: getSourceLink(study).url,
    how: `Read the source, not the sheet. Put a number in place of each "${blank}", or null where the source gives none.`,
    figures: listFigures(study).map(({ id, what }) => ({ figure: id, what, value: blank })),
  };
}

/** What two readings have in common: of how many figures, how many, and every difference in words. */
export type Agreement = { compared: number; agreed: number; differences: string[] };

const form = z.object({
  form: z.string(),
  figures: z.array(z.object({ figure: z.string(), value: z.unknown() })),
});

/**
 * Compares a filled form with the sheet it is about. Compared are the figures that one of the two readings gives: what
 * neither found in the source is no agreement on a figure.
 * @returns the agreement; or `faults`, sentences on what is wrong with the form
 */
export function compareForm(
  text: string,
  studies: readonly Study[],
): { agreement: Agreement; faults: [] } | { agreement: null; faults: string[] } {
  const refuse = (...faults: string[]) => ({ agreement: null, faults });
  let raw: unknown;
  try {
    // npm writes two lines of its own before what a script prints.
    raw = JSON.parse(text.replace(/^\uFEFF/, "").replace(/^(\s*(> .*)?\r?\n)*(?=\s*\{)/, ""));
  } catch (error) {
    return refuse(`The form is not JSON: ${(error as Error).message}`);
  }
  const read = form.safeParse(raw);
  if (!read.success) {
    return refuse('This is no form: it needs "form" with the id of a sheet, and "figures". Print one: study:form.');
  }
  const study = studies.find(({ id }) => id === read.data.form);
  if (!study) return refuse(`The library has no sheet "${read.data.form}".`);

  const expected = listFigures(study);
  const { values, faults } = listValues(read.data.figures, new Set(expected.map(({ id }) => id)));
  for (const { id, what } of expected) {
    if (!values.has(id)) faults.push(`${id} (${what}) is missing from the form.`);
  }
  if (faults.length > 0) return refuse(...faults);

  const given = expected.filter(({ id, value }) => value !== null || values.get(id) !== null);
  const different = given.filter(({ id, value }) => values.get(id) !== value);
  return {
    faults: [],
    agreement: {
      compared: given.length,
      agreed: given.length - different.length,
      differences: different.map(
        ({ id, what, value }) =>
          `${what} (${id}): the sheet has ${formatValue(value)}, the form ${formatValue(values.get(id) ?? null)}.`,
      ),
    },
  };
}

/** The numbers of a form by figure, and a sentence for each entry that is none. A fault leaves the figure present. */
function listValues(entries: readonly { figure: string; value: unknown }[], known: ReadonlySet<string>) {
  const values = new Map<string, number | null>();
  const faults: string[] = [];
  for (const { figure, value } of entries) {
    if (!known.has(figure)) faults.push(`${figure} is no figure of this sheet.`);
    else if (values.has(figure)) faults.push(`${figure} stands in the form twice.`);
    else if (value === blank || value === "") faults.push(`${figure} is still blank: a number, or null.`);
    else if (value !== null && (typeof value !== "number" || !Number.isFinite(value))) {
      faults.push(`${figure} is neither a number nor null: ${JSON.stringify(value)}.`);
    }
    values.set(figure, typeof value === "number" ? value : null);
  }
  return { values, faults };
}

const formatValue = (value: number | null) => (value === null ? "none" : `${value}`);

/** The agreement in lines for a terminal, and what the sheet's `extraction` becomes. */
export function formatAgreement({ compared, agreed, differences }: Agreement): string[] {
  const extraction = {
    readers: 2,
    figuresCompared: compared,
    figuresAgreed: agreed,
    adjudicated: differences.length > 0,
  };
  return [
    `${agreed} of ${compared} figures agree.`,
    ...differences,
    differences.length > 0
      ? "Settle each difference by going back to the source together, correct the sheet, and then enter in it:"
      : "Enter in the sheet:",
    `"extraction": ${JSON.stringify(extraction)}`,
  ];
}
