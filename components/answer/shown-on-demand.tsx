import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { title: string; children: () => ReactNode };

/** Several of them side by side where there is room; an opened one takes the whole width. */
export const besideLook = "grid items-start gap-x-4 *:min-w-0 md:grid-cols-2 md:*:has-aria-expanded:col-span-2";

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
