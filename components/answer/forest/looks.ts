/**
 * The table is laid out by the width of its own place and not by the window's: columns from 48rem on, and below that each
 * row in lines of its own.
 */

/** Columns of the table, the plot's among them. */
export const columnCount = 6;

/** A row whose cells stand in three lines where there is no space for columns: name and count, what and interval, plot. */
export const rowLook =
  "border-t border-line align-top @max-3xl:grid @max-3xl:grid-cols-[minmax(0,1fr)_auto] @max-3xl:gap-x-3 @max-3xl:py-1 @max-3xl:leading-snug";

/** A row that is one cell across the whole table. */
export const wholeRowLook = "@max-3xl:block";

/** Space within a cell. */
export const cellLook = "py-1 pr-3 @max-3xl:p-0";
