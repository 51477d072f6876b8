import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { groupByTopic, groupSafetyChecks, isBoxedWarning } from "@/lib/answer/safety";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { SafetyList } from "./safety";

const library = realLibrary();
const { safety } = library;

const render = (profile: Profile) =>
  renderToStaticMarkup(<SafetyList answer={answerTo(profile, library)} />).replaceAll("<!-- -->", "");

/** What is in a page without anything that is folded away, the inner parts first. */
const readOpenPart = (profile: Profile) => {
  let open = render(profile);
  while (open.includes("<details")) open = open.replace(/<details(?:(?!<details).)*?<\/details>/gs, "");
  return open;
};

const elderly: Profile = { ...emptyProfile, features: { elderly: "yes", malignancy: "yes" } };

test.each([...Object.values(exampleCases), { name: "65 or over", profile: elderly }])(
  "$name: the boxed warnings and haemolysis are open",
  ({ profile }) => {
    const open = readOpenPart(profile);
    const boxed = safety.filter(isBoxedWarning);
    expect(new Set(boxed.map(({ topic }) => topic))).toEqual(new Set(["thrombosis", "kidney"]));
    for (const { check, why } of boxed) {
      expect(open).toContain(check);
      expect(open).toContain(why);
    }
    expect(open).toContain("Haemolysis: blood group A, B or AB");
  },
);

test("all other checks are folded away, each topic by itself, with how often the trial counted it", () => {
  const { safety: all } = answerTo(exampleCases.refractoryAdult.profile, library);
  const topics = groupByTopic(groupSafetyChecks(all).others);
  expect(topics.length).toBeGreaterThan(10);
  const markup = render(exampleCases.refractoryAdult.profile);
  expect(markup.match(/<details/g)).toHaveLength(topics.length + 1);
  expect(markup).toContain(`${topics.flatMap(({ checks }) => checks).length} more checks, by topic`);
  expect(markup).toMatch(/>Thrombosis: 10 checks<.*?>Any thromboembolic event: 6 of 95 \(6%\), 95% CI 3% to 13%, Agg/);
  expect(topics.find(({ topic }) => topic === "thrombosis")?.checks).toHaveLength(10);
});

test("what this case makes relevant comes first, and of a long topic the rest is folded", () => {
  const markup = render(elderly);
  expect(markup.indexOf("65 or over, malignancy")).toBeGreaterThan(0);
  expect(markup.indexOf("65 or over, malignancy")).toBeLessThan(markup.indexOf("<details"));
  expect(markup).toContain("more on this");
});

test("a document is cited as such, a copy is named as one, and nothing is named by its host", () => {
  const markup = render(exampleCases.pregnant.profile);
  expect(markup).toContain("Product information of Privigen");
  expect(markup).toContain("read in a copy");
  const text = markup.replace(/<[^>]*>/g, " ");
  let hosts = 0;
  for (const { source } of safety) {
    hosts += 1;
    expect(text).not.toContain(new URL(source.url).hostname);
  }
  expect(hosts).toBeGreaterThan(40);
});
