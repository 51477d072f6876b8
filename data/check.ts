import { join } from "node:path";
import { formatFault } from "@/lib/study/check";
import { readLibrary } from "@/lib/study/load";

const { studies, safety, wanted, screened, version, faults } = readLibrary(
  process.argv[2] ?? join(process.cwd(), "data"),
);

for (const fault of faults) console.error(formatFault(fault));
if (faults.length > 0) {
  console.error(`${faults.length} fault${faults.length === 1 ? "" : "s"} in the study library.`);
  process.exitCode = 1;
} else {
  console.log(
    `${studies.length} fact sheets, ${safety.length} safety checks, ${wanted.length} wanted reports and ${screened.length} records left out, without a fault; library ${version}.`,
  );
}
