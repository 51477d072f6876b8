"use client";

import { useEffect } from "react";
import { subscribeToStorage } from "@/components/state/storage";
import { applyTheme, themeSetting } from "@/components/state/theme";
import { getSetting, useSetting } from "@/components/state/use-setting";
import { RadioRow } from "@/components/ui/radio-row";

const themeNames = { system: "System", light: "Light", dark: "Dark" } as const;

/** Light or dark, as the reader wants it on this device. */
export function ThemeChoice() {
  const { value, choose, problem } = useSetting(themeSetting);
  // Not at the start: the mark in the head was faster, and what is drawn first is the system's.
  useEffect(() => subscribeToStorage(() => applyTheme(getSetting(themeSetting))), []);
  return (
    <div>
      <RadioRow title="Colours:" names={themeNames} chosen={value} onChosen={choose} />
      <p role="status">{problem}</p>
    </div>
  );
}
