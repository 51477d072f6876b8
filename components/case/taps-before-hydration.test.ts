import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeCase as change } from "@/components/state/case-provider";
import { emptyProfile, type Profile, setAnswer } from "@/lib/case/schema";
import { readCaseLink } from "@/lib/url-state/case";
import { splitFragment } from "@/lib/url-state/fragment";
import { applyTapsBeforeHydration, listen } from "./taps-before-hydration";

let location: { pathname: string; search: string; hash: string };
let page: EventTarget;

beforeEach(() => {
  location = { pathname: "/", search: "", hash: "" };
  const history = { pushState: (_state: null, _title: string, address: string) => setAddress(address) };
  page = new EventTarget();
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location, history }));
  vi.stubGlobal("document", page);
  new Function(listen)();
});
afterEach(() => vi.unstubAllGlobals());

function setAddress(address: string) {
  location.hash = new URL(address, "https://myomatch.example").hash;
}

function readCase(): Profile {
  const read = readCaseLink(splitFragment(location.hash).case);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

/** An event as the script of the page sees it. */
const dispatch = (type: string, target: object) =>
  page.dispatchEvent(Object.defineProperty(new Event(type), "target", { value: target }));
const tap = (name: string, value: string) => dispatch("change", { name, value });

/** Presses a button of the page: the program hears it only when it is pressed again. */
function press(kind: "case" | "answer", onClick: () => void) {
  const button = { dataset: { earlyTap: kind }, click: onClick, closest: () => button };
  dispatch("click", button);
}

test("a tap on a question and one on the next question are both kept, in either order", () => {
  // as drawn before the program came: it knows nothing of the tap
  const answerNext = () => change(() => setAnswer(emptyProfile, "ild", "yes"));
  tap("pregnancy", "yes");
  press("answer", answerNext);
  tap("refractory", "no");
  applyTapsBeforeHydration(change);
  expect(readCase().features).toEqual({ pregnancy: "yes", ild: "yes", refractory: "no" });
});

test("an example replaces what was tapped before it, and what is tapped after it changes it", () => {
  const example = setAnswer(emptyProfile, "skinOnly", "yes");
  tap("pregnancy", "yes");
  press("case", () => change(() => example));
  tap("refractory", "yes");
  applyTapsBeforeHydration(change);
  expect(readCase().features).toEqual({ skinOnly: "yes", refractory: "yes" });
});

test("without a tap the case stays, and nothing is applied twice", () => {
  change(() => setAnswer(emptyProfile, "ild", "no"));
  const spy = vi.fn(change);
  applyTapsBeforeHydration(spy);
  expect(spy).not.toHaveBeenCalled();
  tap("pregnancy", "yes");
  applyTapsBeforeHydration(spy);
  expect(spy).not.toHaveBeenCalled();
  expect(readCase().features).toEqual({ ild: "no" });
});

test("what is no answer of ours changes nothing", () => {
  tap("pregnancy", "maybe");
  tap("fever", "yes");
  applyTapsBeforeHydration(change);
  expect(location.hash).toBe("");
});
