/** Is a video that is to stay down met by its frames, whichever way it was listed and whenever it was put up, and does a moderator read how much of it and where? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fingerprint } from '@likeness/fingerprint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { noteBankChanges } from '../store/banks.ts';
import { exportList } from './bank-export.ts';
import { importList } from './bank-import.ts';
import { decide } from './decide.ts';
import { deskReview } from './desk-review.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { newItemCheck } from './new-items.ts';
import { screen } from './screen.ts';
import { lookBack } from './sweep.ts';
import { aModerator, answers, anUpload, aPicture, edited, sha256, sweepAll } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
let engine: Engine;
let platformId: string;
let moderatorId: string;
let folder: string;

beforeAll(async () => {
  house = await openTestEngine(new Date('2027-03-01T12:00:00.000Z'));
  ({ engine, platformId } = house);
  moderatorId = await aModerator(engine);
  folder = await mkdtemp(join(tmpdir(), 'likeness-videos-'));
});

afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const aFilm = (frames: number): string[] => Array.from({ length: frames }, aPicture);
const framesOf = (film: readonly string[], startSeconds = 0, bits = 0): Fingerprint[] =>
  film.map((value, i) => ({ kind: 'vpdq', variant: 'whole', value: edited(value, bits), quality: 90, atSeconds: startSeconds + i }));
let made = 0;
const id = (): string => {
  made += 1;
  return `film-${made}`;
};
const show = (contentId: string, ...fingerprints: Fingerprint[]) => screen(engine, platformId, anUpload(contentId, ...fingerprints));
/** Lists a film by a request that is granted. */
async function list(...fingerprints: Fingerprint[]): Promise<void> {
  const contentId = id();
  await show(contentId, ...fingerprints);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
}
async function reviewOf(contentId: string) {
  const row = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select(['review.id', 'review.effect'])
    .where('content_id', '=', contentId)
    .executeTakeFirst();
  return row === undefined ? null : { effect: row.effect, review: await deskReview(engine, row.id) };
}
async function aBank(onMatch: 'hold' | 'review' = 'hold', ratio: number | null = null): Promise<string> {
  const bankId = uuid(systemRandom);
  await engine.store.transact(async (tx) => {
    await tx.sql
      .insertInto('bank')
      .values({
        id: bankId,
        name: `Hub ${bankId}`,
        platform_id: null,
        on_match: onMatch,
        radius: null,
        enabled: true,
        created_at: tx.now,
        ratio,
      })
      .execute();
    await noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]);
  });
  return bankId;
}
async function take(bankId: string, text: string, form: 'csv' | 'json-lines' = 'csv') {
  const path = join(folder, `${uuid(systemRandom)}.txt`);
  await writeFile(path, text);
  const [bank] = await engine.store.db.selectFrom('bank').selectAll().where('id', '=', bankId).execute();
  if (bank === undefined) throw new Error('there is no such bank');
  const policy = { id: bankId, name: bank.name, onMatch: bank.on_match, enabled: true, radius: null, platformId: null };
  const check = await newItemCheck(engine.store, engine.floodUploaders, policy);
  return importList({ store: engine.store, random: systemRandom, check }, bankId, path, form);
}
async function give(bankId: string): Promise<string> {
  let text = '';
  await exportList(engine.store, bankId, 'csv', 'operator', async (piece) => {
    text += piece;
  });
  return text;
}

test('a film that a person confirmed is held when it comes again, saved anew, with the share of both and the shift told', async () => {
  const film = aFilm(20);
  await list(sha256(aPicture()), ...framesOf(film));
  const again = id();
  const answer = await show(again, sha256(aPicture()), ...framesOf(film, 3, 12));
  expect(answer).toMatchObject({
    verdict: 'hold',
    reviewPending: true,
    matches: [
      {
        kind: 'vpdq',
        variant: 'whole',
        distance: 12,
        video: {
          upload: { counted: 20, found: 20, share: 1 },
          item: { counted: 20, found: 20, share: 1 },
          offset: { seconds: -3, frames: 20 },
        },
        agreed: [{ kind: 'vpdq', variant: 'whole', distance: 12 }],
      },
    ],
  });
  const found = await reviewOf(again);
  expect(found?.review?.upload.matches).toMatchObject([
    { kind: 'vpdq', video: { upload: { counted: 20, found: 20 }, item: { counted: 20, found: 20 }, offset: { seconds: -3, frames: 20 } } },
  ]);
});

test('a clip of it asks a person, and so does a long film that shows it; another film meets nothing', async () => {
  const film = aFilm(20);
  await list(...framesOf(film));
  const [clip, long] = [id(), id()];
  expect(await show(clip, ...framesOf(film.slice(5, 9)))).toMatchObject({
    verdict: 'review',
    matches: [{ video: { offset: { seconds: 5 } } }],
  });
  expect(await show(long, ...framesOf([...aFilm(40), ...film]))).toMatchObject({
    verdict: 'review',
    matches: [{ video: { upload: { counted: 60, found: 20 }, item: { share: 1 }, offset: { seconds: -40 } } }],
  });
  expect(await show(id(), ...framesOf([...aFilm(16), ...film.slice(0, 4)]))).toMatchObject({ verdict: 'allow', matches: [] });
});

test('what was put up before is found by the sweep of the decision that lists it', async () => {
  const film = aFilm(12);
  const earlier = id();
  expect(await show(earlier, ...framesOf(film, 7, 6))).toMatchObject({ verdict: 'allow' });
  await list(...framesOf(film));
  expect(await sweepAll(engine)).toBe(1);
  expect(await reviewOf(earlier)).toMatchObject({
    effect: 'hold',
    review: { upload: { matches: [{ video: { offset: { seconds: -7 } } }] } },
  });
});

test('a requester’s own video is proved by the viewed one frame by frame, as a video or not at all', async () => {
  const film = aFilm(10);
  const contentId = id();
  await show(contentId, ...framesOf(film, 0, 4));
  const hers = framesOf(film);
  const other = framesOf([...aFilm(9), film[0] ?? ''].toReversed());
  const { trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { fingerprints: [sha256(aPicture()), ...hers, sha256(aPicture()), ...other] }),
  });
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
  const rows = await engine.store.db
    .selectFrom('request_item')
    .innerJoin('item', 'item.id', 'request_item.item_id')
    .innerJoin('item_code', 'item_code.item_id', 'item.id')
    .select(['item.state', 'item_code.provenance', (eb) => eb.fn.countAll<number>().as('codes')])
    .where('tracking_number', '=', trackingNumber)
    .groupBy(['item.id', 'item.state', 'item_code.provenance'])
    .orderBy('item.state')
    .orderBy('item_code.provenance')
    .orderBy('codes')
    .execute();
  // The file of hers and all of the other video stay pending.
  expect(rows.map(({ state, provenance, codes }) => [state, provenance, Number(codes)])).toEqual([
    ['active', 'claimant', 10],
    ['active', 'confirmed', 10],
    ['pending', 'claimant', 1],
    ['pending', 'claimant', 11],
  ]);
});

test('a list brings videos frame by frame, with their times; earlier uploads are found, and the list leaves as it came', async () => {
  const film = aFilm(10);
  const earlier = id();
  await show(earlier, ...framesOf(film, 2));
  const bankId = await aBank();
  const lines = film.map((value, i) => `vpdq,${value},${80 + i},Harbour hub,,film-1,,,${i + 0.5}`);
  const text = `kind,value,quality,source,note,item,variant,expiresAt,atSeconds\n${lines.join('\n')}\n`;
  expect(await take(bankId, text)).toEqual({ imported: 10, added: 10, rejected: 0, errors: [] });
  await engine.index.catchUp(engine.store.db);
  expect(await show(id(), ...framesOf(film))).toMatchObject({
    verdict: 'hold',
    matches: [{ video: { offset: { seconds: 0.5, frames: 10 } } }],
  });
  await lookBack(engine, { after: 0, seq: engine.index.seq });
  expect(await reviewOf(earlier)).toMatchObject({ review: { upload: { matches: [{ video: { offset: { seconds: -1.5 } } }] } } });
  expect((await give(bankId)).trim().split('\r\n').toSorted()).toEqual(text.trim().split('\n').toSorted());
});

test('a frame of a list that names no video is refused with what to write; a place in time belongs to frames', async () => {
  const bankId = await aBank();
  const text = `kind,value,quality,item,atSeconds\nvpdq,${aPicture()},90,,1\npdq,${aPicture()},90,i-1,1\nvpdq,${aPicture()},90,i-1,soon\nvpdq,${aPicture()},90,i-1,\n`;
  expect(await take(bankId, text)).toEqual({
    imported: 1,
    added: 1,
    rejected: 3,
    errors: [
      { line: 2, message: 'A vpdq line is one frame of a video: name the video in item, the same for all of its frames.' },
      { line: 3, message: 'A pdq value has no place in time.' },
      { line: 4, message: 'The place of a frame must be seconds from the beginning of the video, such as 12.5.' },
    ],
  });
  // Without times the list has the columns that every program knows.
  expect((await give(bankId)).split('\r\n')[0]).toBe('kind,value,quality,source,note,item,variant,expiresAt');
});

test('a bank may ask for more of a film than four fifths', async () => {
  const film = aFilm(10);
  const bankId = await aBank('hold', 0.95);
  await take(bankId, `kind,value,quality,item\n${film.map((value) => `vpdq,${value},90,film`).join('\n')}\n`);
  await engine.index.catchUp(engine.store.db);
  expect(await show(id(), ...framesOf([...film.slice(0, 9), aPicture()]))).toMatchObject({ verdict: 'allow', matches: [] });
  expect(await show(id(), ...framesOf(film))).toMatchObject({ verdict: 'hold' });
});

test('an opening that many films share makes no listed film doubtful', async () => {
  const opening = aFilm(1);
  for (let n = 0; n <= engine.floodUploaders; n++)
    await screen(engine, platformId, { ...anUpload(id(), ...framesOf([...opening, ...aFilm(9)])), uploaderRef: `account-${n}` });
  const film = [...opening, ...aFilm(9)];
  await list(...framesOf(film));
  expect(await show(id(), ...framesOf(film, 0, 2))).toMatchObject({ verdict: 'hold' });
});
