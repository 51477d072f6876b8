import { expect, test } from "vitest";
import { createBlowUps } from "@/lib/format/hostile-text.arbitrary";
import { readExport } from "./read-export";

// Apart from read-export.test.ts, which reads the library and so runs once more with one more sheet.

const bytes = (text: string) => new TextEncoder().encode(text);

test("no field of 64 kB keeps it busy, whatever is repeated in it", () => {
  const fields = {
    medline: ["TI", "AU", "FAU", "DP", "LID", "PG", "SO", "JT"],
    ris: ["TI", "AU", "PY", "DO", "SP", "N1", "UR", "JO"],
  };
  const blowUps = createBlowUps();
  expect(blowUps.length).toBeGreaterThan(50);
  for (const { name, text } of blowUps) {
    const medline = fields.medline.map((tag) => `${tag.padEnd(4)}- ${text}`);
    const ris = fields.ris.map((tag) => `${tag}  - ${text}`);
    for (const file of [`PMID- 1\n${medline.join("\n")}\n`, `TY  - JOUR\n${ris.join("\n")}\nER  - \n`, text])
      expect(typeof readExport(bytes(file)), name).toBe("object");
  }
});
