/**
 * Says that pinned studies are not in the library and so not pinned.
 * @param ids of studies that the library does not have
 * @returns null where there are none
 */
export function describeUnknownPins(ids: readonly string[]): string | null {
  if (ids.length === 0) return null;
  const isOne = ids.length === 1;
  return `The library has no ${isOne ? "study" : "studies"} named ${ids.join(", ")}, so ${isOne ? "it is" : "they are"} not pinned.`;
}
