import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as compare from "./compare";
import * as count from "./count";
import * as interval from "./interval";
import * as logBinomialCoefficient from "./log-binomial-coefficient";
import * as pool from "./pool";
import * as quadrature from "./quadrature";
import * as root from "./root";

const folder = new URL(".", import.meta.url);
const functions = { ...compare, ...count, ...interval, ...logBinomialCoefficient, ...pool, ...quadrature, ...root };

const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/@example (.+) \/\/ (.+)/g)])
  .map(([, code = "", result = ""]) => ({ code, result }));

function evaluate(code: string): unknown {
  return new Function(...Object.keys(functions), `return (${code});`)(...Object.values(functions));
}

/** Numbers in an example are rounded to four decimals or more. */
function allowRounding(value: unknown): unknown {
  return typeof value === "number" ? expect.closeTo(value, 4) : value;
}

test("there are examples to run", () => {
  expect(examples.length).toBeGreaterThan(8);
});

test.each(examples)("$code", ({ code, result }) => {
  const expected = JSON.parse(JSON.stringify(evaluate(result) ?? null), (_, value) => allowRounding(value));
  expect(evaluate(code) ?? null).toEqual(expected);
});
