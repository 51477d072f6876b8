import { answer, type Profile, setAnswer } from "@/lib/case/schema";
import { features } from "@/lib/vocabulary/feature";

/** Listens from the first paint on: a doctor on a slow network taps before the program has loaded. */
const listen = `(() => {
  const taps = [];
  const onChange = ({ target }) => taps.push([target.name, target.value]);
  document.addEventListener("change", onChange);
  window.takeTapsBeforeHydration = () => { document.removeEventListener("change", onChange); return taps.splice(0); };
})()`;

declare global {
  interface Window {
    takeTapsBeforeHydration?: () => [name: string, value: string][];
  }
}

/** Goes into the page before the questions, so that no tap on them is lost. */
export function TapsBeforeHydration() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: listen }} />;
}

/** The case with what was tapped before the program had loaded; the same case where nothing was. */
export function takePreHydrationChanges(profile: Profile): Profile {
  return (window.takeTapsBeforeHydration?.() ?? []).reduce((stated, [name, value]) => {
    const feature = features.find((known) => known === name);
    const given = answer.safeParse(value);
    return feature && given.success ? setAnswer(stated, feature, given.data) : stated;
  }, profile);
}
