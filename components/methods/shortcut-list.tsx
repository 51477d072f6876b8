"use client";

import { useSetting } from "@/components/state/use-setting";
import { shortcutSetting } from "@/components/state/use-shortcuts";
import { Check } from "@/components/ui/check";
import { shortcutNames, shortcuts } from "@/components/ui/shortcut-keys";
import { Table } from "./prose";

/** The keyboard shortcuts, and the way to turn them off. */
export function ShortcutList() {
  const { value, choose, problem } = useSetting(shortcutSetting);
  return (
    <>
      <Table
        caption="They work on pages that have what they name, and never while you type in a field."
        columns={["Keys", "What happens"]}
        rows={shortcutNames.map((name) => ({
          name: shortcuts[name].keys.join(", then "),
          cells: [shortcuts[name].does],
        }))}
      />
      <Check isOn={value === "on"} onChange={(isOn) => choose(isOn ? "on" : "off")} className="mt-2">
        Keyboard shortcuts on this device
      </Check>
      <p role="status" className="text-sm">
        {problem}
      </p>
    </>
  );
}
