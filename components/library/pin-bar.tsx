import { CaseLink } from "@/components/state/case-link";
import { usePins } from "@/components/state/use-pins";
import { focusOn, useFocusHandover } from "@/components/ui/focus";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { interfaceText } from "@/lib/format/interface-text";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { MAX_PINS, selectKnownPins } from "@/lib/url-state/pins";
import { ExportMenu } from "./export-menu";
import { PinProblem } from "./pin-problem";
import { StudyLink } from "./study-link";

type Props = { studies: ReadonlyMap<string, Pick<StudySummary, "id" | "citation">> };

/** The pinned studies: each with the button that unpins it, and where they lead. Nothing where none is pinned. */
export function PinBar({ studies }: Props) {
  const { pins: linkedPins, toggle, pin } = usePins();
  const { pins } = selectKnownPins(linkedPins, (id) => studies.has(id));
  const { target: heading, handOver } = useFocusHandover<HTMLHeadingElement>();

  return (
    <>
      <PinProblem studies={studies} />
      {pins.length > 0 && (
        <section aria-label={interfaceText.pinned} className="my-3 rounded-md border border-edge p-3 print:hidden">
          <h2 ref={heading} tabIndex={-1} className="font-bold outline-none">
            Pinned ({pins.length} of at most {MAX_PINS})
          </h2>
          <ul className="flex flex-wrap gap-x-4">
            {pins.map((id) => {
              const study = studies.get(id);
              return (
                study && (
                  <li key={id} className="flex items-center [&>a]:min-h-11">
                    <StudyLink study={study} />
                    <IconButton
                      label={`Unpin ${getShortName(study)}`}
                      sign={<Icon name="clear" className="inline" />}
                      onClick={() => handOver(() => toggle(id))}
                    />
                  </li>
                )
              );
            })}
          </ul>
          <p className="flex flex-wrap items-center gap-x-4">
            <CaseLink href="/summary" className="font-semibold">
              Print with the case
            </CaseLink>
            <button
              type="button"
              onClick={() => {
                pin([]);
                focusOn("main");
              }}
              className="min-h-11 text-accent underline"
            >
              Unpin all
            </button>
          </p>
          <ExportMenu studies={pins.map((id) => ({ id }))} noun={["pinned study", "pinned studies"]} />
        </section>
      )}
    </>
  );
}
