import { type ReactNode, useId, useState } from "react";
import { Icon } from "@/components/ui/icons";

type Props = {
  title: string;
  hint?: string | undefined;
  /** how many filters of the group are in force */
  inForce: number;
  children: ReactNode;
};

/** Filters that belong together: in the open on a wide screen, and on a narrow one behind a line that opens them. */
export function FilterGroup({ title, hint, inForce, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <fieldset>
      <legend className="font-semibold narrow:sr-only">{title}</legend>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-11 w-full items-center justify-between font-semibold text-accent wide:hidden"
      >
        <span>
          {title}
          {inForce > 0 && ` (${inForce})`}
        </span>
        <Icon name={isOpen ? "open" : "closed"} className="inline" />
      </button>
      <div id={id} className={isOpen ? "" : "narrow:hidden"}>
        {hint && <p className="text-xs text-quiet">{hint}</p>}
        {children}
      </div>
    </fieldset>
  );
}
