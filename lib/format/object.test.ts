import { expect, test } from "vitest";
import { workOutOnce } from "./object";

test("a value is worked out once for an object, and apart for another that is alike", () => {
  let times = 0;
  const getTimes = workOutOnce((_: { name: string }) => {
    times += 1;
    return { times };
  });
  const [one, alike] = [{ name: "a" }, { name: "a" }];
  expect(getTimes(one)).toBe(getTimes(one));
  expect(times).toBe(1);
  expect(getTimes(alike)).toEqual({ times: 2 });
});
