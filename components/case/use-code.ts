import { useCallback, useEffect, useState } from "react";

/** A part of the program that a page fetches when it needs it. Once fetched it stays, whichever page is opened next. */
export type LateCode<Code> = { fetch: () => Promise<Code>; fetched: Code | null };

type Found<Code> = { code: Code | "loading" | "failed"; again: () => void };

/** Fetches such a part once it is needed. */
export function useCode<Code extends object>(late: LateCode<Code>, isNeeded: boolean): Found<Code> {
  const [code, setCode] = useState<Code | "loading" | "failed">(late.fetched ?? "loading");
  const fetchCode = useCallback(() => {
    if (late.fetched) return;
    setCode("loading");
    late.fetch().then(
      (module) => {
        late.fetched = module;
        setCode(module);
      },
      () => setCode("failed"),
    );
  }, [late]);
  useEffect(() => {
    if (isNeeded) fetchCode();
  }, [isNeeded, fetchCode]);
  return { code, again: fetchCode };
}
