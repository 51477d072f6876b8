import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { writeCaseLink } from "@/lib/url-state/case";
import { FragmentMark, markFragment, ReadingCase } from "./case-in-address";

/** A document and its address, as far as the script knows them. */
function runScript(hash: string) {
  const marks = new Set<string>();
  const listeners: (() => void)[] = [];
  const location = { hash };
  const documentElement = {
    toggleAttribute: (name: string, isOn: boolean) => (isOn ? marks.add(name) : marks.delete(name)),
  };
  new Function("document", "location", "addEventListener", markFragment)(
    { documentElement },
    location,
    (event: string, listener: () => void) => event === "hashchange" && listeners.push(listener),
  );
  const follow = (next: string) => {
    location.hash = next;
    for (const listener of listeners) listener();
  };
  return { marks, follow, listeners };
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
    const { marks, follow, listeners } = runScript("");
    expect(listeners).toHaveLength(1);
    follow("#case=1.e30");
    expect([...marks]).toEqual(["data-fragment"]);
    follow("");
    expect([...marks]).toEqual([]);
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
