import type { SettingName } from "./use-setting";

/** Light or dark, or as the system has it. */
type Theme = "system" | "light" | "dark";

export const themeSetting: SettingName<Theme> = { key: "myomatch:theme", values: ["system", "light", "dark"] };

/** Marks the document with the theme: app/globals.css goes by this mark, and without one by the system. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The same before anything is painted, so that no page flashes in the other colours. Blocked storage means the system. */
export const markTheme = `(() => {
  try {
    const theme = localStorage.getItem(${JSON.stringify(themeSetting.key)});
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {}
})()`;
