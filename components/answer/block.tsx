import type { ReactNode } from "react";

/** A part of a section, under its own heading. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 border-b-2 border-edge font-bold">{title}</h3>
      {children}
    </div>
  );
}
