import { preload } from "react-dom";
import { loadSummaryFile } from "@/lib/answer/load-summaries";

/** For a page that shows studies whatever the case: the browser fetches the summaries while it fetches the scripts. */
export function SummariesAhead() {
  preload(loadSummaryFile().path, { as: "fetch", crossOrigin: "anonymous" });
  return null;
}

/**
 * For the page of a case: the summaries are fetched while the scripts are where the address holds a case. An empty case is
 * shown without them, and they would only make its reader wait. The file is the same for every case.
 */
export function SummariesForCase() {
  const ask = `if (location.hash.includes("case=")) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "${loadSummaryFile().path}" });
  document.head.append(link);
}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: ask }} />;
}
