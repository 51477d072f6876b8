import { prefetchTemplates, type RecordKey } from "@/lib/cds/services";
import type { Searches } from "@/lib/smart/read-record";

/** The searches for observations by the codes that are understood, which the services for hooks ask for too. */
const searchedByCode: readonly RecordKey[] = ["pregnancy", "antibodies", "weight"];

/**
 * How observations are searched for: by those codes, and the results of the laboratory besides, because some antibodies have
 * no verified code and are known by their words.
 */
export const searches: Searches = {
  Observation: [
    ...searchedByCode.map((key) => {
      const code = new URLSearchParams(prefetchTemplates[key].replace(/^Observation\?/, "")).get("code") ?? "";
      return { code };
    }),
    { category: "laboratory", _sort: "-date" },
  ],
};
