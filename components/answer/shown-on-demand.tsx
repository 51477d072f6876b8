import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { title: string; children: () => ReactNode };

/** What most readers need not see, drawn when it is asked for: a page of a hundred studies would be slow on a phone. */
export function ShownOnDemand({ title, children }: Props) {
  const [isShown, setIsShown] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        look="bare"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        onClick={() => setIsShown(!isShown)}
        className="-ml-2 text-left"
      >
        <span aria-hidden="true">{isShown ? "▾" : "▸"} </span>
        {title}
      </Button>
      {isShown && <div id={id}>{children()}</div>}
    </div>
  );
}
