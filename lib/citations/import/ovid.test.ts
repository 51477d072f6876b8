import { describe, expect, test } from "vitest";
import { readText } from "./fixtures";

describe("Ovid's tags", () => {
  const ovid = (...lines: string[]) =>
    readText(["<1>", "UI  - 123", "TI  - A title.", ...lines, ""].join("\n"))[0]?.citation;

  test.each([
    ["SO  - J Ex. 28(9):1150-7, 2014 Sep.", "28", "9", "1150-1157"],
    ["SO  - J Ex. 28:1150-7, 2014.", "28", null, "1150-1157"],
    ["SO  - J Ex. 28 (9) (pp 1150-1157), 2014. Date of Publication: 2014.", "28", "9", "1150-1157"],
    ["SO  - J Ex. 28(9 Suppl 1):S1, 2014 Sep 01.", "28", "9 Suppl 1", "S1"],
    ["SO  - J Ex. 28 Suppl 124(2):60-8, 2014 Mar-Apr.", "28 Suppl 124", "2", "60-68"],
    ["SO  - J Ex. Conference: 10th Meeting of Examples. Vienna Austria. 28 (pp S1), 2014.", "28", null, "S1"],
    ["SO  - J Ex. 28 (no pagination), 2014. Article Number: 906475. Date of Publication: 2014.", "28", null, "906475"],
    ["SO  - J Ex. (no pagination), 2014. Article Number: 1042.", null, null, "1042"],
    ["SO  - J Ex. 2014 Sep 01.", null, null, null],
    ["SO  - J Ex. 2014(9):3-9, 2014.", "2014", "9", "3-9"],
  ])("%s", (source, volume, issue, pages) => {
    expect(ovid(source, "AU  - Example A.B.")).toMatchObject({ authors: ["Example AB"], journal: "J Ex", year: 2014 });
    expect(ovid(source)).toMatchObject({ volume, issue, pages, pmid: "123" });
  });

  test("the number of a record of Embase is no PMID", () => {
    expect(ovid("DB  - Embase", "YR  - 2014")?.pmid).toBeNull();
    expect(ovid("DB  - Embase", "YR  - 2014", "PM  - 99 [http://www.ncbi.nlm.nih.gov/pubmed/?term=99]")?.pmid).toBe(
      "99",
    );
  });
});
