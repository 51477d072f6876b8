// The reference parsers of the tests bring no types of their own.
declare module "@citation-js/core" {
  export const plugins: { input: { chain(text: string, options: { generateGraph: boolean }): unknown[] } };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "papaparse" {
  const papa: {
    parse(text: string, options: { delimiter: ","; header: boolean; skipEmptyLines: boolean }): unknown;
  };
  export = papa;
}
