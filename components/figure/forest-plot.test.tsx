import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import type { Profile } from "@/lib/case/schema";
import { createForestLayout, plotWidths } from "@/lib/plots/forest-layout";
import { readLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { Drawing, ForestPlot } from "./forest-plot";

// Frozen, so that a new study changes no drawing.
const { studies, ...about } = readLibrary("e2e/library");
const library = prepareLibrary({ ...about, studies: studies.map(toStudySummary) });

const cases: Record<string, Profile["features"]> = {
  pregnant: { pregnancy: "yes" },
  juvenile: { juvenile: "yes" },
  "skin only and refractory": { juvenile: "no", skinOnly: "yes", refractory: "yes" },
  "ILD and refractory": { juvenile: "no", ild: "yes", refractory: "yes" },
  "refractory adult": { juvenile: "no", pregnancy: "no", skinOnly: "no", ild: "no", refractory: "yes" },
  "a case nobody describes": { pregnancy: "yes", ild: "yes" },
  "nothing stated": {},
};

/** Both plots of a case, one below the other, as one SVG file that a reviewer can open. */
function drawPlots(features: Profile["features"], size: "narrow" | "wide"): string {
  const answer = answerTo({ features, diagnosis: null, weightKg: null, ageYears: null }, library);
  let top = 0;
  const drawn = (["response", "relapse"] as const).map((domain) => {
    const layout = createForestLayout(
      answer.comparableSets.filter((set) => set.domain === domain),
      size,
    );
    const y = top;
    top += layout.height + 20;
    const markup = renderToStaticMarkup(<Drawing layout={layout} title={domain} />);
    return markup.replace("<svg ", `<svg y="${y}" `).replaceAll("><", ">\n<");
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${plotWidths[size]}" height="${top}" style="--line:#ccc;font-family:sans-serif">`;
  return `${open}\n${drawn.join("\n")}\n</svg>\n`;
}

describe("forest plots as drawings to review", () => {
  for (const [name, features] of Object.entries(cases)) {
    test(name, async () => {
      const file = name.replaceAll(" ", "-").toLowerCase();
      await expect(drawPlots(features, "wide")).toMatchFileSnapshot(`./forest-plots/${file}.svg`);
      await expect(drawPlots(features, "narrow")).toMatchFileSnapshot(`./forest-plots/${file}-narrow.svg`);
    });
  }

  test("a pool with its prediction interval and a comparison group are among them", () => {
    for (const size of ["wide", "narrow"] as const) {
      const drawing = drawPlots({}, size);
      expect(drawing).toContain("<polygon ");
      expect(drawing).toContain("stroke-dasharray");
      expect(drawing).toMatch(/<rect [^>]*fill="var\(--surface/);
    }
  });
});

test("the wide drawing stands only where its whole width has room, and its height follows its width", () => {
  const answer = answerTo({ features: { juvenile: "yes" }, diagnosis: null, weightKg: null, ageYears: null }, library);
  const markup = renderToStaticMarkup(<ForestPlot sets={answer.comparableSets} title="Response" />);
  const [plot, narrow, wide] = [...markup.matchAll(/<div class="([^"]*)"/g)].map(([, classes = ""]) =>
    classes.split(" "),
  );
  // in the units of CSS, so that it does not depend on the window: two plots beside each other on a wide one shrank
  expect(plot).toEqual(expect.arrayContaining(["@container", "[&amp;_svg]:h-auto"]));
  expect(narrow).toEqual([`@min-[${plotWidths.wide}px]:hidden`]);
  expect(wide).toEqual(["hidden", `@min-[${plotWidths.wide}px]:block`]);
  expect([...markup.matchAll(/<svg [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
    plotWidths.narrow,
    plotWidths.wide,
  ]);
});
