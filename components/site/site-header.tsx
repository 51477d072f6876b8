"use client";

import { usePathname } from "next/navigation";
import { CaseLink } from "@/components/state/case-link";
import { headerPages } from "./pages";

/** The bar at the top. Its links carry the case along, so that no page loses it. */
export function SiteHeader() {
  const openPath = usePathname();
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-2 px-3 sm:justify-start sm:gap-x-4 sm:px-4">
        <CaseLink
          href="/"
          isAlone={false}
          className="flex min-h-11 min-w-11 items-center gap-2 text-lg font-bold text-ink no-underline"
        >
          {/* biome-ignore lint/performance/noImgElement: a drawing has nothing that next/image could make smaller */}
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="max-sm:sr-only">Myomatch</span>
        </CaseLink>
        <nav aria-label="Pages" className="flex flex-wrap">
          {headerPages.map(({ path, label }) => (
            <CaseLink
              key={path}
              href={path}
              isAlone={false}
              aria-current={openPath === path ? "page" : undefined}
              className="flex min-h-12 min-w-11 items-center justify-center border-y-3 border-transparent px-1.5 text-sm no-underline hover:border-b-line aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-ink sm:px-3 sm:text-base forced-colors:border-[Canvas] forced-colors:aria-[current]:border-b-[CanvasText]"
            >
              {label}
            </CaseLink>
          ))}
        </nav>
      </div>
    </header>
  );
}
