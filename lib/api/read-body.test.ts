import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BODY_DEADLINE_MS, MAX_BODY_BYTES, readBody } from "./read-body";

const json = { "content-type": "application/json" };

function createRequest(body: BodyInit | ReadableStream, headers: HeadersInit = json): Request {
  return new Request("https://app.example/api/evidence", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

function createRefusal(status: number, sentence: string) {
  return { ok: false, status, errors: [{ path: "", message: expect.stringContaining(sentence) }] };
}

describe("the size of a body", () => {
  const tooLarge = createRefusal(413, "larger than 64 kB");
  const largest = `{${" ".repeat(63_998)}}`;

  test("64 kB are read, and one byte more is not", async () => {
    expect(MAX_BODY_BYTES).toBe(64_000);
    expect(largest).toHaveLength(64_000);
    expect(await readBody(createRequest(largest))).toEqual({ ok: true, text: largest });
    expect(await readBody(createRequest(` ${largest}`))).toEqual(tooLarge);
  });

  test("bytes are counted, not letters", async () => {
    // letters of two bytes each
    expect(await readBody(createRequest("é".repeat(32_001)))).toEqual(tooLarge);
    expect(await readBody(createRequest("é".repeat(32_000)))).toEqual({ ok: true, text: "é".repeat(32_000) });
  });

  test("a body without end is left after the limit", async () => {
    let sent = 0;
    let isLeft = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
      cancel() {
        isLeft = true;
      },
    });
    expect(await readBody(createRequest(endless))).toEqual(tooLarge);
    expect(sent).toBeLessThan(70);
    expect(isLeft).toBe(true);
  });
});

test("a letter that comes in two pieces is one letter, and no body is an empty one", async () => {
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of [new Uint8Array([0x22, 0xc3]), new Uint8Array([0xa9, 0x22])]) controller.enqueue(piece);
      controller.close();
    },
  });
  expect(await readBody(createRequest(pieces))).toEqual({ ok: true, text: '"é"' });
  const empty = new Request("https://app.example/", { method: "POST", headers: json });
  expect(await readBody(empty)).toEqual({ ok: true, text: "" });
});

describe("the time that a body may take", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("one that trickles is left when its time is over, and not before", async () => {
    expect(BODY_DEADLINE_MS).toBe(10_000);
    let isLeft = false;
    const trickling = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        if (!isLeft) controller.enqueue(new Uint8Array([32]));
      },
      cancel() {
        isLeft = true;
      },
    });
    const read = readBody(createRequest(trickling));
    await vi.advanceTimersByTimeAsync(BODY_DEADLINE_MS - 1);
    expect(isLeft).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isLeft).toBe(true);
    expect(await read).toEqual(createRefusal(408, "within 10 seconds"));
  });

  test("one that arrived leaves no timer behind", async () => {
    await readBody(createRequest("{}"));
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("a body that is broken off is refused, and nothing is thrown", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("aborted"));
    },
  });
  expect(await readBody(createRequest(broken))).toEqual(createRefusal(400, "broken off"));
});

describe("what a body is, by its headers", () => {
  test.each<[HeadersInit]>([
    [{ "content-type": "application/json" }],
    [{ "content-type": "Application/JSON; charset=UTF-8" }],
    [{ "content-type": 'application/fhir+json;charset="utf-8"' }],
    [{ "content-type": "application/json", "content-encoding": "identity" }],
  ])("%j is read", async (headers) => {
    expect(await readBody(createRequest("{}", headers))).toEqual({ ok: true, text: "{}" });
  });

  test.each<[HeadersInit]>([
    [{}],
    [{ "content-type": "text/plain" }],
    [{ "content-type": "application/jsonp" }],
    [{ "content-type": "application/x-www-form-urlencoded" }],
    [{ "content-type": "application/json; charset=iso-8859-1" }],
    [{ "content-type": "application/json", "content-encoding": "gzip" }],
  ])("%j is refused", async (headers) => {
    expect(await readBody(createRequest(new Blob(["{}"]).stream(), headers))).toEqual(
      createRefusal(415, "content-type application/json"),
    );
  });
});
