import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callWhenIdle } from "./call-when-idle";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("where the browser cannot tell when it is idle, it is called once when the time has passed", () => {
  vi.stubGlobal("requestIdleCallback", undefined);
  const act = vi.fn();
  callWhenIdle(act, 2000);
  vi.advanceTimersByTime(1999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledTimes(1);
});

test("it waits until the browser is idle, and can be cancelled before the time has passed and after", () => {
  const waiting = new Map<number, () => void>();
  vi.stubGlobal("requestIdleCallback", (call: () => void) => waiting.set(waiting.size + 1, call).size);
  vi.stubGlobal("cancelIdleCallback", (id: number) => waiting.delete(id));
  const act = vi.fn();
  const cancel = callWhenIdle(act, 2000);
  expect(waiting.size).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(waiting.size).toBe(1);
  expect(act).not.toHaveBeenCalled();
  waiting.get(1)?.();
  expect(act).toHaveBeenCalledTimes(1);
  cancel();
  expect(waiting.size).toBe(0);

  callWhenIdle(act, 2000)();
  vi.advanceTimersByTime(5000);
  expect(waiting.size).toBe(0);
  expect(act).toHaveBeenCalledTimes(1);
});
