import { readConcept } from "@/lib/fhir/concept";
import { getString } from "@/lib/fhir/json";
import { isImmunoglobulin, readMedication } from "@/lib/fhir/medication";
import { createFollow, listEntries, normaliseServer } from "@/lib/fhir/resources";
import type { HookRequest } from "./request";

/**
 * Whether one of the selected draft orders is immunoglobulin: a drug by code or by words, a service by code alone, since
 * "Immunoglobulins, serum" names a measurement. Without a list of selections every draft order counts.
 */
export function isImmunoglobulinSelected({
  context: { selections, draftOrders },
  fhirServer,
}: Pick<HookRequest, "context" | "fhirServer">): boolean {
  const { entries } = listEntries(draftOrders);
  const follow = createFollow(entries, fhirServer ? normaliseServer(fhirServer) : null);
  return entries.some(({ resource, fullUrl }) => {
    const name = `${resource.resourceType}/${getString(resource.id)}`;
    const isSelected = selections === undefined || selections.some((one) => one === name || one === fullUrl);
    if (!isSelected) return false;
    if (resource.resourceType === "MedicationRequest") return isImmunoglobulin(readMedication(resource, follow));
    return (
      resource.resourceType === "ServiceRequest" && isImmunoglobulin({ ...readConcept(resource.code), words: null })
    );
  });
}
