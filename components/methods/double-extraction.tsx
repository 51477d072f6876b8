import { Section } from "@/components/ui/section";
import { formatCountWithPercent } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import type { Study } from "@/lib/study/schema";
import { getPart } from "./about-parts";
import { Prose } from "./prose";

/** How much of the library was read twice, and how often the two readings agreed. Counted from the sheets. */
export function DoubleExtraction({ studies }: { studies: readonly Study[] }) {
  const twice = studies.map(({ extraction }) => extraction).filter(({ readers }) => readers === 2);
  const compared = twice.reduce((sum, { figuresCompared }) => sum + figuresCompared, 0);
  const agreed = twice.reduce((sum, { figuresAgreed }) => sum + figuresAgreed, 0);
  const settled = twice.filter(({ adjudicated }) => adjudicated).length;
  return (
    <Section {...getPart("second-reading")}>
      <Prose>
        <p>
          Two readers have read{" "}
          <strong>{formatCountWithPercent({ events: twice.length, total: studies.length })}</strong> fact sheets. The
          second filled a blank form from the same sources without seeing the first reading. Then the figures were
          compared one by one
          {compared > 0 && (
            <>
              : <strong>{formatCountWithPercent({ events: agreed, total: compared })}</strong> agreed
            </>
          )}
          .
        </p>
        <p>
          {settled === 0
            ? "No sheet records a difference that had to be settled by going back to the source together."
            : `In ${pluralise(settled, "sheet", "sheets")} differences were settled by going back to the source together.`}{" "}
          Each fact sheet says how many figures of its own were compared and agreed. Two readers of one abstract do not
          make the abstract complete.
        </p>
      </Prose>
    </Section>
  );
}
