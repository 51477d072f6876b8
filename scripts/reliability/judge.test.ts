import { expect, test } from "vitest";
import { describeFault, summarise } from "./judge";
import { createRequests } from "./requests";

const sent = { sort: "valid" as const, method: "POST", path: "/api/evidence", headers: {}, body: "{}" };
const received = { status: 200, milliseconds: 1, text: "{}", retryAfter: false, fault: null };

test.each([
  [{}, null],
  [{ status: 400, text: '{"errors":[]}' }, null],
  [{ status: 503, retryAfter: true }, null],
  [{ status: 503 }, ": 503"],
  [{ status: 500 }, ": 500"],
  [{ status: 0, fault: "socket hang up" }, ": socket hang up"],
  [{ status: 400, text: '{"errors":["at f (/srv/app/x.js:1:2)"]}' }, ": says at f (/"],
])("a reply that is %j: %s", (changed, fault) => {
  expect(describeFault(sent, { ...received, ...changed })).toBe(fault && `POST /api/evidence {}${fault}`);
});

test("each sort of request has a row, which counts all of its replies", () => {
  const replies = [200, 307, 404, 503, 500, 0].map((status, index) => ({
    sort: "hostile" as const,
    reply: { status, milliseconds: index },
  }));
  expect(summarise(replies)).toEqual([
    ["valid", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
    ["nearly valid", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
    ["hostile", "6", "1", "1", "1", "1", "1", "1", "3", "5", "5"],
  ]);
});

test("the same seed gives the same requests, of every sort, to every endpoint", () => {
  const requests = createRequests(600, 7);
  expect(createRequests(600, 7)).toEqual(requests);
  expect(new Set(requests.map(({ sort }) => sort)).size).toBe(3);
  for (const path of ["/", "/api/evidence", "/cds-services/myomatch-patient-view", "/mcp"])
    expect(requests.filter((request) => request.path === path).length, path).toBeGreaterThan(2);
  expect(requests.filter(({ method }) => method === "GET").length).toBeGreaterThan(50);
});
