/** Does an uploader get what is hers and nothing of anybody else's, and is what was erased gone? The same for somebody who worked at the console. */
import { accountStatement, measureReasonsFor } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid } from '../config/random.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole } from '../http/test-console.ts';
import { setActsOn } from './also-acted-on.ts';
import { complainAboutMeasure } from './misuse.ts';
import { eraseModerator, moderatorExport } from './moderator-data.ts';
import { endAccess } from './people.ts';
import { screen } from './screen.ts';
import { type AccountHeld, eraseUploader, type UploadHeld, uploaderCounts, uploaderExport } from './subject-data.ts';

let desk: TestConsole;
let ines: Seat;
let noor: Seat;

const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const uploads = async (contentId: string, uploaderRef: string): Promise<void> => {
  const url = `https://photos.example/p/${contentId}`;
  const facts = { contentId, url, uploaderRef, links: [], source: 'fingerprints' as const, fingerprints: [randomPdq()] };
  await screen(desk.engine, desk.house.platformId, facts);
};
const held = async (uploaderRef: string): Promise<(UploadHeld | AccountHeld)[]> => {
  const all: (UploadHeld | AccountHeld)[] = [];
  for await (const one of uploaderExport(desk.engine, desk.house.platformId, uploaderRef)) all.push(one);
  return all;
};
const exported = async (uploaderRef: string): Promise<UploadHeld[]> =>
  (await held(uploaderRef)).filter((one): one is UploadHeld => one.what === 'upload');

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
  noor = await desk.sitDown('Noor Haddad', 'moderator');
});

afterAll(() => desk.close());

test('an uploader gets her own uploads, and while somebody asks for one the export says the same as when nobody does', async () => {
  await uploads('hers-1', 'user-7');
  await uploads('hers-2', 'user-7');
  await uploads('somebody-elses', 'user-8');
  const before = await exported('user-7');
  expect(before.map(({ contentId }) => contentId)).toEqual(['hers-1', 'hers-2']);
  expect(before[0]?.fingerprints).toHaveLength(1);
  // Only its fingerprints are screened anew by the request's own upload: the id stays hers.
  const number = await desk.fileAbout('asked-for', { contentIds: ['hers-1'] });
  await desk.get(`/console/requests/${number}`, ines);
  const during = await exported('user-7');
  expect(during).toEqual(before);
  expect(JSON.stringify(during)).not.toContain(number);
  expect(await desk.ledgerActs('uploader.exported')).toEqual([
    { platform: desk.house.platformId, uploads: 2 },
    { platform: desk.house.platformId, uploads: 2 },
  ]);
  expect(await exported('user-7%')).toEqual([]);
});

test('erasing answers alike whether or not somebody asked; what is needed goes when that ends, the rest at once', async () => {
  const { db } = desk.engine.store;
  expect(await eraseUploader(desk.engine, desk.house.platformId, 'user-7')).toEqual({ uploads: 2, isKnown: true });
  const left = await db.selectFrom('content').select(['content_id', 'deleted_at']).where('uploader_ref', '=', 'user-7').execute();
  expect(left.map(({ content_id }) => content_id)).toEqual(['hers-1']);
  expect(left[0]?.deleted_at).not.toBeNull();
  expect(await exported('user-7')).toEqual([]);
  expect((await exported('user-8')).map(({ contentId }) => contentId)).toEqual(['somebody-elses']);
  expect(await desk.ledgerActs('uploader.erased')).toEqual([{ platform: desk.house.platformId, uploads: 2 }]);
  // What stays for somebody who asked is not told of: asked again, nothing is known.
  expect(await eraseUploader(desk.engine, desk.house.platformId, 'user-7')).toEqual({ uploads: 0, isKnown: false });
});

test('the words of her posts and what was decided about her account are hers too, and gone when she is erased', async () => {
  const { store, keys, random } = desk.engine;
  const { platformId } = desk.house;
  await setActsOn(store, platformId, ['text']);
  const spoken = { links: [], source: 'fingerprints' as const, fingerprints: [randomPdq()], text: 'Evening at the harbour' };
  await screen(desk.engine, platformId, { contentId: 'spoken', url: null, uploaderRef: 'user-9', ...spoken });
  const facts = { count: 4, total: 9, byGround: [], sinceWarning: 0, copies: 0 };
  const decided = new Date();
  const stated = {
    measure: 'warning',
    kind: 'illegal-content',
    reason: 'frequent',
    facts,
    days: 180,
    decidedAt: decided,
    until: null,
  } as const;
  const statement = accountStatement({ ...stated, reason: measureReasonsFor('illegal-content')[0]?.key ?? '' });
  const measure = {
    id: uuid(random),
    platform_id: platformId,
    kind: stated.kind,
    account: 'user-9',
    measure: stated.measure,
    reason: 'frequent',
  };
  const more = {
    intention: 'careless',
    facts: JSON.stringify(facts),
    statement: JSON.stringify(statement),
    decided_at: decided,
    ends_at: null,
  } as const;
  await store.db
    .insertInto('misuse_measure')
    .values({ ...measure, ...more, decided_by: await idOf('Ines Moreau') })
    .execute();
  await complainAboutMeasure(desk.engine, platformId, measure.id, 'Those were my own pictures.');
  const all = await held('user-9');
  expect(all).toMatchObject([
    { what: 'upload', contentId: 'spoken', words: 'Evening at the harbour' },
    {
      what: 'account',
      measures: [{ measure: 'warning', statement: { facts: { count: 4 } }, complaint: { text: 'Those were my own pictures.' } }],
    },
  ]);
  // Whoever decided it is nobody's that asks.
  expect(JSON.stringify(all)).not.toContain(await idOf('Ines Moreau'));
  expect(await uploaderCounts(store, platformId, 'user-9')).toEqual({ uploads: 1, words: 1, statements: 0, measures: 1 });
  await eraseUploader({ store, keys }, platformId, 'user-9');
  expect(await held('user-9')).toEqual([]);
  expect(await uploaderCounts(store, platformId, 'user-9')).toEqual({ uploads: 0, words: 0, statements: 0, measures: 0 });
});

test('somebody of the console gets what is kept about her; erased after her access ended, her name is nowhere and her decision stands', async () => {
  const number = await desk.fileAbout('decided-by-her');
  expect((await desk.decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: '' }, noor)).status).toBe(303);
  const id = await idOf('Noor Haddad');
  const hers = await moderatorExport(desk.engine, id);
  expect(hers).toMatchObject({ name: 'Noor Haddad', role: 'moderator', leftAt: null });
  expect(hers?.decisions).toMatchObject([{ about: number, outcome: 'keep', ground: 'not-intimate' }]);
  expect(hers?.acts['moderator.signed-in']).toBe(1);
  expect(await eraseModerator(desk.engine, id)).toBe('has-access');
  expect(await endAccess(desk.engine.store, id, null)).toBe('changed');
  expect(await eraseModerator(desk.engine, id)).toBe('erased');
  expect((await moderatorExport(desk.engine, id))?.name).toBe(`Former moderator ${id.slice(-8)}`);
  const { body } = await desk.get(`/console/requests/${number}`, ines);
  expect(body).toContain(`Former moderator ${id.slice(-8)}`);
  expect(body).not.toContain('Noor Haddad');
  const { db } = desk.engine.store;
  expect(JSON.stringify(await db.selectFrom('moderator').selectAll().execute())).not.toContain('Noor');
  expect(JSON.stringify(await db.selectFrom('ledger').select('subjects').execute())).not.toContain('Noor');
  expect(await eraseModerator(desk.engine, 'nobody')).toBe('unknown');
  expect(await moderatorExport(desk.engine, 'nobody')).toBeNull();
});
