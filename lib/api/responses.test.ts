import { expect, test } from "vitest";
import { createRefusal, MAX_FAULTS, type RequestFault } from "./responses";

const createFaults = (count: number): RequestFault[] =>
  Array.from({ length: count }, (_, index) => ({ path: `key${index}`, message: "Unknown key." }));

const readErrors = async (errors: RequestFault[]): Promise<RequestFault[]> =>
  (await createRefusal({ status: 400, errors }).json()).errors;

test("20 faults are all listed, and of more the first 19 and how many are left", async () => {
  expect(MAX_FAULTS).toBe(20);
  expect(await readErrors(createFaults(20))).toEqual(createFaults(20));
  expect(await readErrors(createFaults(21))).toEqual([
    ...createFaults(19),
    { path: "", message: "There are 2 more faults." },
  ]);
});

test("the longest keys that a body can hold are not sent back whole", async () => {
  const long = "x".repeat(30_000);
  const errors = await readErrors([{ path: `features.${long}`, message: `Unknown key "${long}".` }]);
  expect(errors).toHaveLength(1);
  for (const text of Object.values(errors[0] ?? {})) expect(text).toMatch(/^(features\.|Unknown key ")x+…$/);
  expect(JSON.stringify(errors).length).toBeLessThan(1000);
});

test("the connection is closed where the body was not read to its end", () => {
  const headers = [400, 408, 413, 415] as const;
  const closed = headers.map((status) => createRefusal({ status, errors: [] }).headers.get("connection"));
  expect(closed).toEqual([null, "close", "close", "close"]);
});
