import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code";

const draw = (text: string) => renderToStaticMarkup(<QrCode text={text} label="Opens this case" />);

test("an address is drawn as an image with a name", () => {
  const markup = draw("https://app.example/#case=1.e30");
  expect(markup).toMatch(/^<svg role="img" aria-label="Opens this case"/);
  expect(markup).not.toContain("too long");
});

test("an address that is longer than any QR code gets a sentence, and no code", () => {
  const markup = draw(`https://app.example/#pins=${"a".repeat(5000)}`);
  expect(markup).toContain("The address of this case is too long for a QR code. Copy the link instead.");
  expect(markup).not.toContain("<svg");
});
