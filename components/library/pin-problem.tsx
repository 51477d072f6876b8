import { usePins } from "@/components/state/use-pins";
import { Notice } from "@/components/ui/notice";
import { selectKnownPins } from "@/lib/url-state/pins";

/** What is wrong with the pins of the link that was opened; nothing where all of them are in the library. */
export function PinProblem({ studies }: { studies: ReadonlyMap<string, unknown> }) {
  const { pins, problem: damage } = usePins();
  const { problem } = selectKnownPins(pins, (id) => studies.has(id));
  const text = damage ?? problem;
  return (
    text && (
      <Notice title={damage ? "The pinned studies could not be read" : "A pinned study is not in the library"}>
        {text}
      </Notice>
    )
  );
}
