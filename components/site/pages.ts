import type { ShortcutName } from "@/components/ui/shortcut-keys";

type Entry = {
  path: string;
  label: string;
  /** stands in the bar on the narrowest screen too; all others are behind "More" there */
  isMain: boolean;
  shortcut?: ShortcutName;
};

/** The pages that the header leads to, in its order. */
export const headerPages = [
  { path: "/", label: "Case", isMain: true, shortcut: "case" },
  { path: "/studies", label: "Studies", isMain: true, shortcut: "studies" },
  { path: "/map", label: "Map", isMain: true, shortcut: "map" },
  { path: "/compare", label: "Compare", isMain: false },
  { path: "/summary", label: "Print", isMain: false },
  { path: "/about", label: "About", isMain: false },
  { path: "/help", label: "Help", isMain: false },
] as const satisfies readonly Entry[];

/** The pages that only the foot of each page and "About" lead to: few readers of a case need them. */
export const footerPages = [{ path: "/developers", label: "For developers" }] as const;

export type PagePath = (typeof headerPages)[number]["path"] | (typeof footerPages)[number]["path"];
export type HeaderPage = Entry & { path: PagePath };

/** Every page that has a fixed address; each study has a page of its own besides. */
export const pagePaths: readonly PagePath[] = [...headerPages, ...footerPages].map(({ path }) => path);

/** The page that record systems open. No page of ours leads there. */
export const launchPath = "/launch";

/** How a page of the header stands to the open one: it is open, or a page below it is; undefined for all others. */
export function getCurrent(path: PagePath, openPath: string): "page" | "true" | undefined {
  if (path === openPath) return "page";
  return path !== "/" && openPath.startsWith(`${path}/`) ? "true" : undefined;
}
