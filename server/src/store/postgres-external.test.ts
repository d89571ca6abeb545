/** Is an unusable DATABASE_URL refused in one line, without its password? */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { Refusal } from '../config/refusal.ts';
import { Secret } from '../config/secret.ts';
import { connectionFor, openPostgres } from './postgres.ts';
import { checkExternalPostgres } from './postgres-external.ts';
import type {} from './test-cluster.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function refusalOf(url: string): Promise<Refusal> {
  const outcome = await checkExternalPostgres(new Secret(url)).catch((error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error('was not refused', { cause: outcome });
  expect(outcome.message).toMatch(/^[^\n]+[.8]$/);
  expect(outcome.message).not.toContain('hush');
  return outcome;
}

async function listening(answer: (socket: Socket) => void): Promise<number> {
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const address = opened.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('postgres'));
  change(url);
  return url.href;
}

test('a PostgreSQL that answers is used by server and command, and stopping leaves it alone', async () => {
  const settings = { dataDir: '/nowhere', databaseUrl: new Secret(inject('postgres')) };
  for (const open of [openPostgres, connectionFor]) {
    const postgres = await open(settings, { log: () => {} });
    expect(postgres.bundled).toBe(false);
    expect(postgres.url.reveal()).toBe(inject('postgres'));
    await postgres.stop();
  }
  await checkExternalPostgres(settings.databaseUrl);
});

test('nobody listening', async () => {
  const port = await listening(() => {});
  await new Promise((resolve) => server?.close(resolve));
  const refusal = await refusalOf(`postgres://ana:hush@127.0.0.1:${port}/likeness`);
  expect(refusal).toMatchObject({ code: 'postgres/unreachable', exitCode: 3 });
  expect(refusal.message).toContain(`127.0.0.1:${port}/likeness cannot be reached (ECONNREFUSED)`);
});

test('a name that does not exist', async () => {
  expect((await refusalOf('postgres://ana:hush@db.invalid/likeness')).code).toBe('postgres/unreachable');
});

test('something that listens but is not PostgreSQL', async () => {
  const port = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect((await refusalOf(`postgres://ana:hush@127.0.0.1:${port}/likeness`)).code).toBe('postgres/unreachable');
});

test('a wrong password', async () => {
  expect(
    (
      await refusalOf(
        changed((url) => {
          url.password = 'hush';
        }),
      )
    ).code,
  ).toBe('postgres/sign-in');
});

test('a database that does not exist', async () => {
  const refusal = await refusalOf(
    changed((url) => {
      url.pathname = '/absent';
    }),
  );
  expect(refusal.code).toBe('postgres/no-database');
  expect(refusal.message).toContain('/absent');
});

test('a PostgreSQL that is too old', async () => {
  const message = (type: string, ...parts: (string | number[])[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : Buffer.from(part))));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const column = (name: string, type: number): (string | number[])[] => [
    name,
    [0, 0, 0, 0, 0, 0, 0, 0, 0, type, 255, 255, 255, 255, 255, 255, 0, 0],
  ];
  const value = (text: string): number[] => [0, 0, 0, text.length, ...Buffer.from(text)];
  const ready = message('Z', [...Buffer.from('I')]);
  // As much of the protocol as one question needs (PostgreSQL documentation, 55.7 Message Formats).
  const port = await listening((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', [0, 0, 0, 0]), ready]));
      socket.once('data', () => {
        const columns = message('T', [0, 3], ...column('version', 25), ...column('number', 23), ...column('encoding', 25));
        const row = message('D', [0, 3], value('14.9'), value('140009'), value('UTF8'));
        socket.write(Buffer.concat([columns, row, message('C', 'SELECT 1'), ready]));
      });
    });
  });
  const refusal = await refusalOf(`postgres://ana:hush@127.0.0.1:${port}/likeness`);
  expect(refusal.code).toBe('postgres/too-old');
  expect(refusal.message).toContain('version 14.9; Likeness needs 15 or newer');
});
