import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

const missing = "This field is missing. What a source does not say is null.";

/**
 * A fault of the schema as a curator reads it: "Text was expected, a number was found." The schema's own sentences
 * stay as they are.
 */
export function explainFault(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return missing;
      return `Expected ${kinds[issue.expected] ?? issue.expected}, found ${describeFound(issue.input)}.`;
    case "invalid_value":
      if (issue.input === undefined) return missing;
      return `Expected ${formatAlternatives(issue.values)}, found ${describeFound(issue.input)}.`;
    case "unrecognized_keys":
      return `Unknown field${issue.keys.length === 1 ? "" : "s"}: ${issue.keys.map((key) => `"${key}"`).join(", ")}.`;
    case "too_small":
      if (issue.origin === "string") return "Empty text: write what the source says, or null.";
      if (issue.origin === "array") return `At least ${issue.minimum} needed.`;
      return `${issue.inclusive ? "At least" : "More than"} ${issue.minimum} expected, found ${describeFound(issue.input)}.`;
    case "too_big":
      if (typeof issue.input === "string") return `At most ${issue.maximum} characters, found ${issue.input.length}.`;
      return `At most ${issue.maximum} expected, found ${describeFound(issue.input)}.`;
    case "invalid_union": {
      const values = issue.errors.flat().flatMap((error) => (error.code === "invalid_value" ? error.values : []));
      return values.length > 0
        ? `Expected ${formatAlternatives(values)}, found ${describeFound(issue.input)}.`
        : "None of the known forms.";
    }
    case "invalid_format":
      return issue.format === "url" ? `Not a web address: ${describeFound(issue.input)}.` : issue.message;
    default:
      return issue.message;
  }
}

function formatAlternatives(values: readonly unknown[]): string {
  const [only] = values;
  return values.length === 1 ? `${only}` : `one of ${values.join(", ")}`;
}

function describeFound(input: unknown): string {
  if (input === undefined) return "nothing";
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "an object";
  return typeof input === "string" ? `the text "${input.slice(0, 60)}"` : `${input}`;
}
