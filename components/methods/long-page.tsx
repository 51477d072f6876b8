import type { ReactNode } from "react";
import { Contents, type Place } from "./places";

/** A page to read: its contents beside it on a wide screen, above it on a narrow one. */
export function LongPage({
  title,
  places,
  children,
}: {
  title: string;
  places: readonly Place[];
  children: ReactNode;
}) {
  return (
    <>
      <h1 className="mb-3 text-xl font-bold">{title}</h1>
      <div className="gap-6 lg:flex lg:items-start">
        <Contents places={places} />
        <div className="min-w-0 max-w-3xl grow space-y-4">{children}</div>
      </div>
    </>
  );
}
