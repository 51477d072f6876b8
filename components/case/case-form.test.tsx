import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider, useCase } from "@/components/state/case-provider";
import { diagnosisNames } from "@/lib/case/questions";
import { patientDiagnoses } from "@/lib/vocabulary/feature";
import { MoreQuestions } from "./case-form";

function Form() {
  return <MoreQuestions {...useCase()} isReady lead={null} />;
}

const form = renderToStaticMarkup(
  <CaseProvider>
    <Form />
  </CaseProvider>,
);

test("of the diagnoses, only the one that the library is not about says so before it is chosen", () => {
  expect(patientDiagnoses.length).toBeGreaterThan(5);
  for (const diagnosis of patientDiagnoses) {
    const name = diagnosis === "IBM" ? "Inclusion body (not covered)" : diagnosisNames[diagnosis];
    expect(form).toContain(`<option value="${diagnosis}">${name}</option>`);
  }
});

test("the choice of an antibody says what leaving it open means", () => {
  expect(form).toMatch(/Antibody<\/label>.*The one that was found\. “None known” says nothing of those/);
});
