/** Is a receipt checked from a terminal, by somebody who has nothing but the file? */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './test-terminal.ts';

let terminal: Terminal;
beforeAll(() => {
  terminal = openTerminal();
});
afterAll(() => terminal.end());

const vector = fileURLToPath(new URL('../../vectors/receipt-1.txt', import.meta.url));

test('a whole one says what it proves and no more; a changed one, another key and a file without one are named', async () => {
  const whole = await terminal.likeness(['receipt', 'verify', vector]);
  expect(whole.status).toBe(0);
  expect(whole.stdout).toContain('LK-7Q2M-9XKA-0RTE-5 came in at 2026-11-21T14:05:00.000Z for Harbour Photos');
  expect(whole.stderr).toContain('It does not prove who sent it, or that it is true.');
  const changed = join(terminal.folder, 'changed.txt');
  writeFileSync(changed, readFileSync(vector, 'utf8').replace('2026-11-21', '2026-11-20'));
  const bad = await terminal.likeness(['receipt', 'verify', changed, '--json']);
  expect([bad.status, JSON.parse(bad.stdout)]).toEqual([
    1,
    { isWhole: false, number: 'LK-7Q2M-9XKA-0RTE-5', reason: 'it was changed after it was signed' },
  ]);
  const other = await terminal.likeness(['receipt', 'verify', vector, '--key', 'AAAA']);
  expect([other.status, other.stdout.includes('signed with another key')]).toEqual([1, true]);
  writeFileSync(changed, 'nothing');
  expect((await terminal.likeness(['receipt', 'verify', changed])).stderr).toContain('holds no receipt');
}, 120_000);
