import { expect, test } from "vitest";
import { degreeNames, designNames, domainNames, organNames, sourceReadNames, timingNames } from "./outcomes";

test.each(Object.entries({ degreeNames, designNames, domainNames, organNames, sourceReadNames, timingNames }))(
  "%s tells everything apart",
  (_, names) => {
    const words = Object.values(names);
    expect(new Set(words).size).toBe(words.length);
    for (const text of words) expect(text).not.toBe("");
  },
);
