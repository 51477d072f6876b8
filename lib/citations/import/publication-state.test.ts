import { describe, expect, test } from "vitest";
import { createNbib, createRis, readText } from "./fixtures";

describe("a publication that was not left as it was", () => {
  test.each([
    [createNbib("PT  - Retracted Publication"), "This publication was retracted."],
    [createNbib("RIN - J Ex. 2022. PMID: 2"), "This publication was retracted: J Ex. 2022. PMID: 2."],
    [
      createNbib("PT  - Retraction of Publication", "ROF - J Ex. 2001"),
      "This is the retraction of another publication: J Ex. 2001.",
    ],
    [createNbib("ECI - J Ex. 2022"), "There is an expression of concern: J Ex. 2022."],
    [createNbib("EIN - J Ex. 2022"), "It was corrected later: J Ex. 2022."],
    [createRis("N1  - Retraction in: J Ex. 2022"), "This publication was retracted: Retraction in: J Ex. 2022."],
    [createRis().replace("A title", "RETRACTED: A title"), "This publication was retracted."],
    [
      createRis().replace("A title", "A title (Retracted article. See vol. 3, 2022)"),
      "This publication was retracted.",
    ],
    [createRis("M3  - Retracted Publication"), "This publication was retracted."],
    [createRis("KW  - Retracted Publication"), "This publication was retracted."],
  ])("%s", (text, sentence) => {
    expect(readText(text)[0]?.notes).toContain(sentence);
  });

  test("a study of something retracted is not called so", () => {
    const key = "KW  - Retraction of Publication as Topic";
    const [record] = readText(
      createRis("DO  - 10.1000/x", "PY  - 2020", key).replace("A title", "Retracted eyelids in myositis"),
    );
    expect(record?.notes).toEqual([]);
  });
});
