import { hostname } from "node:os";
import { expect, test } from "vitest";
import { describeMachine } from "./machine";

test("the machine is described without its name, with the programs that took part", () => {
  const [machine, programs] = describeMachine(["Chromium 156"]);
  expect(machine).toMatch(/^\d+ cores \(.+\), \d+ GB of memory$/);
  expect(programs).toMatch(/^\w+, Node\.js \d+\.\d+\.\d+, Chromium 156$/);
  expect(describeMachine().join()).not.toContain(hostname());
});
