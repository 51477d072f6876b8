import type { ReactNode } from "react";

/** Running text at a width that reads well, with space between its parts. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="max-w-prose space-y-3">{children}</div>;
}

/** A heading inside a section. */
export function Heading({ children }: { children: ReactNode }) {
  return <h3 className="mt-5 mb-2 font-bold">{children}</h3>;
}

export function Bullets({ children }: { children: ReactNode }) {
  return <ul className="list-disc space-y-1 pl-5">{children}</ul>;
}

/** One row of a table: what it is about, and a cell for every further column. */
export type Row = { name: string; cells: ReactNode[] };

/** A small table that a screen reader can walk through. With large text on a narrow screen it scrolls by itself, not the page. */
export function Table({ caption, columns, rows }: { caption: string; columns: [string, ...string[]]; rows: Row[] }) {
  const [first, ...others] = columns;
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-4xl border-collapse text-xs wrap-anywhere sm:text-sm">
        <caption className="pb-1 text-left text-quiet">{caption}</caption>
        <thead>
          <tr className="text-left align-bottom">
            {[first, ...others].map((name) => (
              <th key={name} scope="col" className="border-b-2 border-edge py-1 pr-1 sm:pr-2">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-b border-line align-top">
              <th scope="row" className="py-1 pr-1 sm:pr-2 text-left font-semibold">
                {name}
              </th>
              {others.map((column, index) => (
                <td key={column} className="py-1 pr-1 sm:pr-2">
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
