import { createBusyReply } from "./responses";

/**
 * The most requests whose answers wait to be worked out, of all routes together. An answer takes milliseconds of the one
 * thread, so that the last of them waits well under a second.
 */
export const MAX_WAITING = 32;

/** Work for one request, done at once or later. */
export type Work = () => Response | Promise<Response>;

let waiting = 0;
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Does work that costs time, one piece after another. Between two pieces the server takes what else has come, so that a
 * page does not wait behind all of them.
 * @returns what the work returns; 503 with Retry-After where MAX_WAITING others wait
 */
export async function limitWork(work: Work): Promise<Response> {
  if (waiting >= MAX_WAITING) return createBusyReply();
  waiting += 1;
  try {
    lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)));
    await lastTurn;
    return await work();
  } finally {
    waiting -= 1;
  }
}
