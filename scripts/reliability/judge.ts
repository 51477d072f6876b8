import type { Sent } from "./requests";
import type { Received } from "./send";

/** What a reply must not hold: where the program lies, or where in it something failed. */
const leak = /node_modules|\.next\/server|\bat \S+ \(\/|\/scripts\/\w|Internal Server Error/;

/**
 * What is wrong with a reply, with the request; null where nothing is. Refusals are no fault, and neither is 503 with the
 * time to wait.
 */
export function describeFault(
  { method, path, body }: Sent,
  { status, text, retryAfter, fault }: Received,
): string | null {
  const request = `${method} ${path} ${body?.slice(0, 80) ?? ""}`;
  if (fault !== null) return `${request}: ${fault}`;
  if (status >= 500 && !(status === 503 && retryAfter)) return `${request}: ${status}`;
  // A page or a file of the build may name what it likes; a refusal says what was wrong with the request and no more.
  if (status >= 400 && text.startsWith("{") && leak.test(text)) return `${request}: says ${leak.exec(text)?.[0]}`;
  return null;
}

const sorts = ["valid", "nearly valid", "hostile"] as const;

/** A row for each sort of request: how many, what was replied, how quickly. */
export function summarise(
  received: readonly { sort: Sent["sort"]; reply: Pick<Received, "status" | "milliseconds"> }[],
): string[][] {
  return sorts.map((sort) => {
    const replies = received.filter((one) => one.sort === sort).map(({ reply }) => reply);
    const count = (isCounted: (status: number) => boolean) => replies.filter(({ status }) => isCounted(status)).length;
    const times = replies.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const timeOf = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    return [
      sort,
      ...[
        replies.length,
        count((status) => status >= 200 && status < 300),
        count((status) => status >= 300 && status < 400),
        count((status) => status >= 400 && status < 500),
        count((status) => status === 503),
        count((status) => status >= 500 && status !== 503),
        count((status) => status === 0),
      ].map((number) => number.toLocaleString("en-GB")),
      ...[timeOf(0.5), timeOf(0.99), timeOf(1)].map((milliseconds) => milliseconds.toFixed(0)),
    ];
  });
}
