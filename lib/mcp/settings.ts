/** What an operator sets. */
export type McpSettings = {
  isOn: boolean;
  /** pages of these sites may ask from a browser: "https://assistant.example" */
  origins: readonly string[];
};

/**
 * Reads the settings from the environment: MYOMATCH_MCP=on turns the tools on, MYOMATCH_MCP_ORIGINS names the sites,
 * parted by commas. Anything else than "on" leaves them off.
 */
export function readMcpSettings(environment: Readonly<Record<string, string | undefined>>): McpSettings {
  const { MYOMATCH_MCP: state, MYOMATCH_MCP_ORIGINS: origins = "" } = environment;
  const named = origins.split(",").map((origin) => origin.trim().replace(/\/$/, ""));
  return { isOn: state === "on", origins: named.filter(Boolean) };
}
