"use client";

import { useEffect } from "react";
import { FaultNotice } from "@/components/site/fault-notice";

/** In place of a page that fails. A corrected address is tried at once. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  useEffect(() => {
    window.addEventListener("hashchange", reset);
    return () => window.removeEventListener("hashchange", reset);
  }, [reset]);
  return <FaultNotice />;
}
