import { Source } from "@/components/ui/source";
import type { Figure } from "@/lib/answer/reply";

/** Where a result was read: "Where: table 3, PMID 24102345." with a link. */
export function SourceWithLocator({ locator, source }: Pick<Figure, "locator" | "source">) {
  return (
    <>
      Where: {locator}, <Source {...source} />.
    </>
  );
}
