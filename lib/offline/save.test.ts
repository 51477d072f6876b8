import { beforeEach, expect, test } from "vitest";
import { saveFiles } from "./save";
import { createScope, Site } from "./stand-ins";
import { lockName, readCacheKey, type Version, writeCacheKey } from "./version";

let site: Site;
let scope: ReturnType<typeof createScope>;

beforeEach(() => {
  site = new Site();
  scope = createScope(site.fetch);
});

const texts = { "/": "the case", "/about": "methods", "/studies": "every study", "/icon.png": "an icon" };

async function readSavedKeys() {
  return (await scope.cache.keys()).map(readCacheKey).sort();
}

function listKeys(...versions: Version[]) {
  return [...new Set(versions.flatMap(({ files }) => files.map(writeCacheKey)))].sort();
}

test("every file is saved with its content, over four connections", async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`/studies/${at}`, `study ${at}`]));
  const version = site.publish("one", many);
  await saveFiles(version.files, scope);
  expect(await readSavedKeys()).toEqual(listKeys(version));
  for (const file of version.files)
    expect(await (await scope.cache.match(writeCacheKey(file)))?.text()).toBe(many[file.url]);
  expect(site.mostAtOnce).toBe(4);
});

test("of a new version only what changed is fetched, and it lies beside the one before", async () => {
  const before = site.publish("one", texts);
  await saveFiles(before.files, scope);
  site.asked.length = 0;
  const next = site.publish("two", { ...texts, "/about": "methods, newly written" });
  await saveFiles(next.files, scope);
  expect(site.asked).toEqual(["/about"]);
  expect(await readSavedKeys()).toEqual(listKeys(before, next));
});

test.each([
  { how: "is lost on the way", answer: "lost" },
  { how: "is an error", answer: { text: "not found", status: 404 } },
  { how: "is of another version", answer: { text: "methods, older" } },
  { how: "comes from another address", answer: { text: texts["/about"], redirectedTo: "/sign-in" } },
] as const)(
  "a version one file of which $how is not installed; the next attempt fetches the rest",
  async ({ answer }) => {
    const version = site.publish("one", texts);
    site.change("/about", answer);
    await expect(saveFiles(version.files, scope)).rejects.toThrow();
    const kept = await readSavedKeys();
    expect(kept).toEqual(listKeys(version).filter((key) => !key.startsWith("/about?")));

    site.asked.length = 0;
    site.change("/about", { text: texts["/about"] });
    await saveFiles(version.files, scope);
    expect(site.asked).toEqual(["/about"]);
    expect(await readSavedKeys()).toEqual(listKeys(version));
  },
);

test("a version whose server dies leaves the one before whole", async () => {
  const before = site.publish("one", texts);
  await saveFiles(before.files, scope);
  const next = site.publish("two", { ...texts, "/about": "methods, newly written" });
  site.isDown = true;
  await expect(saveFiles(next.files, scope)).rejects.toThrow("lost");
  expect(await readSavedKeys()).toEqual(listKeys(before));
});

test("once a file has failed, no further one is asked for", async () => {
  const { files } = site.publish("one", Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`/${at}`, ""])));
  const requested: string[] = [];
  const fetch = (url: string | Request) => {
    requested.push(String(url));
    if (requested.length === 1) return Promise.reject(new TypeError("lost"));
    return new Promise<Response>((resolve) => setImmediate(() => resolve(new Response())));
  };
  await expect(saveFiles(files, { ...scope, fetch })).rejects.toThrow("lost");
  expect(requested).toHaveLength(4);
});

test("a disk that fills up is given back, but for the version before", async () => {
  const before = site.publish("one", texts);
  await saveFiles(before.files, scope);
  const next = site.publish("two", { "/about": "new", "/studies": "new", "/map": "much too long" });
  scope.cache.bytesLeft = 8;
  await expect(saveFiles(next.files, scope)).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(await readSavedKeys()).toEqual(listKeys(before));
});

test("a version does not rely on a file that another is dropping", async () => {
  const version = site.publish("one", texts);
  await saveFiles(version.files, scope);
  let endDropping = () => {};
  const dropping = scope.locks.request(
    lockName,
    {},
    () =>
      new Promise<void>((resolve) => {
        endDropping = resolve;
      }),
  );
  const saving = saveFiles(version.files, scope);
  for (const entry of await scope.cache.keys()) await scope.cache.delete(entry);
  endDropping();
  await Promise.all([dropping, saving]);
  expect(await readSavedKeys()).toEqual(listKeys(version));
});
