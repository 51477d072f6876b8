import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { type AssistantLibrary, notice } from "./assistant-library";
import { getStudy } from "./get-study";
import { listGaps } from "./list-gaps";
import { matchPatient } from "./match-patient";
import {
  gapsInput,
  gapsOutput,
  matchInput,
  matchOutput,
  searchInput,
  searchOutput,
  studyInput,
  studyOutput,
} from "./schemas";
import { searchStudies } from "./search-studies";
import type { Told } from "./told";

/** They read the library and change nothing; the same question always has the same reply. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** A server of the Model Context Protocol with the four tools. It keeps nothing of what it is asked. */
export function createMcpServer(library: AssistantLibrary): McpServer {
  const server = new McpServer({ name: "myomatch", version: library.prepared.version }, { instructions: notice });
  server.registerTool(
    "match_patient",
    {
      title: "Match a patient",
      description:
        "Published studies of immunoglobulin in patients like this one with myositis: counts with denominators and 95% intervals, what makes the studied patients unlike this one, what nobody has studied, and sources. What is left out is unknown, never no. Give no name, date of birth or number of the patient.",
      inputSchema: matchInput,
      outputSchema: matchOutput,
      annotations,
    },
    (input) => toResult(matchPatient(input, library)),
  );
  server.registerTool(
    "get_study",
    {
      title: "Get a study",
      description: "The whole fact sheet of one study by its id, and each of its counts with its 95% interval.",
      inputSchema: studyInput,
      outputSchema: studyOutput,
      annotations,
    },
    ({ id }) => {
      const told = getStudy(id, library);
      return told ? toResult(told) : toFault(`The library has no study "${id}". search_studies finds ids.`);
    },
  );
  server.registerTool(
    "search_studies",
    {
      title: "Search studies",
      description: "Fact sheets by words in them and by features of their patients, the newest first.",
      inputSchema: searchInput,
      outputSchema: searchOutput,
      annotations,
    },
    (input) => toResult(searchStudies(input, library)),
  );
  server.registerTool(
    "list_gaps",
    {
      title: "What nobody has studied",
      description:
        "Features of patients, and pairs of features, of which no study in the library reports an outcome. A gap in the library is no proof that nobody has published.",
      inputSchema: gapsInput,
      outputSchema: gapsOutput,
      annotations,
    },
    (input) => toResult(listGaps(input, library)),
  );
  return server;
}

function toResult({ data, text }: Told<Record<string, unknown>>): CallToolResult {
  return { content: [{ type: "text", text }], structuredContent: data };
}

function toFault(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}
