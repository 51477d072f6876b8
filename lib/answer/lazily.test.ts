import { describe, expect, it, vi } from "vitest";
import { createLazily } from "./lazily";

type Sums = { first: number; second: number };

describe("createLazily", () => {
  it("works a member out when it is first asked for, and once", () => {
    const [first, second] = [vi.fn(() => 1), vi.fn(() => 2)];
    const made = createLazily<Sums>({ first, second });
    expect(first).not.toHaveBeenCalled();
    expect([made.first, made.first]).toEqual([1, 1]);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
  });

  it("lets one member rest on another, in whatever order they are asked for", () => {
    const create = () => {
      const made: Sums = createLazily<Sums>({ first: () => made.second - 1, second: () => 2 });
      return made;
    };
    expect(create().first).toBe(1);
    const made = create();
    expect([made.second, made.first]).toEqual([2, 1]);
  });

  it("has all members, in their order, where it is copied, compared or written", () => {
    const made = createLazily<Sums>({ first: () => 1, second: () => 2 });
    expect(made).toEqual({ first: 1, second: 2 });
    expect({ ...createLazily<Sums>({ first: () => 1, second: () => 2 }), second: 3 }).toEqual({ first: 1, second: 3 });
    expect(JSON.stringify(createLazily<Sums>({ first: () => 1, second: () => 2 }))).toBe('{"first":1,"second":2}');
  });

  it("asks again for a member that could not be worked out", () => {
    const find = vi.fn<() => number>().mockImplementationOnce(() => {
      throw new Error("not yet");
    });
    find.mockImplementation(() => 1);
    const made = createLazily<Pick<Sums, "first">>({ first: find });
    expect(() => made.first).toThrow("not yet");
    expect(made.first).toBe(1);
  });
});
