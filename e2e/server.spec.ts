import { existsSync, readdirSync } from "node:fs";
// no window is opened here: the fixtures of ./test, which watch one, are not needed
import { expect, test } from "@playwright/test";
import { pagePaths } from "@/components/site/pages";
import { recordOrigin } from "@/scripts/frozen-build.mjs";

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
          headers: { "content-type": "application/json" },
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
      "/studies/park-2003/evidence.json",
      "/api/openapi.json",
      "/studies/search.json",
      "/studies/bottom-lines.json",
      "/library.json",
      "/sw.js",
      "/manifest.webmanifest",
    ]) {
      const reply = await request.get(path);
      expect.soft(reply.headers()["cache-control"], path).toBe("public, max-age=0, must-revalidate");
    }
  });

  test("what is not offered, because the tools for assistants are off: not at all", async ({ request }) => {
    const reply = await request.post("/mcp", { data: { jsonrpc: "2.0", id: 1, method: "tools/list" } });
    expect(reply.status()).toBe(404);
    expect(reply.headers()["cache-control"]).toBe("no-store");
  });

  test("that there is nothing at an address: not at all", async ({ request }) => {
    expect((await request.get("/unknown")).headers()["cache-control"]).toContain("no-store");
  });

  test("the summaries, named after their content: for good", async ({ request }) => {
    const page = await (await request.get("/")).text();
    const summaries = /\/summaries\/\w+\.json/.exec(page)?.[0] ?? "";
    const reply = await request.get(summaries);
    expect(reply.headers()).toMatchObject({
      "content-type": expect.stringContaining("application/json"),
      "cache-control": "public, max-age=31536000, immutable",
    });
    const unknown = await request.get(summaries.replace(/\w+\.json/, "0.json"));
    expect(unknown.status()).toBe(404);
    expect(unknown.headers()["cache-control"]).toContain("no-store");
  });

  test("a sign or an icon: for a day, so that no tap asks for it", async ({ request }) => {
    for (const path of ["/icon.svg", "/favicon.ico", "/apple-icon.png", "/icons/192.png"]) {
      expect.soft((await request.get(path)).headers()["cache-control"], path).toBe("public, max-age=86400");
    }
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

test.describe("headers", () => {
  const isolation = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("geolocation=()"),
  };

  test("a page, found or not, may be framed by the record system alone and names the scripts that it runs", async ({
    request,
  }) => {
    for (const path of [...pagePaths, "/studies/park-2003", "/unknown"]) {
      const reply = await request.get(path);
      const { "content-security-policy": header = "", ...headers } = reply.headers();
      expect.soft(headers, path).toMatchObject(isolation);
      expect.soft(header, path).toMatch(new RegExp(`frame-ancestors ${recordOrigin}$`));
      const [, policy = ""] =
        /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await reply.text()) ?? [];
      expect.soft(policy, path).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
      expect.soft(header + policy, path).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:/);
    }
  });

  test("what is no page runs nothing, and is for this site only", async ({ request }) => {
    for (const path of ["/library.json", "/sw.js", "/studies/park-2003/sheet.json", "/api/evidence"]) {
      const { "content-security-policy": policy, ...headers } = (await request.get(path)).headers();
      expect.soft(headers, path).toMatchObject(isolation);
      expect.soft(policy, path).toBe("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
    }
  });

  test("a browser that came by TLS comes by TLS for a year, and no other is told so", async ({ request }) => {
    const readHeader = async (headers: Record<string, string>) =>
      (await request.get("/", { headers })).headers()["strict-transport-security"];
    expect(await readHeader({ "x-forwarded-proto": "https" })).toBe("max-age=31536000");
    expect(await readHeader({ "x-forwarded-proto": "http" })).toBeUndefined();
    expect(await readHeader({})).toBeUndefined();
  });

  test("nobody can have pictures fetched or made smaller", async ({ request }) => {
    expect((await request.get("/_next/image?url=%2Ficons%2F512.png&w=64&q=75")).status()).toBe(404);
  });
});
