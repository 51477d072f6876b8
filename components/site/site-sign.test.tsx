import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SiteSign } from "./site-sign";

/** The shapes of a drawing, each as its element and its attributes. */
function listShapes(drawing: string) {
  return [...drawing.matchAll(/<(rect|path) ([^>]*?)\/?>/g)].map(([, name, attributes = ""]) => [
    name,
    ...[...attributes.matchAll(/[\w-]+="[^"]*"/g)].map(String).sort(),
  ]);
}

test("the sign in the header is the icon of the site", () => {
  const icon = listShapes(readFileSync("public/icon.svg", "utf8"));
  expect(icon).toHaveLength(3);
  expect(listShapes(renderToStaticMarkup(<SiteSign />))).toEqual(icon);
});
