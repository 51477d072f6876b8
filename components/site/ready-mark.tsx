"use client";

import { useEffect } from "react";
import { notStartedId } from "./start-watch";

/** Marks the document once the program runs, and takes back the sentence that it has not started, if that was shown. */
export function ReadyMark() {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
    const sentence = document.getElementById(notStartedId);
    if (sentence) sentence.hidden = true;
  }, []);
  return null;
}
