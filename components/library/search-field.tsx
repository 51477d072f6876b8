import { type RefObject, useId } from "react";
import { MAX_SEARCH_LENGTH } from "@/lib/browse/table-state";

type Props = {
  ref: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (text: string) => void;
  /** the notes of the sheets could not be fetched, so the search looks through less */
  isPartial: boolean;
};

/** The words that a study must have. */
export function SearchField({ ref, value, onChange, isPartial }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        Search
      </label>
      <p id={`${id}-hint`} className="text-sm text-quiet">
        Authors, title, journal, year, regimen, outcomes, notes. Every word must occur.
      </p>
      <input
        id={id}
        ref={ref}
        type="search"
        value={value}
        maxLength={MAX_SEARCH_LENGTH}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        className="mt-1 min-h-11 w-full max-w-xl rounded-md border border-edge bg-surface px-3"
      />
      <p role="status" className="text-sm text-warn">
        {isPartial && "The notes of the sheets could not be fetched: the search looks through the rest."}
      </p>
    </div>
  );
}
