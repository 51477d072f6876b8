import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MAX_DOTS, PatientDots } from "./patient-dots";

type Props = Parameters<typeof PatientDots>[0];

const survivors: Props = { domain: "survival", direction: "benefit", label: "Alive at 5 years", events: 2, total: 5 };
const deaths: Props = { domain: "survival", direction: "harm", label: "Died", events: 8, total: 53 };
const responders: Props = { domain: "response", direction: "benefit", label: "Any response", events: 3, total: 4 };
const undecided: Props = { domain: "other", direction: "neutral", label: "Dose lowered", events: 1, total: 3 };

/** The marks of the patients as shapes alone: where they are, and what colour they have, does not count. */
function readShapes(props: Props): string[] {
  const [, picture = ""] =
    /<svg role="img"[^>]*>(.*?)<\/svg>/s.exec(renderToStaticMarkup(<PatientDots {...props} />)) ?? [];
  return (picture.match(/<g .*?<\/g>|<circle[^>]*>|<rect[^>]*>/g) ?? []).map((mark) =>
    mark.replace(/ (cx|cy|x|y|d)="[^"]*"/g, "").replace(/<\/\w+>/g, ""),
  );
}

const readName = (props: Props) => /aria-label="([^"]*)"/.exec(renderToStaticMarkup(<PatientDots {...props} />))?.[1];

describe("the marks of patients", () => {
  test.each([survivors, deaths, responders, undecided])("$label: one for each, of two shapes", (props) => {
    const shapes = readShapes(props);
    expect(shapes).toHaveLength(props.total);
    expect(new Set(shapes.slice(0, props.events)).size).toBe(1);
    expect(new Set(shapes.slice(props.events)).size).toBe(1);
    expect(new Set(shapes).size).toBe(2);
  });

  test("of deaths are none of those of survivors, responders or what is neither good nor bad", () => {
    const ofDeaths = new Set(readShapes(deaths));
    expect(ofDeaths.size).toBe(2);
    for (const props of [survivors, responders, undecided])
      expect(readShapes(props).filter((shape) => ofDeaths.has(shape))).toEqual([]);
    expect(new Set(readShapes(responders))).toEqual(new Set(readShapes(survivors)));
  });

  test("differ without their colour: the only one is that of the text", () => {
    for (const props of [survivors, deaths, responders, undecided])
      for (const shape of readShapes(props)) expect(shape).not.toMatch(/(fill|stroke)="(?!none|currentColor)/);
  });

  test("say in the name of the picture what they count", () => {
    expect(readName(deaths)).toBe(
      "Deaths: Died, 8 of 53 patients, one mark each: the first 8 crossed circles, the last 45 small dots for all others",
    );
    expect(readName(survivors)).toBe(
      "Survival: Alive at 5 years, 2 of 5 patients, one mark each: the first 2 filled circles, the last 3 empty circles for all others",
    );
    expect(readName({ ...deaths, events: 0, total: 1 })).toBe(
      "Deaths: Died, 0 of 1 patients, one mark each: none of those counted, 1 small dot",
    );
  });

  test("have a key that names no mark which is not there", () => {
    const readKey = (props: Props) =>
      renderToStaticMarkup(<PatientDots {...props} />)
        .split("</svg>")
        .slice(1)
        .join("");
    expect(readKey(deaths)).toMatch(/Died.*all others/s);
    expect(readKey({ ...deaths, events: 0 })).not.toContain("Died");
    expect(readKey({ ...deaths, events: 53 })).not.toContain("all others");
  });

  test("are one bar of the share where there are too many", () => {
    const draw = (props: Props) => renderToStaticMarkup(<PatientDots {...props} events={6} total={MAX_DOTS + 15} />);
    for (const props of [deaths, survivors]) {
      expect(draw(props)).not.toContain("<svg");
      expect(draw(props)).toContain("width:8%");
    }
    expect(draw(deaths)).not.toBe(draw(survivors));
    expect(draw(responders)).toBe(draw(survivors));
  });

  test("are of one size, however many there are", () => {
    const readWidth = (total: number) =>
      /width:min\((\d+)%/.exec(renderToStaticMarkup(<PatientDots {...responders} events={1} total={total} />))?.[1];
    expect([1, 4, 20, 27].map(readWidth)).toEqual(["5", "20", "100", "100"]);
  });
});
