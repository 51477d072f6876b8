import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { evidenceBundle } from "@/lib/evidence-export/schema";
import { study } from "@/lib/study/schema";
import { exampleStudy } from "./examples";

const library = z.string().meta({ description: "The version of the library: a hash of its content." });
const text = z.string();

/** A file of sheets, as `toLibraryFile` makes it. */
const libraryFile = z.strictObject({
  library,
  searched: z.iso.date(),
  licence: z.literal("CC-BY-4.0"),
  studies: z.array(study),
});

const perStudy = z.record(z.string(), text);

type LibraryFile = {
  id: string;
  summary: string;
  description: string;
  schema: z.ZodType;
  mediaType?: string;
};

/** A file that the build made ahead: it has one reply, and says nothing of who asked. */
function describeFile({
  id,
  summary,
  description,
  schema,
  mediaType = "application/json",
}: LibraryFile): ZodOpenApiOperationObject {
  return {
    operationId: id,
    summary,
    description,
    tags: ["Library"],
    responses: { "200": { description: summary, content: { [mediaType]: { schema } } } },
  };
}

/** A file of one study, and 404 where the library has no such study. */
function describeStudyFile(file: LibraryFile): ZodOpenApiOperationObject {
  const { responses, ...operation } = describeFile(file);
  return {
    ...operation,
    requestParams: { path: z.object({ id: text.meta({ description: "The id of a study", example: exampleStudy }) }) },
    responses: { ...responses, "404": { description: "The library has no study with this id." } },
  };
}

/** The library as files, made when the app was built. */
export const libraryFilePaths: ZodOpenApiPathsObject = {
  "/library.json": {
    get: describeFile({
      id: "getLibrary",
      summary: "The whole library",
      description: "Every fact sheet in one file.",
      schema: libraryFile,
    }),
  },
  "/studies/{id}/sheet.json": {
    get: describeStudyFile({
      id: "getSheet",
      summary: "One fact sheet",
      description: "A file of the same form as the whole library, with one study.",
      schema: libraryFile,
    }),
  },
  "/studies/{id}/evidence.json": {
    get: describeStudyFile({
      id: "getEvidenceOfStudy",
      summary: "The results of a study as FHIR resources",
      description:
        "A Bundle with the Citation and one Evidence for each result: counts, denominators, intervals, population, locator and certainty. meta.tag names the edition of FHIR and the draft guide that it follows.",
      schema: evidenceBundle,
      mediaType: "application/fhir+json; fhirVersion=5.0",
    }),
  },
  "/studies/search.json": {
    get: describeFile({
      id: "getSearchNotes",
      summary: "What the search looks through",
      description: "Notes, labels and authors of each sheet in small letters without accents, by the id of the study.",
      schema: z.strictObject({ library, notes: perStudy }),
    }),
  },
  "/studies/bottom-lines.json": {
    get: describeFile({
      id: "getBottomLines",
      summary: "The bottom line of every study",
      description: "One or two sentences for each study, by its id.",
      schema: z.strictObject({ library, bottomLines: perStudy }),
    }),
  },
  "/about/source-attributes.json": {
    get: describeFile({
      id: "getSourceAttributes",
      summary: "The 13 source attributes",
      description: "The attributes that ONC HTI-1 asks of a decision support intervention based on evidence.",
      schema: z.strictObject({
        library,
        attributes: z.array(z.strictObject({ id: text, name: text, value: text })).length(13),
      }),
    }),
  },
  "/api/openapi.json": {
    get: describeFile({
      id: "getDescription",
      summary: "This description",
      description: "Every endpoint in OpenAPI 3.1.",
      schema: z.looseObject({ openapi: z.string().regex(/^3\.1\./) }),
    }),
  },
};
