import type { ReactNode } from "react";
import { Check } from "@/components/ui/check";

type ChoicesProps<Name extends string> = {
  title: string;
  hint?: string;
  names: Record<Name, string>;
  all: readonly Name[];
  chosen: readonly Name[];
  onChosen: (chosen: Name[]) => void;
  children?: ReactNode;
};

/** Names to choose any number of; none chosen filters nothing. */
export function Choices<Name extends string>({
  title,
  hint,
  names,
  all,
  chosen,
  onChosen,
  children,
}: ChoicesProps<Name>) {
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      {hint && <p className="text-xs text-quiet">{hint}</p>}
      <div className="flex flex-wrap gap-x-4">
        {all.map((name) => (
          <Check
            key={name}
            isOn={chosen.includes(name)}
            onChange={(isOn) => onChosen(all.filter((choice) => (choice === name ? isOn : chosen.includes(choice))))}
          >
            {names[name]}
          </Check>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
