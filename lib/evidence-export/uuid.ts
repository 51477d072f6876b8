import { createHash } from "node:crypto";

/** The namespace that RFC 9562 gives to names that are addresses. */
const addresses = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** The UUID of a name (version 5, RFC 9562): the same name has the same one in every build. */
export function createUuid(name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(addresses.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex", 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
