import type { RefObject } from "react";
import { controlLook, Field } from "@/components/ui/field";
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
  return (
    <div>
      <Field
        label="Search"
        hint="Authors, title, journal, year, regimen, outcomes, notes. Every word must occur."
        className="max-w-xl"
      >
        {(control) => (
          <input
            {...control}
            ref={ref}
            type="search"
            data-shortcut="search"
            value={value}
            maxLength={MAX_SEARCH_LENGTH}
            onChange={({ target }) => onChange(target.value)}
            className={`${controlLook} mt-1 w-full px-3`}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-warn">
        {isPartial && "The notes of the sheets could not be fetched: the search looks through the rest."}
      </p>
    </div>
  );
}
