"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";

/**
 * What a reader sees where the program itself is at fault. The case is in the address and so is not lost. A corrected
 * address is tried at once.
 */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  useEffect(() => {
    window.addEventListener("hashchange", reset);
    return () => window.removeEventListener("hashchange", reset);
  }, [reset]);
  return (
    <>
      <h1 className="mb-3 text-xl font-bold">Myomatch</h1>
      <Notice title="This page could not be shown">
        <p>The fault is in Myomatch, not in what you entered. Your case is still in the address of this page.</p>
        <p className="mt-2">
          <Button onClick={reset}>{interfaceText.tryAgain}</Button>
        </p>
      </Notice>
    </>
  );
}
