import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Contradiction } from "@/lib/case/contradictions";
import type { Profile } from "@/lib/case/schema";

/** Two answers that cannot both be true, with the ways out, one tap each. Nothing is changed until one is tapped. */
export function ContradictionNotice({ found, onRemedy }: { found: Contradiction; onRemedy: (next: Profile) => void }) {
  const [what = "", ...more] = found.text.split(/(?<=\.) /);
  return (
    <Notice title={what}>
      <p className="text-sm">{[...more, "Studies are matched with both as stated until you change one."].join(" ")}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        {found.remedies.map(({ label, profile }) => (
          <Button key={label} look="tool" onClick={() => onRemedy(profile)}>
            {label}
          </Button>
        ))}
      </p>
    </Notice>
  );
}
