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
