import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// The tools are packages of this folder alone (docs/decisions/0034-the-bench.md). The type checker must do without them,
// since `npm ci` does not install them: what is used of each is described here.

/** What is used of autocannon 9. */
export type Autocannon = (options: {
  url: string;
  method: "POST";
  headers: Record<string, string>;
  body: string;
  connections: number;
  duration: number;
}) => Promise<{ duration: number; non2xx: number; errors: number }> & {
  on: (
    event: "response",
    listen: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
  ) => void;
};

/** What is used of json-rules-engine 7. */
export type JsonRulesEngine = {
  Engine: new () => {
    addRule(rule: {
      conditions: Record<string, { fact: string; operator: "in"; value: readonly string[] }[]>;
      event: { type: string };
      priority: number;
      onSuccess: () => void;
    }): void;
    stop(): void;
    run(facts: Record<string, string>): Promise<{ events: { type: string }[] }>;
  };
};

/** What is used of cql-execution 3. */
export type CqlExecution = {
  Library: new (elm: object) => object;
  Executor: new (
    library: object,
  ) => {
    exec(source: object): Promise<{ patientResults: Record<string, { Group: string }> }>;
  };
};

export type LighthouseCategory = "performance" | "accessibility" | "best-practices" | "seo";

/** What is used of Lighthouse 12. */
export type Lighthouse = {
  default: (
    url: string,
    flags: { port: number; output: "json"; logLevel: "error"; onlyCategories: readonly LighthouseCategory[] },
  ) => Promise<
    | {
        lhr: {
          lighthouseVersion: string;
          runtimeError?: { message: string };
          categories: Record<LighthouseCategory, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
          audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>;
        };
      }
    | undefined
  >;
};

type Tools = {
  autocannon: { default: Autocannon };
  "cql-execution": { default: CqlExecution };
  "json-rules-engine": JsonRulesEngine;
  lighthouse: Lighthouse;
};

/** Loads a package of this folder, which `npm run bench` has installed. */
export function loadTool<Name extends keyof Tools>(name: Name): Promise<Tools[Name]> {
  const resolve = createRequire(join(process.cwd(), "bench", "package.json")).resolve;
  return import(pathToFileURL(resolve(name)).href);
}
