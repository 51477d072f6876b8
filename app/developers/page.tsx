import type { Metadata } from "next";
import {
  AskForEvidence,
  Assistants,
  CurlLines,
  developerParts,
  EndpointTable,
  Faults,
} from "@/components/methods/developers";
import { LongPage } from "@/components/methods/long-page";
import { footerPages } from "@/components/site/pages";
import { exampleProfile, requestExamples } from "@/lib/openapi/examples";
import { listEndpoints, listFaults } from "@/lib/openapi/overview";

const [{ label: title }] = footerPages;

export const metadata: Metadata = {
  title,
  description: "How a record system or an assistant asks Myomatch for evidence: a request to try, and every endpoint.",
};

export default function Page() {
  return (
    <LongPage title={title} places={Object.entries(developerParts).map(([id, name]) => ({ id, name }))}>
      <AskForEvidence path="/api/evidence" body={JSON.stringify(exampleProfile, null, 2)} />
      <EndpointTable endpoints={listEndpoints()} address="/api/openapi.json" />
      <CurlLines examples={requestExamples} />
      <Faults faults={listFaults("/api/evidence")} />
      <Assistants />
    </LongPage>
  );
}
