/** Does the server end soon, whoever is connected, and is what was asked before still answered? Real connections. */
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openApp } from './app.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

interface Caller {
  readonly socket: Socket;
  /** Everything heard until the connection ended. */
  readonly heard: Promise<string>;
}

async function caller(port: number, bytes: string): Promise<Caller> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  const heard = new Promise<string>((resolve) => socket.once('close', () => resolve(Buffer.concat(chunks).toString('utf8'))));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  if (bytes !== '') await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
  return { socket, heard };
}

/** A server with one slow answer, which is given when `finish` is called. */
async function open(graceMs: number) {
  const app = openApp(false, { graceMs });
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  app.get('/slow', async () => {
    asked.resolve();
    await answer.promise;
    return 'told';
  });
  app.post('/form', async () => 'read');
  app.get('/quick', async () => 'here');
  const seen = Promise.withResolvers<void>();
  app.addHook('onRequest', async (request) => {
    if (request.method === 'POST') seen.resolve();
  });
  const connections = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let open = 0;
      app.server.on('connection', () => {
        open += 1;
        if (open === count) resolve();
      });
    });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: Number(new URL(address).port), asked: asked.promise, bodyBegun: seen.promise, finish: answer.resolve, connections };
}

const head = (line: string, more = ''): string => `${line} HTTP/1.1\r\nhost: a\r\n${more}\r\n`;

test('connections that said nothing, half a head, or are idle after an answer are let go at once', async () => {
  const { app, port, connections } = await open(3_600_000);
  const all = connections(3);
  const silent = await caller(port, '');
  const half = await caller(port, 'GET / HTTP/1.1\r\nhost: a\r\n');
  const idle = await caller(port, head('GET /quick'));
  await new Promise<void>((resolve) => idle.socket.once('data', () => resolve()));
  await all;
  await app.close();
  expect(await Promise.all([silent.heard, half.heard])).toEqual(['', '']);
  expect(await idle.heard).toContain('here');
});

test('what was asked before is answered, and what is asked on the same connection meanwhile hears that we are stopping', async () => {
  const { app, port, asked, finish } = await open(3_600_000);
  const one = await caller(port, head('GET /slow'));
  await asked;
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  const second = new Promise((resolve) => app.server.once('request', resolve));
  one.socket.write(head('GET /quick', 'connection: keep-alive\r\n'));
  await second;
  finish();
  const heard = await one.heard;
  expect(heard).toContain('told');
  const refusal = heard.slice(heard.indexOf('told'));
  expect(refusal).toContain('HTTP/1.1 503');
  expect(refusal).toContain('connection: close');
  expect(refusal).toContain('application/problem+json');
  expect(refusal).toContain('"server/unready"');
  await closed;
});

test('a request that never comes to its end is let go after the grace period', async () => {
  const { app, port, bodyBegun } = await open(50);
  const half = await caller(port, head('POST /form', 'content-type: application/json\r\ncontent-length: 5000\r\n').concat('{'));
  await bodyBegun;
  await app.close();
  expect(await half.heard).toBe('');
});
