/** Does an item that was withdrawn from a list match nothing, wait for nobody, survive a newer list, and come back whole? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { feedAfter } from '../outbox/feed.ts';
import { exportList } from './bank-export.ts';
import { importList } from './bank-import.ts';
import { createBank } from './banks.ts';
import { screen } from './screen.ts';
import { lookBack } from './sweep.ts';
import { anUpload, aPicture, edited, pdq } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';
import { tick } from './tick.ts';
import { moveItem } from './withdraw-item.ts';

let house: TestEngine;
let folder: string;
let bankId: string;
const [named, plain, twin] = [aPicture(), aPicture(), aPicture()];
const list = `kind,value,quality,item\npdq,${named},100,i-17\npdq,${plain},100,\npdq,${twin},100,i-18\npdq,${twin},100,i-19\n`;

const take = async (text: string) => {
  const path = join(folder, 'list.csv');
  await writeFile(path, text);
  return importList({ store: house.engine.store, random: systemRandom, check: async () => [] }, bankId, path, 'csv');
};
const screened = (contentId: string, value: string) => screen(house.engine, house.platformId, anUpload(contentId, pdq(edited(value, 4))));
const move = (name: string, to: 'withdrawn' | 'listed') => moveItem(house.engine.store, bankId, name, to, 'operator');
/** The next look at the clocks, and what it queued. */
const lookedBack = async (): Promise<void> => {
  await tick(house.engine);
  const { rows } = await sql<{ seq: number; after: number }>`
    delete from pgboss.job where name = 'sweep' and state = 'created' and data->>'isLookBack' = 'true'
    returning (data->>'seq')::bigint as seq, (data->>'after')::bigint as after`.execute(house.engine.store.db);
  for (const changes of rows) await lookBack(house.engine, changes);
};
const exported = async (which: 'listed' | 'withdrawn'): Promise<string[]> => {
  let text = '';
  await exportList(
    house.engine.store,
    bankId,
    'csv',
    'operator',
    async (piece) => {
      text += piece;
    },
    which,
  );
  return text.trimEnd().split('\r\n').slice(1);
};
const told = async () => (await feedAfter(house.engine.store.db, house.platformId, 0, 100)).map(({ type, data }) => [type, data.contentId]);
const openReviews = async (): Promise<number> =>
  (await house.engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).execute()).length;

beforeAll(async () => {
  house = await openTestEngine();
  folder = await mkdtemp(join(tmpdir(), 'likeness-withdraw-'));
  const made = await createBank(
    house.engine.store,
    systemRandom,
    { name: 'Harbour hub', onMatch: 'hold', platformId: null, isHarmless: false },
    'operator',
  );
  if ('refused' in made) throw new Error(made.refused);
  bankId = made.id;
  await take(list);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

test('nothing matches it from that moment on, and an upload that it alone held is given back', async () => {
  expect(await screened('held', named)).toMatchObject({ verdict: 'hold', matches: [{ bank: 'Harbour hub' }] });
  expect(await openReviews()).toBe(1);
  expect(await move('i-17', 'withdrawn')).toMatchObject({ changed: true, item: { label: 'i-17', codes: 1, isWithdrawn: true } });
  await house.engine.index.catchUp(house.engine.store.db);
  expect(await screened('later', named)).toMatchObject({ verdict: 'allow', matches: [] });
  await lookedBack();
  expect([await openReviews(), await told()]).toEqual([0, [['content.restore', 'held']]]);
  await lookedBack();
  expect(await told(), 'given back once').toHaveLength(1);
});

test('a newer list that still has it changes nothing; what was withdrawn is exported apart', async () => {
  expect(await take(list)).toMatchObject({ imported: 4, added: 0 });
  await house.engine.index.catchUp(house.engine.store.db);
  expect(await screened('after the list', named)).toMatchObject({ verdict: 'allow' });
  expect(await exported('withdrawn')).toEqual([`pdq,${named},100,,,i-17,,`]);
  expect((await exported('listed')).join()).not.toContain(named);
  expect(await move('i-17', 'withdrawn')).toMatchObject({ changed: false });
});

test('put back, it matches again, and what came meanwhile is found', async () => {
  expect(await move('i-17', 'listed')).toMatchObject({ changed: true, item: { isWithdrawn: false } });
  await house.engine.index.catchUp(house.engine.store.db);
  expect(await screened('again', named)).toMatchObject({ verdict: 'hold' });
  await lookedBack();
  const met = await house.engine.store.db
    .selectFrom('match')
    .innerJoin('content', 'content.ref', 'match.ref')
    .select('content_id')
    .execute();
  expect(met.map(({ content_id }) => content_id).toSorted()).toEqual(['after the list', 'again', 'held', 'later']);
  expect(await exported('withdrawn')).toEqual([]);
});

test('it is named by its value or its id, too; a value of several items, and what is not there, is nobody’s', async () => {
  const moved = await move(plain.toUpperCase(), 'withdrawn');
  if (!('item' in moved)) throw new Error('not moved');
  expect(moved).toMatchObject({ changed: true, item: { label: null } });
  expect(await move(moved.item.id, 'listed')).toMatchObject({ changed: true });
  expect(await move(twin, 'withdrawn')).toMatchObject({ several: [{ label: expect.stringMatching(/^i-1[89]$/) }, {}] });
  for (const name of ['i-99', aPicture(), uuid(systemRandom), '']) expect(await move(name, 'withdrawn')).toEqual({ refused: 'unknown' });
});

test('what a decision or a case claims as well is no matter of the list', async () => {
  const { store } = house.engine;
  const value = aPicture();
  await take(`kind,value,quality,item\npdq,${value},100,i-20\n`);
  const item = await store.db.selectFrom('item').select('id').where('label', '=', 'i-20').executeTakeFirstOrThrow();
  await store.transact(async (tx) => {
    await tx.sql
      .insertInto('claim')
      .values({ id: uuid(systemRandom), item_id: item.id, kind: 'case', case_id: null, decision_id: null, made_at: tx.now, ended_at: null })
      .execute();
  });
  expect(await move('i-20', 'withdrawn')).toEqual({ refused: 'claimed' });
  await store.db.updateTable('item').set({ state: 'disputed' }).where('id', '=', item.id).execute();
  expect((await exported('withdrawn')).filter((line) => line.includes('i-20'))).toEqual([]);
});

test('both acts are rows of the ledger, with the item, its bank and who it was', async () => {
  const { rows } = await sql<{ act: string; by: string; bank: string }>`
    select act, subjects->>'by' as by, subjects->>'bank' as bank from ledger where act in ('item.withdrawn', 'item.listed') order by seq`.execute(
    house.engine.store.db,
  );
  const by = { by: 'operator', bank: bankId };
  expect(rows).toEqual(['item.withdrawn', 'item.listed', 'item.withdrawn', 'item.listed'].map((act) => ({ act, ...by })));
});
