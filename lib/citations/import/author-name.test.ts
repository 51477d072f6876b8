import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAuthors } from "./author-name";
import { createRis, readRis, readText } from "./fixtures";

describe("names", () => {
  test.each<[string, string[]]>([
    ["Example, Ada", ["Example A"]],
    ["Example, Ada Mary", ["Example AM"]],
    ["Example, A. M.", ["Example AM"]],
    ["Example, J.-D.", ["Example J-D"]],
    ["Example, Jean-David", ["Example JD"]],
    ["Example, J.‐D.", ["Example J-D"]],
    ["Example, Ada (ORCID: 0000-0001)", ["Example A"]],
    ["Example, K.Yu.", ["Example KY"]],
    ["Example, J.Robert", ["Example JR"]],
    ["Example, Ju. A.", ["Example JA"]],
    ["Example A.B.", ["Example AB"]],
    ["Example A. B.", ["Example AB"]],
    ["Example AB", ["Example AB"]],
    ["Example K.Yu.", ["Example KY"]],
    ["van der Sample C.", ["van der Sample C"]],
    ["O'Sample-Third C.D.", ["O'Sample-Third CD"]],
    ["d'Example A.", ["d'Example A"]],
    ["A. Example", ["Example A"]],
    ["A.B. van der Sample", ["van der Sample AB"]],
    ["A. B. Example Jr.", ["Example AB Jr"]],
    ["Ada Mary Sample", ["Sample AM"]],
    ["Ada M. de la Sample", ["de la Sample AM"]],
    ["Ada EXAMPLE", ["Example A"]],
    ["EXAMPLE, ADA MARY", ["Example AM"]],
    ["VAN DER MCSAMPLE, A.B.", ["van der McSample AB"]],
    ["Sample, A. J. van der", ["van der Sample AJ"]],
    ["Smith, John A., Jr.", ["Smith JA Jr"]],
    ["Smith, Jr., John A.", ["Smith JA Jr"]],
    ["Smith Jr, John A.", ["Smith JA Jr"]],
    ["Smith, John A. III", ["Smith JA 3rd"]],
    ["Smith JA 3rd", ["Smith JA 3rd"]],
    ["Smith JA, Jr", ["Smith JA Jr"]],
    ["Example, Ada, PhD", ["Example A"]],
    ["Ada Example, MD, PhD", ["Example A"]],
    ["Example, MD", ["Example MD"]],
    ["Example, A.*", ["Example A"]],
    ["Example, A., Sample, B., Third, C.", ["Example A", "Sample B", "Third C"]],
    ["Example, A., Sample, B., Jr., and Third, C.", ["Example A", "Sample B Jr", "Third C"]],
    ["Example, A., Sample, B., & Third, C.", ["Example A", "Sample B", "Third C"]],
    ["Example, Ada; Sample, Bob M.", ["Example A", "Sample BM"]],
    ["Example AB, van der Sample C, Third D Jr", ["Example AB", "van der Sample C", "Third D Jr"]],
    ["A. Example, B.C. Sample and D. Third", ["Example A", "Sample BC", "Third D"]],
    ["Ada Example, Bob Sample, Cy Third", ["Example A", "Sample B", "Third C"]],
    ["Example, Ada and Sample, Bob", ["Example A", "Sample B"]],
    ["Example AB, et al.", ["Example AB", "et al."]],
    ["Example, A. et al.", ["Example A", "et al."]],
    ["Example, A., Sample, B., and others", ["Example A", "Sample B", "and others"]],
    ["Dr. Ada Example", ["Example A"]],
    ["Example A.B., Sample C.D.", ["Example AB", "Sample CD"]],
    ["ProDERM investigators", ["ProDERM investigators"]],
    ["National Examples Board", ["National Examples Board"]],
    ["Skin and Muscle Study Group (UK)", ["Skin and Muscle Study Group (UK)"]],
    ["Ministry of Examples, Department for Tests", ["Ministry of Examples, Department for Tests"]],
    ["Orphanet", ["Orphanet"]],
    ["Sample and Example Ltd,", ["Sample and Example Ltd"]],
    ["[Anonymous]", []],
    [",", []],
  ])("%s", (line, names) => {
    expect(readAuthors(line)).toEqual(names);
  });

  test("a surname that is a guess is noted", () => {
    const lines = ["Ada Mary Sample", "A. Example", "Example AB", "Sample, Bob", "National Examples Board", "Orphanet"];
    const [record] = readText(createRis("PY  - 2020", "DO  - 10.1000/x", ...lines.map((name) => `AU  - ${name}`)));
    expect(record?.notes).toEqual([
      'The author "Ada Mary Sample" was read as given names first: compare with the source.',
    ]);
  });

  const surname = fc.constantFrom("Example", "van der Sample", "O’Third", "Müller-Öz", "de la Peña");
  const letters = fc.array(fc.constantFrom("A", "B", "Ö", "K"), { minLength: 1, maxLength: 3 });
  const suffix = fc.constantFrom("", "Jr", "3rd");
  const forms: ((surname: string, letters: string[], suffix: string) => string)[] = [
    (surname, letters, suffix) =>
      [surname, letters.map((letter) => `${letter}.`).join(" "), suffix].filter(Boolean).join(", "),
    (surname, letters, suffix) =>
      [surname, letters.map((letter) => `${letter}.`).join(""), suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) => [surname, letters.join(""), suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) =>
      [letters.map((letter) => `${letter}.`).join(" "), surname, suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) =>
      [letters.map((letter) => `${letter}xample`).join(" "), surname, suffix].filter(Boolean).join(" "),
  ];

  test("every form of a name gives the same name, alone and several in a line", () => {
    const people = fc.array(fc.tuple(surname, letters, suffix), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(people, fc.constantFrom(...forms), (people, form) => {
        const names = people.map(([surname, letters, suffix]) =>
          [surname, letters.join(""), suffix].filter(Boolean).join(" "),
        );
        const written = people.map(([surname, letters, suffix]) => form(surname, letters, suffix));
        expect(written.flatMap(readAuthors)).toEqual(names);
        expect(readAuthors(written.join("; "))).toEqual(names);
      }),
    );
  });

  test("the same list under both tags of an author is one list", () => {
    const lines = ["AU  - Example, A.", "AU  - Sample, B.", "A1  - Example, A.", "A1  - Sample, B."];
    expect(readRis(...lines)?.authors).toEqual(["Example A", "Sample B"]);
    expect(readRis("AU  - Wang, Y.", "AU  - Wang, Y.")?.authors).toEqual(["Wang Y", "Wang Y"]);
  });
});
