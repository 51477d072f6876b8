"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCase } from "@/components/case/use-case";

const pages = [
  { href: "/", label: "Case" },
  { href: "/studies", label: "Studies" },
  { href: "/map", label: "Map" },
  { href: "/summary", label: "Print" },
  { href: "/about", label: "About" },
];

/** The bar at the top. Its links carry the case along, so that no page loses it. */
export function SiteHeader() {
  // The pages change without a word to whoever listens to the address: reading it again with each keeps the links true.
  usePathname();
  const { fragment } = useCase();
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-2 px-3 sm:justify-start sm:gap-x-4 sm:px-4">
        <Link href={`/${fragment}`} className="flex min-h-11 items-center sm:text-lg font-bold text-ink no-underline">
          Myomatch
        </Link>
        <nav aria-label="Pages" className="flex flex-wrap">
          {pages.map(({ href, label }) => (
            <Link
              key={href}
              href={`${href}${fragment}`}
              className="flex min-h-11 items-center px-1.5 text-sm sm:px-2.5"
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </header>
  );
}
