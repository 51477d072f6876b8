import { useRef, useState } from "react";
import { normaliseText, splitWords } from "@/lib/browse/search";
import { pluralise } from "@/lib/format/text";
import { Button } from "./button";
import { controlLook, Field, keptOnDevice } from "./field";
import { useFocusHandover } from "./focus";

/** Matches that are listed: what a phone shows above its keyboard and a little more. */
const MAX_LISTED = 8;

type Option = { id: string; name: string /** further words, shown and searched */; detail?: string };

type Props = {
  label: string;
  hint: string;
  options: readonly Option[];
  onChoose: (id: string) => void;
  /** shown where nothing matches */
  noMatch: string;
};

/**
 * One of many, found by typing: the matches are listed below the field as buttons, in the flow of the page. Enter goes to the
 * first of them. Why this is no combobox: docs/decisions/0018-choosing-by-typing.md.
 */
export function SearchChoice({ label, hint, options, onChoose, noMatch }: Props) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { target: field, handOver } = useFocusHandover<HTMLInputElement>();
  const first = useRef<HTMLButtonElement>(null);

  const matches = findOptions(options, typed);
  const listed = matches.slice(0, MAX_LISTED);

  const choose = ({ id, name }: Option) =>
    handOver(() => {
      onChoose(id);
      setChosen(name);
      setTyped("");
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        first.current?.focus();
      }}
    >
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            {...keptOnDevice}
            ref={field}
            enterKeyHint="search"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className={`${controlLook} mt-1 block w-full px-3`}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-quiet not-empty:py-1">
        {typed.trim() === "" ? chosen && `${chosen} is added.` : describeMatches(matches.length, noMatch)}
      </p>
      {listed.length > 0 && (
        <ul aria-label="Matches" className="space-y-1">
          {listed.map((option, place) => (
            <li key={option.id}>
              <Button
                ref={place === 0 ? first : null}
                onClick={() => choose(option)}
                className="w-full py-1 text-left text-sm"
              >
                {option.name}
                {option.detail && <span className="block font-normal text-quiet">{option.detail}</span>}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

/** The options in which every typed word occurs; none where nothing was typed. */
export function findOptions<Found extends Option>(options: readonly Found[], typed: string): readonly Found[] {
  const words = splitWords(typed);
  if (words.length === 0) return [];
  return options.filter(({ name, detail = "" }) => {
    const text = normaliseText(`${name} ${detail}`);
    return words.every((word) => text.includes(word));
  });
}

function describeMatches(count: number, noMatch: string): string {
  if (count === 0) return noMatch;
  const rest = count > MAX_LISTED ? ` The first ${MAX_LISTED} stand below: type more to see the others.` : "";
  return `${pluralise(count, "match", "matches")}.${rest}`;
}
