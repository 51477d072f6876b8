import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "./test";

test.describe("the connection after a body that is too large", () => {
  for (const { name, body } of [
    { name: "200 kB at once", body: () => "x".repeat(200_000) },
    { name: "3 MB in chunks", body: () => new Blob(["x".repeat(3_000_000)]).stream() },
  ]) {
    test(`${name}: the next request is answered`, async ({ baseURL }) => {
      // Node's own fetch, because it sends the next request on the same connection if it may
      const post = async (sent: BodyInit) => {
        const reply = await fetch(`${baseURL}/api/evidence`, {
          method: "POST",
          body: sent,
          duplex: "half",
        } as RequestInit);
        // a connection is free for the next request once the reply was read to its end
        await reply.text();
        return reply.status;
      };
      // Who is still sending when the server closes may find the connection closed before the reply is read.
      expect([413, "closed"]).toContain(await post(body()).catch(() => "closed"));
      expect(await post("{}")).toBe(200);
    });
  }
});

test("addresses of unknown studies are not found, and leave nothing on the server", async ({ request }) => {
  for (let number = 1; number <= 50; number += 1) {
    const reply = await request.get(`/studies/unknown-${number}`);
    expect(reply.status()).toBe(404);
    expect(reply.headers()["cache-control"]).toContain("no-store");
  }
  // where the server puts a page that it renders on demand: beside those of the build, or in a folder of its own
  const files = [".next/server/app", ".next/server/route-cache"].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [],
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => path.includes("unknown-"))).toEqual([]);
});
