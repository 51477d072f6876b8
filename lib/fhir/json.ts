import { isObject } from "@/lib/format/object";

/** A resource as it was received: nothing but its type has been checked. */
export type Resource = { [key: string]: unknown; resourceType: string };

export function isResource(value: unknown): value is Resource {
  return isObject(value) && typeof value.resourceType === "string";
}

/** The member of an object, or undefined where there is no object. */
export function getMember(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A text that is not empty, or null. */
export function getString(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A list as it is, a single value as a list of one, and nothing as an empty list: records hold all three. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
