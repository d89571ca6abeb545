/** Does a month of the ledger leave by one command, and can it be checked by another that has nothing but the file? */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './test-terminal.ts';

let terminal: Terminal;
beforeAll(() => {
  terminal = openTerminal();
});
afterAll(() => terminal.end());

const vector = fileURLToPath(new URL('../../vectors/ledger-export-1.jsonl', import.meta.url));

test('a file is checked where there is no installation; what was changed in it is named', async () => {
  const whole = await terminal.likeness(['ledger', 'verify-export', vector]);
  expect(whole).toMatchObject({ status: 0 });
  expect(whole.stdout).toMatch(/^The export of 2026-11 is whole: 4 rows, signed with the key [A-Za-z0-9+/]{43}=\.\n$/);
  const changed = join(terminal.folder, 'changed.jsonl');
  writeFileSync(changed, readFileSync(vector, 'utf8').replace('"rows":17', '"rows":18'));
  const bad = await terminal.likeness(['ledger', 'verify-export', changed, '--json']);
  expect(bad.status).toBe(1);
  expect(JSON.parse(bad.stdout)).toEqual({ whole: false, line: 5, reason: 'row 44 was changed, or does not follow the row before it' });
  const none = await terminal.likeness(['ledger', 'verify-export', join(terminal.folder, 'none')]);
  expect([none.status, none.stderr.includes('there is no such file')]).toEqual([1, true]);
}, 120_000);

test('a month is written for this user alone, and verifies with the key that was printed', async () => {
  const place = terminal.newPlace();
  expect((await terminal.likeness(['key', 'create', '--scope', 'platform'], place)).status).toBe(0);
  const file = join(terminal.folder, 'month.jsonl');
  const made = await terminal.likeness(['ledger', 'export', '--month', '2026-10', '--to', file], place);
  expect(made).toMatchObject({ status: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const verdict = await terminal.likeness(['ledger', 'verify-export', file, '--key', made.stdout.trim()]);
  expect(verdict.stdout).toContain('The export of 2026-10 is whole');
  const again = await terminal.likeness(['ledger', 'export', '--month', '2026-10', '--to', file], place);
  expect([again.status, again.stderr.includes('it is there already')]).toEqual([3, true]);
  const early = await terminal.likeness(['ledger', 'export', '--month', '2999-01', '--to', join(terminal.folder, 'early')], place);
  expect([early.status, early.stderr.includes('is not over yet')]).toEqual([1, true]);
  expect(() => statSync(join(terminal.folder, 'early'))).toThrow('ENOENT');
}, 120_000);
