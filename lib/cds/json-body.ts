import type { z } from "zod";
import { bodyFaults } from "@/lib/format/request-text";
import { type Refusal, refuse } from "./outcome";

/** Reads the text of a body by a schema, all of it or nothing: every fault is a reason of the refusal. */
export function readJsonBody<Schema extends z.ZodType>(
  body: string,
  schema: Schema,
): { ok: true; value: z.output<Schema> } | Refusal {
  const json = parseJson(body);
  if (json === undefined) return refuse(400, bodyFaults.notJson);
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [first = bodyFaults.notObject, ...others] = parsed.error.issues.map(describeIssue);
  return refuse(400, first, ...others);
}

/** The value of a JSON text; undefined where it is none, or nested too deeply to be read. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "context.patientId: Use an id of FHIR." The value itself is not repeated. */
function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
