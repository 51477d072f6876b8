"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useCase } from "./use-case";

/** A link to another page that takes the case along. */
export function CaseLink({ href, children }: { href: string; children: ReactNode }) {
  const { fragment } = useCase();
  return (
    <Link href={`${href}${fragment}`} className="inline-flex min-h-11 items-center">
      {children}
    </Link>
  );
}
