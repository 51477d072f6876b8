import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text";

describe("what looks like HTML", () => {
  test("a sign between words is none", () => {
    const piece = fc.constantFrom("a<b", "c>d", "p<i>", "x <0.05", "<", ">", " ", "B", "=", "<em", "< /");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const notes: string[] = [];
        expect(cleanText("It", text, notes)).toBe(text.trim().replace(/ +/g, " "));
      }),
    );
  });

  test.each([
    ["IgG<sub>4</sub>", "IgG4"],
    ["<I>in vitro</I>", "in vitro"],
    ['<span class="x">a</span><br/>b', "a b"],
    ["&lt;i&gt;in vitro&lt;/i&gt;", "in vitro"],
    ["<jats:italic>x</jats:italic>", "x"],
    ["<b>a <i>b</i></b>", "a b"],
    ["in vitro</i> only", "in vitro only"],
    ["TNF-&alpha; M&uuml;ller &ndash; &Omega;", "TNF-α Müller – Ω"],
    ["&constructor; &unknown;", "&constructor; &unknown;"],
  ])("%s", (text, clean) => {
    expect(cleanText("It", text, [])).toBe(clean);
  });
});

test.each([
  ["J\u202E", "J"],
  ["20\u206611", "2011"],
  ["a\u200Bb", "a b"],
  ["a\uD800b", "ab"],
  ["two\u2028lines\u0000", "two lines"],
])("signs that cannot be seen are taken out: %j", (text, clean) => {
  expect(cleanText("It", text, [])).toBe(clean);
});
