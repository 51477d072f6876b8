import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { focusOn } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";
import type { Failure } from "./fetch-data";

type Props = {
  failure: Failure;
  /** what is said of each failure, before what to do about it */
  titles: Record<Failure, string>;
  /** asks for it once more */
  again: () => void;
  /** what the reader can do, and what is not lost */
  children: ReactNode;
};

/** Says that a part of a page did not arrive, why, and what to do. */
export function FetchFailure({ failure, titles, again, children }: Props) {
  if (failure === "other-library") return <Notice title={titles[failure]}>{interfaceText.otherLibrary}</Notice>;
  return (
    <Notice title={titles[failure]}>
      <p>{children}</p>
      <p className="mt-2">
        <Button
          onClick={() => {
            again();
            focusOn("main");
          }}
        >
          {interfaceText.tryAgain}
        </Button>
      </p>
    </Notice>
  );
}
