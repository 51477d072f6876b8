import { buildIfChanged } from "./build.mjs";
import { main } from "./cli.mjs";
import { install } from "./install.mjs";
import { next } from "./next.mjs";
import { requireNode } from "./node-version.mjs";
import { readPort, requireFreePort } from "./port.mjs";

main(async () => {
  requireNode();
  const port = readPort(process.env.PORT);
  // asked before the build too, so that nobody waits for a build to hear it
  await requireFreePort(port);
  await install();
  await buildIfChanged();
  await requireFreePort(port);
  return next(["start", "--port", String(port)]);
});
