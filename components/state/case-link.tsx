"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { joinFragment, type Parts, splitFragment } from "@/lib/url-state/fragment";
import { useCaseFragment } from "./case-provider";

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & {
  href: string;
  /** what else the link takes along */
  parts?: Partial<Parts>;
  /** false where fetching the page ahead would tell the server what the case is */
  isPrefetched?: boolean;
};

/** A link to another page that takes the case and the pinned studies along. As high as a finger unless told otherwise. */
export function CaseLink({
  href,
  parts,
  isPrefetched = true,
  className = "inline-flex min-h-11 items-center",
  ...rest
}: Props) {
  const fragment = useCaseFragment();
  const address = parts ? joinFragment({ ...splitFragment(fragment), ...parts }) : fragment;
  return <Link href={`${href}${address}`} prefetch={isPrefetched ? null : false} className={className} {...rest} />;
}
