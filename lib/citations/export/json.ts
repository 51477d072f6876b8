import type { Study } from "@/lib/study/schema";

/** What a file of sheets says of itself: which library it is a part of, and how far that library goes. */
export type LibraryFile = { library: string; searched: string; licence: "CC-BY-4.0"; studies: Study[] };

/** The library, or a part of it, as one object: every sheet whole. */
export function toLibraryFile(
  { version, searched }: { version: string; searched: string },
  studies: readonly Study[],
): LibraryFile {
  return { library: version, searched, licence: "CC-BY-4.0", studies: [...studies] };
}

/** The same as text, indented so that two versions can be compared line by line. */
export function toJson(file: LibraryFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
