import type { Library } from "@/lib/answer/library";
import { proposeAnswers } from "@/lib/fhir/propose-answers";
import { listEntries } from "@/lib/fhir/resources";
import { joinWithAnd } from "@/lib/format/text";
import { type Card, type CardOptions, createCards } from "./card";
import { isImmunoglobulinSelected } from "./order";
import { type Refusal, refuse } from "./outcome";
import type { ReceivedRecord } from "./record";
import type { HookRequest } from "./request";
import type { RecordKey } from "./services";

/** What a part of the record is called in a sentence. */
const partNames: Record<RecordKey, string> = {
  patient: "the patient",
  conditions: "the conditions",
  pregnancy: "the results on pregnancy",
  antibodies: "the antibodies",
  weight: "the weight",
  medicationRequests: "the orders of drugs",
  medicationStatements: "the list of drugs",
  allergies: "the allergies",
};

/** Whether a call is about a patient who may get a card: an order of something else is answered without reading the record. */
export function isConcerned(request: HookRequest): boolean {
  return request.hook !== "order-select" || isImmunoglobulinSelected(request);
}

/**
 * The cards for one call.
 * @returns a refusal where the conditions are unknown: an empty list would read as "no myositis"
 */
export function answerHook(
  { context, fhirServer }: HookRequest,
  record: ReceivedRecord,
  library: Library,
  options: Omit<CardOptions, "gaps">,
): { ok: true; cards: Card[] } | Refusal {
  if (record.parts.conditions === undefined) {
    return refuse(
      412,
      "The conditions of the patient are not known: they came neither as prefetch nor from a FHIR server that this service may read.",
    );
  }
  const proposals = proposeAnswers(Object.values(record.parts), {
    patientId: context.patientId,
    server: fhirServer ?? null,
    on: options.on,
  });
  const isPartial = record.partial.includes("conditions") || listEntries(record.parts.conditions).unreadable > 0;
  if (proposals.myositis.status === "none" && isPartial) {
    return refuse(412, "Only a part of the patient's conditions came or could be read, and it names no myositis.");
  }
  const gaps = [
    ...describeParts("Not read, so unknown", record.missing),
    ...describeParts("Read in part only", record.partial),
  ];
  return { ok: true, cards: createCards(proposals, library, { ...options, gaps }) };
}

function describeParts(title: string, keys: readonly RecordKey[]): string[] {
  return keys.length === 0 ? [] : [`${title}: ${joinWithAnd(keys.map((key) => partNames[key]))}.`];
}
