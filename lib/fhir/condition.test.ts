import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import {
  clinicalStatus,
  code,
  condition,
  dermatomyositis,
  find,
  list,
  patientId,
  read,
  verificationStatus,
  words,
} from "./fixtures";

const dysphagia = (more: { [key: string]: unknown } = {}, status = "active") =>
  condition(code("40739000", systems.snomed, "Dysphagia"), more, status);

describe("a condition that has ended", () => {
  const ended = "It has ended, by its status or its end date.";
  test.each<[string, { [key: string]: unknown }, string]>([
    ["on a day", { abatementDateTime: "2026-10-01" }, ended],
    ["on a day that cannot be read", { abatementDateTime: "last summer" }, ended],
    ["at an age", { abatementAge: { value: 41, code: "a" } }, ended],
    ["in a period without an end", { abatementPeriod: { start: "2026-09-01" } }, ended],
    ["in a period", { abatementPeriod: { end: "2026-09-01" } }, ended],
    ["in a range", { abatementRange: { low: { value: 40 } } }, ended],
    ["in words", { abatementString: "as a child" }, ended],
    ["by its status", { clinicalStatus: clinicalStatus("resolved") }, ended],
    [
      "by one of two statuses",
      {
        clinicalStatus: { coding: [...clinicalStatus("inactive").coding, ...clinicalStatus("resolved").coding] },
      },
      ended,
    ],
    ["refuted", { verificationStatus: verificationStatus("refuted") }, "It was refuted."],
    ["in error", { verificationStatus: "Entered  in error" }, "It was entered in error."],
    ["before it begins", { onsetDateTime: "2026-11-27" }, "It is dated after the day of this case."],
  ])("sets nothing, and the record says why: %s", (_, more, reason) => {
    for (const found of [dysphagia(more), dermatomyositis(more)]) {
      const { proposals, notCounted, myositis } = read(found);
      expect(proposals).toEqual([]);
      expect(myositis.status).toBe("none");
      expect(notCounted.map((one) => one.reason)).toEqual([reason]);
    }
  });

  test.each<[string, { [key: string]: unknown }]>([
    ["on a day to come", { abatementDateTime: "2027-01-01" }],
    ["in a period to come", { abatementPeriod: { start: "2026-01-01", end: "2027-01-01" } }],
    ["nowhere", { abatementString: null, abatementAge: null, clinicalStatus: null, verificationStatus: null }],
  ])("is not one that ends %s", (_, more) => {
    expect(list(dermatomyositis(more))).toEqual(["diagnosis DM recorded"]);
  });
});

describe("a condition that is to be confirmed says why", () => {
  test.each<[string, { [key: string]: unknown }, string]>([
    [
      "as not confirmed",
      { verificationStatus: verificationStatus("provisional") },
      "It is recorded as “provisional”, and not as confirmed.",
    ],
    [
      "as two things",
      { verificationStatus: { coding: [{ code: "differential" }, { code: "unconfirmed" }] } },
      "It is recorded as “differential”, “unconfirmed”, and not as confirmed.",
    ],
    [
      "in statuses that nobody knows",
      { clinicalStatus: [{ text: "Known" }, { text: "To watch" }] },
      "Its status “known”, “to-watch” is not known here.",
    ],
    [
      "as in remission",
      { clinicalStatus: clinicalStatus("remission") },
      "It is recorded as in remission or inactive: to be confirmed.",
    ],
    [
      "by a code that is not verified",
      { code: code("38826005") },
      "The meaning of the code is not verified: to be confirmed.",
    ],
    ["in words", { code: words("Dermatomyositis") }, "Named in words, without a verified code: to be confirmed."],
    [
      "by a code whose words take it back",
      { code: { ...code("396230008"), text: "R/O dermatomyositis" } },
      "It has a code, and its words rule it out or leave it open: to be confirmed.",
    ],
    [
      "by a code whose words take it back under another name",
      { code: { ...code("396230008"), text: "R/O DM" } },
      "It has a code, and its words rule it out or leave it open: to be confirmed.",
    ],
  ])("%s", (_, more, reason) => {
    const { proposals, myositis } = read(dermatomyositis(more));
    expect(proposals).toMatchObject([{ value: "DM", status: "mentioned", reason }]);
    expect(myositis.status).toBe("mentioned");
  });

  test("and words that say more take nothing back", () => {
    const found = dermatomyositis({ code: { ...code("396230008"), text: "DM, seen in clinic" } });
    expect(list(found)).toEqual(["diagnosis DM recorded"]);
  });

  test("beside one that is recorded it adds its source, and not its reason", () => {
    const mention = condition(words("Dysphagia"), { id: "c2", onsetDateTime: "2026-02-01" });
    for (const both of [
      [dysphagia(), mention],
      [mention, dysphagia()],
    ]) {
      const found = find("dysphagia", ...both);
      expect(found).toMatchObject([{ status: "recorded", reason: "A condition on record." }]);
      expect(found[0]?.sources.map(({ id }) => id)).toEqual(["c1", "c2"]);
    }
  });

  test("two reasons are two sentences, in whatever order the record has them", () => {
    const one = dysphagia({ verificationStatus: verificationStatus("provisional") });
    const other = condition(words("Dysphagia"), { id: "c2" });
    const reason =
      "It is recorded as “provisional”, and not as confirmed. Named in words, without a verified code: to be confirmed.";
    expect(find("dysphagia", one, other)[0]?.reason).toBe(reason);
    expect(find("dysphagia", other, one)[0]?.reason).toBe(reason);
  });
});

describe("whether there is a myositis", () => {
  const recorded = dermatomyositis();
  const mentioned = condition(words("Polymyositis"), { id: "c2" });
  test("is cited by what records it, else by all that mentions it", () => {
    const cite = (...resources: unknown[]) => {
      const { status, sources } = read(...resources).myositis;
      return [status, ...sources.map(({ id }) => id)];
    };
    expect(cite(recorded, mentioned)).toEqual(["recorded", "c1"]);
    expect(cite(mentioned)).toEqual(["mentioned", "c2"]);
    expect(cite(mentioned, { ...mentioned, id: "c3" })).toEqual(["mentioned", "c2", "c3"]);
    expect(cite(dysphagia())).toEqual(["none"]);
  });
});

describe("a deficiency of immunoglobulin A", () => {
  const deficiency = (more: { [key: string]: unknown } = {}, status = "active") =>
    condition(code("29260007", systems.snomed, "Selective immunoglobulin A deficiency"), more, status);

  test("is a note about safety, with its source", () => {
    expect(read(deficiency()).notes).toMatchObject([
      {
        text: "A deficiency of immunoglobulin A is on record. It matters for the safety of immunoglobulin.",
        source: { resourceType: "Condition", id: "c1", code: "29260007", date: "2026-03-01", isVerified: true },
      },
    ]);
    expect(read(dysphagia()).notes).toEqual([]);
  });

  test.each([
    ["refuted", deficiency({ verificationStatus: verificationStatus("refuted") })],
    ["entered in error", deficiency({ verificationStatus: verificationStatus("entered-in-error") })],
    ["over", deficiency({}, "resolved")],
  ])("that was %s is none", (_, resource) => {
    expect(read(resource).notes).toEqual([]);
  });
});

describe("the codes and words of a condition", () => {
  test.each([
    ["with a slash at the end of the system", { coding: [{ system: "http://snomed.info/sct/", code: "396230008" }] }],
    ["with blanks around them", { coding: [{ system: " http://snomed.info/sct ", code: " 396230008 " }] }],
    ["beside a coding without a system", { coding: [{ code: "1" }, ...code("396230008").coding] }],
    ["beside a coding without a code", { coding: [{ system: systems.snomed }, ...code("396230008").coding] }],
    ["beside what is no coding", { coding: [null, 7, ...code("396230008").coding] }],
  ])("are read %s", (_, concept) => {
    expect(list(condition(concept))).toEqual(["diagnosis DM recorded"]);
  });

  test.each<[string, object, string | null]>([
    ["the words of each coding once", { text: "Dysphagia", coding: [{ display: "Trouble" }] }, "Dysphagia; Trouble"],
    ["the same words once", { text: " Dysphagia ", coding: [{ display: "Dysphagia" }] }, "Dysphagia"],
    ["no words that are empty", { text: " ", coding: [{ display: "Dysphagia" }] }, "Dysphagia"],
    ["200 letters as they are", words(`Dysphagia ${"x".repeat(190)}`), `Dysphagia ${"x".repeat(190)}`],
    ["of more the first 199", words(`Dysphagia ${"x".repeat(191)}`), `Dysphagia ${"x".repeat(189)}…`],
  ])("are cited: %s", (_, concept, display) => {
    expect(find("dysphagia", condition(concept))[0]?.sources).toEqual([
      {
        resourceType: "Condition",
        id: "c1",
        system: null,
        code: null,
        display,
        isVerified: false,
        kind: "text",
        date: "2026-03-01",
      },
    ]);
  });

  test("of a code are cited, or nothing where it has none", () => {
    const display = (text: string | undefined) =>
      find("dysphagia", condition(code("40739000", systems.snomed, text)))[0]?.sources[0]?.display;
    expect(display(" Dysphagia ")).toBe("Dysphagia");
    expect(display(" ")).toBeNull();
    expect(display(undefined)).toBeNull();
  });

  test("a longer name stands for the shorter within it, wherever it is written", () => {
    for (const text of [
      "Rapidly progressive interstitial lung disease",
      "RP-ILD (rapidly progressive interstitial lung disease)",
    ]) {
      expect(list(condition(words(text)))).toEqual(["rapidlyProgressiveIld yes mentioned"]);
    }
  });
});

describe("several diagnoses of one record", () => {
  const asys = condition(code("81", systems.orphanet), { id: "c2" });
  test("antisynthetase syndrome beside lung disease is the diagnosis", () => {
    expect(list(asys, condition(code("64667001"), { id: "c3" }))).toEqual([
      "ild yes recorded",
      "diagnosis ASyS recorded",
    ]);
  });

  test("of two that are also features, one is the diagnosis, in whatever order they come", () => {
    const overlap = condition(words("Overlap myositis"), { id: "c3" });
    const expected = ["overlapCtd yes mentioned", "diagnosis ASyS recorded"];
    expect(list(asys, overlap)).toEqual(expected);
    expect(list(overlap, asys)).toEqual(expected);
  });

  test("of two kinds beside the wider name nothing depends on the order", () => {
    const juvenile = condition(code("1212005"), { id: "c4" });
    const amyopathic = condition(code("238935002"), { id: "c5" });
    const found = read(juvenile, amyopathic, dermatomyositis());
    expect(found.proposals.map(({ aspect, value }) => `${aspect} ${value}`)).toEqual([
      "amyopathic yes",
      "diagnosis JDM",
    ]);
    expect(read(amyopathic, juvenile, dermatomyositis())).toEqual(found);
    expect(read(dermatomyositis(), amyopathic, juvenile)).toEqual(found);
  });
});

test("a condition that names its patient in words alone is nobody's", () => {
  expect(list(dysphagia({ subject: { reference: `Patient/${patientId}` } }))).toEqual(["dysphagia yes recorded"]);
  expect(list(dysphagia({ subject: { display: `Patient/${patientId}` } }))).toEqual([]);
});
