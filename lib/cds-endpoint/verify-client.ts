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

/**
 * Whether a call comes from a trusted client: its token is signed by the keys of a trusted issuer, made for exactly this
 * address, not expired, and not used before. Why one is refused is said to nobody. Without trusted issuers every call is
 * taken.
 * @param url the address that was called, as the client knows it
 */
export async function isTrusted(request: Request, url: string, { issuers }: Settings): Promise<boolean> {
  if (issuers.size === 0) return true;
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return false;
  try {
    const issuer = decodeJwt(token).iss ?? "";
    const keys = issuers.get(issuer);
    if (keys === undefined) return false;
    const { payload } = await jwtVerify(token, getKeys(keys), {
      algorithms,
      issuer,
      audience: url,
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
