import { expect, test } from "vitest";
import { readLaunchAddress, writeLaunchSearch } from "./launch-address";

test.each([
  ["", { kind: "choose" }],
  ["?utm=1", { kind: "choose" }],
  ["?iss=https://a.example&launch=1", { kind: "start", issuer: "https://a.example", launch: "1" }],
  ["?iss=https://a.example", { kind: "start", issuer: "https://a.example", launch: null }],
  ["?launch=1", { kind: "unreadable" }],
  ["?code=1", { kind: "unreadable" }],
  ["?state=1", { kind: "unreadable" }],
  ["?error=access_denied", { kind: "unreadable" }],
  ["?code=1&state=", { kind: "unreadable" }],
  ["?iss=https://a.example&launch=1&iss=https://b.example", { kind: "unreadable" }],
  ["?code=1&state=2&state=3", { kind: "unreadable" }],
])("%s", (search, expected) => {
  expect(readLaunchAddress(search)).toEqual(expected);
});

test.each(["code=1&state=2", "error=access_denied&state=2", "code=1&state=2&iss=https://a.example"])(
  "%s is an answer, also where it names its issuer",
  (query) => {
    expect(readLaunchAddress(`?${query}`)).toEqual({ kind: "answer", parameters: new URLSearchParams(query) });
  },
);

test("a start is written as it was read, and nothing else is", () => {
  for (const search of ["?iss=https%3A%2F%2Fa.example&launch=1+2", "?iss=https%3A%2F%2Fa.example"])
    expect(writeLaunchSearch(readLaunchAddress(search))).toBe(search);
  for (const search of ["", "?launch=1", "?code=1&state=2"])
    expect(writeLaunchSearch(readLaunchAddress(search))).toBe("");
});
