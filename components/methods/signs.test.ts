import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { marks } from "@/components/figure/patient-dots";
import { relationSigns } from "@/lib/wording/match-reasons";
import { signs } from "./signs";

const explained = signs.map(({ sign }) => sign).join(" ");

test("Help explains the mark of a patient, whatever is counted, and no sign twice", () => {
  const names = signs.flatMap(({ name }) => name ?? []);
  const used = [
    ...Object.values(marks).flatMap(({ counted, other }) => [counted, other]),
    "half circle",
    "dashed circle",
  ];
  expect(new Set(used).size).toBe(8);
  for (const name of used) expect(names).toContain(name);
  expect(new Set(signs.map(({ sign }) => sign)).size).toBe(signs.length);
});

test("Help explains the sign of each way in which a study meets a patient", () => {
  const used = new Set(Object.values(relationSigns).map(({ sign }) => sign));
  expect(used.size).toBeGreaterThan(4);
  for (const sign of used) expect(explained).toContain(sign);
});

/** Signs that their own button or words explain: opening and closing a row, closing or taking away, where a link leads, separating. */
const explainedInPlace = "▸▾→✕";

test("Help explains every sign that the source of a screen or of the paper draws", () => {
  const files = ["components", "lib/wording", "lib/answer", "lib/paper"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|arbitrary)\.|examples|fixtures|methods/.test(file));
  expect(files.length).toBeGreaterThan(150);
  const drawn = new Set(
    files.flatMap(
      (file) =>
        readFileSync(file, "utf8")
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
          .match(/[†‡§¶\u2190-\u21ff\u2460-\u27bf¹–]/g) ?? [],
    ),
  );
  expect(drawn.size).toBeGreaterThan(5);
  for (const sign of drawn) expect(`${explained}${explainedInPlace}`).toContain(sign);
});
