/** What did the operator set, what holds where nothing is set, and which value cannot be right? The only reader of the environment. */
import { isIP, isIPv4, isIPv6 } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { Refusal } from './refusal.ts';
import { type DatabaseUrl, Secret } from './secret.ts';

/** An address range, in the form `net.BlockList.addSubnet` takes. */
export interface AddressRange {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Where people of the console may sign in without a password of ours. */
export interface ProviderSettings {
  /** As it names itself in its discovery document: https, or http on this very machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** The file that holds the client secret. */
  readonly secretFile: string;
  /** As people know it. */
  readonly name: string;
}

/** People whom somebody with a case can write to. They decide nothing. */
export interface HelperSettings {
  /** As people know them. */
  readonly name: string;
  /** When they answer, in the operator's own words. */
  readonly hours: string;
  /** Within how many hours they want to answer. */
  readonly replyHours: number;
}

/** Everything the environment decides. Paths are absolute, URLs have no trailing slash. */
export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Origin under which people and platforms reach this server, such as `https://likeness.example`. */
  readonly publicUrl: string;
  /** Origins that our own pages have in a browser: a form from any other is foreign. */
  readonly ownOrigins: readonly string[];
  /** Whether others than this machine can reach it, by its address or by the one that stands in links. */
  readonly isPublic: boolean;
  /** Null: the bundled PostgreSQL in the data folder. */
  readonly databaseUrl: DatabaseUrl | null;
  /** The key ring's file. */
  readonly secretFile: string;
  readonly requireSandbox: boolean;
  readonly maxUploadBytes: number;
  readonly exitUrl: string;
  /** Private ranges that webhooks and previews may connect to; every other private address is refused. */
  readonly privateTargets: readonly AddressRange[];
  /** Whose X-Forwarded-For is believed: the proxies in front. */
  readonly trustedProxies: readonly AddressRange[];
  /** An item that meets more uploaders than this within a day only asks until a person has looked. */
  readonly floodUploaders: number;
  /** For so many minutes whoever made a decision may take it back; 0: never. */
  readonly undoMinutes: number;
  /** Whether uploads are also compared in parts and tilted, by the job. */
  readonly uploadParts: boolean;
  /** Where the operator's corrections of the laws stand; there need be none. */
  readonly lawsFile: string;
  /** In two capital letters: whom a picture of somebody under 18 is reported to. Null: not set. */
  readonly reportingCountry: string | null;
  /** How many different pictures are enough for a moderator in an hour and in 24 hours. */
  readonly exposure: { readonly anHour: number; readonly aDay: number };
  /** What counts as frequent misuse: at least so many within so many days. */
  readonly misuse: { readonly days: number; readonly least: number };
  /** Where the token for the DSA Transparency Database stands. Null: nothing is sent there. */
  readonly dsaTokenFile: string | null;
  /** Origin of that database. */
  readonly dsaUrl: string;
  /** Whether leads and admins come in by a passkey, and by nothing else. */
  readonly requirePasskeys: boolean;
  /** Null: everybody signs in with a password. */
  readonly provider: ProviderSettings | null;
  /** Null: there is nobody to write to. */
  readonly helpers: HelperSettings | null;
}

/** What the settings need to know about the machine. */
export interface HostFacts {
  readonly uid: number;
  readonly home: string;
  readonly cwd: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One line of `.env.example` and of `likeness serve --help`. */
export interface SettingLine {
  readonly name: string;
  /** What holds when it is not set, as text. */
  readonly fallback: string;
  readonly sentence: string;
}

/** Every variable that is read, with the sentence that explains it. */
export const settingLines: readonly SettingLine[] = [
  {
    name: 'LIKENESS_DATA_DIR',
    fallback: '~/.local/share/likeness',
    sentence: 'Folder for everything that is kept, the bundled PostgreSQL included; for root the default is /var/lib/likeness.',
  },
  { name: 'LIKENESS_HOST', fallback: '127.0.0.1', sentence: 'Address to listen on; 0.0.0.0 listens on all.' },
  { name: 'LIKENESS_PORT', fallback: '8420', sentence: 'Port to listen on, 1 to 65535.' },
  {
    name: 'LIKENESS_PUBLIC_URL',
    fallback: 'http:// with LIKENESS_HOST (localhost where that is 0.0.0.0 or ::) and LIKENESS_PORT, so http://127.0.0.1:8420',
    sentence: 'The address people and platforms use, as it stands in links: scheme, name and port, no path.',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'none: the bundled PostgreSQL is used',
    sentence: 'A PostgreSQL 15 or newer to use, as postgres://user:password@host:5432/database.',
  },
  {
    name: 'LIKENESS_SECRET_FILE',
    fallback: '~/.config/likeness/keyring.json',
    sentence: 'The key ring, made on first start and kept apart from the data; for root the default is /etc/likeness/keyring.json.',
  },
  {
    name: 'LIKENESS_REQUIRE_SANDBOX',
    fallback: '0',
    sentence: 'With 1, refuse to start where pictures cannot be decoded in a full sandbox; with 0, name what is missing and go on.',
  },
  { name: 'LIKENESS_MAX_UPLOAD_BYTES', fallback: '67108864', sentence: 'The largest file that is accepted, in bytes (64 MiB).' },
  {
    name: 'LIKENESS_EXIT_URL',
    fallback: 'https://www.wikipedia.org/',
    sentence: 'Where "Leave now" goes: an ordinary page that says nothing about its reader.',
  },
  {
    name: 'LIKENESS_PRIVATE_TARGETS',
    fallback: 'loopback while LIKENESS_HOST is loopback, else none',
    sentence: 'Private networks that webhooks and previews may reach, as 10.0.0.0/8,192.168.7.5 or the word none.',
  },
  {
    name: 'LIKENESS_TRUSTED_PROXIES',
    fallback: 'loopback while LIKENESS_HOST is loopback, else none',
    sentence:
      'Proxies whose X-Forwarded-For says who calls, as 10.0.0.0/8,192.168.7.5 or the word none: wrong passwords are counted per caller.',
  },
  {
    name: 'LIKENESS_FLOOD_UPLOADERS',
    fallback: '25',
    sentence:
      'How many different uploaders a listed picture may meet within a day; after that it asks instead of holding, until a person has looked.',
  },
  {
    name: 'LIKENESS_UNDO_MINUTES',
    fallback: '10',
    sentence:
      'For how many minutes whoever made a decision may take it back with one button; with 0 nobody may, and a complaint is the way.',
  },
  {
    name: 'LIKENESS_UPLOAD_PARTS',
    fallback: '1',
    sentence:
      'With 1, a listed picture is also looked for in parts of an upload and tilted, within a minute; with 0 this is left out, which spares processor time.',
  },
  {
    name: 'LIKENESS_LAWS_FILE',
    fallback: 'laws.json in LIKENESS_DATA_DIR, where there is one',
    sentence: 'Corrections of the laws as they ship, with their sources; docs/laws.md says what can be corrected.',
  },
  {
    name: 'LIKENESS_REPORTING_COUNTRY',
    fallback: 'none: the console shows every country',
    sentence: 'Where the service is established, in two letters such as US or DE: whom a picture of somebody under 18 is reported to.',
  },
  {
    name: 'LIKENESS_PICTURES_AN_HOUR',
    fallback: '40',
    sentence:
      'How many different pictures a moderator may have shown within an hour; then there is a break. She may choose a lower number.',
  },
  {
    name: 'LIKENESS_PICTURES_A_DAY',
    fallback: '200',
    sentence: 'The same within 24 hours.',
  },
  {
    name: 'LIKENESS_MISUSE_DAYS',
    fallback: '180',
    sentence: 'Within how many days it is counted how often an account posts what is removed, or files what is unfounded (docs/misuse.md).',
  },
  {
    name: 'LIKENESS_MISUSE_LEAST',
    fallback: '3',
    sentence: 'From how many within these days on a lead may warn the account. Both numbers belong in your terms.',
  },
  {
    name: 'LIKENESS_DSA_TOKEN_FILE',
    fallback: 'none: nothing is sent',
    sentence:
      'A file with the token of the DSA Transparency Database: statements of reasons are sent there (docs/transparency-database.md).',
  },
  {
    name: 'LIKENESS_DSA_URL',
    fallback: 'https://transparency.dsa.ec.europa.eu',
    sentence: 'The DSA Transparency Database, or its sandbox: an https address without a path.',
  },
  {
    name: 'LIKENESS_OIDC_ISSUER',
    fallback: 'none: everybody signs in to the console with a password',
    sentence: 'The OpenID Connect provider at which people of the console may sign in, as it names itself, such as https://id.example.',
  },
  {
    name: 'LIKENESS_OIDC_CLIENT_ID',
    fallback: 'none; needed with LIKENESS_OIDC_ISSUER',
    sentence: 'As what this installation is registered there; its return address is LIKENESS_PUBLIC_URL with /console/oidc.',
  },
  {
    name: 'LIKENESS_OIDC_SECRET_FILE',
    fallback: 'none; needed with LIKENESS_OIDC_ISSUER',
    sentence: 'The file that holds the client secret, one line, readable by nobody else.',
  },
  {
    name: 'LIKENESS_OIDC_NAME',
    fallback: 'the host name of LIKENESS_OIDC_ISSUER',
    sentence: 'As your people know it: it stands on the button.',
  },
  {
    name: 'LIKENESS_REQUIRE_PASSKEYS',
    fallback: '0',
    sentence:
      'With 1, leads and admins work at the console only after signing in with a passkey; needs a public URL that is https with a name.',
  },
  {
    name: 'LIKENESS_HELPERS_NAME',
    fallback: 'none: there is nobody to write to',
    sentence: 'The helpers whom somebody with a case can write to, as people know them (docs/helpers.md).',
  },
  {
    name: 'LIKENESS_HELPERS_HOURS',
    fallback: 'none; needed with LIKENESS_HELPERS_NAME',
    sentence: 'When they answer, such as Monday to Friday, 9 to 17; shown as it stands.',
  },
  {
    name: 'LIKENESS_HELPERS_REPLY_HOURS',
    fallback: '24',
    sentence: 'Within how many hours they want to answer; it is told to whoever writes.',
  },
];

const LOOPBACK: readonly AddressRange[] = [
  { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '::1', prefix: 128, family: 'ipv6' },
];

const DEFAULT_UPLOAD_BYTES = 64 * 1024 * 1024;
const LARGEST_UPLOAD_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Reads and checks every setting. An empty value counts as not set.
 * @throws Refusal `config/...` naming the variable and what it should be; a secret's value is never quoted.
 */
export function readSettings(env: Environment, host: HostFacts): Settings {
  const get = (name: string): string | undefined => env[name]?.trim() || undefined;
  const listenHost = hostSetting(get('LIKENESS_HOST'));
  const port = wholeNumber('LIKENESS_PORT', get('LIKENESS_PORT'), { fallback: 8420, least: 1, most: 65_535 });
  const configHome = xdgHome(get('XDG_CONFIG_HOME'), join(host.home, '.config'));
  const dataHome = xdgHome(get('XDG_DATA_HOME'), join(host.home, '.local', 'share'));
  const isRoot = host.uid === 0;
  const publicUrl = originSetting('LIKENESS_PUBLIC_URL', get('LIKENESS_PUBLIC_URL'));
  const dataDir =
    pathSetting('LIKENESS_DATA_DIR', get('LIKENESS_DATA_DIR'), host.cwd) ?? (isRoot ? '/var/lib/likeness' : join(dataHome, 'likeness'));
  const nearby = isLoopback(listenHost) ? LOOPBACK : [];
  return {
    dataDir,
    host: listenHost,
    port,
    publicUrl: publicUrl ?? defaultPublicUrl(listenHost, port),
    ownOrigins: publicUrl === undefined ? originsOf(listenHost, port) : [publicUrl],
    isPublic: !isLoopback(listenHost) || (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))),
    databaseUrl: databaseSetting(get('DATABASE_URL')),
    secretFile:
      pathSetting('LIKENESS_SECRET_FILE', get('LIKENESS_SECRET_FILE'), host.cwd) ??
      (isRoot ? '/etc/likeness/keyring.json' : join(configHome, 'likeness', 'keyring.json')),
    requireSandbox: switchSetting('LIKENESS_REQUIRE_SANDBOX', get('LIKENESS_REQUIRE_SANDBOX')),
    maxUploadBytes: wholeNumber('LIKENESS_MAX_UPLOAD_BYTES', get('LIKENESS_MAX_UPLOAD_BYTES'), {
      fallback: DEFAULT_UPLOAD_BYTES,
      least: 1024,
      most: LARGEST_UPLOAD_BYTES,
    }),
    exitUrl: webAddress('LIKENESS_EXIT_URL', get('LIKENESS_EXIT_URL'))?.href ?? 'https://www.wikipedia.org/',
    privateTargets: rangesSetting('LIKENESS_PRIVATE_TARGETS', get('LIKENESS_PRIVATE_TARGETS')) ?? nearby,
    trustedProxies: rangesSetting('LIKENESS_TRUSTED_PROXIES', get('LIKENESS_TRUSTED_PROXIES')) ?? nearby,
    floodUploaders: wholeNumber('LIKENESS_FLOOD_UPLOADERS', get('LIKENESS_FLOOD_UPLOADERS'), { fallback: 25, least: 1, most: 1_000_000 }),
    undoMinutes: wholeNumber('LIKENESS_UNDO_MINUTES', get('LIKENESS_UNDO_MINUTES'), { fallback: 10, least: 0, most: 1440 }),
    uploadParts: switchSetting('LIKENESS_UPLOAD_PARTS', get('LIKENESS_UPLOAD_PARTS') ?? '1'),
    lawsFile: pathSetting('LIKENESS_LAWS_FILE', get('LIKENESS_LAWS_FILE'), host.cwd) ?? join(dataDir, 'laws.json'),
    reportingCountry: countrySetting('LIKENESS_REPORTING_COUNTRY', get('LIKENESS_REPORTING_COUNTRY')),
    exposure: {
      anHour: wholeNumber('LIKENESS_PICTURES_AN_HOUR', get('LIKENESS_PICTURES_AN_HOUR'), { fallback: 40, least: 1, most: 100_000 }),
      aDay: wholeNumber('LIKENESS_PICTURES_A_DAY', get('LIKENESS_PICTURES_A_DAY'), { fallback: 200, least: 1, most: 100_000 }),
    },
    misuse: {
      days: wholeNumber('LIKENESS_MISUSE_DAYS', get('LIKENESS_MISUSE_DAYS'), { fallback: 180, least: 7, most: 730 }),
      least: wholeNumber('LIKENESS_MISUSE_LEAST', get('LIKENESS_MISUSE_LEAST'), { fallback: 3, least: 2, most: 10_000 }),
    },
    dsaTokenFile: pathSetting('LIKENESS_DSA_TOKEN_FILE', get('LIKENESS_DSA_TOKEN_FILE'), host.cwd) ?? null,
    dsaUrl: tokenOriginSetting('LIKENESS_DSA_URL', get('LIKENESS_DSA_URL')) ?? 'https://transparency.dsa.ec.europa.eu',
    requirePasskeys: switchSetting('LIKENESS_REQUIRE_PASSKEYS', get('LIKENESS_REQUIRE_PASSKEYS')),
    provider: providerSetting(get, host.cwd),
    helpers: helperSetting(get),
  };
}

function refuse(name: string, expected: string, given?: string): never {
  const code = `config/${name
    .replace(/^LIKENESS_/, '')
    .toLowerCase()
    .replaceAll('_', '-')}`;
  throw new Refusal(code, `${name} must be ${expected}${given === undefined ? '' : `, not ${JSON.stringify(given)}`}.`);
}

// The XDG base directory specification: a relative path in these variables is invalid and ignored.
function xdgHome(value: string | undefined, fallback: string): string {
  return value !== undefined && isAbsolute(value) ? value : fallback;
}

function pathSetting(name: string, value: string | undefined, cwd: string): string | undefined {
  if (value === undefined) return undefined;
  if (value.includes('\0') || /[\r\n]/.test(value)) refuse(name, 'a path on one line', value);
  // No shell expands a tilde in a .env file; a folder called "~" is never meant.
  if (value.startsWith('~')) refuse(name, 'a full path, without ~', value);
  return resolve(cwd, value);
}

function hostSetting(value: string | undefined): string {
  if (value === undefined) return '127.0.0.1';
  const bare = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1) : value;
  const isName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(bare) && !/^[\d.]+$/.test(bare);
  if (isIP(bare) === 0 && !isName) refuse('LIKENESS_HOST', 'an address or host name such as 127.0.0.1 or 0.0.0.0, without a port', value);
  return bare;
}

function defaultPublicUrl(host: string, port: number): string {
  // A wildcard address can be listened on but not visited.
  const visited = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return new URL(`http://${isIPv6(visited) ? `[${visited}]` : visited}:${port}`).origin;
}

/** The names of the address that is listened on. Never the Host header: it says what a caller likes, and a page of another site can choose its name's address. */
function originsOf(host: string, port: number): string[] {
  const isLocal = isLoopback(host) || host === '0.0.0.0' || host === '::';
  return [...new Set([host, ...(isLocal ? ['127.0.0.1', 'localhost', '::1'] : [])].map((name) => defaultPublicUrl(name, port)))];
}

function wholeNumber(
  name: string,
  value: string | undefined,
  { fallback, least, most }: { fallback: number; least: number; most: number },
): number {
  if (value === undefined) return fallback;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) refuse(name, `a whole number from ${least} to ${most}`, value);
  return number;
}

function countrySetting(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^[A-Za-z]{2}$/.test(value)) refuse(name, 'a country in two letters such as US or DE', value);
  return value.toUpperCase();
}

function switchSetting(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  return refuse(name, '1 or 0', value);
}

function webAddress(name: string, value: string | undefined): URL | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return refuse(name, 'a web address such as https://likeness.example');
  }
  return url;
}

function originSetting(name: string, value: string | undefined): string | undefined {
  const url = webAddress(name, value);
  if (url === undefined) return undefined;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    refuse(name, 'a scheme, a name and if needed a port, without a path, such as https://likeness.example', value);
  }
  return url.origin;
}

/** A token goes there: over https, or to this very machine. */
function tokenOriginSetting(name: string, value: string | undefined): string | undefined {
  const origin = originSetting(name, value);
  if (origin === undefined) return undefined;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'https:' && !isLoopback(hostname.replace(/^\[|\]$/g, ''))) refuse(name, 'an https address', value);
  return origin;
}

function providerSetting(get: (name: string) => string | undefined, cwd: string): ProviderSettings | null {
  const url = webAddress('LIKENESS_OIDC_ISSUER', get('LIKENESS_OIDC_ISSUER'));
  const clientId = get('LIKENESS_OIDC_CLIENT_ID');
  const secretFile = pathSetting('LIKENESS_OIDC_SECRET_FILE', get('LIKENESS_OIDC_SECRET_FILE'), cwd);
  const name = get('LIKENESS_OIDC_NAME');
  if (url === undefined) {
    if (clientId !== undefined || secretFile !== undefined || name !== undefined)
      refuse('LIKENESS_OIDC_ISSUER', 'set too, as the other LIKENESS_OIDC settings are');
    return null;
  }
  const isHere = isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
  if ((url.protocol !== 'https:' && !isHere) || url.search !== '' || url.hash !== '')
    refuse('LIKENESS_OIDC_ISSUER', 'an https address without a question mark or #, such as https://id.example');
  if (clientId === undefined) return refuse('LIKENESS_OIDC_CLIENT_ID', 'set too, as LIKENESS_OIDC_ISSUER is');
  if (secretFile === undefined) return refuse('LIKENESS_OIDC_SECRET_FILE', 'set too, as LIKENESS_OIDC_ISSUER is');
  if (name !== undefined && !/^\P{C}{1,60}$/u.test(name)) refuse('LIKENESS_OIDC_NAME', 'a name of 1 to 60 characters');
  return { issuer: url.href, clientId, secretFile, name: name ?? url.hostname };
}

function helperSetting(get: (name: string) => string | undefined): HelperSettings | null {
  const [name, hours] = (['LIKENESS_HELPERS_NAME', 'LIKENESS_HELPERS_HOURS'] as const).map((key) => {
    const value = get(key);
    if (value !== undefined && !/^\P{C}{1,80}$/u.test(value)) refuse(key, 'a text of 1 to 80 characters', value);
    return value;
  });
  const replyHours = wholeNumber('LIKENESS_HELPERS_REPLY_HOURS', get('LIKENESS_HELPERS_REPLY_HOURS'), {
    fallback: 24,
    least: 1,
    most: 168,
  });
  if (name === undefined && hours === undefined) return null;
  if (name === undefined) return refuse('LIKENESS_HELPERS_NAME', 'set too, as LIKENESS_HELPERS_HOURS is');
  if (hours === undefined) return refuse('LIKENESS_HELPERS_HOURS', 'set too, as LIKENESS_HELPERS_NAME is');
  return { name, hours, replyHours };
}

function databaseSetting(value: string | undefined): DatabaseUrl | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    // The value is not quoted: it may hold a password.
    return refuse('DATABASE_URL', 'of the form postgres://user:password@host:5432/database');
  }
  return new Secret(value);
}

function rangesSetting(name: string, value: string | undefined): readonly AddressRange[] | undefined {
  if (value === undefined) return undefined;
  if (value === 'none') return [];
  return value.split(',').map((part) => {
    const [address = '', prefixText, ...rest] = part.trim().split('/');
    const widest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
    const prefix = prefixText === undefined ? widest : /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : -1;
    if (widest < 0 || prefix < 0 || prefix > widest || rest.length > 0 || address.includes('%')) {
      refuse(name, 'a comma-separated list of address ranges such as 10.0.0.0/8,fd00::/8, or none', part.trim());
    }
    return { address, prefix, family: widest === 32 ? 'ipv4' : 'ipv6' };
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
