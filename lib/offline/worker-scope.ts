/** What the service worker uses of the browser it runs in. A test passes stand-ins. */
export type WorkerScope = {
  /** of the site: "https://myomatch.example" */
  origin: string;
  caches: { open(name: string): Promise<FileCache> };
  fetch(request: string | Request, init?: RequestInit): Promise<Response>;
  locks: {
    request<Result>(name: string, options: LockOptions, use: (lock: Lock | null) => Promise<Result>): Promise<Result>;
  };
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled?: boolean }): Promise<readonly OpenWindow[]>;
  };
  registration: { readonly installing: object | null; readonly waiting: object | null };
};

export type FileCache = Pick<Cache, "keys" | "match" | "put" | "delete">;

type OpenWindow = { postMessage(message: string): void };
