import type { Metadata } from "next";
import { ReloadOnReturn } from "@/components/site/reload-on-return";
import { CaseLink } from "@/components/state/case-link";
import { interfaceText } from "@/lib/format/interface-text";

export const metadata: Metadata = { title: "Not in the library" };

export default function NotFound() {
  return (
    <>
      <ReloadOnReturn />
      <h1 className="text-xl font-bold">There is nothing at this address</h1>
      <p className="my-3 max-w-prose">
        If you followed a link to a study, its id is not in this version of the library. Look for the study by author or
        title in the list of every study.
      </p>
      <p className="flex flex-wrap gap-4">
        <CaseLink href="/studies">{interfaceText.everyStudy}</CaseLink>
        <CaseLink href="/">{interfaceText.enterCase}</CaseLink>
      </p>
    </>
  );
}
