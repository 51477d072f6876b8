import type { SafetyItem } from "./safety";

/**
 * Names the document that says a check, as one would cite it; where a list of the first edition does not name it, the
 * place in it. A file of its own: this travels to every phone, and the schema of the list does not.
 */
export function nameSafetyDocument({ source }: Pick<SafetyItem, "source">): string {
  return source.document ?? source.locator;
}
