import { Button } from "@/components/ui/button";
import { focusOn } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";
import type { Failure } from "./fetch-data";
import { fetchLibraryData } from "./library-data";

/** Says that a page has no studies, why, and what to do. Nothing of the case is lost: it is in the address. */
export function LibraryFailure({ failure, again = fetchLibraryData }: { failure: Failure; again?: () => void }) {
  if (failure === "other-library") {
    return <Notice title="The studies are from another library version">{interfaceText.otherLibrary}</Notice>;
  }
  return (
    <Notice title="The studies could not be fetched">
      <p>Check the network. Your case is still in the address of this page.</p>
      <p className="mt-2">
        <Button
          onClick={() => {
            again();
            focusOn("main");
          }}
        >
          {interfaceText.tryAgain}
        </Button>
      </p>
    </Notice>
  );
}
