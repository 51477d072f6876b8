import type { CaseChange } from "@/components/state/case-provider";
import { Icon } from "@/components/ui/icons";
import type { Profile } from "@/lib/case/schema";
import { listStatedFacts, listStatedInShort, type StatedFact } from "@/lib/wording/case-text";

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

/** What is stated, in a bar: on as many lines as it takes, for an answer that is cut may be read as another. */
export function StatedCase({ profile }: Pick<Props, "profile">) {
  return (
    <p className="min-w-0 flex-1 py-0.5 text-xs leading-tight font-semibold wrap-anywhere">
      {listStatedInShort(profile).join(" · ") || "Nothing stated"}
    </p>
  );
}
