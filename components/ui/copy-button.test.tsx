import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CopyButton } from "./copy-button";

test("there is a button to copy a text, and none where there is no text", () => {
  const render = (text: string) =>
    renderToStaticMarkup(
      <CopyButton text={text} done="Copied.">
        Copy
      </CopyButton>,
    );
  expect(render("a text")).toContain("<button");
  for (const empty of ["", " \n"]) expect(render(empty)).toBe("");
});
