import { decodeBase64Url, toBase64Url } from "./base64";

/**
 * Why something was not read: it has words that this version does not know and a later one may have added ("newer"); it is
 * damaged; or a sentence of its own.
 */
export type Refusal = "newer" | "damaged" | { sentence: string };

export type Decoded<Value> = { value: Value } | { refusal: Refusal };

/**
 * Writes a value in another form, and reads that form again. `decode` takes anything and never throws; `encode` throws on
 * a value that could not be read again.
 */
export type Codec<Value, Form> = { encode: (value: Value) => Form; decode: (form: unknown) => Decoded<Value> };

/**
 * Text of a part that holds more than a few words: a version, a dot, and JSON in base64url ("1.e30").
 * A text of another version is refused as a newer one: how it is written is not known here.
 */
export function writeAsJsonText<Value>(version: number, content: Codec<Value, unknown>): Codec<Value, string> {
  return {
    encode: (value) => `${version}.${toBase64Url(JSON.stringify(content.encode(value)))}`,
    decode: (text) => {
      const [, written, json = ""] = /^([1-9]\d*)\.(.+)$/s.exec(`${text}`) ?? [];
      if (written === undefined) return { refusal: "damaged" };
      if (written !== `${version}`) return { refusal: "newer" };
      let form: unknown;
      try {
        form = JSON.parse(decodeBase64Url(json));
      } catch {
        return { refusal: "damaged" };
      }
      return content.decode(form);
    },
  };
}
