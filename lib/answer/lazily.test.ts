import { describe, expect, test } from "vitest";
import { createLazily } from "./lazily";

type Sums = { first: number; second: number };

describe("createLazily", () => {
  test("works a member out when it is first asked for, and once", () => {
    const asked: string[] = [];
    const find = (name: string, value: number) => () => {
      asked.push(name);
      return value;
    };
    const made = createLazily<Sums>({ first: find("first", 1), second: find("second", 2) });
    expect(asked).toEqual([]);
    expect([made.first, made.first]).toEqual([1, 1]);
    expect(asked).toEqual(["first"]);
  });

  test("lets one member rest on another, in whatever order they are asked for", () => {
    const create = () => {
      const made: Sums = createLazily<Sums>({ first: () => made.second - 1, second: () => 2 });
      return made;
    };
    expect(create().first).toBe(1);
    const made = create();
    expect([made.second, made.first]).toEqual([2, 1]);
  });

  test("has all members, in their order, where it is copied, compared or written", () => {
    const create = () => createLazily<Sums>({ first: () => 1, second: () => 2 });
    expect(create()).toEqual({ first: 1, second: 2 });
    expect({ ...create(), second: 3 }).toEqual({ first: 1, second: 3 });
    expect(JSON.stringify(create())).toBe('{"first":1,"second":2}');
  });

  test("asks again for a member that could not be worked out", () => {
    let times = 0;
    const made = createLazily<Pick<Sums, "first">>({
      first: () => {
        times += 1;
        if (times === 1) throw new Error("not yet");
        return times;
      },
    });
    expect(() => made.first).toThrow("not yet");
    expect(made.first).toBe(2);
    expect(made.first).toBe(2);
  });
});
