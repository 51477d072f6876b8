import { expect, test } from "vitest";
import type { Profile } from "@/lib/case/schema";
import { emptyProfile } from "@/lib/case/schema";
import { answerTo, realLibrary } from "./library.arbitrary";
import { describePatientsOfLead, describePatientsOnce } from "./trait-sentences";

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

test("another figure of the same study keeps what was not said of its patients before", () => {
  const amyopathic = answerTo({ ...emptyProfile, features: { amyopathic: "yes" } }, library);
  // Suzuki 2009 leads twice: first the four amyopathic patients, then all five
  const leads = amyopathic.cells.flatMap(({ lead }) => (lead?.found.study.id === "suzuki-2009" ? [lead] : []));
  expect(leads.map(({ total }) => total)).toEqual([4, 5]);
  const sentence = "4 of 5 had amyopathic disease.";
  expect(leads.map((lead) => describePatientsOnce(lead, amyopathic.cells).includes(sentence))).toEqual([false, true]);
  expect(amyopathic.verdict.text).toContain(sentence);
  const steroidFree = answerTo({ ...emptyProfile, features: { skinOnly: "yes", steroidFree: "yes" } }, library);
  expect(steroidFree.verdict.text).toContain("Of all 27 treated, 21 had no corticosteroid.");
});

test("what was said with an earlier figure of a study is not said again, unless that was of single cases", () => {
  const { cells } = answerTo({ ...emptyProfile, features: { refractory: "yes" }, diagnosis: "DM" }, library);
  const leads = cells.flatMap(({ lead }) => (lead && lead.rule !== "single-cases" ? [lead] : []));
  const name = ({ study }: (typeof leads)[number]["found"]) => study.cohort ?? study.id;
  const written = leads.map((lead) => describePatientsOnce(lead, cells).map((text) => `${name(lead.found)}: ${text}`));
  expect(new Set(written.flat()).size).toBe(written.flat().length);
  const all = leads.map((lead) => describePatientsOfLead(lead).map((text) => `${name(lead.found)}: ${text}`));
  // "Of all 95 treated, most had refractory disease." holds for a later figure of all 95.
  const toWhole = (text: string) =>
    text.replace(/: Of all \d+ treated, (\w)/, (_, first) => `: ${first.toUpperCase()}`);
  for (const [place, texts] of all.entries())
    for (const text of texts) {
      const told = written.slice(0, place + 1).flat();
      expect([...told, ...told.map(toWhole)]).toContain(text);
    }
  expect(all.flat().length).toBeGreaterThan(written.flat().length);
  // Single cases say nothing of their patients: after them all of it is new.
  const last = leads.find((lead) => describePatientsOfLead(lead).length > 0);
  if (!last) throw new Error("nothing is said of the patients of any lead");
  const single = { lead: { ...last, rule: "single-cases" as const } };
  expect(describePatientsOnce(last, [single, { lead: last }])).toEqual(describePatientsOfLead(last));
  expect(describePatientsOnce(last, [{ lead: { ...last } }, { lead: last }])).toEqual([]);
});
