import { Section } from "@/components/ui/section";
import { standaloneLink } from "@/components/ui/standalone-link";
import { CodeLines } from "./code-lines";
import { Bullets, Prose, Table } from "./prose";
import { TryRequest } from "./try-request";

/** The parts of the page "For developers" in their order: the place of each, and its title. */
export const developerParts = {
  ask: "Ask for the evidence of a case",
  endpoints: "Every endpoint",
  lines: "Lines to type",
  faults: "Faults",
  assistants: "AI assistants",
} as const;

/** A request to try, and what becomes of the case in it. */
export function AskForEvidence({ path, body }: { path: string; body: string }) {
  return (
    <Section anchor="ask" title={developerParts.ask}>
      <Prose>
        <p>
          A record system sends a patient profile and gets everything that the page of a case shows. Each part of the
          profile is optional. What is absent is unknown, and never no.
        </p>
        <p>
          <strong>What you send here reaches the server.</strong> It is answered, and not kept or logged. On all other
          pages the case stays in the browser. Send nothing that identifies a patient.
        </p>
      </Prose>
      <div className="mt-3">
        <TryRequest path={path} body={body} />
      </div>
    </Section>
  );
}

type EndpointRow = { method: string; path: string; summary: string };

/** What there is to ask for, from the description that programs read. */
export function EndpointTable({ endpoints, address }: { endpoints: readonly EndpointRow[]; address: string }) {
  return (
    <Section anchor="endpoints" title={developerParts.endpoints}>
      <Prose>
        <p>
          <a href={address} className={standaloneLink}>
            Description in OpenAPI 3.1
          </a>
        </p>
      </Prose>
      <Table
        caption="What this server answers"
        columns={["Address", "What it gives"]}
        rows={endpoints.map(({ method, path, summary }) => ({ name: `${method} ${path}`, cells: [summary] }))}
      />
    </Section>
  );
}

/** Requests as they are typed into a shell. */
export function CurlLines({ examples }: { examples: readonly { name: string; curl: string }[] }) {
  return (
    <Section anchor="lines" title={developerParts.lines}>
      <Prose>
        <p>SERVER is the address of the server, such as http://localhost:3000.</p>
        {examples.map(({ name, curl }) => (
          <div key={name}>
            <h3 className="mb-1 font-bold">{name}</h3>
            <CodeLines text={curl} name={`${name}, as a line to type`} />
          </div>
        ))}
      </Prose>
    </Section>
  );
}

/** How an endpoint says that it cannot take a body. */
export function Faults({ faults }: { faults: readonly { status: string; meaning: string }[] }) {
  return (
    <Section anchor="faults" title={developerParts.faults}>
      <Prose>
        <p>
          A body is taken whole or not at all. The reply lists each fault as a sentence, with its place in the body.
        </p>
      </Prose>
      <Table
        caption="Refusals of the endpoint of a case"
        columns={["Status", "Meaning"]}
        rows={faults.map(({ status, meaning }) => ({ name: status, cells: [meaning] }))}
      />
    </Section>
  );
}

/** The tools of the Model Context Protocol, and why they are off. */
export function Assistants() {
  return (
    <Section anchor="assistants" title={developerParts.assistants}>
      <Prose>
        <p>
          An assistant can ask through the Model Context Protocol: match a patient, get a study, search studies, and
          list what nobody has studied. The tools read the library and change nothing.
        </p>
        <Bullets>
          <li>
            At <code>/mcp</code> of a server, only where its operator has turned it on. A case that an assistant sends
            then reaches the server; it is not kept or logged.
          </li>
          <li>
            On a machine of your own: <code>npm run --silent mcp</code> in a copy of the source code. The case then
            stays between the assistant and that machine.
          </li>
          <li>
            An assistant can misreport what it was given. Every reply names its sources, where the figures can be
            checked.
          </li>
        </Bullets>
      </Prose>
    </Section>
  );
}
