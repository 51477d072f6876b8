import { existsSync, readdirSync } from "node:fs";
// no window is opened here: the fixtures of ./test, which watch one, are not needed
import { expect, test } from "@playwright/test";
import { pagePaths } from "@/components/site/pages";

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

test.describe("what a cache may keep", () => {
  test("a page or a file of the library: nothing without asking again", async ({ request }) => {
    for (const path of [
      ...pagePaths,
      "/studies/park-2003",
      "/studies/park-2003/sheet.json",
      "/studies/search.json",
      "/studies/bottom-lines.json",
      "/library.json",
      "/sw.js",
      "/icon.svg",
      "/manifest.webmanifest",
    ]) {
      const reply = await request.get(path);
      expect.soft(reply.headers()["cache-control"], path).toBe("public, max-age=0, must-revalidate");
    }
  });

  test("that there is nothing at an address: not at all", async ({ request }) => {
    expect((await request.get("/unknown")).headers()["cache-control"]).toContain("no-store");
  });

  test("a script, which has a hash in its name: for good", async ({ request }) => {
    const page = await (await request.get("/")).text();
    const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "";
    const reply = await request.get(script);
    expect(reply.headers()).toMatchObject({
      "content-type": expect.stringContaining("javascript"),
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
});
