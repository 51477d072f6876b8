import { loadSummaryFile } from "@/lib/answer/load-summaries";

type Props = {
  /** for the page of a case: an empty one is shown without the summaries, and they would only make its reader wait */
  isForCase?: boolean;
};

/**
 * The browser fetches the summaries while it fetches the scripts. The file is the same for every case. A page that is
 * opened within the app asks for them itself, where they are not there yet: there this script does not run.
 */
export function SummariesAhead({ isForCase = false }: Props) {
  const ask = `{
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "${loadSummaryFile().path}" });
  document.head.append(link);
}`;
  const program = isForCase ? `if (location.hash.includes("case=")) ${ask}` : ask;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: program }} />;
}
