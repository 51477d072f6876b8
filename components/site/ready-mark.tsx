"use client";

import { useEffect } from "react";

/** Marks the document once the program runs, for those who cannot see it: tests, and the script that draws pictures. */
export function ReadyMark() {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
  return null;
}
