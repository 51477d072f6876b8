import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { prepareForAssistants } from "@/lib/mcp/assistant-library";
import { createMcpServer } from "@/lib/mcp/create-server";
import { loadLibrary } from "@/lib/study/load";

// `npm run --silent mcp`: the tools for an assistant on this machine, over standard input and output. Whoever starts it
// has turned it on. Nothing but messages of the protocol may be printed here.

await createMcpServer(prepareForAssistants(loadLibrary())).connect(new StdioServerTransport());
