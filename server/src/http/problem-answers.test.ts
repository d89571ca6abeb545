/** Does an error of the database become what a caller can do about it, in each door's way? */
import { expect, test } from 'vitest';
import { openApp } from './app.ts';
import { frameOfPages } from './calm-page.ts';

const sql = (code: string): Error => Object.assign(new Error('of the driver, with a whole row in it'), { code });

test.each([
  ['a full disk', () => sql('53100'), 503, 'storage/full', '60'],
  ['a full disk under a file of ours', () => sql('ENOSPC'), 503, 'storage/full', '60'],
  ['a connection that broke', () => sql('08006'), 503, 'server/unready', '10'],
  ['a database that stops', () => sql('57P01'), 503, 'server/unready', '10'],
  ['a database that starts', () => sql('57P03'), 503, 'server/unready', '10'],
  ['a socket that nobody listens on', () => Object.assign(sql('ECONNREFUSED'), { syscall: 'connect' }), 503, 'server/unready', '10'],
  ['a connection that ended', () => new Error('Connection terminated unexpectedly'), 503, 'server/unready', '10'],
  ['a mistake of ours', () => sql('42601'), 500, 'server/failed', undefined],
  ['a file that is not there', () => Object.assign(sql('ENOENT'), { syscall: 'open' }), 500, 'server/failed', undefined],
] as const)('%s', async (_what, error, status, code, retryAfter) => {
  const lines: string[] = [];
  const log = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } } as const;
  const app = openApp(log, { frame: frameOfPages({ exitUrl: 'https://weather.example/' }, null) });
  app.get('/', async () => {
    throw error();
  });
  const program = await app.inject({ method: 'GET', url: '/', headers: { accept: 'application/json' } });
  expect([program.statusCode, program.json().code, program.headers['retry-after']]).toEqual([status, code, retryAfter]);
  const person = await app.inject({ method: 'GET', url: '/', headers: { accept: 'text/html' } });
  expect([person.statusCode, person.headers['content-type'], person.headers['retry-after']]).toEqual([
    status,
    'text/html; charset=utf-8',
    retryAfter,
  ]);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('whole row');
});
