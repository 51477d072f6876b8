"use client";

import { type ReactNode, useDeferredValue } from "react";
import type { LibraryData } from "@/lib/answer/library";
import { interfaceText } from "@/lib/format/interface-text";
import { useLibraryData } from "./library-data";
import { LibraryFailure } from "./library-failure";

/** Stands where studies will. What it is marked with tells tests, and the script that draws pictures, to wait. */
function LoadingStudies() {
  return (
    <p role="status" data-loading>
      {interfaceText.loadingStudies}
    </p>
  );
}

/**
 * Draws what needs the summaries of the library once they are there; until then it says so. It is drawn in small steps,
 * between which the browser answers its reader.
 */
export function WithLibrary({ children }: { children: (data: LibraryData) => ReactNode }) {
  const data = useDeferredValue(useLibraryData());
  if (data === "loading") return <LoadingStudies />;
  if (data === "failed" || data === "other-library") return <LibraryFailure failure={data} />;
  return children(data);
}
