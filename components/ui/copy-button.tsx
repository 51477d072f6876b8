import { interfaceText } from "@/lib/format/interface-text";
import { Button } from "./button";
import { controlLook, Field } from "./field";
import type { ShortcutName } from "./shortcut-keys";
import { type CopiedText, readCopiedText, useCopy } from "./use-copy";

type Props = {
  text: CopiedText;
  /** the same as rich text, for programs that take it */
  html?: CopiedText;
  /** on the button */
  children: string;
  /** shown once the text is in the clipboard */
  done: string;
  /** the name of the text, which is shown where the browser refuses; left out where the page shows it already */
  name?: string;
  /** the keys that copy it too */
  shortcut?: ShortcutName;
};

/**
 * Copies a text, and says what became of it. Where the browser refuses, the text is there to be copied by hand. In a row
 * of buttons, its message takes a line of its own below them. Nothing where there is no text.
 */
export function CopyButton({ text, html, children, done, name, shortcut }: Props) {
  const { copied, copy } = useCopy(text, html);
  if (typeof text === "string" && text.trim() === "") return null;
  const refused = copied === "refused" && name ? readCopiedText(text) : null;
  return (
    <>
      <Button data-shortcut={shortcut} onClick={copy}>
        {children}
      </Button>
      <div className="order-last basis-full">
        <p role="status" className="text-sm">
          {copied === "yes" && done}
          {copied === "refused" && interfaceText.copyRefused}
        </p>
        {refused !== null && name && (
          <Field label={name} className="mt-1 text-sm">
            {(control) => (
              <textarea
                {...control}
                readOnly
                rows={Math.min(10, Math.max(4, refused.split("\n").length))}
                value={refused}
                onFocus={({ target }) => target.select()}
                className={`${controlLook} mt-1 block w-full p-2`}
              />
            )}
          </Field>
        )}
      </div>
    </>
  );
}
