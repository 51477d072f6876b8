import { expect, test } from "vitest";
import { readLaunchAddress } from "./launch-address";

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
