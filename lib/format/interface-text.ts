/**
 * Words that stand on more than one screen, on the paper or in an export, so that the same thing is called the same
 * everywhere. Names of features, outcomes, columns and groups stand with what they name; text used in one place
 * stays there. A test refuses a phrase that is written twice.
 */
export const interfaceText = {
  title: "Myomatch: immunoglobulin in myositis",
  // pages, and the ways to them
  everyStudy: "All studies",
  evidenceMap: "Evidence map",
  sideBySide: "Studies side by side",
  onePage: "Print",
  fromRecord: "Answers from a record",
  enterCase: "Enter a case",
  reportError: "Report an error",
  backToCase: "Back to the case",
  // parts of a fact sheet, columns of the table and of the CSV
  sourceRead: "Source read",
  given: "Given",
  theLink: "The link",
  countedWhat: "What was counted",
  placeOnScale: "Place between none and all of them",
  features: "Features of the patients",
  whatGiven: "What was given",
  treated: "Given immunoglobulin",
  patientsTreated: "Patients given immunoglobulin",
  femaleMale: "Female, male",
  concomitant: "Concomitant treatment",
  comparator: "Comparator",
  weeksBetween: "Weeks between courses",
  // parts of an answer
  generalEvidence: "General evidence",
  pinned: "Pinned studies",
  alsoPinned: "Also pinned, counting no patient given immunoglobulin",
  theseStudiesGave: "What these studies gave",
  together: "Across studies",
  guidelinesNear: "Guidelines that speak of such patients",
  relevantSafety: "Safety checks this case makes relevant",
  doseArithmetic: "Dose arithmetic",
  pregnancyAndChild: "Pregnancy and child",
  // states
  patientYes: "Patient: yes",
  patientNo: "Patient: no",
  notStated: "Not stated",
  caseUnreadable: "The case link could not be read",
  tryAgain: "Try again",
  loadingStudies: "Loading the studies …",
  readingCase: "Reading the case …",
  otherLibrary: "The library has changed since this page was opened. Take the new version, offered below.",
  copyRefused: "The browser blocked copying. Select the text and copy it by hand.",
} as const;
