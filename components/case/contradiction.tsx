import type { CaseChange } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Contradiction, findContradictions } from "@/lib/case/contradictions";
import type { Profile } from "@/lib/case/schema";

type Props = { found: Contradiction; onRemedy: (remedy: CaseChange) => void };

/** Two answers that cannot both be true, with the ways out, one tap each. Nothing is changed until one is tapped. */
export function ContradictionNotice({ found, onRemedy }: Props) {
  const [what = "", ...more] = found.text.split(/(?<=\.) /);
  return (
    <Notice title={what}>
      <p className="text-sm">{[...more, "Studies are matched with both as stated until you change one."].join(" ")}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        {found.remedies.map(({ label }) => (
          <Button key={label} look="tool" onClick={() => onRemedy((current) => applyRemedy(current, found, label))}>
            {label}
          </Button>
        ))}
      </p>
    </Notice>
  );
}

/** A case that no longer contradicts itself in this way stays as it is. */
function applyRemedy(profile: Profile, { text }: Contradiction, chosen: string): Profile {
  const remedies = findContradictions(profile).find((one) => one.text === text)?.remedies ?? [];
  return remedies.find(({ label }) => label === chosen)?.profile ?? profile;
}
