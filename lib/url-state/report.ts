import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { writeAsName } from "./checks";
import { createPart } from "./part";

/** The study that an error is reported of, by its id; null where the link names none. */
export const { write: writeReport, read: readReport } = createPart<string | null>({
  name: "report",
  codec: writeAsName(studyIdPattern),
  empty: null,
  refusal: {
    subject: "The part of this link that names the study of a report",
    result: "no report is begun",
    remedy: "choose “Prepare a report” on the fact sheet of the study",
  },
});
