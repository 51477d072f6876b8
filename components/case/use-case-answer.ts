import { useCallback, useEffect, useMemo, useState } from "react";
import { useCase } from "@/components/state/case-provider";
import type { Failure } from "@/components/state/fetch-data";
import { fetchLibraryData, useLibraryData } from "@/components/state/library-data";
import type { Answer } from "@/lib/answer/answer";
import type { IntervalMethod } from "@/lib/stats/interval";

type Code = typeof import("./answer-code");

/** The answer with what draws it; or why it is not there. */
type CaseAnswer = { code: Code; answer: Answer } | "loading" | Failure;

/** Kept for the next time this page is opened. */
let fetched: Code | null = null;

/**
 * The answer to the case of this page. The records and the code that answers are fetched at once where a case is stated.
 * An empty case is shown without them: there they wait until the page has loaded, and are ready for the first answer.
 */
export function useCaseAnswer(method: IntervalMethod): { found: CaseAnswer; again: () => void } {
  const { facts } = useCase();
  const isLoaded = useIsLoaded();
  const isNeeded = isLoaded || !facts.isEmpty;
  const data = useLibraryData(isNeeded);
  const { code, again: fetchCode } = useAnswerCode(isNeeded);
  const library = useMemo(
    () => (typeof data === "object" && typeof code === "object" ? code.prepareLibrary(data) : null),
    [data, code],
  );
  const found = useMemo((): CaseAnswer => {
    if (typeof data !== "object") return data;
    if (typeof code !== "object") return code;
    return library ? { code, answer: code.answerCase(facts, library, method) } : "loading";
  }, [data, code, library, facts, method]);
  const again = useCallback(() => {
    fetchLibraryData();
    fetchCode();
  }, [fetchCode]);
  return { found, again };
}

function useAnswerCode(isNeeded: boolean): { code: Code | "loading" | "failed"; again: () => void } {
  const [code, setCode] = useState<Code | "loading" | "failed">(fetched ?? "loading");
  const fetchCode = useCallback(() => {
    if (fetched) return;
    setCode("loading");
    import("./answer-code").then(
      (module) => {
        fetched = module;
        setCode(module);
      },
      () => setCode("failed"),
    );
  }, []);
  useEffect(() => {
    if (isNeeded) fetchCode();
  }, [isNeeded, fetchCode]);
  return { code, again: fetchCode };
}

/** Whether the browser has loaded everything that the page asked for by itself. */
function useIsLoaded(): boolean {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    // after the event, not within it: nothing may hold it up
    const onLoad = () => setTimeout(() => setLoaded(true));
    if (document.readyState === "complete") onLoad();
    else window.addEventListener("load", onLoad, { once: true });
    return () => window.removeEventListener("load", onLoad);
  }, []);
  return isLoaded;
}
