import { expect, test } from "vitest";
import type { Profile } from "@/lib/case/schema";
import { emptyProfile } from "@/lib/case/schema";
import { answerTo, realLibrary } from "./library.arbitrary";
import { describePatientsOfLead } from "./trait-sentences";

const library = realLibrary();

/** What is said of the patients of the leading figure of a domain, and of which study. */
function describeLead(features: Profile["features"], domain: string) {
  const { cells } = answerTo({ ...emptyProfile, features }, library);
  const lead = cells.find((cell) => cell.domain === domain && cell.lead)?.lead;
  if (!lead) throw new Error(`nothing leads in ${domain}`);
  return { id: lead.found.study.id, sentences: describePatientsOfLead(lead) };
}

test("those who are counted apart for a feature all have it, and it is not said of how many of the whole study", () => {
  // Suzuki 2009 counts four amyopathic patients of five apart
  const { id, sentences } = describeLead({ amyopathic: "yes" }, "survival");
  expect(id).toBe("suzuki-2009");
  expect(sentences.join()).not.toContain("amyopathic");
});

test("of a figure that counts a part of the patients it is said of how many in all", () => {
  // Bounfour 2014: relapses among 19 responders, 21 of its 27 patients without a corticosteroid
  const { id, sentences } = describeLead({ skinOnly: "yes", steroidFree: "yes" }, "relapse");
  expect(id).toBe("bounfour-2014");
  expect(sentences).toContain("Of all 27 treated, 21 had no corticosteroid.");
});

test("where the diagnosis of this patient is not known, a study of one of the two says which", () => {
  expect(describeLead({ refractory: "yes" }, "response").sentences).toContain("All had dermatomyositis.");
  expect(describeLead({ skinOnly: "yes" }, "response").sentences.join()).not.toContain("dermatomyositis");
});
