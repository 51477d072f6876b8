import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PaintOnce } from "./paint-once";

test("the paint waits for an element that begins behind the page", () => {
  const markup = renderToStaticMarkup(
    <PaintOnce>
      <p>The page</p>
    </PaintOnce>,
  );
  const [, awaited] = /<link rel="expect" href="#([^"]+)" blocking="render"\/>/.exec(markup) ?? [];
  expect(awaited).toBeTruthy();
  expect(markup.indexOf(`id="${awaited}"`)).toBeGreaterThan(markup.indexOf("The page"));
});
