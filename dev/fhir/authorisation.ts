import { createHash, randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

/** A program that the test record system knows: its id, and where it may be sent back to. */
export type RegisteredApp = { clientId: string; redirectUris: string[] };

/** What a token allows: to read these kinds of resource of one patient. */
export type Grant = { patient: string; scopes: string[] };

/** What somebody asked for and was not yet given: its code is sent back once a patient is chosen. */
type AskedFor = {
  clientId: string;
  redirectUri: string;
  state: string;
  challenge: string;
  scopes: string[];
};

/** What becomes of a request for authorisation. */
export type AuthorisationStep =
  /** the request cannot be trusted, so nobody is sent anywhere */
  | { kind: "refused"; reason: string }
  /** back to the program, with a code or with an error */
  | { kind: "back"; address: string }
  /** the clinician chooses a patient: standalone launch */
  | { kind: "choose"; request: string };

export type TokenReply = { status: number; body: Record<string, unknown> };

type Options = {
  /** the address of the record, which a request must name as its `aud` */
  audience: string;
  /** of the authorisation server, in the tokens about the user */
  issuer: string;
  apps: RegisteredApp[];
  /** milliseconds since 1970 */
  now?: () => number;
};

/** How long a code can be exchanged, and a token read with, in seconds. */
export const lifetimes = { code: 60, token: 600, launch: 300 };

/** 22 letters of base64url are 132 bits, the first length that holds 122. */
const shortestState = 22;

/**
 * The authorisation of SMART App Launch 2.2: authorisation code with PKCE (S256 alone), for an EHR launch or a standalone
 * one. Strict where a record system may be strict, so that a program that passes here asks as the standard says. Codes are
 * used once.
 */
export class Authorisation {
  #options: Options;
  #now: () => number;
  #launches = new Map<string, { patient: string; expires: number }>();
  #waiting = new Map<string, AskedFor>();
  #codes = new Map<string, AskedFor & { patient: string; expires: number }>();
  #tokens = new Map<string, Grant & { expires: number }>();
  #key = generateKeyPair("RS256");

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Begins an EHR launch: the id that the program is opened with stands for this patient, once. */
  createLaunch(patient: string): string {
    return this.#keep(this.#launches, { patient, expires: this.#inSeconds(lifetimes.launch) });
  }

  /** Checks a request for authorisation, and answers it. */
  authorise(query: URLSearchParams): AuthorisationStep {
    const read = (name: string) => query.get(name) ?? "";
    const app = this.#options.apps.find(({ clientId }) => clientId === read("client_id"));
    if (!app) return { kind: "refused", reason: "This client_id is not registered." };
    const redirectUri = read("redirect_uri");
    if (!app.redirectUris.includes(redirectUri))
      return { kind: "refused", reason: "This redirect_uri is not registered." };

    const state = read("state");
    const fail = (error: string, description: string): AuthorisationStep => ({
      kind: "back",
      address: writeAddress(redirectUri, { error, error_description: description, state }),
    });
    if (read("response_type") !== "code") return fail("unsupported_response_type", "response_type is not code");
    if (state.length < shortestState) return fail("invalid_request", "state is shorter than 122 bits");
    if (read("aud") !== this.#options.audience) return fail("invalid_request", "aud is not the address of this record");
    if (read("code_challenge_method") !== "S256") return fail("invalid_request", "code_challenge_method is not S256");
    if (!/^[\w-]{43}$/.test(read("code_challenge"))) return fail("invalid_request", "code_challenge is not of SHA-256");

    const scopes = read("scope").split(" ").filter(Boolean);
    const challenge = read("code_challenge");
    const asked: AskedFor = { clientId: app.clientId, redirectUri, state, challenge, scopes };
    if (scopes.includes("launch")) {
      const launch = this.#take(this.#launches, read("launch"));
      if (!launch) return fail("invalid_request", "launch is unknown, used or expired");
      return { kind: "back", address: this.#writeCode(asked, launch.patient) };
    }
    if (!scopes.includes("launch/patient")) return fail("invalid_scope", "no patient is asked for");
    return { kind: "choose", request: this.#keep(this.#waiting, asked) };
  }

  /**
   * The clinician has chosen a patient for a standalone launch, or has refused.
   * @param patient the id, or null for a refusal
   * @returns where to go back to; null where nothing was asked for
   */
  choose(request: string, patient: string | null): string | null {
    const asked = this.#waiting.get(request);
    if (!asked) return null;
    this.#waiting.delete(request);
    if (patient !== null) return this.#writeCode(asked, patient);
    return writeAddress(asked.redirectUri, { error: "access_denied", state: asked.state });
  }

  /** Exchanges a code for a token. */
  async exchange(form: URLSearchParams): Promise<TokenReply> {
    const fail = (error: string): TokenReply => ({ status: 400, body: { error } });
    if (form.get("grant_type") !== "authorization_code") return fail("unsupported_grant_type");
    const code = this.#take(this.#codes, form.get("code") ?? "");
    if (!code) return fail("invalid_grant");
    if (form.get("client_id") !== code.clientId) return fail("invalid_client");
    if (form.get("redirect_uri") !== code.redirectUri) return fail("invalid_grant");
    const verifier = form.get("code_verifier") ?? "";
    if (createHash("sha256").update(verifier).digest("base64url") !== code.challenge) return fail("invalid_grant");

    const { patient, scopes } = code;
    const token = this.#keep(this.#tokens, { patient, scopes, expires: this.#inSeconds(lifetimes.token) });
    return {
      status: 200,
      body: {
        access_token: token,
        token_type: "Bearer",
        expires_in: lifetimes.token,
        scope: scopes.join(" "),
        patient,
        ...(scopes.includes("openid") && { id_token: await this.#writeIdToken(code) }),
      },
    };
  }

  /** What a bearer token allows; null where it is unknown or expired. */
  readToken(token: string): Grant | null {
    const found = this.#tokens.get(token);
    return found && found.expires > this.#now() ? found : null;
  }

  /** The public key with which the tokens about the user are signed. */
  async readKeys(): Promise<{ keys: JWK[] }> {
    const { publicKey } = await this.#key;
    return { keys: [{ ...(await exportJWK(publicKey)), alg: "RS256", use: "sig" }] };
  }

  #writeCode(asked: AskedFor, patient: string): string {
    const code = this.#keep(this.#codes, { ...asked, patient, expires: this.#inSeconds(lifetimes.code) });
    return writeAddress(asked.redirectUri, { code, state: asked.state });
  }

  async #writeIdToken({ clientId }: AskedFor): Promise<string> {
    const { privateKey } = await this.#key;
    const seconds = Math.floor(this.#now() / 1000);
    return new SignJWT({ fhirUser: "Practitioner/test" })
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(this.#options.issuer)
      .setAudience(clientId)
      .setSubject("test")
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetimes.token)
      .sign(privateKey);
  }

  #inSeconds(seconds: number): number {
    return this.#now() + seconds * 1000;
  }

  /** Keeps something under a name that nobody can guess. */
  #keep<Kept>(into: Map<string, Kept>, kept: Kept): string {
    const name = randomBytes(24).toString("base64url");
    into.set(name, kept);
    return name;
  }

  /** Takes something out, for its one use; null where it is not there or has expired. */
  #take<Kept extends { expires: number }>(from: Map<string, Kept>, name: string): Kept | null {
    const found = from.get(name);
    from.delete(name);
    return found && found.expires > this.#now() ? found : null;
  }
}

function writeAddress(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
