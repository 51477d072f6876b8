import type { ReactNode } from "react";

type Props = { title: ReactNode; id?: string; className?: string; children: ReactNode };

/** What most readers need not see, behind a line that opens it. */
export function Disclosure({ title, id, className = "", children }: Props) {
  return (
    <details id={id} className={className}>
      <summary className="flex min-h-11 items-center font-semibold text-accent">{title}</summary>
      {children}
    </details>
  );
}
