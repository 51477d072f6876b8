import { buildIfChanged } from "./build.mjs";
import { runMain } from "./cli.mjs";
import { install } from "./install.mjs";
import { runNext } from "./next.mjs";
import { requireNode } from "./node-version.mjs";
import { readPort, requireFreePort } from "./port.mjs";
import { recordServer } from "./running-server.mjs";

runMain(async () => {
  requireNode();
  const port = readPort(process.env.PORT);
  // checked before the build too, so that a port in use is reported at once
  await requireFreePort(port);
  await install();
  await buildIfChanged();
  await requireFreePort(port);
  const host = process.env.HOST ? ["--hostname", process.env.HOST] : [];
  return runNext(["start", "--port", String(port), ...host], { onStart: (pid) => recordServer({ pid, port }) });
});
