/** Does `likeness report` print the report of the months that were asked for, and refuse what are none? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './test-terminal.ts';

let terminal: Terminal;
let place: ReturnType<Terminal['newPlace']>;

beforeAll(async () => {
  terminal = openTerminal();
  place = terminal.newPlace();
  // The command that makes a database where there is none.
  expect((await terminal.likeness(['key', 'create', '--scope', 'platform'], place)).status).toBe(0);
}, 120_000);
afterAll(() => terminal.end());

test('a report is printed as text, as CSV and as JSON', async () => {
  const text = await terminal.likeness(['report', '--from', '2026-01', '--to', '2026-06'], place);
  expect([text.status, text.stdout.split('\n')[0]]).toEqual([0, 'Requests received: 0']);
  const csv = await terminal.likeness(['report', '--from', '2026-01', '--csv'], place);
  expect(csv.stdout).toContain('2026-01,received,,,,count,0\r\n');
  const json = await terminal.likeness(['report', '--from', '2026-01', '--to', '2026-12', '--json'], place);
  expect(JSON.parse(json.stdout)).toMatchObject({ format: 'likeness-transparency-report/1', period: '2026' });
}, 120_000);

test('months that make no period, and two forms at once, are refused before anything is opened', async () => {
  for (const args of [[], ['--from', '2026-01', '--to', '2026-05'], ['--from', '2026-13'], ['--from', '2026-01', '--csv', '--json']]) {
    const end = await terminal.likeness(['report', ...args], terminal.newPlace());
    expect([args, end.status, end.stdout]).toEqual([args, 2, '']);
    expect(end.stderr).toMatch(/^(likeness: |\{"error":\{"code":"usage\/report",).+See: likeness report --help("\}\})?\n$/);
  }
}, 120_000);
