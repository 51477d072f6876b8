import { z } from "zod";

// The parts of FHIR 5.0.0 that an export uses, as https://hl7.org/fhir/R5 states them (Bundle, Evidence, Citation and
// their data types). Strict: an element that is not in this list is not exported.

const text = z.string().regex(/\S/);
const unsignedInt = z.int().min(0).max(2_147_483_647);

const coding = z.strictObject({ system: z.url().optional(), code: text.optional(), display: text });
const codeableConcept = z
  .strictObject({ coding: z.array(coding).min(1).optional(), text: text.optional() })
  .refine(({ coding, text }) => coding !== undefined || text !== undefined, "A concept has a code or a text.");
const identifier = z.strictObject({ system: z.url().optional(), value: text });
const quantity = z.strictObject({ value: z.number() });
const annotation = z.strictObject({ text });

const attributeEstimate = z.strictObject({
  description: text,
  type: codeableConcept,
  level: z.literal(0.95),
  range: z.strictObject({ low: quantity, high: quantity }),
});

const statistic = z.strictObject({
  description: text,
  note: z.array(annotation).min(1).optional(),
  statisticType: codeableConcept,
  /** of a proportion 0 to 1, of a difference of two -1 to 1; absent under five patients, as on every screen */
  quantity: quantity.optional(),
  numberOfEvents: unsignedInt.optional(),
  sampleSize: z.strictObject({ description: text, numberOfParticipants: unsignedInt.optional() }),
  attributeEstimate: z.array(attributeEstimate).length(1),
});

const variableDefinition = z.strictObject({
  description: text,
  note: z.array(annotation).min(1).optional(),
  variableRole: codeableConcept,
});

/** One result of a study. One that its source tells in words has no statistic. */
export const evidence = z.strictObject({
  resourceType: z.literal("Evidence"),
  identifier: z.array(identifier).length(1),
  version: text,
  title: text,
  citeAsReference: z.strictObject({ reference: z.string().regex(/^urn:uuid:/), display: text }),
  status: z.literal("active"),
  copyright: text,
  relatedArtifact: z
    .array(
      z.strictObject({
        type: z.literal("derived-from"),
        label: text,
        citation: text,
        document: z.strictObject({ url: z.url() }).optional(),
      }),
    )
    .length(1),
  description: text,
  note: z.array(annotation).min(1),
  variableDefinition: z.array(variableDefinition).min(2),
  synthesisType: codeableConcept,
  studyDesign: z.array(codeableConcept).length(1),
  statistic: z.array(statistic).min(1).optional(),
  certainty: z
    .array(z.strictObject({ description: text, type: codeableConcept }))
    .length(1)
    .optional(),
});

/** A publication. */
export const citation = z.strictObject({
  resourceType: z.literal("Citation"),
  identifier: z.array(identifier).length(1),
  version: text,
  title: text,
  status: z.literal("active"),
  copyright: text,
  summary: z.array(z.strictObject({ text })).length(1),
  citedArtifact: z.strictObject({
    identifier: z.array(identifier).min(1).optional(),
    title: z.array(z.strictObject({ text })).length(1),
    publicationForm: z
      .array(
        z.strictObject({
          publishedIn: z.strictObject({ title: text }).optional(),
          volume: text.optional(),
          issue: text.optional(),
          publicationDateText: text.optional(),
          pageString: text.optional(),
        }),
      )
      .length(1)
      .optional(),
    webLocation: z
      .array(z.strictObject({ url: z.url() }))
      .min(1)
      .optional(),
    contributorship: z.strictObject({ summary: z.array(z.strictObject({ value: text })).length(1) }).optional(),
  }),
});

const fullUrl = z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** What `/studies/[id]/evidence.json` holds: the citation of a study, then each of its results. */
export const evidenceBundle = z.strictObject({
  resourceType: z.literal("Bundle"),
  meta: z.strictObject({ tag: z.array(coding).length(1) }),
  type: z.literal("collection"),
  entry: z
    .array(z.strictObject({ fullUrl, resource: z.discriminatedUnion("resourceType", [citation, evidence]) }))
    .min(2),
});

export type Citation = z.infer<typeof citation>;
export type Evidence = z.infer<typeof evidence>;
export type Statistic = z.infer<typeof statistic>;
export type VariableDefinition = z.infer<typeof variableDefinition>;
export type EvidenceBundle = z.infer<typeof evidenceBundle>;
