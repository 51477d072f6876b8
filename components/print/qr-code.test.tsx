import { generate } from "lean-qr";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code";

const draw = (text: string) => renderToStaticMarkup(<QrCode text={text} label="Opens this case" />);

test("an address is drawn as an image with a name", () => {
  const markup = draw("https://app.example/#case=1.e30");
  expect(markup).toMatch(/^<svg role="img" aria-label="Opens this case"/);
  expect(markup).not.toContain("too long");
});

test.each([
  "https://app.example/",
  "https://app.example/#case=1.eyJmIjp7InNraW5Pbmx5IjoieWVzIiwicmVmcmFjdG9yeSI6InllcyJ9fQ",
  `https://app.example:3000/#pins=${"marie-2010.".repeat(8)}`,
  "HTTPS://APP.EXAMPLE/0123456789",
])("%s has the code that it has with every way to write letters", (text) => {
  const code = generate(text);
  const places = Array.from({ length: code.size }, (_, place) => place);
  const squares = places.flatMap((y) => places.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`));
  expect(squares.length).toBeGreaterThan(200);
  expect(draw(text)).toContain(`d="${squares.join("")}"`);
});

test("an address that is longer than any QR code gets a sentence, and no code", () => {
  const markup = draw(`https://app.example/#pins=${"a".repeat(5000)}`);
  expect(markup).toContain("The address of this case is too long for a QR code. Copy the link instead.");
  expect(markup).not.toContain("<svg");
});
