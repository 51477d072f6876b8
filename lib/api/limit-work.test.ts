import { expect, test } from "vitest";
import { limitWork, MAX_WAITING } from "./limit-work";
import { createBusyReply } from "./responses";

const reply = () => new Response("done");

test("as many as may wait are answered, one more is told to come again, and later ones are answered", async () => {
  const replies = await Promise.all(Array.from({ length: MAX_WAITING + 1 }, () => limitWork(reply, createBusyReply)));
  expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: MAX_WAITING }, () => 200), 503]);
  const refused = replies.at(-1);
  expect(refused?.headers.get("retry-after")).toBe("1");
  expect(refused?.headers.get("cache-control")).toBe("no-store");
  expect(await refused?.json()).toEqual({ errors: [{ path: "", message: expect.stringMatching(/^[A-Z].*\.$/) }] });
  expect((await limitWork(reply, createBusyReply)).status).toBe(200);
});

test("work is done in its order, and something else gets its turn between two pieces", async () => {
  const done: string[] = [];
  const note = (name: string) => () => {
    done.push(name);
    setImmediate(() => done.push(`page after ${name}`));
    return reply();
  };
  await Promise.all([limitWork(note("first"), createBusyReply), limitWork(note("second"), createBusyReply)]);
  expect(done).toEqual(["first", "page after first", "second"]);
});

test("work that fails gives its place back", async () => {
  const fail = () => {
    throw new Error("failed");
  };
  for (let tries = 0; tries < 2 * MAX_WAITING; tries += 1)
    await expect(limitWork(fail, createBusyReply)).rejects.toThrow("failed");
  expect((await limitWork(reply, createBusyReply)).status).toBe(200);
});
