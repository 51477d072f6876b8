import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyUnicodeText } from "@/lib/format/hostile-text.arbitrary";
import { decodeBase64Url, toBase64Url } from "./base64";

describe("text as base64url", () => {
  test.each([
    ["", ""],
    ["{}", "e30"],
    // the two letters of base64 that an address changes, and its filling at the end
    ["~~~?", "fn5-Pw"],
    ["???>>>", "Pz8_Pj4-"],
    ["静", "6Z2Z"],
    ["a", "YQ"],
    ["ab", "YWI"],
  ])("%j is %s", (text, encoded) => {
    expect(toBase64Url(text)).toBe(encoded);
    if (text !== "") expect(decodeBase64Url(encoded)).toBe(text);
  });

  test("every text comes back", () => {
    fc.assert(
      fc.property(anyUnicodeText, (text) => {
        fc.pre(text !== "");
        const encoded = toBase64Url(text);
        expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeBase64Url(encoded)).toBe(text.replace(/\p{Cs}/gu, "\ufffd"));
      }),
    );
  });

  test.each(["", "e30=", "e3+0", "e3/0", " e30", "e30 ", "e30\n", "e 30"])("%j is none, and says so", (encoded) => {
    expect(() => decodeBase64Url(encoded)).toThrow("This is not base64url.");
  });

  test.each(["A", "_w", "4pi"])("%s holds no whole text", (encoded) => {
    expect(() => decodeBase64Url(encoded)).toThrow();
  });
});
