import type { ReactNode } from "react";
import { Check } from "@/components/ui/check";
import { FilterGroup } from "./filter-group";

type ChoicesProps<Name extends string> = {
  title: string;
  hint?: string;
  names: Record<Name, string>;
  all: readonly Name[];
  chosen: readonly Name[];
  /** the studies that each name stands for; a name that stands for none is offered only while it is chosen */
  counts: Partial<Record<Name, number>>;
  onChosen: (chosen: Name[]) => void;
  children?: ReactNode;
};

/** Names to choose any number of, each with the studies that it finds; none chosen filters nothing. */
export function Choices<Name extends string>({
  title,
  hint,
  names,
  all,
  chosen,
  counts,
  onChosen,
  children,
}: ChoicesProps<Name>) {
  const offered = all.filter((name) => counts[name] || chosen.includes(name));
  return (
    <FilterGroup title={title} hint={hint} inForce={chosen.length}>
      <div className="flex flex-wrap gap-x-4">
        {offered.map((name) => (
          <Check
            key={name}
            isOn={chosen.includes(name)}
            onChange={(isOn) => onChosen(all.filter((choice) => (choice === name ? isOn : chosen.includes(choice))))}
          >
            <span>
              {names[name]} <span className="text-quiet">{counts[name] ?? 0}</span>
            </span>
          </Check>
        ))}
      </div>
      {children}
    </FilterGroup>
  );
}
