import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { study } from "@/lib/study/schema";

type Node = z.core.JSONSchema.JSONSchema;

const readme = readFileSync("data/README.md", "utf8");
const schema = z.toJSONSchema(study, { io: "input" });

/** The text under a heading, up to the next heading. */
function readSection(heading: string): string {
  const [, text] = readme.split(new RegExp(`^#+ ${heading}\\n`, "m"));
  if (text === undefined) throw new Error(`data/README.md has no section "${heading}"`);
  return text.split(/^#/m)[0] ?? "";
}

/** What stands in backticks; of a path such as `design.type` each name. */
function listTokens(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, token = ""]) => token.split("."));
}

/** The rows of a table whose first column has this title: the names in it, and what the row says of them. */
function readTable(section: string, title: string): { names: string[]; text: string }[] {
  const [, table = ""] = section.split(`| ${title} |`);
  const [, ...rows] = (table.split("\n\n")[0] ?? "").split("\n").slice(1);
  return rows.map((row) => {
    const [, first = "", ...rest] = row.split("|");
    return { names: listTokens(first), text: rest.join("|") };
  });
}

/** The schemas from which a value may be: those of a union or a nullable, of a list's items, of a record's values. */
function listParts({ anyOf, oneOf, items, additionalProperties }: Node): Node[] {
  return [...(anyOf ?? []), ...(oneOf ?? []), items, additionalProperties].filter(
    (part) => typeof part === "object" && !Array.isArray(part),
  ) as Node[];
}

/** Every name of a field and every value of an enumeration in a schema, at any depth. */
function listNames(node: Node): string[] {
  const { properties = {}, propertyNames, enum: options = [], const: constant } = node;
  const values = [...options, constant].filter((value) => typeof value === "string");
  const below = Object.values(properties) as Node[];
  const keys = propertyNames ? listNames(propertyNames as Node) : [];
  return [...Object.keys(properties), ...keys, ...values, ...[...below, ...listParts(node)].flatMap(listNames)];
}

const sort = (names: readonly string[]) => [...new Set(names)].sort();

const { outcomes } = schema.properties as Record<string, Node>;
const outcome = outcomes?.items as Node;
const { result } = outcome.properties as Record<string, Node>;
const resultKinds = listParts(result as Node);

/** What a row does not list because another place of the page does. */
const listedElsewhere = {
  outcomes: "their fields have a table of their own",
  subgroup: "features and diagnoses, which stand above",
  result: "each kind has a row of its own",
};

/** Fields of the schema with the names and values below them, and what the page says of each. */
const fields = [
  ...describeFields(schema, readTable(readSection("Field by field"), "field"), {
    features: readSection("Features"),
    treatment: readSection("Phases of a regimen"),
  }),
  ...describeFields(outcome, readTable(readSection("Outcomes"), "field"), {}),
].filter(({ field }) => !(field in listedElsewhere));

function describeFields(node: Node, rows: ReturnType<typeof readTable>, more: Record<string, string>) {
  return Object.entries(node.properties ?? {}).map(([field, below]) => {
    const own = rows.filter(({ names }) => names.includes(field));
    const tokens = own.flatMap(({ names, text }) => [
      ...(names[0] === field ? names.slice(1) : []),
      ...listTokens(text),
    ]);
    return {
      field,
      inSchema: sort(listNames(below as Node)),
      onPage: sort([...tokens, ...listTokens(more[field] ?? "")]),
    };
  });
}

test("data/README.md has a row for each field of a sheet and of an outcome, and for nothing else", () => {
  const sheetRows = readTable(readSection("Field by field"), "field").map(({ names }) => names[0] ?? "");
  expect(sort(sheetRows)).toEqual(sort(Object.keys(schema.properties ?? {})));
  const outcomeRows = readTable(readSection("Outcomes"), "field").flatMap(({ names }) => names);
  expect(sort(outcomeRows)).toEqual(sort(Object.keys(outcome.properties ?? {})));
});

const enumerated = fields.filter(({ inSchema }) => inSchema.length > 0);

test.each(enumerated)("data/README.md names what $field holds, and nothing else", ({ inSchema, onPage }) => {
  expect(onPage).toEqual(inSchema);
});

test("data/README.md names the fields of each kind of result", () => {
  const rows = readTable(readSection("Outcomes"), "`result.kind`").map(({ names, text }) => [
    ...names,
    ...sort(listTokens(text)),
  ]);
  const kinds = resultKinds.map((shape) => {
    const { kind, ...rest } = shape.properties ?? {};
    return [(kind as Node).const, ...sort(listNames({ properties: rest }))];
  });
  expect(rows).toEqual(kinds);
});

const values = enumerated.flatMap(({ inSchema }) => inSchema);

test(`${enumerated.length} fields with ${values.length} names and values were compared`, () => {
  expect(enumerated.length).toBeGreaterThan(12);
  expect(values.length).toBeGreaterThan(120);
});
