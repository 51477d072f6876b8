import { BlockList, isIP } from "node:net";

/** Addresses of IPv4 that are not of the public internet, by the registry of special-purpose addresses (RFC 6890). */
const reservedV4 = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  reservedV4.addSubnet(network, prefix, "ipv4");
}

/** Of IPv6 only this network is public, without the parts of it that hold an address of IPv4 or stand in documents. */
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");
const reservedV6 = new BlockList();
reservedV6.addSubnet("2001::", 23, "ipv6");
reservedV6.addSubnet("2001:db8::", 32, "ipv6");
reservedV6.addSubnet("2002::", 16, "ipv6");
reservedV6.addSubnet("3fff::", 20, "ipv6");

/** Whether an address belongs to the public internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !reservedV4.check(address, "ipv4");
  return family === 6 && globalV6.check(address, "ipv6") && !reservedV6.check(address, "ipv6");
}
