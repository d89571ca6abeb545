/** How does the server stop while callers are connected? Whoever asked something is answered within a grace period; whoever has not asked yet is let go at once. */
import type { Socket } from 'node:net';
import { Problem } from '@likeness/contract';
import type { FastifyInstance } from 'fastify';

/** Long enough for the slowest answer that is worth waiting for; service managers kill after 30 s or more. */
const defaultGraceMs = 10_000;

/**
 * Makes `app.close()` end within `graceMs`: Node stops its own timeouts when a server closes, so one connection that never speaks, or one request that
 * never comes to its end, would keep it waiting for good. A request that begins after `close()` hears `server/unready`.
 */
export function stopInTime(app: FastifyInstance, graceMs = defaultGraceMs): void {
  /** Every connection, with its answers that are still owed. */
  const owed = new Map<Socket, number>();
  let isStopping = false;

  app.server.on('connection', (socket) => {
    owed.set(socket, 0);
    socket.once('close', () => owed.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    owed.set(socket, (owed.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (owed.get(socket) ?? 1) - 1;
      if (!socket.destroyed) owed.set(socket, left);
      // Not destroyed: the last bytes of the answer may still be on their way.
      if (isStopping && left === 0) socket.end();
    });
  });

  app.addHook('onRequest', async (_request, reply) => {
    if (!isStopping) return;
    void reply.header('connection', 'close');
    throw new Problem('server/unready', { retryAfterSeconds: 5 });
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    for (const [socket, answers] of owed) if (answers === 0) socket.destroy();
    const end = setTimeout(() => app.server.closeAllConnections(), graceMs);
    app.server.once('close', () => clearTimeout(end));
    // Without a listening server there is no 'close', and nobody to wait for.
    if (!app.server.listening) clearTimeout(end);
  });
}
