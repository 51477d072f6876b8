import { expect, test } from "vitest";
import { reason, relation } from "./reason";

const whole = {
  feature: "ild",
  patient: "yes",
  study: "all",
  relation: "same",
  silence: null,
  definition: null,
  role: "decides",
  count: { n: 3, of: 3 },
};

test("a reason names one of seven relations and one of three roles, or none", () => {
  const relations = ["same", "mostly", "partly", "mostly-differs", "differs", "not-reported", "depends"];
  expect(relation.options).toEqual(relations);
  for (const one of relations) expect(reason.parse({ ...whole, relation: one })).toEqual({ ...whole, relation: one });
  for (const role of ["decides", "refines", "follows", null])
    expect(reason.parse({ ...whole, role })).toEqual({ ...whole, role });
  expect(reason.parse({ ...whole, count: null }).count).toBeNull();
});

test.each([
  ["another relation", { relation: "alike" }],
  ["no relation", { relation: "" }],
  ["another role", { role: "helps" }],
  ["an unknown feature", { feature: "fever" }],
  ["a count without its total", { count: { n: 3 } }],
  ["a count with more", { count: { n: 3, of: 3, more: 1 } }],
  ["a count below 0", { count: { n: -1, of: 3 } }],
  ["a total below 0", { count: { n: 0, of: -1 } }],
  ["half a patient", { count: { n: 0.5, of: 3 } }],
  ["another silence", { silence: "unknown" }],
  ["a key of its own", { note: "x" }],
])("%s is no reason", (_, changed) => {
  expect(reason.safeParse({ ...whole, ...changed }).success).toBe(false);
});
