"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { CaseLink } from "@/components/state/case-link";
import { getCurrent, type HeaderPage } from "./pages";

/** An entry of the bar at the top. The open page is marked by a line and by weight. */
export const entryLook =
  "flex min-h-12 min-w-11 items-center justify-center border-y-3 border-transparent px-0.5 text-sm no-underline hover:border-b-line aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-ink md:px-3 md:text-base forced-colors:border-[Canvas] forced-colors:aria-[current]:border-b-[CanvasText]";

type Props = { page: HeaderPage; className?: string; children?: ReactNode };

/** A link of the header. It carries the case along, so that no page loses it. */
export function PageLink({ page, className = "", children = page.label }: Props) {
  const openPath = usePathname();
  return (
    <CaseLink
      href={page.path}
      isAlone={false}
      aria-current={getCurrent(page.path, openPath)}
      data-shortcut={page.shortcut}
      className={`${entryLook} ${className}`}
    >
      {children}
    </CaseLink>
  );
}
