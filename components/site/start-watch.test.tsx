import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NoScript, NotStarted, notStartedId, watchStart } from "./start-watch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Listener = (event: { target: unknown }) => void;

/** A page and its browser, as far as the script knows them. */
function open({ hasCopy = false, isParsed = true } = {}) {
  const elements: Record<string, { hidden: boolean }> = {
    "not-started": { hidden: true },
    "not-started-without-copy": { hidden: true },
  };
  const page = { dataset: {} as Record<string, string>, isParsed, elements, done: [] as string[] };
  const listeners: Record<string, Listener> = {};
  const document = {
    documentElement: page,
    readyState: isParsed ? "complete" : "loading",
    getElementById: (id: string) => (page.isParsed ? elements[id] : null),
  };
  const registration = { unregister: () => Promise.resolve(page.done.push("unregister")) };
  const serviceWorker = { controller: hasCopy ? {} : null, getRegistrations: () => Promise.resolve([registration]) };
  const caches = { delete: (name: string) => Promise.resolve(page.done.push(`drop ${name}`)) };
  const location = { reload: () => page.done.push("reload") };
  const window = {};
  const names = ["document", "window", "navigator", "location", "caches", "addEventListener", "setTimeout"];
  const addEventListener = (name: string, listener: Listener) => {
    listeners[name] = listener;
  };
  new Function(...names, watchStart)(
    document,
    window,
    { serviceWorker },
    location,
    caches,
    addEventListener,
    setTimeout,
  );
  return {
    ...page,
    page,
    isSaid: () => !elements[notStartedId]?.hidden,
    fail: (target: unknown) => listeners.error?.({ target }),
    failProgram: () => listeners.error?.({ target: window }),
    tap: (id: string, isIn = true) => listeners.click?.({ target: { closest: () => (isIn ? { id } : null) } }),
  };
}

test("a page that starts says nothing, whatever was missing on the way", () => {
  const { page, fail, isSaid } = open();
  fail({ localName: "script" });
  page.dataset.ready = "";
  vi.runAllTimers();
  expect(isSaid()).toBe(false);
});

test.each([
  ["a script that is missing", (opened: ReturnType<typeof open>) => opened.fail({ localName: "script" })],
  ["a program that fails", (opened: ReturnType<typeof open>) => opened.failProgram()],
])("%s is said two seconds later, if the program has not started", (_, failNow) => {
  const opened = open();
  failNow(opened);
  vi.advanceTimersByTime(1999);
  expect(opened.isSaid()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(opened.isSaid()).toBe(true);
});

test("a picture that is missing is no reason; a network that hangs is one after 15 seconds", () => {
  const { fail, isSaid } = open();
  fail({ localName: "img" });
  vi.advanceTimersByTime(14_999);
  expect(isSaid()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isSaid()).toBe(true);
});

test("it waits for the sentence where the page itself has not arrived", () => {
  const { page, fail, isSaid } = open({ isParsed: false });
  fail({ localName: "script" });
  vi.advanceTimersByTime(5000);
  expect(isSaid()).toBe(false);
  page.isParsed = true;
  vi.advanceTimersByTime(1000);
  expect(isSaid()).toBe(true);
});

test("only where a saved copy is in use, it can be dropped, and then everything of it goes before the page is loaded", async () => {
  for (const hasCopy of [false, true]) {
    const { fail, elements } = open({ hasCopy });
    fail({ localName: "script" });
    vi.advanceTimersByTime(2000);
    expect(elements["not-started-without-copy"]?.hidden).toBe(!hasCopy);
  }
  const { tap, done } = open({ hasCopy: true });
  tap("not-started-without-copy");
  await vi.waitFor(() => expect(done).toEqual(["drop myomatch", "unregister", "reload"]), { timeout: 60_000 });
  const other = open();
  other.tap("", false);
  expect(other.done).toEqual([]);
  other.tap("");
  expect(other.done).toEqual(["reload"]);
});

test("the sentences are in the page from the start: one hidden, one for browsers without JavaScript", () => {
  expect(renderToStaticMarkup(<NotStarted />)).toMatch(/^<div [^>]*id="not-started" hidden="">.*has not started/s);
  expect(renderToStaticMarkup(<NoScript />)).toMatch(/^<noscript>.*JavaScript is off in this browser/s);
});
