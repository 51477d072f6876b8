import swc from "@swc/core";
import { cruise } from "dependency-cruiser";

// dependency-cruiser 16 reads TypeScript with TypeScript up to 5, or with swc. Its use of swc has two gaps: it does not
// turn on JSX, and its walk through the tree leaves out what is inside JSX. So it gets a tree of the imports alone.
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => {
  const module = parse(file, { ...options, tsx: file.endsWith("x") });
  return { ...module, body: collectImports(module.body) };
};

/** The statements, calls and types in a tree that import a module, each as a statement. */
function collectImports(node) {
  if (node === null || typeof node !== "object") return [];
  const inside = Object.values(node).flatMap(collectImports);
  if (node.type === "TsImportType") return [{ type: "ImportDeclaration", source: node.argument, specifiers: [] }];
  if (node.type === "ImportDeclaration") return [node];
  if (node.type === "ExportAllDeclaration") return [node];
  if (node.type === "ExportNamedDeclaration" && node.source) return [node];
  if (node.type === "CallExpression" && node.callee.type === "Import") {
    return [{ type: "ExpressionStatement", expression: node }, ...inside];
  }
  return inside;
}

/**
 * Reads which file imports which, and which imports break a rule.
 * @param {string[]} paths files and folders, from the folder `root`
 * @param {import("dependency-cruiser").IForbiddenRuleType[]} rules
 * @param {string} root where "@" leads
 * @returns {Promise<import("dependency-cruiser").ICruiseResult>}
 */
export async function readImports(paths, rules, root) {
  const { output } = await cruise(
    paths,
    {
      baseDir: root,
      parser: "swc",
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      validate: true,
      ruleSet: { forbidden: rules },
    },
    {
      alias: { "@": root },
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  );
  return output;
}
