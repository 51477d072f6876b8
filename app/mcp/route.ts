import { createMcpEndpoint } from "@/lib/mcp/answer-request";
import { type AssistantLibrary, prepareForAssistants } from "@/lib/mcp/assistant-library";
import { readMcpSettings } from "@/lib/mcp/settings";
import { loadLibrary } from "@/lib/study/load";

// Never made ahead: whether it answers is set where the server runs.
export const dynamic = "force-dynamic";

let library: AssistantLibrary | undefined;

const answer = createMcpEndpoint({
  readSettings: () => readMcpSettings(process.env),
  getLibrary: () => {
    library ??= prepareForAssistants(loadLibrary());
    return library;
  },
  readClock: () => performance.now(),
});

/** The tools for assistants, where the operator turned them on. A case that an assistant sends reaches this server. */
export const POST = (request: Request): Promise<Response> => answer(request);
export const GET = POST;
export const DELETE = POST;
export const OPTIONS = POST;
