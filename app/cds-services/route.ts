import { services } from "@/lib/cds/services";
import { answerCall, answerPreflight, reply } from "@/lib/cds-endpoint/endpoint";

/** The services, as CDS Hooks asks for them. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, () => reply({ services }));
}

export const OPTIONS = answerPreflight;
