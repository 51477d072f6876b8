import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readPort, requireFreePort } from "./port.mjs";

const taken = createServer();
afterEach(() => void taken.close());

test("the port is 3000 unless PORT names another", () => {
  expect([readPort(undefined), readPort(""), readPort("8080")]).toEqual([3000, 3000, 8080]);
});

test.each(["abc", "0", "65536", "-1", "3000.5", "1e3", " 80"])("PORT=%s is refused", (text) => {
  expect(() => readPort(text)).toThrow(`PORT is "${text}". Set it to a whole number from 1 to 65535`);
});

test("a taken port is refused, with what to do", async () => {
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, () => resolve((taken.address() as { port: number }).port));
  });
  await expect(requireFreePort(port, [{ pid: 42, port }])).rejects.toThrow(
    `Port ${port} is taken by a server of this folder that still runs (process 42). Stop it, or choose another port`,
  );
  await expect(requireFreePort(port, [{ pid: 42, port: port + 1 }])).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that program, or choose another port by setting PORT`,
  );
});
