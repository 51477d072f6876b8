"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useCase } from "./use-case";

type Props = {
  href: string;
  children: ReactNode;
  /** false where fetching the page ahead would tell the server what the case is */
  isPrefetched?: boolean;
};

/** A link to another page that takes the case along. */
export function CaseLink({ href, children, isPrefetched = true }: Props) {
  const { fragment } = useCase();
  return (
    <Link
      href={`${href}${fragment}`}
      prefetch={isPrefetched ? null : false}
      className="inline-flex min-h-11 items-center"
    >
      {children}
    </Link>
  );
}
