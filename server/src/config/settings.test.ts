import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { describeDatabase, Secret } from './secret.ts';
import { type Environment, readSettings, settingLines } from './settings.ts';

const ana = { uid: 1000, home: '/home/ana', cwd: '/srv/likeness' };
const root = { uid: 0, home: '/root', cwd: '/' };

function refusalOf(env: Environment): Refusal {
  try {
    readSettings(env, ana);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`not refused: ${JSON.stringify(env)}`);
}

test('with nothing set, an ordinary user gets loopback, port 8420 and her XDG folders, and the keys lie outside the data folder', () => {
  expect(readSettings({}, ana)).toEqual({
    dataDir: '/home/ana/.local/share/likeness',
    host: '127.0.0.1',
    isPublic: false,
    port: 8420,
    publicUrl: 'http://127.0.0.1:8420',
    ownOrigins: ['http://127.0.0.1:8420', 'http://localhost:8420', 'http://[::1]:8420'],
    databaseUrl: null,
    secretFile: '/home/ana/.config/likeness/keyring.json',
    requireSandbox: false,
    requirePasskeys: false,
    maxUploadBytes: 67_108_864,
    exitUrl: 'https://www.wikipedia.org/',
    privateTargets: [
      { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
      { address: '::1', prefix: 128, family: 'ipv6' },
    ],
    trustedProxies: [
      { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
      { address: '::1', prefix: 128, family: 'ipv6' },
    ],
    floodUploaders: 25,
    undoMinutes: 10,
    uploadParts: true,
    lawsFile: '/home/ana/.local/share/likeness/laws.json',
    reportingCountry: null,
    exposure: { anHour: 40, aDay: 200 },
    misuse: { days: 180, least: 3 },
    dsaTokenFile: null,
    dsaUrl: 'https://transparency.dsa.ec.europa.eu',
    provider: null,
    helpers: null,
  });
});

test('root gets the system folders', () => {
  const settings = readSettings({ XDG_DATA_HOME: '/x' }, root);
  expect(settings.dataDir).toBe('/var/lib/likeness');
  expect(settings.secretFile).toBe('/etc/likeness/keyring.json');
});

test('XDG folders are honoured when absolute and ignored when relative, as their specification says', () => {
  expect(readSettings({ XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/conf' }, ana)).toMatchObject({
    dataDir: '/data/likeness',
    secretFile: '/conf/likeness/keyring.json',
  });
  expect(readSettings({ XDG_DATA_HOME: 'data' }, ana).dataDir).toBe('/home/ana/.local/share/likeness');
});

test('an empty value counts as not set', () => {
  const empty = Object.fromEntries(settingLines.map(({ name }) => [name, ' ']));
  expect(readSettings(empty, ana)).toEqual(readSettings({}, ana));
});

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ LIKENESS_PUBLIC_URL: 'http://localhost:8420' }, false],
  [{ LIKENESS_PUBLIC_URL: 'http://[::1]:8420' }, false],
  [{ LIKENESS_HOST: '0.0.0.0' }, true],
  [{ LIKENESS_PUBLIC_URL: 'https://likeness.example' }, true],
])('with %o others can reach it: %s', (environment, isPublic) => {
  expect(readSettings(environment, ana).isPublic).toBe(isPublic);
});

test('every value that is set is taken, and relative paths start where the command was started', () => {
  const settings = readSettings(
    {
      LIKENESS_DATA_DIR: 'data',
      LIKENESS_HOST: '0.0.0.0',
      LIKENESS_PORT: '80',
      LIKENESS_PUBLIC_URL: 'https://likeness.example/',
      DATABASE_URL: 'postgresql://ana:hush@db.example:5433/likeness',
      LIKENESS_SECRET_FILE: '/run/keys/ring.json',
      LIKENESS_REQUIRE_SANDBOX: '1',
      LIKENESS_REQUIRE_PASSKEYS: '1',
      LIKENESS_MAX_UPLOAD_BYTES: '1048576',
      LIKENESS_EXIT_URL: 'https://weather.example/today',
      LIKENESS_PRIVATE_TARGETS: '10.0.0.0/8, 192.168.7.5,fd00::/8',
      LIKENESS_TRUSTED_PROXIES: '10.1.0.1',
    },
    ana,
  );
  expect(settings).toMatchObject({
    dataDir: '/srv/likeness/data',
    host: '0.0.0.0',
    port: 80,
    publicUrl: 'https://likeness.example',
    ownOrigins: ['https://likeness.example'],
    trustedProxies: [{ address: '10.1.0.1', prefix: 32, family: 'ipv4' }],
    secretFile: '/run/keys/ring.json',
    requireSandbox: true,
    requirePasskeys: true,
    maxUploadBytes: 1_048_576,
    exitUrl: 'https://weather.example/today',
    privateTargets: [
      { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
      { address: '192.168.7.5', prefix: 32, family: 'ipv4' },
      { address: 'fd00::', prefix: 8, family: 'ipv6' },
    ],
  });
  expect(settings.databaseUrl?.reveal()).toBe('postgresql://ana:hush@db.example:5433/likeness');
});

test('without a public URL the links use the address listened on; a wildcard address becomes one that can be visited', () => {
  expect(readSettings({ LIKENESS_HOST: '::1', LIKENESS_PORT: '9000' }, ana).publicUrl).toBe('http://[::1]:9000');
  expect(readSettings({ LIKENESS_HOST: '0.0.0.0' }, ana).publicUrl).toBe('http://localhost:8420');
  expect(readSettings({ LIKENESS_HOST: 'box.lan', LIKENESS_PORT: '80' }, ana).publicUrl).toBe('http://box.lan');
});

test('without a public URL our own pages have the names of the address listened on, and no other', () => {
  expect(readSettings({ LIKENESS_HOST: 'box.lan', LIKENESS_PORT: '9000' }, ana).ownOrigins).toEqual(['http://box.lan:9000']);
  expect(readSettings({ LIKENESS_HOST: '0.0.0.0' }, ana).ownOrigins).toEqual([
    'http://localhost:8420',
    'http://127.0.0.1:8420',
    'http://[::1]:8420',
  ]);
});

test('private targets default to none as soon as the server listens beyond loopback, and the word none empties them', () => {
  expect(readSettings({ LIKENESS_HOST: '0.0.0.0' }, ana).privateTargets).toEqual([]);
  expect(readSettings({ LIKENESS_PRIVATE_TARGETS: 'none' }, ana).privateTargets).toEqual([]);
  expect(readSettings({ LIKENESS_HOST: 'localhost' }, ana).privateTargets).toHaveLength(2);
});

test.each([
  ['LIKENESS_DATA_DIR', '~/likeness'],
  ['LIKENESS_SECRET_FILE', '~root/keys'],
  ['LIKENESS_HOST', '127.0.0.1:8420'],
  ['LIKENESS_HOST', '999.1.1.1'],
  ['LIKENESS_HOST', 'two words'],
  ['LIKENESS_PORT', '0'],
  ['LIKENESS_PORT', '65536'],
  ['LIKENESS_PORT', '8420a'],
  ['LIKENESS_PORT', '-1'],
  ['LIKENESS_PUBLIC_URL', 'likeness.example'],
  ['LIKENESS_PUBLIC_URL', 'https://likeness.example/path'],
  ['LIKENESS_PUBLIC_URL', 'ftp://likeness.example'],
  ['LIKENESS_PUBLIC_URL', 'https://ana:hush@likeness.example'],
  ['DATABASE_URL', 'mysql://ana:hush@db/likeness'],
  ['DATABASE_URL', 'postgres://ana:hush@db'],
  ['DATABASE_URL', 'hush'],
  ['LIKENESS_REQUIRE_SANDBOX', 'perhaps'],
  ['LIKENESS_REQUIRE_PASSKEYS', 'leads'],
  ['LIKENESS_MAX_UPLOAD_BYTES', '64MB'],
  ['LIKENESS_MAX_UPLOAD_BYTES', '10'],
  ['LIKENESS_EXIT_URL', 'javascript:alert(1)'],
  ['LIKENESS_PRIVATE_TARGETS', '10.0.0.0/33'],
  ['LIKENESS_PRIVATE_TARGETS', 'localhost'],
  ['LIKENESS_PRIVATE_TARGETS', '10.0.0.0/8,,'],
  ['LIKENESS_PRIVATE_TARGETS', 'fe80::1%eth0'],
  ['LIKENESS_TRUSTED_PROXIES', 'true'],
])('%s=%s is refused in one line that names the variable and shows no password', (name, value) => {
  const refusal = refusalOf({ [name]: value });
  expect(refusal.message).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`));
  expect(refusal.message).not.toContain('hush');
  expect(refusal.code).toMatch(/^config\/[a-z-]+$/);
  expect(refusal.exitCode).toBe(3);
});

test('a token goes to an https address, or to this very machine', () => {
  expect(readSettings({ LIKENESS_DSA_URL: 'https://sandbox.example/', LIKENESS_DSA_TOKEN_FILE: 'token' }, ana)).toMatchObject({
    dsaUrl: 'https://sandbox.example',
    dsaTokenFile: '/srv/likeness/token',
  });
  expect(readSettings({ LIKENESS_DSA_URL: 'http://127.0.0.1:9000' }, ana).dsaUrl).toBe('http://127.0.0.1:9000');
  for (const url of ['http://sandbox.example', 'https://sandbox.example/api/v1', 'sandbox'])
    expect(refusalOf({ LIKENESS_DSA_URL: url }).code).toBe('config/dsa-url');
});

test('an identity provider is named whole, over https or on this very machine', () => {
  const whole = {
    LIKENESS_OIDC_ISSUER: 'https://id.example/realms/a',
    LIKENESS_OIDC_CLIENT_ID: 'likeness',
    LIKENESS_OIDC_SECRET_FILE: 'oidc',
  };
  expect(readSettings(whole, ana).provider).toEqual({
    issuer: 'https://id.example/realms/a',
    clientId: 'likeness',
    secretFile: `${ana.cwd}/oidc`,
    name: 'id.example',
  });
  expect(readSettings({ ...whole, LIKENESS_OIDC_NAME: 'Harbour ID' }, ana).provider?.name).toBe('Harbour ID');
  expect(readSettings({ ...whole, LIKENESS_OIDC_ISSUER: 'http://localhost:9000' }, ana).provider?.issuer).toBe('http://localhost:9000/');
  for (const [wrong, name] of [
    [{ LIKENESS_OIDC_ISSUER: 'http://id.example' }, 'ISSUER'],
    [{ LIKENESS_OIDC_ISSUER: 'https://id.example/?a=b' }, 'ISSUER'],
    [{ LIKENESS_OIDC_ISSUER: '' }, 'ISSUER'],
    [{ LIKENESS_OIDC_CLIENT_ID: '' }, 'CLIENT_ID'],
    [{ LIKENESS_OIDC_SECRET_FILE: '' }, 'SECRET_FILE'],
    [{ LIKENESS_OIDC_NAME: 'x'.repeat(61) }, 'NAME'],
  ] as const)
    expect(() => readSettings({ ...whole, ...wrong }, ana)).toThrow(`LIKENESS_OIDC_${name} must be`);
});

test('helpers are named whole or not at all', () => {
  const whole = { LIKENESS_HELPERS_NAME: 'Harbour Aid', LIKENESS_HELPERS_HOURS: 'Monday to Friday, 9 to 17' };
  expect(readSettings(whole, ana).helpers).toEqual({ name: 'Harbour Aid', hours: 'Monday to Friday, 9 to 17', replyHours: 24 });
  for (const [wrong, named] of [
    [{ LIKENESS_HELPERS_NAME: 'Harbour Aid' }, 'HOURS'],
    [{ LIKENESS_HELPERS_HOURS: 'always' }, 'NAME'],
    [{ ...whole, LIKENESS_HELPERS_NAME: 'x'.repeat(81) }, 'NAME'],
    [{ ...whole, LIKENESS_HELPERS_REPLY_HOURS: '0' }, 'REPLY_HOURS'],
  ] as const)
    expect(() => readSettings(wrong, ana)).toThrow(`LIKENESS_HELPERS_${named}`);
});

test('.env.example lists every setting with its sentence and default, and no other', () => {
  const expected = settingLines.map(({ name, fallback, sentence }) => `# ${sentence}\n# Default: ${fallback}\n#${name}=\n`).join('\n');
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  expect(text.slice(text.indexOf('\n\n') + 2)).toBe(expected);
});

test('the defaults that .env.example states are the defaults that hold', () => {
  const settings = readSettings({}, ana);
  const stated = (name: string): string | undefined => settingLines.find((line) => line.name === name)?.fallback.replace(/^~/, ana.home);
  expect(stated('LIKENESS_DATA_DIR')).toBe(settings.dataDir);
  expect(stated('LIKENESS_SECRET_FILE')).toBe(settings.secretFile);
  expect(stated('LIKENESS_HOST')).toBe(settings.host);
  expect(stated('LIKENESS_PORT')).toBe(String(settings.port));
  expect(stated('LIKENESS_PUBLIC_URL')).toContain(`, so ${settings.publicUrl}`);
  expect(readSettings({ LIKENESS_PORT: '9000' }, ana).publicUrl).toBe('http://127.0.0.1:9000');
  expect(readSettings({ LIKENESS_HOST: '192.168.7.5' }, ana).publicUrl).toBe('http://192.168.7.5:8420');
  for (const all of ['0.0.0.0', '::']) expect(readSettings({ LIKENESS_HOST: all }, ana).publicUrl).toBe('http://localhost:8420');
  expect(stated('LIKENESS_MAX_UPLOAD_BYTES')).toBe(String(settings.maxUploadBytes));
  expect(stated('LIKENESS_EXIT_URL')).toBe(settings.exitUrl);
});

test('a secret shows itself in no string, JSON or inspection, and a database is described without its password', () => {
  const url = new Secret('postgres://ana:hush@db.example:5433/likeness?sslmode=require');
  const shown = [String(url), `${url}`, JSON.stringify({ url }), inspect({ url }, { showHidden: true, depth: 9 }), Object.keys(url).join()];
  expect(shown.join(' ')).not.toContain('hush');
  expect(url.reveal()).toContain('hush');
  expect(describeDatabase(url)).toBe('db.example:5433/likeness');
});

test('a refusal stays on one line whatever it quotes', () => {
  expect(new Refusal('postgres/unreachable', 'first\nsecond\r\n third').message).toBe('first second third');
});
