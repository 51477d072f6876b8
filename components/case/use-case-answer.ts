import { useCallback, useEffect, useMemo, useState } from "react";
import { useCase } from "@/components/state/case-provider";
import type { Failure } from "@/components/state/fetch-data";
import { fetchLibraryData, useLibraryData } from "@/components/state/library-data";
import { subscribeTo } from "@/components/state/subscribe-to";
import type { Answer } from "@/lib/answer/answer";
import type { IntervalMethod } from "@/lib/stats/interval";
import { type LateCode, useCode } from "./use-code";

type AnswerCode = typeof import("./answer-code");
type DescribedCode = typeof import("./described-code");

/**
 * The answer with the method of its intervals and what draws it: `described` is there where something is stated, and not
 * needed where nothing is.
 */
export type DrawnAnswer = {
  answer: Answer;
  method: IntervalMethod;
  code: AnswerCode;
  described: DescribedCode | null;
};

const fetchAnswerCode = () => import("./answer-code");
const answerCode: LateCode<AnswerCode> = { fetch: fetchAnswerCode, fetched: null };
// by way of the first: the build would put what both use into the scripts of both
const describedCode: LateCode<DescribedCode> = {
  fetch: async () => (await fetchAnswerCode()).fetchDescribedCode(),
  fetched: null,
};

/** ms that an empty case stands open until what draws its first answer is fetched, whether or not anybody comes near. */
const waitForReader = 6000;

/**
 * The answer to the case of this page. The summaries and the code that answers are fetched at once where a case is stated.
 * An empty case is shown without them: there they wait until the page has loaded, and are ready for the first answer.
 */
export function useCaseAnswer(method: IntervalMethod): { found: DrawnAnswer | "loading" | Failure; again: () => void } {
  const { facts } = useCase();
  const isStated = !facts.isEmpty;
  const isLoaded = useIsLoaded(0);
  const isLongLoaded = useIsLoaded(waitForReader);
  const isNear = useIsNear();
  const isNeeded = isLoaded || isStated;
  const data = useLibraryData(isNeeded);
  const { code, again: fetchCode } = useCode(answerCode, isNeeded);
  const { code: described, again: fetchDescribed } = useCode(describedCode, isStated || isNear || isLongLoaded);
  const library = useMemo(
    () => (typeof data === "object" && typeof code === "object" ? code.prepareLibrary(data) : null),
    [data, code],
  );
  const found = useMemo((): DrawnAnswer | "loading" | Failure => {
    if (typeof data !== "object") return data;
    if (typeof code !== "object") return code;
    if (isStated && typeof described !== "object") return described;
    if (!library) return "loading";
    return {
      answer: code.answerCase(facts, library, method),
      method,
      code,
      described: isStated && typeof described === "object" ? described : null,
    };
  }, [data, code, described, library, facts, isStated, method]);
  const again = useCallback(() => {
    fetchLibraryData();
    fetchCode();
    fetchDescribed();
  }, [fetchCode, fetchDescribed]);
  return { found, again };
}

/** Whether somebody has touched the page, moved the mouse over it or used the keyboard: the first answer may be next. */
function useIsNear(): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => subscribeTo(window, ["pointermove", "pointerdown", "keydown"], () => setNear(true)), []);
  return isNear;
}

/** Whether the browser has loaded everything that the page asked for by itself, and some ms have passed since. */
function useIsLoaded(wait: number): boolean {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // after the event, not within it: nothing may hold it up
    const onLoad = () => {
      timer = setTimeout(() => setLoaded(true), wait);
    };
    if (document.readyState === "complete") onLoad();
    else window.addEventListener("load", onLoad, { once: true });
    return () => {
      window.removeEventListener("load", onLoad);
      clearTimeout(timer);
    };
  }, [wait]);
  return isLoaded;
}
