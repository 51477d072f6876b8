import { controlLook, Field, keptOnDevice } from "@/components/ui/field";

type Props = {
  name: string;
  hint: string;
  value: string;
  maxLength: number;
  onValue: (value: string) => void;
  className?: string;
};

/** A field for words that are printed, and live nowhere but on this page while it is open. */
export function TypedField({ name, hint, value, maxLength, onValue, className = "" }: Props) {
  return (
    <Field label={name} hint={hint} className={className}>
      {(control) => (
        <input
          {...control}
          {...keptOnDevice}
          value={value}
          maxLength={maxLength}
          onChange={({ target }) => onValue(target.value)}
          className={`${controlLook} w-full px-3`}
        />
      )}
    </Field>
  );
}
