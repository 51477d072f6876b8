import * as z from "zod/mini";
import { decodeBase64Url, toBase64Url } from "./base64";

/**
 * Text of a part that holds more than a few words: a version, a dot, and JSON in base64url ("1.e30").
 * A text of another version is refused as an unknown word: how it is written is not known here.
 */
export function createJsonText(version: number) {
  return z.codec(z.string().check(z.regex(/^[1-9]\d*\../s)), z.unknown(), {
    decode: (text, { issues }) => {
      const dot = text.indexOf(".");
      const written = text.slice(0, dot);
      if (written !== `${version}`) {
        issues.push({ code: "invalid_value", values: [`${version}`], input: written });
        return z.NEVER;
      }
      try {
        return JSON.parse(decodeBase64Url(text.slice(dot + 1)));
      } catch {
        issues.push({ code: "invalid_format", format: "base64url", input: text });
        return z.NEVER;
      }
    },
    encode: (content) => `${version}.${toBase64Url(JSON.stringify(content))}`,
  });
}
