import type { AuthorizationServer } from "oauth4webapi";
import * as z from "zod/mini";
import { LaunchError } from "./problems";
import { isLoopback, type RecordSystem } from "./settings.mjs";

/** What is used of a record system's SMART configuration. */
const smartConfiguration = z.object({
  issuer: z.optional(z.string()),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  code_challenge_methods_supported: z.optional(z.array(z.string())),
  capabilities: z.optional(z.array(z.string())),
});

/** Where a record system gives access, and how. */
export type Configuration = {
  authorizationEndpoint: URL;
  tokenEndpoint: URL;
  tokenIssuer: string;
  capabilities: string[];
};

/** How long a record system may take for one answer, in milliseconds. */
export const patience = 20_000;

/**
 * Asks a record system how access is given.
 * @param issuer the address of its record
 * @throws LaunchError "unreachable", "no-configuration", "no-pkce" or "foreign-token-address"
 */
export async function fetchConfiguration(
  issuer: string,
  system: RecordSystem,
  fetchFrom: typeof fetch,
): Promise<Configuration> {
  const name = system.name;
  const address = `${issuer.replace(/\/+$/, "")}/.well-known/smart-configuration`;
  const reply = await fetchFrom(address, {
    headers: { Accept: "application/json" },
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw new LaunchError({ kind: "unreachable", system: name }, { cause });
  });
  const content: unknown = reply.ok ? await reply.json().catch(() => null) : null;
  const read = smartConfiguration.safeParse(content);
  if (!read.success) throw new LaunchError({ kind: "no-configuration", system: name });

  const {
    code_challenge_methods_supported: challenges = [],
    capabilities = [],
    issuer: tokenIssuer = issuer,
  } = read.data;
  if (!challenges.includes("S256")) throw new LaunchError({ kind: "no-pkce", system: name });
  const authorizationEndpoint = new URL(read.data.authorization_endpoint);
  const tokenEndpoint = new URL(read.data.token_endpoint);
  if (![authorizationEndpoint, tokenEndpoint].every(isProtected))
    throw new LaunchError({ kind: "no-configuration", system: name });
  const { origin } = tokenEndpoint;
  if (origin !== new URL(system.url).origin && !system.tokenOrigins.includes(origin))
    throw new LaunchError({ kind: "foreign-token-address", system: name, origin });
  return { authorizationEndpoint, tokenEndpoint, tokenIssuer, capabilities };
}

function isProtected(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

/**
 * The authorisation server in the form of oauth4webapi. Who signs the token about the user is not asked, since the token
 * comes straight from the server; any of the usual algorithms will do.
 */
export function toAuthorizationServer(tokenIssuer: string, tokenEndpoint: string): AuthorizationServer {
  return {
    issuer: tokenIssuer,
    token_endpoint: tokenEndpoint,
    id_token_signing_alg_values_supported: ["RS256", "RS384", "PS256", "ES256", "ES384"],
  };
}
