import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

// What the tests of the core use of vitest, with vitest's own assertions and without the rest of it: a test is a function
// that is called. `npm run mutate` calls many thousand of them, each in a program of its own.

type Body = (...args: never[]) => unknown;
export type Test = { id: string; file: string; run: () => unknown };
/** What the bodies of tests are given. */
type Context = { expect: typeof expect };

/** Every test of the files that were loaded, in their order. */
export const tests: Test[] = [];
let file = "";
let around: string[] = [];
const taken = new Map<string, number>();

/** Says to which file the tests belong that are named from now on. */
export function beginFile(name: string): void {
  file = name;
}

function addTest(title: string, run: () => unknown): void {
  const name = [file, ...around, title].join(" › ");
  const before = taken.get(name) ?? 0;
  taken.set(name, before + 1);
  tests.push({ id: before === 0 ? name : `${name} (${before + 1})`, file, run });
}

/** A row of a table of tests, as the arguments of its body. */
const toArguments = (row: unknown) => (Array.isArray(row) ? row : [row]) as never[];

export const test = Object.assign(
  (title: string, body: (context: Context) => unknown) => addTest(title, () => body({ expect })),
  {
    each: (rows: readonly unknown[]) => (title: string, body: Body) => {
      for (const [index, row] of rows.entries()) addTest(`${title} [${index}]`, () => body(...toArguments(row)));
    },
  },
);

function addGroup(title: string, body: () => void): void {
  const before = around;
  around = [...around, title];
  body();
  around = before;
}

export const describe = Object.assign(addGroup, {
  each: (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const [index, row] of rows.entries()) addGroup(`${title} [${index}]`, () => body(...toArguments(row)));
  },
});

export const vi = { setConfig: () => undefined };

/** Whether the test that runs has tried fewer cases than it asks for. */
let isCut = false;
export const noteCutRuns = () => {
  isCut = true;
};
export const beginTest = () => {
  isCut = false;
};

export const expect = ((value: unknown, message?: string) =>
  chai.expect(value, message)) as unknown as typeof import("vitest").expect;
// The assertions look for it there, and add to it.
Reflect.set(globalThis, GLOBAL_EXPECT, expect);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
Object.assign(expect, chai.expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT));
// Tests end by asserting that enough was looked at. After fewer cases than they ask for, that says nothing of the program.
const assertions = chai.expect as unknown as { extend: (of: typeof expect, matchers: object) => void };
assertions.extend(expect, {
  toBeGreaterThan: (received: number | bigint, floor: number | bigint) => ({
    pass: isCut || received > floor,
    message: () => `expected ${received} to be greater than ${floor}`,
  }),
});
