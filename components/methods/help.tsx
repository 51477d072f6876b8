import { Section } from "@/components/ui/section";
import { mainGroup } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { glossary } from "@/lib/methods/glossary";
import { Bullets, Prose, Table } from "./prose";
import { ShortcutList } from "./shortcut-list";
import { signs } from "./signs";

/** The parts of the page "Help" in their order: the place of each, and its title. */
export const helpParts = {
  answers: "What a yes means",
  reading: "How to read the findings",
  shortcuts: "Keyboard shortcuts",
  words: "Words",
} as const;

/** What each answer says of the patient. */
export function AnswersHelp() {
  return (
    <Section anchor="answers" title={helpParts.answers}>
      <Prose>
        <Bullets>
          <li>
            <strong>Yes</strong>: the patient has it. The answer then looks for studies of such patients.
          </li>
          <li>
            <strong>No</strong>: the patient does not have it. Studies in which all patients have it are set aside.
          </li>
          <li>
            <strong>{interfaceText.notStated}</strong>: you do not know or did not say. It never counts as a no.
          </li>
        </Bullets>
      </Prose>
      <div className="mt-3">
        <Table
          caption="When the answer is yes"
          columns={["Question", "It is a yes if"]}
          rows={mainGroup.questions.map(({ label, hint }) => ({ name: label, cells: [hint] }))}
        />
      </div>
    </Section>
  );
}

/** How to read a figure and what is drawn beside it. */
export function ReadingHelp() {
  return (
    <Section anchor="reading" title={helpParts.reading}>
      <dl className="grid max-w-prose wrap-anywhere grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {signs.map((entry) => (
          <div key={entry.sign} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-bold whitespace-nowrap">
              {entry.name ? (
                <>
                  <span aria-hidden="true">{entry.sign}</span>
                  <span className="sr-only">{entry.name}</span>
                </>
              ) : (
                entry.sign
              )}
            </dt>
            <dd>{entry.text}</dd>
          </div>
        ))}
      </dl>
      <Prose>
        <p className="mt-3">
          “Not counted” is not “none”: no study of such patients gives that count. Which figure leads follows from
          design and size, never from the result.
        </p>
      </Prose>
    </Section>
  );
}

/** The keys, and how to turn them off. */
export function ShortcutsHelp() {
  return (
    <Section anchor="shortcuts" title={helpParts.shortcuts}>
      <ShortcutList />
    </Section>
  );
}

/** The glossary. Each word is a place that a link can lead to. */
export function WordsHelp() {
  return (
    <Section anchor="words" title={helpParts.words}>
      <dl className="space-y-2 wrap-anywhere">
        {glossary.map(({ id, term, meaning }) => (
          <div key={id} className="gap-x-4 sm:grid sm:grid-cols-[min(11rem,40%)_minmax(0,1fr)]">
            <dt id={id} tabIndex={-1} className="font-bold">
              {term}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
