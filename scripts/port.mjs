import { createServer } from "node:net";
import { Problem } from "./cli.mjs";
import { listServers } from "./running-server.mjs";

/**
 * The port to serve on: 3000 unless `PORT` says otherwise.
 * @param {string | undefined} text
 */
export function readPort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Problem(`PORT is "${text}". Set it to a whole number from 1 to 65535, or leave it out to use 3000.`);
}

/**
 * Refuses a port on which this process cannot serve.
 * @param {number} port
 * @param {{ pid: number, port: number }[]} [servers] those that run from this folder
 * @returns {Promise<void>}
 */
export function requireFreePort(port, servers = listServers()) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(new Problem(explain(error, port, servers))),
    );
    server.listen(port, () => server.close(() => resolve()));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {{ pid: number, port: number }[]} servers
 */
function explain({ code, message }, port, servers) {
  const choose = `choose another port by setting PORT, for example PORT=${port === 3001 ? 3002 : 3001}`;
  const own = servers.find((server) => server.port === port);
  if (code === "EADDRINUSE" && own) {
    return `Port ${port} is taken by a server of this folder that still runs (process ${own.pid}). Stop it, or ${choose}.`;
  }
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program. Stop that program, or ${choose}.`;
  if (code === "EACCES") return `Port ${port} is reserved for administrators: ${choose}.`;
  return `Port ${port} cannot be used (${message}): ${choose}.`;
}
