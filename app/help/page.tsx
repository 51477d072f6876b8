import type { Metadata } from "next";
import { AnswersHelp, helpParts, ReadingHelp, ShortcutsHelp, WordsHelp } from "@/components/methods/help";
import { LongPage } from "@/components/methods/long-page";

export const metadata: Metadata = {
  title: "Help",
  description: "What a yes means, how to read the findings, keyboard shortcuts, and the words that are used.",
};

export default function Page() {
  return (
    <LongPage title="Help" places={Object.entries(helpParts).map(([id, name]) => ({ id, name }))}>
      <AnswersHelp />
      <ReadingHelp />
      <ShortcutsHelp />
      <WordsHelp />
    </LongPage>
  );
}
