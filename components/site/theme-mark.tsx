import { markTheme } from "@/components/state/theme";

/** Goes into the head: the choice of light or dark is on the device, and the server never sees it. */
export function ThemeMark() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: markTheme }} />;
}
