import type { CaseChange } from "@/components/state/case-provider";
import { Icon } from "@/components/ui/icons";
import type { Profile } from "@/lib/case/schema";
import type { Feature } from "@/lib/vocabulary/feature";
import { listStatedFacts, type StatedFact } from "@/lib/wording/case-text";

type Props = { profile: Profile; onRemove: (removal: CaseChange) => void };

/** What is stated outside the five questions, each with one tap to take it back; nothing where nothing is. */
export function Chips({ profile, onRemove }: Props) {
  const facts = listStatedFacts(profile).filter(({ isMain }) => !isMain);
  if (facts.length === 0) return null;
  return (
    <ul aria-label="Also stated" className="flex flex-wrap gap-1.5">
      {facts.map(({ origin, text }) => (
        <li key={origin}>
          <button
            type="button"
            aria-label={`Remove “${text}”`}
            onClick={() => onRemove((current) => removeFact(current, origin))}
            className="inline-flex min-h-8 items-center gap-1 rounded-full border border-accent bg-accent-soft pr-2 pl-3 text-left text-sm leading-tight font-semibold hover:border-ink pointer-coarse:min-h-11"
          >
            {text}
            <Icon name="clear" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function removeFact(profile: Profile, removed: StatedFact["origin"]): Profile {
  return listStatedFacts(profile).find(({ origin }) => origin === removed)?.without ?? profile;
}

/** Everything that is stated, on one line: as much of it as there is room for, and so the answers of no last. */
export function StatedCase({ profile }: Pick<Props, "profile">) {
  const isNo = ({ origin }: StatedFact) => profile.features[origin as Feature] === "no";
  const facts = listStatedFacts(profile).sort((a, b) => Number(isNo(a)) - Number(isNo(b)));
  return (
    <p className="min-w-0 flex-1 truncate text-sm font-semibold">
      {facts.map(({ text }) => text).join(" · ") || "Nothing stated"}
    </p>
  );
}
