import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from "oauth4webapi";
import { fetchConfiguration, patience, toAuthorizationServer } from "./configuration";
import { keepLaunch, type OpenStorage, takeLaunch } from "./pending-launch";
import { LaunchError } from "./problems";
import { chooseScopes } from "./scopes";
import { isLoopback, type RecordSystem } from "./settings.mjs";

/** What a launch uses of the browser. A test passes its own. */
export type Surroundings = {
  fetch: typeof fetch;
  openStorage: OpenStorage;
  /** milliseconds since 1970 */
  now: () => number;
  /** where the record system sends its answer: the address of the page, as it is registered there */
  redirectUri: string;
};

/** Access to the record of one patient. It is kept in memory alone, and dropped once the record was read. */
export type Access = { system: RecordSystem; issuer: string; patient: string; token: string };

/** The clocks of two machines may differ by so many seconds. */
const clockDifference = 60;

/**
 * The record system that an address belongs to, among those that the site is set up for.
 * @throws LaunchError "unknown-issuer"
 */
export function findSystem(issuer: string, systems: readonly RecordSystem[]): RecordSystem {
  const system = systems.find(({ url }) => url === issuer.replace(/\/+$/, ""));
  if (system) return system;
  // as text, shortened: it came with the address and may be anything
  throw new LaunchError({ kind: "unknown-issuer", issuer: issuer.slice(0, 200) });
}

/**
 * Begins a launch.
 * @param start the `iss` and `launch` that the page was opened with; without `launch` the clinician chooses the patient
 * @returns where to go to ask for access
 * @throws LaunchError
 */
export async function startLaunch(
  { issuer, launch }: { issuer: string; launch: string | null },
  systems: readonly RecordSystem[],
  { fetch: fetchFrom, openStorage, now, redirectUri }: Surroundings,
): Promise<URL> {
  const system = findSystem(issuer, systems);
  // browsers have it only on pages that come over https or from the same machine
  if (!crypto.subtle) throw new LaunchError({ kind: "insecure-page" });
  const configuration = await fetchConfiguration(issuer, system, fetchFrom);
  // each 256 random bits
  const [state, codeVerifier] = [generateRandomState(), generateRandomCodeVerifier()];
  const challenge = await calculatePKCECodeChallenge(codeVerifier);
  const { tokenIssuer, tokenEndpoint } = configuration;
  keepLaunch(openStorage, state, {
    issuer,
    codeVerifier,
    tokenIssuer,
    tokenEndpoint: tokenEndpoint.href,
    startedAt: now(),
  });

  const address = new URL(configuration.authorizationEndpoint);
  const asked = {
    response_type: "code",
    client_id: system.clientId,
    redirect_uri: redirectUri,
    scope: chooseScopes(launch === null ? "standalone" : "ehr", configuration.capabilities),
    state,
    aud: issuer,
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...(launch !== null && { launch }),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address;
}

/**
 * Exchanges the answer of a record system for access to the record.
 * @param parameters the query string that the page was opened with
 * @throws LaunchError
 */
export async function finishLaunch(
  parameters: URLSearchParams,
  systems: readonly RecordSystem[],
  { fetch: fetchFrom, openStorage, now, redirectUri }: Surroundings,
): Promise<Access> {
  const state = parameters.get("state") ?? "";
  const { issuer, codeVerifier, tokenIssuer, tokenEndpoint } = takeLaunch(openStorage, state, now());
  const system = findSystem(issuer, systems);
  const server = toAuthorizationServer(tokenIssuer, tokenEndpoint);
  const client: Client = { client_id: system.clientId, [clockTolerance]: clockDifference };
  const answer = readAnswer(() => validateAuthResponse(server, client, parameters, state), system.name);
  const reply = await authorizationCodeGrantRequest(server, client, None(), answer, redirectUri, codeVerifier, {
    [customFetch]: (address, options) => fetchFrom(address, { ...options, credentials: "omit", cache: "no-store" }),
    [allowInsecureRequests]: isLoopback(new URL(tokenEndpoint)),
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw new LaunchError({ kind: "unreachable", system: system.name }, { cause });
  });
  const token = await processAuthorizationCodeResponse(server, client, reply).catch((cause: unknown) => {
    throw new LaunchError({ kind: "token-refused", system: system.name }, { cause });
  });
  if (typeof token.patient !== "string" || !/^[A-Za-z0-9.-]{1,64}$/.test(token.patient))
    throw new LaunchError({ kind: "no-patient", system: system.name });
  return { system, issuer, patient: token.patient, token: token.access_token };
}

function readAnswer<Answer>(validate: () => Answer, system: string): Answer {
  try {
    return validate();
  } catch (cause) {
    const error = cause instanceof AuthorizationResponseError ? cause.error : "";
    if (error === "access_denied") throw new LaunchError({ kind: "refused", system }, { cause });
    // only a word of the standard is shown: whatever else stands there came with the address
    const word = /^[a-z_]{1,40}$/.test(error) ? error : "an answer that is not valid";
    throw new LaunchError({ kind: "authorisation-failed", system, error: word }, { cause });
  }
}
