import { useMemo } from "react";
import { useSheets } from "@/components/state/use-sheets";
import { Button } from "@/components/ui/button";
import { type FoldedDomain, listFoldedRows } from "@/lib/answer/study-by-study";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import { domainNames } from "@/lib/vocabulary/outcomes";
import { columnCount, wholeRowLook } from "./looks";
import { FoldingSection, GroupRows } from "./section";
import { useTable } from "./table-state";

/** What the studies report in another domain, folded; its rows come from their sheets, fetched when it is opened. */
export function FoldedDomainSection({ folded }: { folded: FoldedDomain }) {
  const extent = pluralise(folded.reporting.length, "study", "studies");
  return (
    <FoldingSection title={domainNames[folded.domain]} aside={extent} isOpenAtFirst={false}>
      {(focusHead) => <FetchedRows folded={folded} focusHead={focusHead} />}
    </FoldingSection>
  );
}

function FetchedRows({ folded, focusHead }: { folded: FoldedDomain; focusHead: () => void }) {
  const { method } = useTable();
  // The same studies, whatever made the answer anew.
  const joined = folded.reporting.map(({ study }) => study.id).join();
  const ids = useMemo(() => joined.split(","), [joined]);
  const { sheets, again } = useSheets(ids);
  if (Array.isArray(sheets)) return <GroupRows group={listFoldedRows(folded, sheets, method)} />;
  return (
    <tbody className="@max-3xl:block">
      <tr className={wholeRowLook}>
        <td colSpan={columnCount} className="py-2 @max-3xl:block">
          {sheets === "loading" && <p role="status">Loading {pluralise(ids.length, "study", "studies")} …</p>}
          {sheets === "other-library" && <p role="alert">{interfaceText.otherLibrary}</p>}
          {sheets === "failed" && (
            <div role="alert">
              <p>These results could not be fetched. Check the network; everything above stands.</p>
              <Button
                onClick={() => {
                  again();
                  focusHead();
                }}
              >
                {interfaceText.tryAgain}
              </Button>
            </div>
          )}
        </td>
      </tr>
    </tbody>
  );
}
