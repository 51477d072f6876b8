import type { CaseFacts } from "@/lib/case/facts";
import type { Group } from "@/lib/match/match";
import { refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Share } from "@/lib/vocabulary/feature";

/** Whether a study says one of these shares of a trait. */
export type Test = { trait: Trait; shares: readonly Share[] };

/** A study that passes any or all of the tests is in the group. There is at least one test. */
export type GroupRule = { group: Group; pass: "any" | "all"; tests: readonly [Test, ...Test[]] };

/** The group of a study that no rule is about. */
export const groupOfOthers: Group = "general";

/**
 * The groups of a case as rules that any rules engine can hold: the first that a study passes decides. They say the same
 * as `findGroup`, and a test proves it.
 */
export function listGroupRules({ aspects }: Pick<CaseFacts, "aspects">): GroupRule[] {
  const no = aspects.filter(({ answer }) => answer === "no");
  const yes = aspects.filter(({ answer }) => answer === "yes");
  const deciding = yes.filter(({ role }) => role === "decides");
  const refining = yes.filter(({ role }) => role === "refines");
  const following = yes.filter(({ role, trait }) => role === "follows" && !refiningFeatures.includes(trait));
  const createTests = (known: readonly { trait: Trait }[], shares: readonly Share[]) =>
    known.map(({ trait }): Test => ({ trait, shares }));
  return [
    createRule("other", "any", createTests(no, ["all"])),
    deciding.length > 0 &&
      createRule("this-patient", "all", [
        ...createTests(deciding, ["all", "most"]),
        ...createTests(refining, ["all", "most", "some", "unclear"]),
        ...createTests(no, ["some", "none", "unclear"]),
      ]),
    createRule("part", "any", createTests([...deciding, ...following], ["all", "most", "some"])),
  ].filter((rule) => rule !== false);
}

function createRule(group: Group, pass: "any" | "all", [first, ...others]: readonly Test[]): GroupRule | false {
  return first ? { group, pass, tests: [first, ...others] } : false;
}
