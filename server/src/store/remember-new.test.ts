/** Does one statement write what is new, all of it or nothing, and only while the bank is as it was looked at? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '../access/api-keys.ts';
import { systemRandom, uuid } from '../config/random.ts';
import { aPicture, pdq, sha256, urlOf } from '../workflows/test-cast.ts';
import { openTestEngine, type TestEngine } from '../workflows/test-engine.ts';
import { latestChange, noteBankChanges } from './banks.ts';
import { contentById, fingerprintsOf } from './content.ts';
import { readPages } from './content-pages.ts';
import { takeLog } from './database.ts';
import { type NewUpload, rememberNew } from './remember-new.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await openTestEngine();
});

afterAll(() => house.close());

const upload = (contentId: string): NewUpload => ({
  platformId: house.platformId,
  ref: uuid(systemRandom),
  keyId: null,
  met: null,
  upload: {
    contentId,
    url: urlOf(contentId),
    uploaderRef: 'account "7", {x}',
    links: ['https://example.org/a,b', 'https://example.org/"'],
    source: 'fingerprints',
    fingerprints: [pdq(aPicture()), sha256(aPicture())],
  },
});
const write = (seq: number, ...uploads: NewUpload[]) => rememberNew(house.engine.store, house.engine.keys, seq, uploads);
const latest = () => latestChange(house.engine.store.db);
const isThere = async ({ upload: { contentId } }: NewUpload): Promise<boolean> =>
  (await contentById(house.engine.store.db, house.platformId, contentId)) !== null;

test('what is new is there with all that was sent of it, each code in its row and the near ones in a page', async () => {
  const [one, two] = [upload('one'), upload('two')];
  expect(await write(await latest(), one, two)).toBe('written');
  const { db } = house.engine.store;
  for (const { ref, upload: sent } of [one, two]) {
    const { url, uploader_ref, links, screened_at_seq, verdict } = await db
      .selectFrom('content')
      .selectAll()
      .where('ref', '=', ref)
      .executeTakeFirstOrThrow();
    expect({ url, uploaderRef: uploader_ref, links, verdict }).toEqual({
      url: sent.url,
      uploaderRef: sent.uploaderRef,
      links: sent.links,
      verdict: 'allow',
    });
    expect(screened_at_seq).toBe(await latest());
    expect((await fingerprintsOf(db, ref)).map(({ value }) => value).toSorted()).toEqual(
      sent.fingerprints.map(({ value }) => value).toSorted(),
    );
    expect(await db.selectFrom('far_waiting').select('ref').where('ref', '=', ref).execute()).toHaveLength(1);
  }
  const pages = await readPages(house.engine.store, 'pdq', 0, 100);
  expect([pages.ownerOf(0), pages.ownerOf(1)]).toEqual([one.ref, two.ref]);
});

test('beside one that is known nothing is written, and which one that is gets told', async () => {
  const [known, fresh] = [upload('known'), upload('fresh')];
  await write(await latest(), known);
  expect(await write(await latest(), fresh, { ...known, ref: uuid(systemRandom) })).toEqual(new Set([1]));
  expect(await isThere(fresh)).toBe(false);
});

test('after a change of the bank nothing is written', async () => {
  const seq = await latest();
  const late = upload('late');
  await house.engine.store.transact((tx) => noteBankChanges(tx, [{ subject: 'item', subjectId: uuid(systemRandom) }]));
  expect(await write(seq, late)).toBe('overtaken');
  expect(await isThere(late)).toBe(false);
  expect(await write(await latest(), late)).toBe('written');
});

test('while a change is being committed it waits, and then writes nothing', async () => {
  const { store } = house.engine;
  const seq = await latest();
  const waiting = upload('waiting');
  let writing: ReturnType<typeof write> | undefined;
  await store.transact(async (tx) => {
    await takeLog(tx, 'bank');
    writing = write(seq, waiting);
    await noteBankChanges(tx, [{ subject: 'item', subjectId: uuid(systemRandom) }]);
  });
  expect(await writing).toBe('overtaken');
  expect(await isThere(waiting)).toBe(false);
});

test('of two processes that write the same upload one does, and the other hears that it was overtaken or that it is known', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [mine, beside] = [upload(`raced-${round}`), upload(`beside-${round}`)];
    const seq = await latest();
    const both = await Promise.all([write(seq, mine), write(seq, beside, { ...mine, ref: uuid(systemRandom) })]);
    expect(both.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(await isThere(beside)).toBe(both[1] === 'written');
  }
});

test('with a key that has ended, or that never was, nothing is written', async () => {
  const { store } = house.engine;
  const { id } = await store.transact((tx) =>
    createApiKey(tx, systemRandom, { platformId: house.platformId, scopes: ['screen'], label: '' }),
  );
  const [before, after] = [upload('before'), upload('after')];
  expect(await write(await latest(), { ...before, keyId: id })).toBe('written');
  await store.transact((tx) => revokeApiKey(tx, id));
  expect(await write(await latest(), { ...after, keyId: id })).toBe('key-ended');
  expect(await write(await latest(), { ...after, keyId: 'none' })).toBe('key-ended');
  expect(await isThere(after)).toBe(false);
});
