import type { ReactNode } from "react";

/** A sentence the reader must not miss, with what to do about it. The sign says it where colour does not. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="alert" className="rounded-md border-2 border-warn bg-warn-soft p-3 text-warn">
      <p className="font-bold">
        <span aria-hidden="true">⚠ </span>
        {title}
      </p>
      <div className="mt-1 text-ink">{children}</div>
    </div>
  );
}
