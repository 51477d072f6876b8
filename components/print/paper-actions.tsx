import { useCallback } from "react";
import { BackToCase } from "@/components/state/back-to-case";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { interfaceText } from "@/lib/format/interface-text";
import { hasLetter } from "@/lib/paper/has-letter";
import { composeLetter, writeLetterHtml, writeLetterText } from "@/lib/paper/letter";
import { composePaperText, type PaperContent } from "@/lib/paper/paper-text";

type Props = { content: PaperContent; address: string; today: string | null };

/** What can be done with the paper: to print it, or to copy it as text, for a letter or as a link. */
export function PaperActions({ content, address, today }: Props) {
  const { answer } = content;
  const writeText = useCallback(() => composePaperText(content, address, today), [content, address, today]);
  const writeLetter = useCallback(() => writeLetterText(composeLetter(answer)), [answer]);
  const writeRichLetter = useCallback(() => writeLetterHtml(composeLetter(answer)), [answer]);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="main" data-shortcut="print" onClick={() => window.print()}>
        Print
      </Button>
      <CopyButton
        text={writeText}
        done="Copied. Label and note are for the paper only and are not in it."
        name="The summary as text"
        shortcut="copy"
      >
        Copy text
      </CopyButton>
      {hasLetter(answer) && (
        <CopyButton
          text={writeLetter}
          html={writeRichLetter}
          done="Copied. It lists evidence and makes no recommendation."
          name="A paragraph for a letter"
        >
          Copy for a letter
        </CopyButton>
      )}
      <CopyButton
        text={address}
        done="Copied. The link holds the case, and nothing else of the patient."
        name={interfaceText.theLink}
      >
        Copy link
      </CopyButton>
      <BackToCase />
    </div>
  );
}
