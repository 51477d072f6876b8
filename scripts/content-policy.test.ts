import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addPagePolicy, noOtherOrigins as none, writeHeaderPolicy, writePagePolicy } from "./content-policy.mjs";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A policy as a browser reads it: the sources of each directive. */
function readPolicy(policy: string): Record<string, string[]> {
  return Object.fromEntries(policy.split("; ").map((text) => [text.split(" ")[0], text.split(" ").slice(1)]));
}

const page = (head: string, body = "") =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

test("a page may run the scripts of this server and those that were written into it, and nothing else", () => {
  const html = page('<script src="/a.js" async=""></script><script>one()</script>', '<script id="x">two()</script>');
  const policy = readPolicy(writePagePolicy(html, none));
  expect(policy["script-src"]).toEqual(["'self'", hash("one()"), hash("two()")]);
  expect(policy["style-src"]).toEqual(["'self'"]);
  expect(policy["default-src"]).toEqual(["'none'"]);
});

test("a style in a page is allowed by its hash; one that a script mentions is none", () => {
  const html = page("<noscript><style>p { color: red }</style></noscript><script>'<style>x</style>'</script>");
  expect(readPolicy(writePagePolicy(html, none))["style-src"]).toEqual(["'self'", hash("p { color: red }")]);
});

test("whatever the scripts hold, no policy allows all scripts, or code from text", () => {
  const script = fc.string().filter((text) => !/<\/?script/i.test(text));
  fc.assert(
    fc.property(fc.array(script), (scripts) => {
      const html = page("", scripts.map((text) => `<script>${text}</script>`).join("<p>text</p>"));
      const policy = writePagePolicy(html, none);
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      expect(readPolicy(policy)["script-src"]).toEqual(["'self'", ...new Set(scripts.map(hash))]);
    }),
  );
});

test("the policy stands before the first script and behind the encoding, once, however often it is written", () => {
  const html = page("<script>one()</script>");
  const once = addPagePolicy(html, none);
  expect(once).toMatch(
    /<head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="[^"]+"\/><script>/,
  );
  expect(once).toContain(writePagePolicy(html, none));
  expect(addPagePolicy(once, none)).toBe(once);
  const changed = once.replace("one()", "two()");
  expect(addPagePolicy(changed, none)).toContain(hash("two()"));
  expect(addPagePolicy(changed, none)).not.toContain(hash("one()"));
});

test("a style in an attribute is allowed by its hash, as a browser reads it, each once", () => {
  const body =
    '<p style="width:5%"><b class="a" style="width:5%"></b><i style="font-family:&quot;A &amp; B&quot;"></i>';
  const policy = readPolicy(writePagePolicy(page("", body), none));
  expect(policy["style-src-attr"]).toEqual(["'unsafe-hashes'", hash("width:5%"), hash('font-family:"A & B"')]);
  expect(policy["style-src"]).toEqual(["'self'"]);
  const without = page("", 'one style="x" in a text<script>"<p style=\\"x\\">"</script>');
  expect(readPolicy(writePagePolicy(without, none))["style-src-attr"]).toBeUndefined();
});

test("a program in an attribute is refused; what a script or a text says of one is not", () => {
  const tag = '<img src="x" onerror="alert(1)"';
  expect(() => addPagePolicy(page("", `${tag}>`), none)).toThrow(tag);
  expect(addPagePolicy(page("", `one onclick="x"<script>'${tag}>'</script>`), none)).toContain("sha256");
});

test("a page without a head is refused", () => {
  expect(() => addPagePolicy("<p>text</p>", none)).toThrow("no <head>");
});

test("other origins may be asked, or show Myomatch in a frame, only where they are named", () => {
  const usual = readPolicy(writeHeaderPolicy(none));
  expect(usual["frame-ancestors"]).toEqual(["'none'"]);
  expect(usual["connect-src"]).toEqual(["'self'"]);
  const origins = { connect: ["https://fhir.example"], frameAncestors: ["https://records.example"] };
  const set = readPolicy(writeHeaderPolicy(origins));
  expect(set["frame-ancestors"]).toEqual(["https://records.example"]);
  expect(set["connect-src"]).toEqual(["'self'", "https://fhir.example"]);
  expect(readPolicy(writePagePolicy(page(""), origins))["connect-src"]).toEqual(["'self'", "https://fhir.example"]);
});
