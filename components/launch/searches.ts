import type { Searches } from "@/lib/smart/read-record";

/** Body weight, and weight measured: the codes that vital signs are recorded with. */
const loincCodes = ["82810-3", "29463-7", "3141-9"];

/**
 * How observations are searched for: by the codes that are understood, and the results of the laboratory besides, because
 * some antibodies have no code of their own and are known by their words.
 */
export const searches: Searches = {
  Observation: [
    { code: loincCodes.map((code) => `http://loinc.org|${code}`).join(",") },
    { category: "laboratory", _sort: "-date" },
  ],
};
