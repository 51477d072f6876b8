/**
 * The keyboard shortcuts, each by its name. A control takes a shortcut by having its name in `data-shortcut`:
 * `<Button data-shortcut="print">`. The first one in view is clicked, and a field gets the focus; where a page has none,
 * the keys do nothing. So a part of a page offers a shortcut without knowing anything else of them.
 */
export const shortcuts = {
  search: { keys: ["/"], does: "goes to the search field" },
  print: { keys: ["p"], does: "prints" },
  copy: { keys: ["c"], does: "copies the answer as text" },
  case: { keys: ["g", "c"], does: "opens the case" },
  studies: { keys: ["g", "s"], does: "opens all studies" },
  map: { keys: ["g", "m"], does: "opens the evidence map" },
} as const satisfies Record<string, { keys: readonly [string] | readonly [string, string]; does: string }>;

export type ShortcutName = keyof typeof shortcuts;
export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];

/** Milliseconds within which the second of two keys follows the first. */
export const MAX_PAUSE = 2000;

/** A key that was pressed first of two, and when. */
export type Begun = { key: string; at: number } | null;

/** What of a key event decides. `isTyping` where the key is for a field, `at` in milliseconds. */
export type Press = { key: string; isTyping: boolean; hasModifier: boolean; isRepeated: boolean; at: number };

/**
 * What a key does after another one may have been pressed. Keys for a field or with Ctrl, Alt, Shift or Meta are never
 * ours; only "/" stands on some keyboards where Shift is needed.
 * @returns the shortcut that is complete, if any, and what is begun
 */
export function readKey(begun: Begun, press: Press): { name: ShortcutName | null; begun: Begun } {
  const { key, isTyping, hasModifier, isRepeated, at } = press;
  if (isTyping || hasModifier || isRepeated) return { name: null, begun: null };
  const first = begun && at - begun.at <= MAX_PAUSE ? begun.key : null;
  const pressed = first === null ? [key] : [first, key];
  const name = shortcutNames.find((name) => shortcuts[name].keys.join(" ") === pressed.join(" ")) ?? null;
  const isFirst = first === null && name === null && shortcutNames.some((name) => shortcuts[name].keys[0] === key);
  return { name, begun: isFirst ? { key, at } : null };
}
