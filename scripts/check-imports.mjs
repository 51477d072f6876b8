import { fileURLToPath } from "node:url";
import { Problem, runMain } from "./cli.mjs";
import { importDirections, listAllowedFolders } from "./import-directions.mjs";
import { readImports } from "./read-imports.mjs";

const projectFolders = "^(lib|components|app|data|dev|e2e|scripts|bench)/";
// lib/case/fixtures.ts is none of these: the pages show its example cases
const tests = "[.](test|spec|arbitrary)[.]tsx?$|^(?!lib/case/).*/fixtures[.]tsx?$|/reference-parsers[.]ts$";

const directions = Object.keys(importDirections).map((folder) => {
  const allowed = listAllowedFolders(folder);
  return {
    name: `${folder} imports only ${allowed.join(", ") || "itself"}`,
    // a test may join what no page joins, and only the rules below apply to it
    from: { path: `^${folder}/`, pathNot: tests },
    to: { path: projectFolders, pathNot: `^(${[folder, ...allowed].join("|")})/` },
  };
});

const rules = [
  ...directions,
  { name: "no import leads in a circle", from: {}, to: { circular: true } },
  { name: "every import leads to a file or package", from: {}, to: { couldNotResolve: true } },
  { name: "nothing imports app", from: { pathNot: "^app/" }, to: { path: "^app/" } },
  { name: "lib imports no component, not in a test either", from: { path: "^lib/" }, to: { path: "^components/" } },
  {
    name: "lib imports neither React nor Next.js",
    from: { path: "^lib/" },
    to: { path: "(^|node_modules/)(react|react-dom|next)(/|$)" },
  },
  {
    name: "in lib, only lib/study/load.ts reads files",
    from: { path: "^lib/", pathNot: `${tests}|^lib/study/load[.]ts$` },
    to: { path: "^(node:)?fs(/|$)" },
  },
  {
    name: "no component reads the sheets with lib/study/load.ts: a page hands them over",
    from: { path: "^components/", pathNot: tests },
    to: { path: "^lib/study/load[.]ts$" },
  },
  {
    name: "only tests import tests, fixtures and arbitraries",
    from: { path: projectFolders, pathNot: `${tests}|^(dev|e2e|scripts|data|bench)/` },
    to: { path: tests },
  },
];

/**
 * Checks the imports of all files against scripts/import-directions.mjs.
 * @param {string} root the folder with `lib`, `components` and the others
 * @param {string[]} paths what to read there
 * @returns {Promise<{ files: number, imports: number, faults: string[] }>} how much was read, and one sentence for each
 *   import that is not allowed
 */
export async function checkImports(root, paths) {
  const { summary } = await readImports(paths, rules, root);
  const faults = summary.violations.map(({ from, to, rule, cycle }) => {
    const target = cycle ? cycle.map(({ name }) => name).join(", which imports ") : to;
    return `${from} imports ${target}. Rule: ${rule.name}.`;
  });
  return { files: summary.totalCruised, imports: summary.totalDependenciesCruised ?? 0, faults };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runMain(async () => {
    const { files, imports, faults } = await checkImports(process.cwd(), Object.keys(importDirections));
    // a parser that finds nothing would also find no fault
    if (files < 200 || imports < 1000) throw new Problem(`Only ${imports} imports of ${files} files were read.`);
    for (const fault of faults) console.error(fault);
    console.log(
      `${imports} imports of ${files} files: ${faults.length} not allowed. The list is scripts/import-directions.mjs.`,
    );
    return faults.length > 0 ? 1 : 0;
  });
}
