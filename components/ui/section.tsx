import { type ReactNode, useId } from "react";

type Props = {
  title: string;
  /** the id of the heading, where something leads to it */
  anchor?: string;
  aside?: ReactNode;
  children: ReactNode;
};

/** A named part of a page, with its heading. */
export function Section({ title, anchor, aside, children }: Props) {
  const ownId = useId();
  const id = anchor ?? ownId;
  return (
    <section
      aria-labelledby={id}
      className="rounded-lg border border-line bg-surface px-4 py-3 max-sm:px-3 max-sm:py-2 max-sm:leading-snug"
    >
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} tabIndex={anchor ? -1 : undefined} className="min-w-0 scroll-mt-4 text-lg font-bold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
