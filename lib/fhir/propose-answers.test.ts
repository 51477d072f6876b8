import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyHostileText, createBlowUps } from "@/lib/format/hostile-text.arbitrary";
import { systems } from "./codes";
import {
  allergy,
  bundle,
  clinicalStatus,
  code,
  condition,
  dermatomyositis,
  find,
  leftOut,
  list,
  medicationRequest,
  medicationStatement,
  observation,
  patient,
  patientId,
  pregnancyStatus,
  read,
  statusForms,
  today,
  verificationStatus,
  weight,
  words,
} from "./fixtures";
import { proposeAnswers } from "./propose-answers";
import { toProfile } from "./to-profile";

const pregnantSnomed = code("77386006");
const notPregnantSnomed = code("60001007");

describe("Patient", () => {
  test.each([
    ["2008-11-26", 18],
    ["2008-11-27", 17],
    ["1961-11-26", 65],
    ["2026-11-26", 0],
  ])("born %s is %d years old on the day", (birthDate, age) => {
    expect(list(patient(birthDate))).toEqual([`ageYears ${age} recorded`]);
  });

  test("of a birth date that is not complete only what is certain is proposed", () => {
    expect(list(patient("1950"))).toEqual(["juvenile no recorded", "elderly yes recorded"]);
    expect(list(patient("2008"))).toEqual(["elderly no recorded"]);
    expect(list(patient("1984-11"))).toEqual(["juvenile no recorded", "elderly no recorded"]);
    expect(list(patient("1984-10"))).toEqual(["ageYears 42 recorded"]);
  });

  test.each(["2027-01-01", "1800-01-01", "1984-02-30", "yesterday"])("the birth date %s gives no age", (birthDate) => {
    expect(list(patient(birthDate))).toEqual([]);
  });
});

describe("Condition", () => {
  test("a verified code of an active condition is recorded, with its source", () => {
    const { proposals, myositis } = read(patient(), bundle(dermatomyositis()));
    expect(proposals[0]).toEqual({
      aspect: "diagnosis",
      value: "DM",
      status: "recorded",
      reason: "A condition on record.",
      sources: [
        {
          resourceType: "Condition",
          id: "c1",
          system: systems.snomed,
          code: "396230008",
          display: "Dermatomyositis",
          isVerified: true,
          kind: "code",
          date: "2026-03-01",
        },
      ],
    });
    expect(myositis.status).toBe("recorded");
  });

  test.each<[string, object, string[]]>([
    [
      "ICD-10-CM, with muscle disease",
      code("M33.12", systems.icd10cm),
      ["muscle yes recorded", "diagnosis DM recorded"],
    ],
    ["ICD-10-CM without its dot", code("M3320", systems.icd10cm), ["diagnosis PM recorded"]],
    ["by the beginning of a code", code("M33.29", systems.icd10), ["diagnosis PM recorded"]],
    ["a system named by its number", code("1212005", "urn:oid:2.16.840.1.113883.6.96"), ["diagnosis JDM recorded"]],
    ["amyopathic", code("238935002"), ["diagnosis CADM recorded"]],
    ["with cancer", code("239901009"), ["malignancy yes recorded", "diagnosis DM recorded"]],
    ["breathing involved", code("M33.11", systems.icd10cm), ["ild yes mentioned", "diagnosis DM recorded"]],
    ["which of the two is not said", code("M33.90", systems.icd10cm), ["diagnosis DM mentioned"]],
    ["a code that is not verified", code("38826005"), ["diagnosis DM mentioned"]],
    ["words alone", words("Antisynthetase syndrome"), ["diagnosis ASyS mentioned"]],
    [
      "words of a code that nobody knows",
      code("X1", "urn:local", "Necrotizing myopathy"),
      ["diagnosis IMNM mentioned"],
    ],
    ["the longer name", words("Juvenile dermatomyositis"), ["diagnosis JDM mentioned"]],
    ["inclusion body myositis", code("72315009"), ["diagnosis IBM recorded"]],
    ["an abbreviation in small letters is no name", words("ibm computer"), []],
    ["a code that names many diseases", code("D89.89", systems.icd10cm), []],
    ["myositis of no named kind", code("26889001"), []],
    ["a known code in another system", code("396230008", "urn:local"), []],
    ["lupus", code("55464009"), ["overlapCtd yes recorded"]],
  ])("%s", (_, concept, expected) => {
    expect(list(condition(concept))).toEqual(expected);
  });

  test.each<[string, { [key: string]: unknown }]>([
    ["refuted", { verificationStatus: verificationStatus("refuted") }],
    ["entered in error", { verificationStatus: verificationStatus("entered-in-error") }],
    ["with an end date", { abatementDateTime: "2026-10-01" }],
    ["with an end in words", { abatementString: "last summer" }],
    ["that begins tomorrow", { onsetDateTime: "2026-11-27" }],
    ["of another patient", { subject: { reference: "Patient/p2" } }],
    ["of nobody", { subject: undefined }],
    ["of a patient whose id ends alike", { subject: { reference: "Patient/xp1" } }],
    ["of a group of the same id", { subject: { reference: "Group/p1" } }],
  ])("a condition %s sets nothing", (_, more) => {
    expect(list(dermatomyositis(more))).toEqual([]);
    expect(read(dermatomyositis(more)).myositis.status).toBe("none");
  });

  test.each(["refuted", "entered-in-error"])("a status is read in every form that records give it: %s", (status) => {
    const forms = statusForms(status);
    expect(forms).toHaveLength(6);
    for (const form of forms) {
      const { proposals, notCounted, myositis } = read(dermatomyositis({ verificationStatus: form }));
      expect(proposals, JSON.stringify(form)).toEqual([]);
      expect(myositis.status).toBe("none");
      expect(notCounted).toHaveLength(1);
    }
  });

  test("an end is read in every form, and so is what is confirmed and active", () => {
    for (const form of statusForms("resolved")) {
      expect(list(dermatomyositis({ clinicalStatus: form })), JSON.stringify(form)).toEqual([]);
      expect(leftOut(dermatomyositis({ clinicalStatus: form }))).toEqual(["diagnosis"]);
    }
    const confirmed = statusForms("confirmed");
    statusForms("active").forEach((active, index) => {
      const found = dermatomyositis({ clinicalStatus: active, verificationStatus: confirmed[index] });
      expect(list(found), JSON.stringify(active)).toEqual(["diagnosis DM recorded"]);
    });
  });

  test.each<[string, unknown]>([
    ["an empty text", ""],
    ["a concept without words", {}],
    ["a number", 3],
    ["an own code", { coding: [{ system: "urn:local", code: "17" }] }],
    ["words of its own", { text: "Known absent" }],
  ])("a status that is there and cannot be read is a doubt: %s", (_, status) => {
    expect(list(dermatomyositis({ verificationStatus: status }))).toEqual(["diagnosis DM mentioned"]);
    expect(list(dermatomyositis({ clinicalStatus: status }))).toEqual(["diagnosis DM mentioned"]);
  });

  test("a status that is absent is no doubt", () => {
    expect(list(dermatomyositis({ verificationStatus: undefined, clinicalStatus: undefined }))).toEqual([
      "diagnosis DM recorded",
    ]);
  });

  test.each(["inactive", "remission"])("a myositis that is %s is mentioned, and one with an end is over", (status) => {
    const quiet = (more: { [key: string]: unknown } = {}) =>
      dermatomyositis({ clinicalStatus: clinicalStatus(status), ...more });
    expect(list(quiet())).toEqual(["diagnosis DM mentioned"]);
    expect(read(quiet()).myositis.status).toBe("mentioned");
    expect(find("diagnosis", quiet())[0]?.reason).toContain("in remission or inactive");
    for (const more of [{ abatementDateTime: "2025-01-01" }, { verificationStatus: verificationStatus("refuted") }]) {
      expect(list(quiet(more))).toEqual([]);
      expect(read(quiet(more)).myositis.status).toBe("none");
    }
  });

  test.each(["inactive", "remission", "resolved"])("a condition that is %s sets nothing, and is shown", (status) => {
    const ended = condition(code("64667001"), {}, status);
    expect(list(ended)).toEqual([]);
    expect(leftOut(ended)).toEqual(["ild"]);
  });

  test.each(["provisional", "differential", "unconfirmed", "maybe"])("a %s condition is only mentioned", (status) => {
    expect(list(dermatomyositis({ verificationStatus: verificationStatus(status) }))).toEqual([
      "diagnosis DM mentioned",
    ]);
  });

  test.each([
    "No dermatomyositis",
    "Rule out polymyositis",
    "Suspected dermatomyositis",
    "Family history of polymyositis",
    "Interstitial lung disease?",
    "R/O dermatomyositis",
    "Ruling out dermatomyositis",
    "Rule-out dermatomyositis",
    "h/o polymyositis",
    "Hx dermatomyositis",
    "FHx dermatomyositis",
    "FH: dermatomyositis",
    "Dermatomyositis unlikely",
    "Differential: polymyositis",
    "DDx polymyositis",
    "Son has dermatomyositis",
    "Aunt with polymyositis",
    "Never had dermatomyositis",
    "Concern for dermatomyositis",
    "Presumed polymyositis",
  ])("words that take a name back set nothing: %s", (text) => {
    const found = condition(words(text));
    expect(list(found)).toEqual([]);
    expect(leftOut(found)).toHaveLength(1);
    expect(read(found).myositis.status).toBe("none");
  });

  test.each([
    "R/O dermatomyositis",
    "Possible dermatomyositis",
    "Family history of dermatomyositis",
    "No dermatomyositis",
  ])("a verified code whose text takes it back is only mentioned: %s", (text) => {
    const found = condition({ ...code("396230008"), text });
    expect(list(found)).toEqual(["diagnosis DM mentioned"]);
    expect(read(found).myositis.status).toBe("mentioned");
  });

  test.each([
    ["M33.03", "Juvenile dermatomyositis without myopathy", "diagnosis JDM recorded"],
    ["M33.10", "Dermatomyositis, organ involvement not specified", "diagnosis DM recorded"],
  ])("the words of a classification take nothing back: %s", (value, text, expected) => {
    expect(list(condition({ ...code(value, systems.icd10cm), text }))).toContain(expected);
  });

  test.each([
    "Dermatomyositis, seronegative",
    "Dermatomyositis with interstitial lung disease",
    "Paraneoplastic DM/dermatomyositis",
  ])("words that do not take a name back mention it: %s", (text) => {
    expect(list(condition(words(text)))).toContain("diagnosis DM mentioned");
  });

  test("a subject is found by its address as well", () => {
    const url = "https://ehr.example/fhir/Patient/p1";
    expect(list(dermatomyositis({ subject: { reference: url } }))).toEqual(["diagnosis DM recorded"]);
    expect(list(dermatomyositis({ subject: { reference: `${url}/_history/3` } }))).toEqual(["diagnosis DM recorded"]);
  });
});

describe("several diagnoses", () => {
  const dm = dermatomyositis();
  const named = (value: string) => condition(code(value), { id: value });
  test("a kind stands for the wider name", () => {
    expect(list(dm, named("1212005"))).toEqual(["diagnosis JDM recorded"]);
    expect(find("diagnosis", dm, named("238935002"))[0]?.sources).toHaveLength(2);
  });

  test("antisynthetase syndrome beside dermatomyositis is a feature of it", () => {
    expect(list(dm, condition(code("81", systems.orphanet), { id: "c2" }))).toEqual([
      "antisynthetase yes recorded",
      "diagnosis DM recorded",
    ]);
  });

  test("amyopathic disease is a feature beside the juvenile kind, and contradicts what is no dermatomyositis", () => {
    const [amyopathic, juvenile, pm, ibm] = [
      named("238935002"),
      named("1212005"),
      named("31384009"),
      named("72315009"),
    ];
    expect(list(amyopathic, juvenile)).toEqual(["amyopathic yes recorded", "diagnosis JDM recorded"]);
    expect(list(amyopathic, pm)).toEqual(["diagnosis CADM contradicted", "diagnosis PM contradicted"]);
    expect(list(amyopathic, dm, pm)).toEqual(["diagnosis CADM contradicted", "diagnosis PM contradicted"]);
    expect(list(amyopathic, ibm)).toEqual(["diagnosis CADM contradicted", "diagnosis IBM contradicted"]);
    const asys = condition(code("81", systems.orphanet), { id: "c3" });
    expect(list(amyopathic, asys)).toEqual(["antisynthetase yes recorded", "diagnosis CADM recorded"]);
    const mentioned = condition(words("Amyopathic dermatomyositis"), { id: "c4" });
    expect(list(mentioned, dm)).toEqual(["amyopathic yes mentioned", "diagnosis DM recorded"]);
    expect(list(mentioned, pm)).toEqual(["diagnosis CADM contradicted", "diagnosis PM contradicted"]);
  });

  test("others contradict each other, and both are shown", () => {
    const both = find("diagnosis", dm, named("31384009"));
    expect(both.map(({ value, status }) => `${value} ${status}`)).toEqual(["DM contradicted", "PM contradicted"]);
    expect(both[0]?.reason).toContain("The record also says: PM.");
    expect(list(dm, named("72315009"))).toEqual(["diagnosis DM contradicted", "diagnosis IBM contradicted"]);
  });
});

describe("pregnancy", () => {
  test.each([
    ["SNOMED CT", pregnantSnomed, "yes"],
    ["LOINC", code("LA15173-0", systems.loinc), "yes"],
    ["SNOMED CT", notPregnantSnomed, "no"],
    ["LOINC", code("LA26683-5", systems.loinc), "no"],
  ])("the status answered in %s", (_, answer, value) => {
    expect(list(pregnancyStatus(answer))).toEqual([`pregnancy ${value} recorded`]);
  });

  test.each([code("102874004"), code("261665006"), code("LA4489-6", systems.loinc), words("yes"), {}])(
    "possible, unknown and anything else answers nothing",
    (answer) => {
      expect(list(pregnancyStatus(answer))).toEqual([]);
    },
  );

  test.each([
    ["a status of ten months ago", pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-01-20" })],
    ["a status of tomorrow", pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-11-27" })],
    ["a status entered in error", pregnancyStatus(pregnantSnomed, { status: "entered-in-error" })],
    ["not pregnant two months ago", pregnancyStatus(notPregnantSnomed, { effectiveDateTime: "2026-09-20" })],
    ["a pregnancy resolved in 2012", condition(code("72892002"), { abatementDateTime: "2012-09-02" }, "resolved")],
    ["a pregnancy without an end since 2024", condition(code("72892002"), { onsetDateTime: "2024-01-01" })],
  ])("%s sets nothing, and is shown", (_, resource) => {
    expect(list(resource)).toEqual([]);
    expect(leftOut(resource)).toEqual(["pregnancy"]);
  });

  test("an active pregnancy counts, an undated status is only mentioned", () => {
    expect(list(condition(code("72892002")))).toEqual(["pregnancy yes recorded"]);
    expect(list(condition(code("72892002"), { clinicalStatus: undefined }))).toEqual(["pregnancy yes mentioned"]);
    expect(list(pregnancyStatus(pregnantSnomed, { effectiveDateTime: undefined }))).toEqual([
      "pregnancy yes mentioned",
    ]);
  });

  test("contradicting statuses are both shown", () => {
    expect(list(pregnancyStatus(pregnantSnomed), pregnancyStatus(notPregnantSnomed, { id: "o2" }))).toEqual([
      "pregnancy no contradicted",
      "pregnancy yes contradicted",
    ]);
  });

  const expected = (day: string) =>
    observation(code("11778-8", systems.loinc), { valueDateTime: day, effectiveDateTime: "2026-10-01" });
  test("a birth expected ahead", () => {
    expect(list(expected("2027-02-01"))).toEqual(["pregnancy yes recorded"]);
    expect(list(expected("2026-11-20"))).toEqual(["pregnancy yes recorded"]);
    expect(list(expected("2029-02-01"))).toEqual([]);
    expect(list(expected("2026-11-01"))).toEqual(["postpartum yes mentioned"]);
  });
});

describe("after a pregnancy", () => {
  test("a birth eight months ago, and not one of two years ago", () => {
    expect(list(condition(code("169826009"), { onsetDateTime: "2026-03-26" }, "resolved"))).toEqual([
      "postpartum yes recorded",
    ]);
    expect(list(condition(code("Z37.0", systems.icd10cm), { onsetDateTime: "2024-03-26" }, "resolved"))).toEqual([]);
  });

  test("a pregnancy that ended eight months ago: no longer pregnant, and within a year of it", () => {
    const ended = condition(
      code("72892002"),
      { onsetDateTime: "2025-07-01", abatementDateTime: "2026-03-26" },
      "resolved",
    );
    expect(list(ended)).toEqual(["postpartum yes recorded"]);
    expect(leftOut(ended)).toEqual(["pregnancy"]);
  });

  test("a status from before the birth says nothing of today", () => {
    const before = pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-05-01" });
    const birth = condition(code("169826009"), { onsetDateTime: "2026-08-01" });
    expect(list(before, birth)).toEqual(["postpartum yes recorded"]);
    const after = pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-11-01" });
    expect(list(after, birth)).toEqual(["pregnancy yes recorded", "postpartum yes recorded"]);
  });

  test.each(["provisional", "differential", "unconfirmed"])(
    "a birth whose verification is %s is only mentioned",
    (status) => {
      const more = { onsetDateTime: "2026-08-01", verificationStatus: verificationStatus(status) };
      expect(list(condition(code("169826009"), more))).toEqual(["postpartum yes mentioned"]);
      expect(list(condition(code("169826009"), more, "inactive"))).toEqual(["postpartum yes mentioned"]);
    },
  );

  describe("an end that is not recorded", () => {
    const pregnant = pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-08-01" });
    test.each(["Postpartum depression", "Caesarean section", "Breastfeeding"])(
      "words beside a recorded pregnancy change nothing: %s",
      (text) => {
        const later = condition(words(text), { id: "c2", onsetDateTime: "2026-10-01" });
        expect(list(pregnant, later)).toEqual(["pregnancy yes recorded", "postpartum yes mentioned"]);
        expect(leftOut(pregnant, later)).toEqual([]);
      },
    );

    test.each([
      [
        "a provisional birth",
        condition(code("169826009"), { onsetDateTime: "2026-10-01", verificationStatus: "provisional" }),
      ],
      [
        "a birth by a code that is not verified",
        condition(code("O80", systems.icd10cm), { onsetDateTime: "2026-10-01" }),
      ],
      ["a due date that has passed", observation(code("11778-8", systems.loinc), { valueDateTime: "2026-11-01" })],
    ])("%s makes the pregnancy a mention", (_, birth) => {
      expect(list(pregnant, birth)).toEqual(["pregnancy yes mentioned", "postpartum yes mentioned"]);
      expect(find("pregnancy", pregnant, birth)[0]?.reason).toContain("may be dated after it");
    });
  });

  test("words are only mentioned", () => {
    expect(list(condition(words("Postpartum depression")))).toEqual(["postpartum yes mentioned"]);
  });

  test.each<[string, "postpartum" | "pregnancy"]>([
    ["History of miscarriage", "postpartum"],
    ["Previous caesarean section", "postpartum"],
    ["Not breast-feeding", "postpartum"],
    ["Planned caesarean section", "postpartum"],
    ["Not pregnant", "pregnancy"],
    ["Non-pregnant", "pregnancy"],
    ["Pregnancy test negative", "pregnancy"],
    ["Pregnancy ruled out", "pregnancy"],
    ["Possible pregnancy", "pregnancy"],
    ["Pregnancy counselling", "pregnancy"],
  ])("words that take it back set nothing, and are shown: %s", (text, aspect) => {
    expect(list(condition(words(text)))).toEqual([]);
    expect(leftOut(condition(words(text)))).toEqual([aspect]);
    const pregnant = pregnancyStatus(pregnantSnomed, { effectiveDateTime: "2026-08-01" });
    const later = condition(words(text), { onsetDateTime: "2026-10-01" });
    expect(list(pregnant, later)).toEqual(["pregnancy yes recorded"]);
  });
});

describe("antibodies", () => {
  const mda5 = code("82424-3", systems.loinc);
  const jo1 = code("8076-2", systems.loinc);
  test.each<[string, { [key: string]: unknown }, string[]]>([
    ["a coded positive", { valueCodeableConcept: code("10828004") }, ["antiMda5 yes recorded"]],
    ["a coded negative", { valueCodeableConcept: code("LA6577-6", systems.loinc) }, ["antiMda5 no recorded"]],
    [
      "an interpretation",
      { valueQuantity: { value: 80 }, interpretation: [code("POS", systems.interpretation)] },
      ["antiMda5 yes recorded"],
    ],
    ["a word", { valueString: "Positive" }, ["antiMda5 yes recorded"]],
    ["a number alone", { valueQuantity: { value: 80, unit: "U/mL" } }, []],
    [
      "a value against its interpretation",
      { valueString: "negative", interpretation: [code("POS", systems.interpretation)] },
      [],
    ],
    ["a sentence", { valueString: "positive control failed" }, []],
    [
      "a code that is not verified",
      { valueCodeableConcept: code("LA11882-0", systems.loinc) },
      ["antiMda5 yes mentioned"],
    ],
    [
      "a code that is not verified beside one that is",
      { valueCodeableConcept: code("LA11882-0", systems.loinc), interpretation: [code("POS", systems.interpretation)] },
      ["antiMda5 yes recorded"],
    ],
    ["a preliminary result", { valueString: "positive", status: "preliminary" }, ["antiMda5 yes mentioned"]],
    ["a cancelled one", { valueString: "positive", status: "cancelled" }, []],
  ])("%s", (_, more, expected) => {
    expect(list(observation(mda5, more))).toEqual(expected);
  });

  test("the absence of one antisynthetase antibody says nothing of the others", () => {
    expect(list(observation(jo1, { valueString: "negative" }))).toEqual([]);
    expect(list(observation(jo1, { valueString: "positive" }))).toEqual(["antisynthetase yes recorded"]);
  });

  test("those without a verified code are read from words, and of a panel each component", () => {
    expect(list(observation(words("Anti-SRP Ab"), { valueString: "positive" }))).toEqual(["antiSrp yes mentioned"]);
    const panel = observation(words("Myositis panel"), {
      component: [
        { code: mda5, valueString: "positive" },
        { code: code("18485-3", systems.loinc), valueString: "negative" },
      ],
    });
    expect(list(panel)).toEqual(["antiMda5 yes recorded", "antiMi2 no recorded"]);
  });
});

describe("weight", () => {
  test.each([
    [62, "kg", 62],
    [62_000, "g", 62],
    [150, "[lb_av]", 68],
    [2400, "[oz_av]", 68],
    [4321, "g", 4.32],
  ])("%d %s is %d kg", (value, unit, kg) => {
    expect(list(weight(value, unit))).toEqual([`weightKg ${kg} recorded`]);
  });

  test.each([
    [62, "lb"],
    [62, "st"],
    [62, "[lb_tr]"],
    [0.2, "kg"],
    [4000, "kg"],
    [62, "constructor"],
  ])("%d %s is refused, and shown", (value, unit) => {
    expect(list(weight(value, unit))).toEqual([]);
    expect(leftOut(weight(value, unit))).toEqual(["weightKg"]);
  });

  test.each([code("3141-9", systems.loinc), code("27113001")])(
    "of a code that is not verified it is mentioned",
    (asked) => {
      expect(list(weight(62, "kg", { code: asked }))).toEqual(["weightKg 62 mentioned"]);
      const both = { coding: [...asked.coding, ...code("29463-7", systems.loinc).coding] };
      expect(list(weight(62, "kg", { code: both }))).toEqual(["weightKg 62 recorded"]);
    },
  );

  test("the latest counts, an old one is only mentioned, and two of one day contradict each other", () => {
    const old = weight(70, "kg", { id: "w0", effectiveDateTime: "2020-01-01" });
    expect(list(old, weight(62, "kg"))).toEqual(["weightKg 62 recorded"]);
    expect(list(old)).toEqual(["weightKg 70 mentioned"]);
    expect(list(weight(62, "kg"), weight(72, "kg"))).toEqual(["weightKg 62 contradicted", "weightKg 72 contradicted"]);
  });

  test("a child grows: half a year is too long", () => {
    const half = weight(30, "kg", { effectiveDateTime: "2026-05-01" });
    expect(list(patient("2016-01-01"), half)).toContain("weightKg 30 mentioned");
    expect(list(patient("1984-01-01"), half)).toContain("weightKg 30 recorded");
  });
});

describe("treatment", () => {
  const rx = (value: string) => code(value, systems.rxnorm);
  const prednisone = medicationRequest(rx("8640"), { id: "m0" });
  const methotrexate = (more: { [key: string]: unknown } = {}) => medicationRequest(rx("6851"), { id: "m1", ...more });
  const azathioprine = medicationRequest(rx("1256"), { id: "m2", authoredOn: "2026-06-01" });
  const stopped = methotrexate({ status: "stopped" });

  test("a drug that was stopped for lack of effect is refractory disease", () => {
    const failed = methotrexate({ status: "stopped", statusReason: words("Lack of efficacy") });
    expect(list(failed)).toEqual(["refractory yes recorded"]);
    expect(find("refractory", failed)[0]?.sources[0]?.kind).toBe("rule");
    expect(list(methotrexate({ statusReason: words("Lack of efficacy") }))).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["Lack of efficacy", ["refractory yes recorded"]],
    ["No response to methotrexate therapy", ["refractory yes recorded"]],
    ["Refractory disease", ["refractory yes recorded"]],
    ["Treatment failure and nausea", ["refractory yes mentioned"]],
    ["No response from the patient", ["refractory yes mentioned"]],
    ["Refractory nausea", ["refractory yes mentioned"]],
    ["In remission, no relapse", []],
    ["No flare since 2024", []],
    ["Flare", []],
    ["Relapse of psoriasis", []],
    ["Failed to attend", []],
    ["No treatment failure", []],
    ["Lack of efficacy ruled out", []],
    ["Possible lack of efficacy", []],
    ["Lack of efficacy?", []],
    ["Stable, no response needed", []],
    ["In remission, therapy ineffective earlier", []],
  ])("ended with the reason: %s", (reason, expected) => {
    expect(list(methotrexate({ status: "stopped", statusReason: words(reason) }))).toEqual(expected);
    // It must not be read as an end without a reason either.
    const ended = methotrexate({ status: "stopped", statusReason: words(reason) });
    expect(list(prednisone, ended, azathioprine)).toEqual(expected);
  });

  describe("the reason for a drug is followed", () => {
    const failed = (more: { [key: string]: unknown }) =>
      methotrexate({ status: "stopped", statusReason: words("Lack of efficacy"), ...more });
    const reference = [{ reference: "Condition/why" }];
    const why = (concept: object) => condition(concept, { id: "why" });
    const arthritis = why(code("69896004", systems.snomed, "Rheumatoid arthritis"));
    const onlyRefractory = (...resources: unknown[]) =>
      find("refractory", ...resources).map(({ value, status }) => `${value} ${status}`);

    test("to another disease it counts nothing, to a myositis it counts", () => {
      expect(onlyRefractory(failed({ reasonReference: reference }), arthritis)).toEqual([]);
      expect(onlyRefractory(failed({ reasonReference: reference }), why(code("396230008")))).toEqual(["yes recorded"]);
      expect(onlyRefractory(failed({ reasonReference: [{ display: "Rheumatoid arthritis" }] }))).toEqual([]);
      const contained = { contained: [arthritis], reasonReference: [{ reference: "#why" }] };
      expect(onlyRefractory(failed(contained))).toEqual([]);
      const both = { reasonReference: reference, reasonCode: [words("Polymyositis")] };
      expect(onlyRefractory(failed(both), arthritis)).toEqual(["yes recorded"]);
    });

    test.each<[string, { [key: string]: unknown }]>([
      ["a condition that did not come", { reasonReference: reference }],
      ["a condition without a name", { contained: [why({})], reasonReference: [{ reference: "#why" }] }],
      ["a result", { contained: [observation({}, { id: "why" })], reasonReference: [{ reference: "#why" }] }],
      ["a code that nobody knows", { reasonCode: [code("17", "urn:local")] }],
      ["an empty concept", { reasonCode: [{}] }],
      ["a myositis that is only suspected", { reasonCode: [words("Suspected polymyositis")] }],
      ["another disease and one that did not come", { reasonCode: [words("Psoriasis")], reasonReference: reference }],
    ])("where it cannot be read the answer is only mentioned: %s", (_, more) => {
      expect(onlyRefractory(failed(more))).toEqual(["yes mentioned"]);
    });

    test("a change of drugs for another disease proposes nothing", () => {
      const forArthritis = { ...stopped, reasonReference: reference };
      expect(onlyRefractory(prednisone, forArthritis, azathioprine, arthritis)).toEqual([]);
    });
  });

  test("a change of drugs is only mentioned, with every resource that the rule was applied to", () => {
    const [found, ...others] = find("refractory", prednisone, stopped, azathioprine);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ value: "yes", status: "mentioned" });
    expect(found?.sources.map(({ id }) => id)).toEqual(["m0", "m1", "m2"]);
    expect(found?.reason).toContain("prednisone, methotrexate and azathioprine");
  });

  test.each<[string, unknown[]]>([
    ["without corticosteroid", [stopped, azathioprine]],
    ["while the first goes on", [prednisone, methotrexate(), azathioprine]],
    ["that is not tolerated", [prednisone, stopped, azathioprine, allergy(rx("6851"))]],
    [
      "stopped for another reason",
      [prednisone, methotrexate({ status: "stopped", statusReason: words("Pregnancy planned") }), azathioprine],
    ],
    [
      "given for another disease",
      [prednisone, methotrexate({ status: "stopped", reasonCode: [words("Psoriasis")] }), azathioprine],
    ],
    ["never given", [prednisone, methotrexate({ status: "cancelled" }), azathioprine]],
    ["only planned", [prednisone, stopped, { ...azathioprine, intent: "plan" }]],
    [
      "on the skin",
      [
        prednisone,
        stopped,
        medicationRequest(rx("42316"), { authoredOn: "2026-06-01", dosageInstruction: [{ text: "topical" }] }),
      ],
    ],
  ])("a change of drugs %s proposes nothing", (_, resources) => {
    expect(find("refractory", ...resources)).toEqual([]);
  });

  test("a drug is found through its reference, and a circle of references ends", () => {
    const medication = { resourceType: "Medication", id: "drug", code: rx("5666") };
    const byReference = medicationStatement(
      {},
      { medicationCodeableConcept: undefined, medicationReference: { reference: "Medication/drug" } },
    );
    expect(list(byReference, medication)).toEqual(["onImmunoglobulin yes recorded"]);
    const contained = { ...byReference, contained: [medication], medicationReference: { reference: "#drug" } };
    expect(list(contained)).toEqual(["onImmunoglobulin yes recorded"]);
    const circle = {
      ...byReference,
      contained: [{ ...byReference, id: "drug" }],
      medicationReference: { reference: "#drug" },
    };
    expect(list(circle)).toEqual([]);
  });

  test("immunoglobulin that is being given, and that is only ordered", () => {
    const ig = code("J06BA02", systems.atc);
    expect(list(medicationStatement(ig))).toEqual(["onImmunoglobulin yes recorded"]);
    expect(list(medicationRequest(ig))).toEqual(["onImmunoglobulin yes mentioned"]);
    expect(list(medicationRequest(ig, { authoredOn: today }))).toEqual([]);
    expect(list(medicationStatement(ig, { status: "completed" }))).toEqual([]);
    expect(list(medicationStatement(words("Anti-D immunoglobulin")))).toEqual([]);
  });

  describe("for how long immunoglobulin is taken as being given", () => {
    const given = (more: { [key: string]: unknown }) => medicationStatement(code("J06BA02", systems.atc), more);
    const period = (start?: string, end?: unknown) => given({ effectivePeriod: { start, end } });
    const single = (day: string) => given({ effectivePeriod: undefined, effectiveDateTime: day });

    test.each([
      ["an open period", period("2019-05-01"), "since 2019-05-01"],
      ["a period that ends later", period("2019-05-01", "2027-01-01"), "since 2019-05-01"],
      ["one day of this month", single("2026-11-20"), "was being given on 2026-11-20"],
    ])("%s is recorded", (_, resource, reason) => {
      expect(list(resource)).toEqual(["onImmunoglobulin yes recorded"]);
      expect(find("onImmunoglobulin", resource)[0]?.reason).toContain(reason);
    });

    test.each([
      ["one day of seven years ago", single("2019-05-01"), "more than 90 days ago"],
      ["one day of four months ago", single("2026-07-20"), "more than 90 days ago"],
      ["a statement made long ago", given({ effectivePeriod: undefined, dateAsserted: "2020-01-01" }), "more than 90"],
      ["a period that ends today", period("2019-05-01", today), "may have ended"],
      ["a period that ends this year", period("2019-05-01", "2026"), "may have ended"],
      ["a period whose end cannot be read", period("2019-05-01", "last summer"), "may have ended"],
      ["a period that begins this month", period("2026-11"), "It starts in 2026-11"],
      ["a period that begins this year", period("2026"), "It starts in 2026"],
    ])("%s is only mentioned", (_, resource, reason) => {
      expect(list(resource)).toEqual(["onImmunoglobulin yes mentioned"]);
      expect(find("onImmunoglobulin", resource)[0]?.reason).toContain(reason);
    });

    test.each([
      ["has ended", period("2019-05-01", "2020-05-01"), "It ended on 2020-05-01."],
      ["has ended in a month", period("2019-05-01", "2026-10"), "It ended on 2026-10."],
      ["begins today", period(today), "It starts on the day of this case."],
    ])("a period that %s sets nothing, and is shown", (_, resource, reason) => {
      expect(list(resource)).toEqual([]);
      expect(read(resource).notCounted).toMatchObject([{ aspect: "onImmunoglobulin", reason }]);
    });
  });

  test("an allergy to immunoglobulin is a note, one to a corticosteroid a mention", () => {
    expect(
      read(allergy(rx("5666")))
        .notes.map(({ text }) => text)
        .join(),
    ).toContain("allergy or intolerance to immunoglobulin");
    expect(list(allergy(rx("8640")))).toEqual(["steroidFree yes mentioned"]);
    for (const form of statusForms("refuted")) {
      const refuted = { verificationStatus: form };
      expect(list(allergy(rx("8640"), refuted)), JSON.stringify(form)).toEqual([]);
      expect(read(allergy(rx("5666"), refuted)).notes).toEqual([]);
    }
  });
});

describe("whole records", () => {
  const folder = "node_modules/cql-exec-fhir/test/fixtures/r4";
  test.each([
    ["Johnnie679_Hermiston71_2cd30bd6-3a87-4191-af90-6daa70f58f55.json", 106, 17],
    ["Luna60_McCullough561_6662f0ca-b617-4e02-8f55-7275e9f49aa0.json", 97, 18],
  ])("a generated patient without myositis: %s", (name, observations, age) => {
    const record = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
    const resources = record.entry.map(({ resource }: { resource: { resourceType: string } }) => resource);
    expect(
      resources.filter(({ resourceType }: { resourceType: string }) => resourceType === "Observation"),
    ).toHaveLength(observations);
    const { proposals, myositis, notes } = proposeAnswers(record, { patientId: null, on: today });
    expect(myositis).toEqual({ status: "none", sources: [] });
    expect(proposals.map(({ aspect }) => aspect)).toEqual(["ageYears", "weightKg"]);
    expect(proposals[0]?.value).toBe(age);
    expect(notes).toEqual([]);
    // The same record with myositis added is found.
    const patientReference = resources.find(
      ({ resourceType }: { resourceType: string }) => resourceType === "Condition",
    ).subject;
    const added = dermatomyositis({ subject: patientReference });
    expect(proposeAnswers([record, added], { patientId: null, on: today }).myositis.status).toBe("recorded");
  });

  test("without a patient, or with two, nothing is read", () => {
    const other = { ...patient(), id: "p2" };
    for (const resources of [[dermatomyositis()], [patient(), other, dermatomyositis()]]) {
      const { proposals, notes } = proposeAnswers(resources, { patientId: null, on: today });
      expect(proposals).toEqual([]);
      expect(notes).toHaveLength(1);
    }
  });

  test("a day that is none is refused", () => {
    expect(() => proposeAnswers([], { patientId, on: "2026-11" })).toThrow(RangeError);
  });

  test("nothing on record proposes nothing, and absence never answers no", () => {
    expect(read()).toEqual({ proposals: [], myositis: { status: "none", sources: [] }, notCounted: [], notes: [] });
    expect(read(patient(), dermatomyositis()).proposals.filter(({ value }) => value === "no")).toEqual([]);
  });
});

const samples = [
  patient(),
  dermatomyositis(),
  condition(code("31384009"), { id: "c2" }),
  condition(code("64667001"), { id: "c3" }),
  condition(words("Dysphagia"), { id: "c4" }),
  pregnancyStatus(pregnantSnomed),
  pregnancyStatus(notPregnantSnomed, { id: "o2" }),
  condition(code("169826009"), { id: "c5", onsetDateTime: "2026-11-10" }),
  weight(62, "kg", { id: "w1" }),
  weight(63, "kg", { id: "w2" }),
  medicationRequest(code("8640", systems.rxnorm), { id: "m0" }),
  medicationRequest(code("6851", systems.rxnorm), { id: "m1", status: "stopped" }),
  medicationRequest(code("3008", systems.rxnorm), { id: "m3", status: "stopped" }),
  medicationRequest(code("1256", systems.rxnorm), { id: "m2", authoredOn: "2026-06-01" }),
  allergy(code("8640", systems.rxnorm)),
];

describe("whatever is read", () => {
  test("the order of the record changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(samples, { minLength: 1 }), fc.infiniteStream(fc.nat()), (resources, numbers) => {
        const keys = new Map(resources.map((resource) => [resource, numbers.next().value]));
        const shuffled = [...resources].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(read(...shuffled)).toEqual(read(...resources));
      }),
      { numRuns: 300 },
    );
  });

  test("a record of any form is read without an error, and damage adds no answer", () => {
    const damaged = fc
      .constantFrom(...samples)
      .chain((resource) =>
        fc
          .record({ key: fc.constantFrom(...Object.keys(resource)), value: fc.jsonValue() })
          .map(({ key, value }) => ({ ...resource, [key]: value })),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(damaged, fc.jsonValue()), { maxLength: 8 }), (resources) => {
        for (const { sources, reason } of read(...resources).proposals) {
          expect(sources.length).toBeGreaterThan(0);
          expect(reason).toMatch(/\S/);
          for (const { resourceType } of sources)
            expect(samples.map((sample) => sample.resourceType)).toContain(resourceType);
        }
      }),
      { numRuns: 1000 },
    );
  });

  /** A resource with another text in place of each of its own but its type and whose it is. */
  const replaceTexts = (value: unknown, text: string, key = ""): unknown => {
    if (typeof value === "string") return ["resourceType", "reference", "system"].includes(key) ? value : text;
    if (Array.isArray(value)) return value.map((member) => replaceTexts(member, text, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceTexts(member, text, name)]));
  };

  test("a record that somebody wrote to do harm is read without an error, and adds no answer", () => {
    fc.assert(
      fc.property(fc.subarray(samples, { minLength: 1 }), anyHostileText, (resources, text) => {
        expect(list(...resources.map((resource) => replaceTexts(resource, text)))).toEqual([]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("texts of 64 kB end, whatever is repeated in them beside the name of a disease", () => {
    const blowUps = createBlowUps();
    const kinds = new Set(samples.map(({ resourceType }) => resourceType));
    const one = [...kinds].flatMap((kind) => samples.find(({ resourceType }) => resourceType === kind) ?? []);
    expect(one.length).toBeGreaterThan(4);
    expect(blowUps.length).toBeGreaterThan(50);
    for (const { name, text } of blowUps) {
      const resources = one.map((resource) => replaceTexts(resource, `Dermatomyositis ${text} myositis`));
      const { proposals } = read(...resources);
      expect(
        proposals.filter(({ status }) => status === "recorded"),
        name,
      ).toEqual([]);
    }
  });

  test("a record of another patient sets nothing, whatever it holds", () => {
    fc.assert(
      fc.property(fc.subarray(samples), (resources) => {
        const other = proposeAnswers(resources, { patientId: "somebody", on: today });
        expect(other.proposals).toEqual([]);
        expect(other.myositis.status).toBe("none");
      }),
    );
  });

  test("a record of 10 MB is read to its limit, and the rest is counted", () => {
    const many = Array.from({ length: 60_000 }, (_, index) =>
      weight(50 + (index % 1000) / 10, "kg", { id: `w${index}`, component: [{}] }),
    );
    expect(JSON.stringify(many).length).toBeGreaterThan(10_000_000);
    const { proposals, notes } = read(bundle(dermatomyositis(), ...many));
    expect(proposals).toHaveLength(1001);
    expect(notes.map(({ text }) => text)).toEqual(["40001 entries could not be read."]);
  });

  test("Bundles within Bundles end", () => {
    let nested: unknown = dermatomyositis();
    for (let depth = 0; depth < 5000; depth += 1) nested = bundle(nested);
    expect(read(nested).proposals).toEqual([]);
    expect(read(bundle(bundle(dermatomyositis()))).proposals).toHaveLength(1);
  });
});

describe("the case of what was accepted", () => {
  test("every kind of answer", () => {
    const { proposals } = read(
      patient(),
      dermatomyositis(),
      condition(code("64667001"), { id: "c3" }),
      weight(62, "kg"),
    );
    expect(toProfile(proposals)).toEqual({ features: { ild: "yes" }, diagnosis: "DM", ageYears: 42, weightKg: 62 });
    expect(toProfile([])).toEqual({ features: {}, diagnosis: null, ageYears: null, weightKg: null });
  });

  test("an answer that is accepted twice is one", () => {
    const accepted = { aspect: "ild", value: "yes" } as const;
    expect(toProfile([accepted, accepted])).toEqual(toProfile([accepted]));
  });

  test("two values of one aspect are refused", () => {
    const { proposals } = read(dermatomyositis(), condition(code("31384009"), { id: "c2" }));
    expect(() => toProfile(proposals)).toThrow(new RangeError("Two values of diagnosis were accepted."));
  });
});
