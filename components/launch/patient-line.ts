import { isObject } from "@/lib/format/object";

/** Whose record was read, so that the clinician sees that it is the right one. It is shown, and kept nowhere. */
export type ShownPatient = { name: string; birthDate: string };

/** The name and the date of birth of the Patient among the resources; "" for what the record does not give. */
export function findShownPatient(resources: readonly unknown[]): ShownPatient {
  const patient = resources.find((one) => isObject(one) && one.resourceType === "Patient");
  if (!isObject(patient)) return { name: "", birthDate: "" };
  const names = Array.isArray(patient.name) ? patient.name.filter(isObject) : [];
  const name = names.find(({ use }) => use === "official") ?? names[0];
  return { name: name ? writeName(name) : "", birthDate: toText(patient.birthDate) };
}

function writeName({ text, given, family }: Record<string, unknown>): string {
  if (toText(text)) return toText(text);
  return [...(Array.isArray(given) ? given.map(toText) : []), toText(family)].filter(Boolean).join(" ");
}

function toText(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 100) : "";
}
