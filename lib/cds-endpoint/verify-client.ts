import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { createReplayGuard } from "@/lib/cds/replay";
import type { Settings } from "./settings";

/** Signatures that are taken: of no other kind, and none that needs a shared secret. */
const algorithms = ["ES384", "RS384"];
/** A token is for one call: clients make them for five minutes, and clocks differ. */
const MAX_AGE = "10 minutes";
const CLOCK_TOLERANCE_SECONDS = 10;
const KEYS_TIMEOUT_MS = 3000;

const isNew = createReplayGuard();
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** The keys of an issuer, fetched when first needed and kept for ten minutes. */
function getKeys(address: string) {
  const known = keySets.get(address) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: KEYS_TIMEOUT_MS });
  keySets.set(address, known);
  return known;
}

let isReported = false;

/** Tells the operator once, in the log of the server, why no call can be taken. */
function reportMissingAddress(): void {
  if (isReported) return;
  isReported = true;
  process.emitWarning(
    "Every call of CDS Hooks is refused: MYOMATCH_CDS_ISSUERS is set, and tokens cannot be checked without MYOMATCH_BASE_URL, the public address of Myomatch.",
    "MyomatchSettings",
  );
}

/**
 * Whether a call comes from a trusted client: its token is signed by the keys of a trusted issuer, made for exactly this
 * address, not expired, and not used before. Why one is refused is said to nobody. Without trusted issuers every call is
 * taken.
 */
export async function isTrusted(request: Request, { issuers, baseUrl }: Settings): Promise<boolean> {
  if (issuers.size === 0) return true;
  if (baseUrl === null) {
    reportMissingAddress();
    return false;
  }
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return false;
  try {
    const issuer = decodeJwt(token).iss ?? "";
    const keys = issuers.get(issuer);
    if (keys === undefined) return false;
    const { payload } = await jwtVerify(token, getKeys(keys), {
      algorithms,
      issuer,
      // The address that the client called: a server behind a proxy is not told its host in a way that can be trusted.
      audience: `${baseUrl}${new URL(request.url).pathname}`,
      requiredClaims: ["exp", "iat", "jti"],
      maxTokenAge: MAX_AGE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    const { jti, exp = 0 } = payload;
    return (
      typeof jti === "string" &&
      jti !== "" &&
      isNew(JSON.stringify([issuer, jti]), exp + CLOCK_TOLERANCE_SECONDS, Date.now() / 1000)
    );
  } catch {
    return false;
  }
}
