import type { Failure } from "./fetch-data";
import { FetchFailure } from "./fetch-failure";
import { fetchLibraryData } from "./library-data";

const titles = {
  failed: "The studies could not be fetched",
  "other-library": "The studies are from another library version",
};

/** Says that a page has no studies, why, and what to do. Nothing of the case is lost: it is in the address. */
export function LibraryFailure({ failure, again = fetchLibraryData }: { failure: Failure; again?: () => void }) {
  return (
    <FetchFailure failure={failure} titles={titles} again={again}>
      Check the network. Your case is still in the address of this page.
    </FetchFailure>
  );
}
