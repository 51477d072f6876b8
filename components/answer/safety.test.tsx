import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { groupSafetyChecks, isBoxedWarning, type RelevantSafety, selectSafetyChecks } from "@/lib/answer/safety";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { SafetyList } from "./safety";

const { safety } = loadLibrary();

/** What is in a page without anything that is folded away. */
const readOpenPart = (items: readonly RelevantSafety[]) =>
  renderToStaticMarkup(<SafetyList items={items} />).replace(/<details.*?<\/details>/gs, "");

test.each(Object.values(exampleCases))("$name: the boxed warnings and haemolysis are open", ({ profile }) => {
  const open = readOpenPart(selectSafetyChecks(readCase(profile), safety));
  const boxed = safety.filter(isBoxedWarning);
  expect(new Set(boxed.map(({ topic }) => topic))).toEqual(new Set(["thrombosis", "kidney"]));
  for (const { check, why } of boxed) {
    expect(open).toContain(check);
    expect(open).toContain(why);
  }
  expect(open).toContain("Haemolysis: blood group A, B or AB");
});

test("nothing opens where nothing is folded away", () => {
  const checks = selectSafetyChecks(readCase(exampleCases.nothingStated.profile), safety);
  const { warnings } = groupSafetyChecks(checks);
  expect(renderToStaticMarkup(<SafetyList items={checks} />)).toContain("<details");
  expect(renderToStaticMarkup(<SafetyList items={warnings} />)).not.toContain("<details");
});
