import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import type { PatientDiagnosis } from "@/lib/vocabulary/feature";
import type { Evidence } from "./evidence";

/** Diagnoses that a more exact one stands for. */
const lessExact: Readonly<Partial<Record<PatientDiagnosis, readonly PatientDiagnosis[]>>> = {
  CADM: ["DM"],
  JDM: ["DM"],
};

/**
 * Several diagnoses of one record that do not contradict each other, as one diagnosis and features: dermatomyositis beside
 * its juvenile or amyopathic kind is that kind, and of two others, the one that is also a feature is stated as one
 * (antisynthetase syndrome beside dermatomyositis). What cannot be said so is left as it is, and contradicts itself.
 */
export function mergeDiagnoses(evidence: readonly Evidence[]): Evidence[] {
  const named = new Set(evidence.flatMap(({ proposed }) => (proposed.aspect === "diagnosis" ? [proposed.value] : [])));
  // A mention does not make a recorded diagnosis more exact.
  const firm = new Set(
    evidence.flatMap(({ proposed, isFirm }) => (proposed.aspect === "diagnosis" && isFirm ? [proposed.value] : [])),
  );
  const exact = (value: PatientDiagnosis): PatientDiagnosis => {
    const candidates = firm.has(value) ? firm : named;
    return [...candidates].sort().find((other) => lessExact[other]?.includes(value)) ?? value;
  };
  const kinds = new Set([...named].map(exact));
  // Amyopathic disease is a kind of dermatomyositis: beside any other disease it is a diagnosis that contradicts it.
  const isFeature = (value: PatientDiagnosis) =>
    value === "CADM" ? kinds.has("DM") || kinds.has("JDM") : value in featureOfDiagnosis;
  const main = [...kinds].filter((value) => !isFeature(value));
  const kept = main.length > 0 ? new Set(main) : new Set([...kinds].sort().slice(0, 1));
  return evidence.map((one): Evidence => {
    if (one.proposed.aspect !== "diagnosis") return one;
    const value = exact(one.proposed.value);
    if (kept.has(value)) return { ...one, proposed: { aspect: "diagnosis", value } };
    const feature = featureOfDiagnosis[value as keyof typeof featureOfDiagnosis];
    return { ...one, proposed: { aspect: feature, value: "yes" } };
  });
}
