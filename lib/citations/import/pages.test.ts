import { describe, expect, test } from "vitest";
import { readNbib, readRis } from "./fixtures";
import { readPages } from "./pages";

describe("pages", () => {
  test.each<[string | null, string | null, string | null]>([
    ["3", "9", "3-9"],
    ["3", null, "3"],
    ["3", "3", "3"],
    ["1150", "7", "1150-1157"],
    ["1150-7", null, "1150-1157"],
    ["1993-2000", "2000", "1993-2000"],
    ["1350‐1356", null, "1350-1356"],
    ["1350 – 1356", null, "1350-1356"],
    ["pp. 3-9", null, "3-9"],
    ["3", "9 7p", "3-9"],
    ["3-", null, "3"],
    ["3", "+", "3"],
    ["S57", "63", "S57-S63"],
    ["e10-e11", null, "e10-e11"],
    ["Article No. 906475", null, "906475"],
    ["Artn e906", null, "e906"],
    ["3--9", null, "3-9"],
    ["3", "-9", "3-9"],
    ["1150", "1157.e1", "1150-1157.e1"],
    ["iii-ix", null, "iii-ix"],
    ["(pp 3-9)", null, "3-9"],
    ["201-6; discussion 206-8", null, "201-6; discussion 206-8"],
    ["No Pagination Specified", null, null],
    ["N/A", "N/A", null],
    ["1-2, 5", null, "1-2, 5"],
    [null, null, null],
  ])("%s and %s", (first, last, pages) => {
    expect(readPages(first, last)).toBe(pages);
  });

  test("a number stands in place of pages, in each format, and no longer number of a publisher", () => {
    expect(readRis("C7  - e906")?.pages).toBe("e906");
    expect(readRis("C7  - e906", "SP  - 3")?.pages).toBe("3");
    expect(readNbib("VI  - 4", "AID - 10.1000/x [doi]", "AID - 1042 [pii]")?.pages).toBe("1042");
    expect(readNbib("VI  - 4", "AID - S0190-9622(14)01234-5 [pii]")?.pages).toBeNull();
    expect(readNbib("AID - kes123 [pii]")?.pages).toBeNull();
  });
});
