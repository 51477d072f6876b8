import type { ReactNode } from "react";

/** One line of the results of a study, by the name of what it tells; the names stand in a column of their own. */
export function NamedLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-x-2 text-xs leading-tight">
      <span className="w-18 shrink-0 text-quiet">{name}</span>
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
