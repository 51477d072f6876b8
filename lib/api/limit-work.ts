/**
 * The most requests whose answers wait to be worked out, of all routes together. An answer takes a few milliseconds of the
 * one thread, so that the last of them waits well under a second.
 */
export const MAX_WAITING = 64;

/** Work for one request, done at once or later. */
export type Work = () => Response | Promise<Response>;

let waiting = 0;
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Begins work that costs time one piece after another. Between two beginnings the server takes what else has come, so
 * that a page does not wait behind all of them. Work that waits for something itself may end after a later piece.
 * @param replyBusy the 503 in the form of the route
 * @returns what the work returns; the reply of `replyBusy` where MAX_WAITING others have not ended
 */
export async function limitWork(work: Work, replyBusy: () => Response): Promise<Response> {
  if (waiting >= MAX_WAITING) return replyBusy();
  waiting += 1;
  try {
    lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)));
    await lastTurn;
    return await work();
  } finally {
    waiting -= 1;
  }
}
