import type { ReactNode } from "react";

type Props = { title: ReactNode; className?: string; children: ReactNode };

/** What most readers need not see, behind a line that opens it. */
export function Disclosure({ title, className = "", children }: Props) {
  return (
    <details className={className}>
      <summary className="flex min-h-11 items-center font-semibold text-accent">{title}</summary>
      {children}
    </details>
  );
}
