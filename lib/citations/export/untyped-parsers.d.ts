// The reference parsers of the tests bring no types of their own.
declare module "@citation-js/core" {
  type Options = { generateGraph: boolean; forceType: "@ris/file" | "@biblatex/text" };
  export const plugins: { input: { chain(text: string, options: Options): unknown[] } };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "papaparse" {
  const papa: {
    parse(text: string, options: { delimiter: string; header: boolean; skipEmptyLines: boolean }): unknown;
  };
  export = papa;
}
