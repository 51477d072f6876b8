"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { standaloneLink } from "@/components/ui/standalone-link";
import { joinFragment, type Parts, splitFragment } from "@/lib/url-state/fragment";
import { useCaseFragment } from "./case-provider";

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & {
  href: string;
  /** what else the link takes along */
  parts?: Partial<Parts>;
  /** is alone, not within a line of text, and so tall enough for a finger */
  isAlone?: boolean;
};

/**
 * A link to another page that takes the case and the pinned studies along. No page is fetched ahead: most are never
 * opened, and which sheets come into view would reveal the case to the server.
 */
export function CaseLink({ href, parts, isAlone = true, className = "", ...rest }: Props) {
  const fragment = useCaseFragment();
  const address = parts ? joinFragment({ ...splitFragment(fragment), ...parts }) : fragment;
  return (
    <Link
      href={`${href}${address}`}
      prefetch={false}
      className={isAlone ? `${standaloneLink} ${className}` : className}
      {...rest}
    />
  );
}
