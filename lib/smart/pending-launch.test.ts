import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryStorage, openBlockedStorage } from "./fixtures";
import { keepLaunch, launchLifetime, type PendingLaunch, takeLaunch } from "./pending-launch";

const started = Date.UTC(2026, 10, 26);
const createLaunch = (issuer: string, startedAt = started): PendingLaunch => ({
  issuer,
  codeVerifier: "verifier",
  tokenEndpoint: "https://a.example/token",
  tokenIssuer: "https://a.example",
  startedAt,
});

test("of any launches, each is taken once by its own state, in whatever order", () => {
  const order = fc
    .uniqueArray(fc.stringMatching(/^[\w-]{22,43}$/), { minLength: 1, maxLength: 8 })
    .chain((states) => fc.tuple(fc.constant(states), fc.shuffledSubarray(states)));
  fc.assert(
    fc.property(order, ([states, taken]) => {
      const storage = new MemoryStorage();
      const open = () => storage;
      for (const state of states) keepLaunch(open, state, createLaunch(state));
      for (const state of taken) {
        expect(takeLaunch(open, state, started).issuer).toBe(state);
        expect(() => takeLaunch(open, state, started)).toThrow("This launch was used before.");
      }
      for (const state of states.filter((one) => !taken.includes(one)))
        expect(takeLaunch(open, state, started).issuer).toBe(state);
    }),
  );
});

test("a state that was not given out is refused, whatever the storage holds", () => {
  const storage = new MemoryStorage();
  storage.setItem("myomatch:launch:damaged", "{");
  storage.setItem("myomatch:launch:other", '{"issuer":"https://a.example"}');
  for (const state of ["", "unknown", "damaged", "other"])
    expect(() => takeLaunch(() => storage, state, started)).toThrow("does not belong to a launch from this window");
});

test("ten minutes are given, and no more; an expired launch is not there to be tried again", () => {
  const storage = new MemoryStorage();
  const open = () => storage;
  for (const state of ["in time", "late"]) keepLaunch(open, state, createLaunch(state));
  expect(takeLaunch(open, "in time", started + launchLifetime).issuer).toBe("in time");
  expect(() => takeLaunch(open, "late", started + launchLifetime + 1)).toThrow("has expired");
  expect(() => takeLaunch(open, "late", started)).toThrow("used before");
});

test("what is old is dropped by the next launch; what others keep stays", () => {
  const storage = new MemoryStorage();
  const open = () => storage;
  storage.setItem("of another program", "x");
  storage.setItem("myomatch:launch:damaged", "x");
  keepLaunch(open, "first", createLaunch("first"));
  keepLaunch(open, "second", createLaunch("second"));
  takeLaunch(open, "second", started);
  keepLaunch(open, "third", createLaunch("third", started + 2 * launchLifetime + 1));
  expect([...storage.kept.keys()]).toEqual(["of another program", "myomatch:launch:third"]);
});

test("after its use, nothing of a launch is kept but when it was used", () => {
  const storage = new MemoryStorage();
  keepLaunch(() => storage, "one", createLaunch("one"));
  takeLaunch(() => storage, "one", started);
  expect([...storage.kept.values()]).toEqual([`{"usedAt":${started}}`]);
});

test("a blocked or full storage is said", () => {
  const full = new MemoryStorage();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  for (const open of [openBlockedStorage, () => full])
    expect(() => keepLaunch(open, "one", createLaunch("one"))).toThrow("This browser keeps nothing for Myomatch");
  expect(() => takeLaunch(openBlockedStorage, "one", started)).toThrow("This browser keeps nothing for Myomatch");
});
