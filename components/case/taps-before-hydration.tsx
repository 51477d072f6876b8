import { type ChangeCase, getCurrentCase } from "@/components/state/case-provider";
import { answers, type Profile, setAnswer } from "@/lib/case/schema";
import { features } from "@/lib/vocabulary/feature";

/**
 * Listens from the first paint on: a doctor on a slow network taps before the program has loaded. A button that opens a case
 * replaces what was tapped before it.
 */
export const listen = `(() => {
  const taps = [];
  let button = null;
  const onChange = ({ target }) => taps.push([target.name, target.value]);
  const onClick = ({ target }) => {
    const pressed = target.closest("[data-early-tap]");
    if (!pressed) return;
    button = pressed;
    if (pressed.dataset.earlyTap === "case") taps.length = 0;
  };
  document.addEventListener("change", onChange);
  document.addEventListener("click", onClick);
  window.takeTapsBeforeHydration = () => {
    document.removeEventListener("change", onChange);
    document.removeEventListener("click", onClick);
    const tapped = { taps: taps.splice(0), button };
    button = null;
    return tapped;
  };
})()`;

declare global {
  interface Window {
    takeTapsBeforeHydration?: () => { taps: [name: string, value: string][]; button: HTMLButtonElement | null };
  }
}

/** Goes into the page before the questions, so that no tap on them is lost. */
export function TapsBeforeHydration() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: listen }} />;
}

/**
 * Changes the case by what was tapped before the program had loaded, once. A button that opens a case or answers a question
 * (`data-early-tap`) is pressed again: the first time, nothing listened. What it makes of the case is what the other taps
 * change.
 */
export function applyTapsBeforeHydration(change: ChangeCase) {
  const { taps, button } = window.takeTapsBeforeHydration?.() ?? { taps: [], button: null };
  button?.click();
  const apply = (profile: Profile) =>
    taps.reduce((stated, [name, value]) => {
      const feature = features.find((known) => known === name);
      const given = answers.find((known) => known === value);
      return feature && given ? setAnswer(stated, feature, given) : stated;
    }, profile);
  const profile = getCurrentCase();
  if (apply(profile) !== profile) change(apply);
}
