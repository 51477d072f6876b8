import { createHash } from "node:crypto";
import type { Version } from "./version";
import type { FileCache, WorkerScope } from "./worker-scope";

const origin = "https://myomatch.example";

/** In place of a browser's `Cache`: what the worker uses of it. e2e/stand-ins.spec.ts compares the two. */
export class MemoryCache implements FileCache {
  /** how many bytes it still takes */
  bytesLeft = Number.POSITIVE_INFINITY;
  #saved = new Map<string, { body: ArrayBuffer; status: number; headers: Headers }>();

  keys(): Promise<Request[]> {
    return Promise.resolve([...this.#saved.keys()].map((url) => new Request(url)));
  }

  match(request: RequestInfo | URL, { ignoreSearch = false }: CacheQueryOptions = {}): Promise<Response | undefined> {
    const toComparable = (url: string) => (ignoreSearch ? url.replace(/\?.*/, "") : url);
    const target = toComparable(readUrl(request));
    const [, found] = [...this.#saved].find(([url]) => toComparable(url) === target) ?? [];
    return Promise.resolve(found && new Response(found.body, found));
  }

  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    const { status, headers } = response;
    const body = await response.arrayBuffer();
    if (body.byteLength > this.bytesLeft) throw new DOMException("The disk is full.", "QuotaExceededError");
    this.bytesLeft -= body.byteLength;
    await this.delete(request);
    this.#saved.set(readUrl(request), { body, status, headers });
  }

  delete(request: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.#saved.delete(readUrl(request)));
  }
}

function readUrl(request: RequestInfo | URL): string {
  return new URL(request instanceof Request ? request.url : request, origin).href;
}

/** In place of `navigator.locks`, for exclusive locks. e2e/stand-ins.spec.ts compares the two. */
export class MemoryLocks {
  #uses = new Map<string, Promise<unknown>>();

  request<Result>(name: string, { ifAvailable }: LockOptions, use: (lock: Lock | null) => Promise<Result>) {
    const before = this.#uses.get(name);
    if (before && ifAvailable) return use(null);
    const run = async () => {
      await before?.catch(() => undefined);
      try {
        return await use({ name, mode: "exclusive" });
      } finally {
        if (this.#uses.get(name) === current) this.#uses.delete(name);
      }
    };
    const current = Promise.resolve().then(run);
    this.#uses.set(name, current);
    return current;
  }
}

/** In place of a window of the site. */
export class OpenWindow {
  readonly received: string[] = [];

  constructor(public isControlled: boolean) {}

  postMessage(message: string) {
    this.received.push(message);
  }
}

/** Everything that the worker's work is given, in memory; the network is that of a site. */
export function createScope(fetch: WorkerScope["fetch"]) {
  const cache = new MemoryCache();
  const windows: OpenWindow[] = [];
  return {
    cache,
    windows,
    origin,
    caches: { open: () => Promise.resolve(cache) },
    fetch,
    locks: new MemoryLocks(),
    clients: {
      claim() {
        for (const window of windows) window.isControlled = true;
        return Promise.resolve();
      },
      matchAll: ({ includeUncontrolled }: { includeUncontrolled?: boolean }) =>
        Promise.resolve(windows.filter(({ isControlled }) => isControlled || includeUncontrolled)),
    },
    registration: { installing: null as object | null, waiting: null as object | null },
  } satisfies WorkerScope & Record<string, unknown>;
}

type Answer = { text: string; status?: number; redirectedTo?: string } | "lost";

/** In place of the server, and of the way to it. */
export class Site {
  /** every address asked for, in order */
  readonly asked: string[] = [];
  /** how many requests were under way at once at most */
  mostAtOnce = 0;
  /** whether nothing can be reached */
  isDown = false;
  #underWay = 0;
  #answers = new Map<string, Answer>();

  /** Puts a version on the server, in place of the one before: the text of each file by its address. */
  publish(build: string, texts: Record<string, string>): Version {
    this.#answers = new Map(Object.entries(texts).map(([url, text]) => [url, { text }]));
    const files = Object.entries(texts).map(([url, text]) => ({
      url,
      integrity: `sha256-${createHash("sha256").update(text).digest("base64")}`,
    }));
    return { build, files };
  }

  change(url: string, answer: Answer) {
    this.#answers.set(url, answer);
  }

  readonly fetch: WorkerScope["fetch"] = async (request, init = {}) => {
    const { pathname, search } = new URL(readUrl(request));
    this.asked.push(pathname + search);
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    const answer = this.#answers.get(pathname + search) ?? { text: "not found", status: 404 };
    try {
      if (this.isDown || answer === "lost") throw new TypeError("lost");
      if (answer.redirectedTo && init.redirect === "error") throw new TypeError("unexpected redirect");
      // Node.js compares content and hash as a browser does, so this need not be imitated
      const { body } = await fetch(`data:,${encodeURIComponent(answer.text)}`, init);
      return new Response(body, answer);
    } finally {
      this.#underWay -= 1;
    }
  };
}
