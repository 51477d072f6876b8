import type { CaseFacts } from "@/lib/case/facts";
import { createColumns, findGroups, type StudyColumns } from "@/lib/match/columns";
import { type Group, groups } from "@/lib/match/match";
import { getShare } from "@/lib/match/share";
import type { StudySummary } from "@/lib/study/summary";
import type { Trait } from "@/lib/vocabulary/concepts";
import type { Share } from "@/lib/vocabulary/feature";
import { type GroupRule, groupOfOthers, listGroupRules, type Test } from "./group-rules";
import { loadTool } from "./tools";

/** Decides the group of every study for one case. What does not depend on the case has been made ready before. */
export type Decide = (facts: CaseFacts) => Promise<Group[]>;

/** The app's own way. */
export function createOwnEngine(columns: StudyColumns): Decide {
  return (facts) => Promise.resolve(Array.from(findGroups(facts, columns), (place) => groups[place] ?? groupOfOthers));
}

/** What the other engines know of one study: its share of each trait that a rule asks for. */
type StudyFacts = Record<string, Share>;

function readFacts(study: StudySummary, rules: readonly GroupRule[]): StudyFacts {
  const traits = new Set<Trait>(rules.flatMap(({ tests }) => tests.map(({ trait }) => trait)));
  return Object.fromEntries([...traits].map((trait) => [trait, getShare(study, trait).share]));
}

/** What a case needs before its time is taken: the rules as the engine holds them, and the studies as it reads them. */
export type PreparedEngine = (facts: CaseFacts, studies: readonly StudySummary[]) => Promise<() => Promise<Group[]>>;

/** json-rules-engine: the rules one after another, and no further than the first that a study passes. */
export const prepareJsonRules: PreparedEngine = async (facts, studies) => {
  const { Engine } = await loadTool("json-rules-engine");
  const engine = new Engine();
  const rules = listGroupRules(facts);
  for (const [place, { group, pass, tests }] of rules.entries()) {
    engine.addRule({
      conditions: { [pass]: tests.map(({ trait, shares }) => ({ fact: trait, operator: "in", value: shares })) },
      event: { type: group },
      priority: rules.length - place,
      onSuccess: () => engine.stop(),
    });
  }
  const known = studies.map((study) => readFacts(study, rules));
  return async () => {
    const found: Group[] = [];
    for (const study of known) {
      const { events } = await engine.run(study);
      found.push((events[0]?.type as Group | undefined) ?? groupOfOthers);
    }
    return found;
  };
};

/** cql-execution: the rules as one expression of a compiled CQL library, and each study as a patient of it. */
export const prepareCql: PreparedEngine = async (facts, studies) => {
  const { Library, Executor } = (await loadTool("cql-execution")).default;
  const rules = listGroupRules(facts);
  const executor = new Executor(new Library(writeElm(rules)));
  const records = studies.map((study, place) => ({ ...readFacts(study, rules), getId: () => `${place}` }));
  return async () => {
    const { patientResults } = await executor.exec(new StudySource(records));
    return records.map((_, place) => patientResults[place]?.Group as Group);
  };
};

/** Gives the studies one by one, as cql-execution asks for patients. */
class StudySource {
  #place = 0;
  readonly #records: readonly object[];
  constructor(records: readonly object[]) {
    this.#records = records;
  }
  currentPatient() {
    const record = this.#records[this.#place];
    return record && { ...record, findRecords: () => [record] };
  }
  nextPatient() {
    this.#place += 1;
    return this.currentPatient();
  }
}

/** The rules as ELM, the form that CQL is compiled to. */
function writeElm(rules: readonly GroupRule[]): object {
  const write = (value: string) => ({ type: "Literal", valueType: "{urn:hl7-org:elm-types:r1}String", value });
  const study = { type: "ExpressionRef", name: "Patient" };
  const writeTest = ({ trait, shares }: Test): object => ({
    type: "In",
    operand: [
      { type: "Property", path: trait, source: study },
      { type: "List", element: shares.map(write) },
    ],
  });
  const writeRule = ({ pass, tests: [first, ...others] }: GroupRule) =>
    others.reduce<object>(
      (before, test) => ({ type: pass === "any" ? "Or" : "And", operand: [before, writeTest(test)] }),
      writeTest(first),
    );
  return {
    library: {
      identifier: { id: "Groups" },
      schemaIdentifier: { id: "urn:hl7-org:elm", version: "r1" },
      statements: {
        def: [
          {
            name: "Patient",
            context: "Patient",
            expression: { type: "SingletonFrom", operand: { type: "Retrieve", dataType: "Study" } },
          },
          {
            name: "Group",
            context: "Patient",
            expression: {
              type: "Case",
              // biome-ignore lint/suspicious/noThenProperty: ELM calls it so
              caseItem: rules.map((rule) => ({ when: writeRule(rule), then: write(rule.group) })),
              else: write(groupOfOthers),
            },
          },
        ],
      },
    },
  };
}

/**
 * Proves that three engines give every study the same group.
 * @throws Error that names the first study they disagree about
 */
export async function requireSameGroups(
  facts: CaseFacts,
  studies: readonly StudySummary[],
  name: string,
): Promise<void> {
  const own = await createOwnEngine(createColumns(studies))(facts);
  for (const [engine, prepare] of [
    ["json-rules-engine", prepareJsonRules],
    ["cql-execution", prepareCql],
  ] as const) {
    const found = await (await prepare(facts, studies))();
    const place = own.findIndex((group, index) => group !== found[index]);
    if (place >= 0 || found.length !== own.length)
      throw new Error(`${engine} puts study ${place} in "${found[place]}" and not in "${own[place]}", for "${name}".`);
  }
}
