import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { countSent } from "./count-sent";

test("the line counts what the server sends and not what it is sent", async () => {
  const server = createServer((socket) => socket.once("data", () => socket.end("x".repeat(3000))));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const line = await countSent((server.address() as AddressInfo).port);
  const received = await new Promise<number>((resolve) => {
    let bytes = 0;
    const client = connect(Number(new URL(line.url).port), "localhost");
    client.write("y".repeat(500));
    client.on("data", (chunk) => {
      bytes += chunk.length;
    });
    client.on("close", () => resolve(bytes));
  });
  expect(received).toBe(3000);
  expect(line.sent()).toBe(3000);
  await line.close();
  await new Promise((resolve) => server.close(resolve));
});
