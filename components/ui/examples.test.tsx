import { readdirSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { examples } from "./examples";

const all = Object.entries(examples).flatMap(([component, shown]) =>
  shown.map(({ name, element }) => ({ title: `${component}: ${name}`, markup: renderToStaticMarkup(element) })),
);

/** Every value that an attribute has in a piece of markup, split where it lists several. */
function listValues(attribute: string, markup: string): string[] {
  return [...markup.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].flatMap(([, value = ""]) =>
    value.split(" "),
  );
}

describe("the examples", () => {
  test("show every component of the folder", () => {
    const source = readdirSync(import.meta.dirname);
    const components = source.filter((file) => /^(?!examples|gallery).*\.tsx$/.test(file) && !file.includes(".test."));
    expect(components.length).toBeGreaterThan(10);
    const shown = Object.keys(examples).map((name) => `${name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}.tsx`);
    expect(components.filter((file) => !shown.includes(file))).toEqual([]);
  });

  test.each(all)("$title: every control has its label", ({ markup }) => {
    const inLabels = (markup.match(/<label\b.*?<\/label>/gs) ?? []).join("");
    const labelled = listValues("for", markup);
    const controls = markup.match(/<(input|select|textarea)\b[^>]*>/g) ?? [];
    const unlabelled = controls.filter(
      (control) => !inLabels.includes(control) && !listValues("id", control).some((id) => labelled.includes(id)),
    );
    expect(unlabelled).toEqual([]);
    for (const [, attributes, words] of markup.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)) {
      const isNamed =
        /aria-label="[^"]+"/.test(attributes ?? "") || (words ?? "").replace(/<[^>]*>/g, "").trim() !== "";
      expect(isNamed, `the name of <button${attributes}>`).toBe(true);
    }
  });

  test.each(all)("$title: what it refers to is there", ({ markup }) => {
    const ids = listValues("id", markup);
    const named = ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) =>
      listValues(name, markup),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("hold controls of each kind to look at", () => {
    const markup = all.map((example) => example.markup).join("");
    for (const control of [
      "<input",
      "<select",
      "<textarea",
      "<button",
      "aria-describedby",
      'type="radio"',
      'type="checkbox"',
    ])
      expect(markup).toContain(control);
  });
});
