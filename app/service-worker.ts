/// <reference lib="webworker" />

import { checkFiles } from "@/lib/offline/check-files";
import { saveFiles } from "@/lib/offline/save";
import { serveRequest } from "@/lib/offline/serve";
import { takeOver } from "@/lib/offline/take-over";
import type { Version } from "@/lib/offline/version";
import type { WorkerScope } from "@/lib/offline/worker-scope";

/** Written in front by scripts/service-worker.mjs. */
declare const VERSION: Version;

// the types of a page, which this program is checked with as well, know "self" as a window
const worker = self as unknown as ServiceWorkerGlobalScope;
const { caches, clients, registration } = worker;
const scope: WorkerScope = {
  origin: worker.location.origin,
  caches,
  fetch: (request, init) => fetch(request, init),
  locks: navigator.locks,
  clients,
  registration,
};

worker.addEventListener("install", (event) => event.waitUntil(saveFiles(VERSION.files, scope)));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver(VERSION, scope)));
// A page sends two messages. With a way to reply it asks whether the copy is whole; without one, its reader wants this
// version now.
worker.addEventListener("message", (event) => {
  const [reply] = event.ports;
  if (reply) event.waitUntil(checkFiles(VERSION.files, scope, (found) => reply.postMessage(found)));
  else worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const reply = serveRequest(event.request, VERSION.files, scope);
  if (reply) event.respondWith(reply);
});
