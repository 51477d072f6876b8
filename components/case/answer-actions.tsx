import { type ReactNode, useState, useSyncExternalStore } from "react";
import { CaseLink } from "@/components/state/case-link";
import { useCaseFragment } from "@/components/state/case-provider";
import { usePins } from "@/components/state/use-pins";
import { Button, getButtonLook } from "@/components/ui/button";
import { type Copyable, writeToClipboard } from "@/components/ui/clipboard";
import { controlLook, Field } from "@/components/ui/field";
import { Icon, type IconName } from "@/components/ui/icons";
import type { Answer } from "@/lib/answer/answer";
import { interfaceText } from "@/lib/format/interface-text";
import { hasLetter } from "@/lib/paper/has-letter";
import { fetchWriters, loadLetter, loadPaperText } from "./copied-texts";

type Props = { answer: Answer; problem: string | null };

/** What became of a copy: what to say of it, and where the browser refused, the text itself. */
type Outcome = { of: Answer; message: string; refused: { name: string; text: string } | null };

/** What can be taken along of an answer: on paper, as text for the record, for a letter, and as a link. */
export function AnswerActions({ answer, problem }: Props) {
  const { pins } = usePins();
  const fragment = useCaseFragment();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const canShare = useSyncExternalStore(subscribeToNothing, canShareLinks, () => false);
  const copy = async (found: Copyable | Promise<Copyable>, name: string, done: string, isRich = false) => {
    try {
      await writeToClipboard(found, isRich);
      setOutcome({ of: answer, message: done, refused: null });
    } catch {
      const written = await Promise.resolve(found).catch(() => null);
      setOutcome({
        of: answer,
        message: written === null ? notWritten : interfaceText.copyRefused,
        refused: written && { name, text: written.text },
      });
    }
  };
  const getAddress = () => `${window.location.origin}/${fragment}`;
  const copyText = () =>
    copy(loadPaperText({ answer, pins, problem, address: getAddress() }), "The answer as text", "Text copied.");
  const copyLetter = () => copy(loadLetter(answer), "The paragraph as text", "Paragraph copied.", true);
  const copyLink = () => copy({ text: getAddress() }, interfaceText.theLink, "Link copied. It holds the whole case.");
  const share = async () => {
    try {
      await navigator.share({ title: document.title, url: getAddress() });
    } catch {
      // Putting the list of apps away is no failure.
    }
  };
  // What was copied before the answer changed is not this answer.
  const shown = outcome?.of === answer ? outcome : null;
  return (
    <div className="relative">
      <fieldset
        aria-label="Print or copy the answer"
        className="flex flex-wrap gap-1"
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
      >
        <CaseLink href="/summary" isAlone={false} className={`${getButtonLook("tool")} ${actionLook} no-underline`}>
          <Icon name="print" />
          Print
        </CaseLink>
        <Action icon="copy" verb="Copy" onClick={copyText}>
          text
        </Action>
        {hasLetter(answer) && (
          <Action icon="letter" verb={copyForA} onClick={copyLetter}>
            letter
          </Action>
        )}
        <Action
          icon={canShare ? "share" : "link"}
          verb={canShare ? "Share" : "Copy"}
          onClick={canShare ? share : copyLink}
        >
          link
        </Action>
      </fieldset>
      {/* Where the row stands beside the head of the answer, the line below it is kept free for this, so that it moves nothing. */}
      <div className="bg-surface text-sm xl:in-data-beside:absolute xl:in-data-beside:top-full xl:in-data-beside:right-0 xl:in-data-beside:z-10">
        <p role="status" className="not-empty:py-1 xl:in-data-beside:text-right xl:in-data-beside:not-empty:py-0">
          {shown?.message}
        </p>
        {shown?.refused && (
          <Field label={shown.refused.name} labelPlace="hidden">
            {(control) => (
              <textarea
                {...control}
                readOnly
                rows={6}
                value={shown.refused?.text}
                onFocus={({ target }) => target.select()}
                className={`${controlLook} block w-full p-2 xl:w-120`}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  );
}

const notWritten = "The text could not be fetched. Try again with a network.";

// Four of them stand beside the head of the answer on a wide screen, and `Verdict` keeps that much free for them.
const actionLook = "inline-flex grow items-center justify-center gap-1 sm:grow-0 xl:px-1.5 xl:text-xs";

/** The longest of the four is shortened where they share a line with the head of the answer. */
const copyForA = (
  <>
    <span className="xl:sr-only">Copy </span>for a
  </>
);

/** A button that is one word on a phone and says all of it elsewhere and to who cannot see it. */
function Action({
  icon,
  verb,
  onClick,
  children,
}: {
  icon: IconName;
  verb: ReactNode;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button look="tool" icon={icon} className={actionLook} onClick={onClick}>
      <span className="inline-block first-letter:uppercase">
        <span className="max-sm:sr-only">{verb} </span>
        {children}
      </span>
    </Button>
  );
}

/** What the texts are written with arrives before the tap that needs it, and never with the page. */
function fetchAhead() {
  // Where that fails, the tap tries again and says so.
  fetchWriters().catch(() => {});
}

const subscribeToNothing = () => () => {};

/** A device that is used with a finger and has a list of apps to hand a link to: a phone hides its address bar. */
function canShareLinks(): boolean {
  return typeof navigator.share === "function" && window.matchMedia("(pointer: coarse)").matches;
}
