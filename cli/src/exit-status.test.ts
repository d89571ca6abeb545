/** Does every command, whatever it is given, end with the status of the one table, say in one line what and where, and never show a stack trace? */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareDatabase } from '@likeness/server/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from './main.ts';
import { freePort } from './test-terminal.ts';
import type { Said, Typed } from './test-typist.ts';

const folder = mkdtempSync(join(tmpdir(), 'likeness-status-'));
const at = (name: string): string => join(folder, name);
const place = { HOME: folder, LIKENESS_DATA_DIR: at('data'), LIKENESS_SECRET_FILE: at('keys/ring.json') };
const noId = '00000000-0000-4000-8000-000000000000';

let database: Awaited<ReturnType<typeof bareDatabase>>;
let typist: ChildProcess;
let answers: AsyncIterator<string>;
/** Answers whatever it is asked with a page to sign in on, as a proxy or a wrong address does. */
let web: Server;
let webPort = 0;

async function types({ args, env, asNobody = false }: Typed): Promise<Said> {
  typist.stdin?.write(`${JSON.stringify({ args, env, asNobody })}\n`);
  const { value } = await answers.next();
  return JSON.parse(String(value));
}

beforeAll(async () => {
  database = await bareDatabase();
  web = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in</html>'));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const address = web.address();
  webPort = typeof address === 'object' && address !== null ? address.port : 0;
  chmodSync(folder, 0o755);
  mkdirSync(at('folder'));
  writeFileSync(at('empty'), '');
  writeFileSync(at('page.html'), '<html>no list, no picture</html>');
  writeFileSync(at('picture'), Buffer.from('ffd8ffe000104a464946000101', 'hex'));
  writeFileSync(at('digits'), `${'0'.repeat(64)}\n`);
  writeFileSync(at('locked'), 'x', { mode: 0o000 });
  typist = spawn(process.execPath, [fileURLToPath(new URL('test-typist.ts', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (typist.stdout !== null) answers = createInterface({ input: typist.stdout })[Symbol.asyncIterator]();
  const made = await types({ args: ['key', 'create', '--scope', 'platform'], env: { ...place, DATABASE_URL: database.url } });
  expect(made.status).toBe(0);
}, 120_000);

afterAll(async () => {
  typist.stdin?.end();
  web.closeAllConnections();
  web.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Which environment a command line is typed in. */
type Where =
  | 'here'
  | 'no data'
  | 'database down'
  | 'database is a web server'
  | 'another key ring'
  | 'storage is a web server'
  | 'storage down';

function environment(where: Where): Readonly<Record<string, string>> {
  const storage = (port: number) => ({
    ...place,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'hush',
  });
  switch (where) {
    case 'here':
      return { ...place, DATABASE_URL: database.url };
    case 'no data':
      return { ...place, DATABASE_URL: '' };
    case 'database down':
      return { ...place, DATABASE_URL: `postgres://ana:hush@127.0.0.1:${downPort}/likeness` };
    case 'database is a web server':
      return { ...place, DATABASE_URL: `postgres://ana:hush@127.0.0.1:${webPort}/likeness` };
    case 'another key ring':
      return { ...place, DATABASE_URL: database.url, LIKENESS_SECRET_FILE: at('other/ring.json') };
    case 'storage is a web server':
      return storage(webPort);
    case 'storage down':
      return storage(downPort);
  }
}
let downPort = 0;
beforeAll(async () => {
  downPort = await freePort();
});

/** What each ends with: the command line, where `@` stands before a name in the test's folder; the status; words of the reason; and where it is typed. */
const rows: readonly (readonly [line: string, status: number, says: string, where?: Where])[] = [
  ['hash @nowhere @folder @empty @page.html @empty/x', 1, 'The file is empty'],
  ['hash @empty', 1, 'It may have been cut off'],
  ['screen @nowhere @empty', 1, 'There is no such file'],
  ['screen @page.html --platform Nobody', 1, 'There is no platform "Nobody"'],
  ['scan @folder', 0, '0 files fingerprinted'],
  ['scan ', 2, 'scan was given an empty name'],
  ['hash ', 2, 'hash was given an empty name'],
  ['scan @nowhere', 1, 'there is no such folder'],
  ['scan @empty', 1, 'is a file, not a folder'],
  ['scan @folder --out @page.html', 3, 'is not a file of results'],
  ['scan @folder --out @folder', 3, 'it is a folder, not a file'],
  ['scan @folder --out @nowhere/x', 3, 'its folder does not exist'],
  ['scan @folder --workers 0', 2, '--workers must be a whole number'],
  ['scan s3://B!', 2, 'A bucket is named as'],
  ['scan s3://media', 3, 'was not answered with a list of objects', 'storage is a web server'],
  ['moderator create --name X --role captain', 2, '--role is'],
  ['moderator reset --name Nobody', 1, 'There is no moderator "Nobody"'],
  ['moderator list', 0, 'There is no moderator yet'],
  ['moderator create --name Ada', 0, 'No server runs on this data folder, so the link begins as these settings say'],
  [`moderator export --id ${noId}`, 1, 'has or had the id'],
  ['moderator erase --id x', 1, 'has or had the id'],
  ['uploader export --ref nobody', 1, 'Nothing is kept under the reference "nobody"'],
  ['uploader erase --ref nobody', 1, 'Nothing is kept under the reference "nobody"'],
  ['uploader erase --ref nobody --platform Nobody', 1, 'There is no platform'],
  ['key create --scope platform --platform Nobody', 1, 'There is no platform'],
  ['platform show --platform Nobody', 1, 'There is no platform'],
  ['platform create', 2, 'needs --name NAME'],
  ['platform list', 0, ''],
  ['platform list x', 2, ''],
  ['platform set', 2, 'needs something to set'],
  ['platform set --restricts sometimes', 2, '--restricts knows'],
  ['platform set --territory MARS', 2, 'MARS'],
  ['platform set --interim 0', 2, '--interim off'],
  ['platform set --target take-it-down=1', 2, 'not the service’s to name'],
  ['bank list', 0, ''],
  ['bank create Hub', 0, ''],
  ['bank create hub', 1, 'There is a bank "hub" already'],
  ['bank set Nobody --on-match hold', 1, 'There is no bank "Nobody"'],
  ['bank set Hub --on-match never', 2, 'hold, review or observe'],
  ['bank enable Nobody', 1, 'There is no bank'],
  ['bank disable Nobody', 1, 'There is no bank'],
  ['bank import Nobody @digits', 1, 'There is no bank'],
  ['bank import Hub @nowhere', 1, 'there is no such file'],
  ['bank import Hub @folder', 1, 'it is a folder, not a file'],
  ['bank import Hub @empty', 1, 'holds no lines'],
  ['bank import Hub @digits', 1, 'say which with --format'],
  ['bank import Hub @page.html', 1, '1 rejected'],
  ['bank import Hub @digits --format nonsense', 2, '--format is one of'],
  ['bank import Hub @picture', 1, 'is no list'],
  ['bank export Nobody', 1, 'There is no bank'],
  ['bank export Hub --to @empty', 3, 'is there already'],
  ['bank withdraw Nobody x', 1, 'There is no bank'],
  ['bank withdraw Hub x', 1, 'Nothing in "Hub" is called "x"'],
  ['bank put-back Hub x', 1, 'Nothing in "Hub" is called "x"'],
  ['bank put-back Hub', 2, 'needs NAME ITEM'],
  ['ledger verify', 0, ''],
  ['ledger verify --checkpoints @nowhere', 1, 'there is no such file'],
  ['ledger verify --checkpoints @empty', 1, 'holds no whole checkpoint'],
  ['ledger verify --checkpoints @folder', 1, 'it is a folder, not a file'],
  ['ledger verify --checkpoints @page.html', 1, 'holds no whole checkpoint'],
  ['ledger export', 2, 'needs --month MONTH'],
  ['ledger export --month 13', 2, '--month is a year and a month, such as 2026-06, not "13"'],
  ['ledger export --month 1970-01', 0, ''],
  ['ledger export --month 2999-01', 1, 'is not over yet'],
  ['ledger verify-export @nowhere', 1, 'there is no such file'],
  ['ledger verify-export @folder', 1, 'it is a folder, not a file'],
  ['ledger verify-export @empty', 1, 'is not whole'],
  ['receipt verify @nowhere', 1, 'there is no such file'],
  ['receipt verify @folder', 1, 'it is a folder, not a file'],
  ['receipt verify @empty', 1, 'holds no receipt'],
  ['report', 2, 'needs --from MONTH'],
  ['report --from 2026-13', 2, '--from is a year and a month, such as 2026-07, not "2026-13"'],
  ['report --from 2026-12 --to 2026-01', 2, '--to 2026-01 is before --from 2026-12'],
  ['report --from 2026-01 --to 2026-03', 2, '2026-01 to 2026-03 is no month, half-year or year'],
  ['report --from 9999-12', 2, 'from 2020 to 2199'],
  ['report --from 2026-01 --platform Nobody', 1, 'There is no platform'],
  ['statement resend', 0, ''],
  ['statement resend --id nobody', 1, 'No statement with the id "nobody"'],
  ['serve', 3, 'cannot be reached', 'database down'],
];
const table = rows.map(([line, status, says, where = 'here']) => ({ line, status, says, where }));

const lineOf = (line: string): string[] => line.split(' ').map((word) => (word.startsWith('@') ? at(word.slice(1)) : word));

/** One line, no trace of a stack, no secret. */
function expectOneLine(said: Said, isJson: boolean): void {
  for (const text of [said.stdout, said.stderr]) {
    expect(text).not.toMatch(/^\s+at |hush|Error:/m);
    if (isJson) for (const line of text.split('\n').filter((each) => each !== '')) expect(() => JSON.parse(line), line).not.toThrow();
  }
}

test.each(table)('likeness $line ends with $status', async ({ line, status, says, where }) => {
  const env = environment(where);
  const said = await types({ args: lineOf(line), env });
  expect(said, line).toMatchObject({ status });
  expect(said.stdout + said.stderr).toContain(says);
  expectOneLine(said, false);
});

describe('with --json', () => {
  test.each(table.filter(({ line, status }) => status !== 0 && !line.startsWith('bank create')))(
    'likeness $line',
    async ({ line, status, where }) => {
      const said = await types({ args: [...lineOf(line), '--json'], env: environment(where) });
      expect(said.status).toBe(status);
      expectOneLine(said, true);
      if (said.stdout === '' && !said.stderr.includes('"event"'))
        expect(JSON.parse(said.stderr)).toEqual({
          error: { code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/), message: expect.any(String) },
        });
    },
  );
});

describe('every command', () => {
  test('stands in the table', () => {
    for (const { words } of commands)
      expect(
        table.some(({ line }) => line.startsWith(words)),
        words,
      ).toBe(true);
  });

  test.each(commands.map(({ words }) => words))('likeness %s: an option that it has not is 2', async (words) => {
    const said = await types({ args: [...words.split(' '), '--nonsense'], env: {} });
    expect(said).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+ see: likeness [^\n]+\n$/) });
  });

  const opening = table.filter(
    ({ line, status }) => status < 2 && !/^(hash|scan|receipt|ledger verify-export|ledger verify --checkpoints)/.test(line),
  );
  const firsts = commands.flatMap(({ words }) => opening.find(({ line }) => line.startsWith(words))?.line ?? []);
  test.each(firsts)('likeness %s: without data, a database or its keys it is 3, and no password is shown', async (line) => {
    const mayCreate = /^(key create|platform set|bank create)/.test(line);
    const reasons: readonly (readonly [Where, RegExp])[] = [
      ...(mayCreate ? [] : [['no data', /There is no Likeness data in /] as const]),
      ['database down', /cannot be reached \(ECONNREFUSED\)/],
      ['database is a web server', /cannot be reached \(it hung up: is it a PostgreSQL\?\)/],
      ['another key ring', /key ring/],
    ];
    for (const [where, reason] of reasons) {
      const said = await types({ args: lineOf(line), env: environment(where) });
      expect([where, said]).toEqual([where, { status: 3, stdout: '', stderr: expect.stringMatching(reason) }]);
      expect(said.stderr).toMatch(/^likeness: [^\n]+\n$/);
      expectOneLine(said, false);
    }
  });

  test('what this user may not read is named, with status 1', async () => {
    for (const line of ['receipt verify @locked', 'ledger verify-export @locked', 'ledger verify --checkpoints @locked']) {
      const said = await types({ args: lineOf(line), env: environment('here'), asNobody: true });
      expect([said.status, said.stderr]).toEqual([1, expect.stringContaining('this user has no permission (EACCES)')]);
    }
  });

  test('no example asks for a month that is not over', () => {
    const months = commands.flatMap(({ examples }) => examples).flatMap(({ line }) => /--month (\S+)/.exec(line)?.slice(1) ?? []);
    expect(months.length).toBeGreaterThan(0);
    for (const month of months) expect(month < new Date().toISOString().slice(0, 7), month).toBe(true);
  });
});

test('the table in the docs has every status that is met here, and no other', () => {
  const docs = readFileSync(new URL('../../docs/operating/README.md', import.meta.url), 'utf8');
  const section = docs.slice(docs.indexOf('## Exit status'), docs.indexOf('## Settings'));
  const rows = [...section.matchAll(/^\| (\d+(?: \+ n)?) \|/gm)].map(([, status = '']) => status);
  expect(rows).toEqual(['0', '1', '2', '3', '70', '128 + n']);
  expect([...new Set(table.map(({ status }) => String(status)))].toSorted()).toEqual(rows.slice(0, 4));
});
