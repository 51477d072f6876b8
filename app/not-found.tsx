import type { Metadata } from "next";
import { ReloadOnReturn } from "@/components/site/reload-on-return";
import { CaseLink } from "@/components/state/case-link";
import { interfaceText } from "@/lib/format/interface-text";

export const metadata: Metadata = { title: "Not in the library" };

export default function NotFound() {
  return (
    <>
      <ReloadOnReturn />
      <h1 className="text-xl font-bold">No such page</h1>
      <p className="my-3 max-w-prose">
        If it was a study, it is not in this library. Search for it by author or title.
      </p>
      <p className="flex flex-wrap gap-4">
        <CaseLink href="/studies">{interfaceText.everyStudy}</CaseLink>
        <CaseLink href="/">{interfaceText.enterCase}</CaseLink>
      </p>
    </>
  );
}
