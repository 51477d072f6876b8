import { controlLook, Field } from "@/components/ui/field";
import { MAX_SEARCH_LENGTH } from "@/lib/browse/table-state";

type Props = {
  value: string;
  onChange: (text: string) => void;
  /** the notes of the sheets could not be fetched, so the search looks through less */
  isPartial: boolean;
};

/** The words that a study must have. */
export function SearchField({ value, onChange, isPartial }: Props) {
  return (
    <div className="min-w-0 grow basis-80">
      <Field
        label="Search"
        labelPlace="beside"
        hint="Authors, title, journal, year, regimen, outcomes, notes. Every word must occur."
      >
        {(control) => (
          <input
            {...control}
            type="search"
            data-shortcut="search"
            value={value}
            maxLength={MAX_SEARCH_LENGTH}
            onChange={({ target }) => onChange(target.value)}
            className={`${controlLook} min-w-[min(10rem,100%)] grow px-3`}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-warn">
        {isPartial && "The notes of the sheets could not be fetched: the search looks through the rest."}
      </p>
    </div>
  );
}
