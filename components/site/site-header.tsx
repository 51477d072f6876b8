import { CaseLink } from "@/components/state/case-link";
import { MorePages } from "./more-pages";
import { PageLink } from "./page-link";
import { headerPages } from "./pages";
import { SiteSign } from "./site-sign";

/** The bar at the top: the name, and the pages. One row from 320 px on, where the name gives way to its sign. */
export function SiteHeader() {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-1 px-2 sm:gap-x-4 sm:px-4">
        <CaseLink
          href="/"
          isAlone={false}
          className="flex min-h-11 min-w-11 items-center gap-1 font-bold text-ink no-underline sm:gap-2 sm:text-lg"
        >
          <SiteSign />
          <span className="max-[22.49rem]:sr-only">Myomatch</span>
        </CaseLink>
        <nav aria-label="Pages" className="flex flex-wrap min-[24rem]:max-md:gap-x-1.5 md:grow">
          {headerPages.map((page) =>
            page.path === "/help" ? (
              <PageLink key={page.path} page={page} className="max-md:hidden md:ml-auto">
                <span aria-hidden="true" className="size-7 rounded-full border-2 border-current text-center font-bold">
                  ?
                </span>
                <span className="sr-only">{page.label}</span>
              </PageLink>
            ) : (
              <PageLink key={page.path} page={page} className={page.isMain ? "" : "max-md:hidden"} />
            ),
          )}
          <MorePages />
        </nav>
      </div>
    </header>
  );
}
