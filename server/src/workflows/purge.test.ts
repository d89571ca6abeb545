/** Does each class of data go when its period is over, and stay while something open needs it? Time is the test's own. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataProtection } from '../config/data-protection.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { contentById } from '../store/content.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { purge } from './purge.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, pdq, sweepAll } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';

const kept: DataProtection = {
  controller: { name: 'Harbour Photos', address: '1 Quay Street' },
  contact: 'data@harbour.example',
  lawfulBasis: 'GDPR Art. 6(1)(c)',
  keepDays: { uploads: 30, matchedUploads: 200, answers: 300, notes: 250 },
};
const days = (count: number): number => hours(24 * count);

let house: TestHouse;
let engine: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId } = house);
});

afterAll(() => house.close());

let made = 0;
const upload = async (picture = aPicture()): Promise<string> => {
  made += 1;
  await screen(engine, platformId, anUpload(`post-${made}`, pdq(picture)));
  return `post-${made}`;
};
const isThere = async (contentId: string): Promise<boolean> => (await contentById(engine.store.db, platformId, contentId)) !== null;
const later = async (ms: number): Promise<void> => {
  house.later(ms);
  await purge(engine, kept);
};

async function aRequest(contentId: string) {
  const code = aCode();
  const filed = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code, pin: null } });
  return { ...filed, code };
}

const decided = (trackingNumber: string, decision: 'remove' | 'keep', ground: string) =>
  decide(engine, { about: { trackingNumber }, decision, ground, note: 'seen twice', moderatorId });

const openActions = () => engine.store.db.selectFrom('action').select('id').where('completed_at', 'is', null).execute();

test('an upload that met nothing goes after its days and not before; screened again, its days begin again', async () => {
  const [once, twice] = [await upload(), await upload()];
  await later(days(29));
  expect([await isThere(once), await isThere(twice)]).toEqual([true, true]);
  await screen(engine, platformId, anUpload(twice, pdq(aPicture())));
  await later(days(2));
  expect([await isThere(once), await isThere(twice)]).toEqual([false, true]);
  const codes = await engine.store.db.selectFrom('content_code').select('ref').execute();
  expect(codes).toHaveLength(1);
  const { counts } = await engine.store.db
    .selectFrom('content_page')
    .select(({ fn }) => fn.sum<string>(sql`length(counts)`).as('counts'))
    .executeTakeFirstOrThrow();
  expect(Number(counts)).toBe(1);
});

test('an upload that a request is about stays while that is open, whatever its age, and goes when all about it is long over', async () => {
  const contentId = await upload();
  const { trackingNumber } = await aRequest(contentId);
  await later(days(700));
  expect(await isThere(contentId)).toBe(true);
  await decided(trackingNumber, 'keep', 'not-intimate');
  await later(days(199));
  expect(await isThere(contentId)).toBe(true);
  await later(days(2));
  expect(await isThere(contentId)).toBe(false);
});

test('a removal that the platform has not confirmed keeps its upload', async () => {
  const picture = aPicture();
  const contentId = await upload(picture);
  const { trackingNumber } = await aRequest(contentId);
  await decided(trackingNumber, 'remove', 'valid-request');
  await sweepAll(engine);
  await later(days(700));
  expect(await isThere(contentId)).toBe(true);
  for (const { id } of await openActions()) await completeAction(engine, platformId, id, {});
  await tick(engine);
  await later(days(201));
  expect(await isThere(contentId)).toBe(false);
  // What stays down, stays down: the item lives by its claim, not by the upload that it came from.
  expect((await screen(engine, platformId, anUpload('again', pdq(picture)))).verdict).toBe('hold');
});

test('what she wrote goes after its days; her code still opens her case, whose timeline says so', async () => {
  const { trackingNumber, code } = await aRequest(await upload());
  await decided(trackingNumber, 'keep', 'not-intimate');
  await later(days(299));
  const opened = async () => {
    const found = await caseOfCode(engine, code);
    return found === null ? undefined : (await readCase(engine, found.caseId))?.requests[0];
  };
  expect((await opened())?.answers.signature).toBeDefined();
  await later(days(2));
  const view = await opened();
  expect(view?.answers).toEqual({ basis: 'take-it-down', onBehalfOf: 'self' });
  expect(view?.timeline.filter(({ key }) => key === 'answers-erased').map(({ at }) => at)).toEqual([house.now()]);
  const row = await engine.store.db
    .selectFrom('request')
    .select(['answers_sealed', 'commitment_salt', 'outcome'])
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ answers_sealed: null, commitment_salt: null, outcome: 'keep' });
  await later(days(1));
  expect((await opened())?.timeline.filter(({ key }) => key === 'answers-erased')).toHaveLength(1);
});

test('the answers of a request that nobody has decided stay, however old', async () => {
  const { trackingNumber } = await aRequest(await upload());
  await later(days(1000));
  const row = await engine.store.db
    .selectFrom('request')
    .select('answers_sealed')
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirstOrThrow();
  expect(row.answers_sealed).not.toBeNull();
});

test('notes go, decisions stay; each batch is an act, and the ledger is whole', async () => {
  const notes = () => engine.store.db.selectFrom('decision').select('note_sealed').execute();
  const before = await notes();
  await later(days(251));
  expect((await notes()).map(({ note_sealed }) => note_sealed)).toEqual(before.map(() => null));
  const acts = await engine.store.db.selectFrom('ledger').select('subjects').where('act', '=', 'data.purged').execute();
  expect(new Set(acts.map(({ subjects }) => subjects['class']))).toEqual(new Set(['uploads', 'matchedUploads', 'answers', 'notes']));
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});

test('more than one batch goes in one look', async () => {
  const refs = Array.from({ length: 2500 }, (_, i) => `many-${i}`);
  for (let at = 0; at < refs.length; at += 100)
    await Promise.all(refs.slice(at, at + 100).map((id) => screen(engine, platformId, anUpload(id, pdq(aPicture())))));
  await later(days(31));
  expect(await isThere('many-0')).toBe(false);
  expect(await isThere('many-2499')).toBe(false);
}, 120_000);
