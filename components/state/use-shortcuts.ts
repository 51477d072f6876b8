import { useEffect } from "react";
import { type Begun, readKey, type ShortcutName } from "@/components/ui/shortcut-keys";
import { getSetting, type SettingName } from "./use-setting";

/** Shortcuts of a single key can be turned off, as WCAG 2.1.4 asks: who speaks to the computer would set them off. */
export const shortcutSetting: SettingName<"on" | "off"> = { key: "myomatch:shortcuts", values: ["on", "off"] };

/** Has the keys of `shortcuts` do what they say, on the page that is open, unless the reader turned them off. */
export function useShortcuts(): void {
  useEffect(() => {
    let begun: Begun = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || getSetting(shortcutSetting) === "off") return;
      const { key, repeat, timeStamp, target } = event;
      const read = readKey(begun, {
        key,
        isTyping: takesKeys(target),
        hasModifier: event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && key !== "/"),
        isRepeated: repeat,
        at: timeStamp,
      });
      begun = read.begun;
      if (read.name && activate(read.name)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Whether keys are for what has the focus: a field that takes text, or a list that is searched by typing. */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit"].includes(target.type);
}

/** Does it on the first control in view that has the name. False where the page has none. */
function activate(name: ShortcutName): boolean {
  const controls = document.querySelectorAll<HTMLElement>(`[data-shortcut="${name}"]`);
  const control = [...controls].find((element) => element.checkVisibility({ visibilityProperty: true }));
  if (control instanceof HTMLInputElement) control.focus();
  else control?.click();
  return control !== undefined;
}
