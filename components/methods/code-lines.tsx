/** A text for machines, as it is typed or sent. A long one scrolls by itself, also with the arrow keys, and not the page. */
export function CodeLines({ text, name }: { text: string; name: string }) {
  return (
    <section
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto rounded border border-line p-3 text-xs sm:text-sm"
    >
      <pre className="break-words whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
    </section>
  );
}
