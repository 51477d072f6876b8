import { join } from "node:path";
import { createBlankForm } from "@/lib/curation/double-extraction";
import { readLibrary } from "@/lib/study/load";
import { report } from "./report";

const [id, folder = join(process.cwd(), "data")] = process.argv.slice(2);
const study = readLibrary(folder).studies.find((sheet) => sheet.id === id);

if (study) console.log(JSON.stringify(createBlankForm(study), null, 2));
else report([id ? `The library has no sheet "${id}".` : "Name the sheet: npm run study:form -- ID"]);
