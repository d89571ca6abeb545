/** Does an uploader get what is hers and nothing of anybody else's, and is what was erased gone? The same for somebody who worked at the console. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestConsole, randomPdq, type Seat, type TestConsole } from '../http/test-console.ts';
import { endAccess } from './people.ts';
import { screen } from './screen.ts';
import { eraseModerator, eraseUploader, moderatorExport, type UploadHeld, uploaderExport } from './subject-data.ts';

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
const exported = async (uploaderRef: string): Promise<UploadHeld[]> => {
  const all: UploadHeld[] = [];
  for await (const upload of uploaderExport(desk.engine, desk.house.platformId, uploaderRef)) all.push(upload);
  return all;
};

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
  expect(await eraseUploader(desk.engine, desk.house.platformId, 'user-7')).toBe(2);
  const left = await db.selectFrom('content').select(['content_id', 'deleted_at']).where('uploader_ref', '=', 'user-7').execute();
  expect(left.map(({ content_id }) => content_id)).toEqual(['hers-1']);
  expect(left[0]?.deleted_at).not.toBeNull();
  expect(await exported('user-7')).toEqual([]);
  expect((await exported('user-8')).map(({ contentId }) => contentId)).toEqual(['somebody-elses']);
  expect(await desk.ledgerActs('uploader.erased')).toEqual([{ platform: desk.house.platformId, uploads: 2 }]);
});

test('somebody of the console gets what is kept about her; erased after her access ended, her name is nowhere and her decision stands', async () => {
  const number = await desk.fileAbout('decided-by-her');
  expect((await desk.decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: '' }, noor)).status).toBe(303);
  const id = await idOf('Noor Haddad');
  const held = await moderatorExport(desk.engine, id);
  expect(held).toMatchObject({ name: 'Noor Haddad', role: 'moderator', leftAt: null });
  expect(held?.decisions).toMatchObject([{ about: number, outcome: 'keep', ground: 'not-intimate' }]);
  expect(held?.acts['moderator.signed-in']).toBe(1);
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
