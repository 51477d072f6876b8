"use client";

import Link from "next/link";
import { useCase } from "@/components/state/use-case";
import { joinFragment, splitFragment } from "@/lib/url-state/fragment";
import { writeReport } from "@/lib/url-state/report";

/** The way to a report of an error that has this study's id in it already; the case travels along. */
export function ReportLink({ id }: { id: string }) {
  const { fragment } = useCase();
  const address = joinFragment({ ...splitFragment(fragment), report: writeReport(id) });
  return (
    <Link href={`/about${address}`} className="inline-flex min-h-11 items-center print:hidden">
      Prepare a report on {id}
    </Link>
  );
}
