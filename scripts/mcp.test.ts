import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, test } from "vitest";

test("the tools over standard input and output, with the client of the protocol", async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", "scripts/mcp.ts"],
    stderr: "pipe",
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  try {
    expect((await client.listTools()).tools).toHaveLength(4);
    const reply = await client.callTool({ name: "match_patient", arguments: { features: { pregnancy: "yes" } } });
    expect(reply.structuredContent).toMatchObject({ profile: { features: { pregnancy: "yes" } } });
    const refused = await client.callTool({ name: "match_patient", arguments: { features: { pregnancy: "perhaps" } } });
    expect(refused).toMatchObject({ isError: true });
    // nothing but messages was printed: the client would have failed to read it
    expect((await client.ping()) && client.getServerVersion()?.name).toBe("myomatch");
  } finally {
    await client.close();
  }
});
