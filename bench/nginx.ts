import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "@/scripts/started-server";
import { type Server, start } from "./server";

/**
 * Starts nginx before some servers of this machine, which it asks in turn.
 * @returns null where nginx is not installed
 */
export async function serveThroughNginx(ports: readonly number[]): Promise<Server | null> {
  if (spawnSync("nginx", ["-v"]).error) return null;
  const folder = mkdtempSync(join(tmpdir(), "bench-nginx-"));
  const port = await findFreePort();
  writeFileSync(join(folder, "nginx.conf"), writeConfiguration(port, ports));
  try {
    const server = await start(port, "nginx", ["-p", folder, "-c", "nginx.conf", "-e", "stderr"]);
    return {
      ...server,
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Connections to the servers are kept open, as docs/operating.md asks of a proxy. */
function writeConfiguration(port: number, ports: readonly number[]): string {
  const servers = ports.map((of) => `server 127.0.0.1:${of};`).join(" ");
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`);
  return `daemon off;
worker_processes auto;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  ${folders.join(" ")}
  upstream copies { ${servers} keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    listen [::1]:${port};
    location / {
      proxy_pass http://copies;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
}
