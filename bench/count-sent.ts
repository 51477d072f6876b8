import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Opens a line to a server on this machine that counts every byte the server sends, whoever asked for it. */
export async function countSent(port: number) {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const line = createServer((client) => {
    const server = connect(port, "localhost");
    server.on("data", (chunk) => {
      bytes += chunk.length;
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      // A browser that goes away breaks its line off, which is no fault.
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => line.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(line.address() as AddressInfo).port}`,
    sent: () => bytes,
    close: async () => {
      const closed = new Promise((resolve) => line.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
