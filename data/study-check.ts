import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { checkSheets, formatFault } from "@/lib/study/check";
import { type Printed, refuse, runCommand } from "./command";

/** Checks one sheet or draft as if it lay among the others, and tells its faults alone. */
export function checkStudy([file, folder = join(process.cwd(), "data")]: string[]): Printed {
  if (!file) return refuse("Name the sheet: npm run study:check -- FILE");
  if (!existsSync(file)) return refuse(`There is no file ${file}.`);
  const name = basename(file);
  const studies = join(folder, "studies");
  const others = readdirSync(studies).filter((fileName) => fileName.endsWith(".json") && fileName !== name);
  // Of two files that clash, the later is reported: this one.
  const files = [
    ...others.map((fileName) => ({ path: join(studies, fileName), name: fileName })),
    { path: file, name },
  ];
  const { faults } = checkSheets(files.map(({ path, name }) => ({ name, text: readFileSync(path, "utf8") })));
  const own = faults.filter((fault) => fault.file === name);
  const there = join(studies, name);
  if (existsSync(there) && resolve(there) !== resolve(file)) {
    own.unshift({ file: name, path: "id", message: `The library has a sheet of that name: ${there}.` });
  }
  if (own.length === 0) return { out: [`${name} has no fault.`], problems: [] };
  return refuse(...own.map(formatFault), `${own.length} fault${own.length === 1 ? "" : "s"} in ${name}.`);
}

runCommand(import.meta.url, checkStudy);
