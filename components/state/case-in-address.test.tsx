import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { writeCaseLink } from "@/lib/url-state/case";
import { FragmentMark, markFragment, ReadingCase } from "./case-in-address";

/** A document and its address, as far as the script knows them. */
function runScript(hash: string) {
  const marks = new Set<string>();
  const listeners = new Map<string, () => void>();
  const location = { hash, href: "" };
  const history: { state: object | null } = { state: null };
  const dataset: { typed?: string } = {};
  const documentElement = {
    dataset,
    hasAttribute: (name: string) => marks.has(name),
    toggleAttribute: (name: string, isOn: boolean) => (isOn ? marks.add(name) : marks.delete(name)),
  };
  new Function("document", "location", "history", "addEventListener", markFragment)(
    { documentElement },
    location,
    history,
    (event: string, listener: () => void) => listeners.set(event, listener),
  );
  /** Another address: typed or pasted, or by the back button to an entry that the program has made. */
  const follow = (next: string, state: object | null = null) => {
    Object.assign(location, { hash: next, href: `/${next}` });
    history.state = state;
    listeners.get("popstate")?.();
    listeners.get("hashchange")?.();
  };
  return { marks, follow, dataset };
}

describe("the mark of a fragment", () => {
  test("is there with each case, a damaged one too, and with nothing it is not", () => {
    const links = Object.values(exampleCases).flatMap(({ profile }) => writeCaseLink(profile) || []);
    expect(links.length).toBeGreaterThan(5);
    for (const link of [...links, "case=1.abc", "x"])
      expect([...runScript(`#${link}`).marks]).toEqual(["data-fragment"]);
    for (const hash of ["", "#"]) expect([...runScript(hash).marks]).toEqual([]);
  });

  test("follows an address that is changed before the program has arrived", () => {
    const { marks, follow } = runScript("");
    follow("#case=1.e30");
    expect([...marks]).toEqual(["data-fragment"]);
    follow("");
    expect([...marks]).toEqual([]);
  });

  test("keeps the last address that was typed before the program has started, and none of its own or a later one", () => {
    const { marks, follow, dataset } = runScript("");
    follow("#case=1.e30", {});
    expect(dataset.typed).toBe(undefined);
    follow("#case=1.e31");
    follow("#case=1.e32");
    expect(dataset.typed).toBe("/#case=1.e32");
    marks.add("data-ready");
    follow("#case=1.e33");
    expect(dataset.typed).toBe("/#case=1.e32");
  });

  test("has its rules in the style sheet, and without JavaScript no answer is shown at all", () => {
    const styles = readFileSync("app/globals.css", "utf8");
    expect(styles).toMatch(/:root\[data-fragment\] \[data-empty-case\] \{\s*visibility: hidden;/);
    expect(styles).toMatch(/:root:not\(\[data-fragment\]\) \[data-reading-case\] \{\s*display: none;/);
    const head = renderToStaticMarkup(<FragmentMark />);
    expect(head).toMatch(
      /^<script>.*<\/script><noscript><style>\[data-empty-case\] \{ visibility: hidden; \}<\/style>/s,
    );
    const body = renderToStaticMarkup(<ReadingCase />);
    expect(body).toMatch(/<p data-reading-case="true"[^>]*>Reading the case …<\/p>/);
  });
});
