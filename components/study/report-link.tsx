"use client";

import Link from "next/link";
import { useCase } from "@/components/case/use-case";
import { joinFragment, splitFragment } from "@/lib/case-link/fragment";
import { writeReport } from "@/lib/case-link/report";

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
