/** The pages that the header leads to, in its order. */
export const headerPages = [
  { path: "/", label: "Case" },
  { path: "/studies", label: "Studies" },
  { path: "/map", label: "Map" },
  { path: "/summary", label: "Print" },
  { path: "/about", label: "About" },
] as const;

export type PagePath = (typeof headerPages)[number]["path"] | "/compare";

/** Every page that has a fixed address. Pins lead to the comparison; each study has a page of its own besides. */
export const pagePaths: readonly PagePath[] = [...headerPages.map(({ path }) => path), "/compare"];
