/** Does a listed picture stop holding when it cannot be trusted, go on when a person says so, and end when its reason ends? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { feedAfter } from '../outbox/feed.ts';
import { importList } from './bank-import.ts';
import { bankNamed, changeBank, createBank, type NewBank } from './banks.ts';
import { decide } from './decide.ts';
import { askingItems, bankFacts, itemsOfBank } from './desk-banks.ts';
import { endExpiredClaims } from './end-claims.ts';
import { fileRequest } from './file-request.ts';
import { guardAll } from './flood-guard.ts';
import { judgeItem } from './judge-item.ts';
import { newItemCheck } from './new-items.ts';
import { screen } from './screen.ts';
import { lookBack } from './sweep.ts';
import { aModerator, answers, anUpload, aPicture, edited, pdq, sha256, sweepAll } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';
import { tick } from './tick.ts';

const start = new Date('2026-11-22T12:00:00.000Z');
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

let house: TestEngine;
let folder: string;
let moderator: string;
let count = 0;
const aName = (): string => `name-${++count}`;

beforeAll(async () => {
  house = await openTestEngine(start);
  moderator = await aModerator(house.engine);
  folder = await mkdtemp(join(tmpdir(), 'likeness-trust-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function aBank(more: Partial<NewBank> = {}): Promise<string> {
  const bank = { name: aName(), onMatch: 'hold', platformId: null, isHarmless: false, ...more } as const;
  const made = await createBank(house.engine.store, systemRandom, bank, 'operator');
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

async function list(bankId: string, ...lines: readonly string[]): Promise<void> {
  const { store } = house.engine;
  const path = join(folder, aName());
  await writeFile(path, `kind,value,quality,item,expiresAt\n${lines.join('\n')}\n`);
  const { bank } = await bankNamed(store.db, bankId);
  if (bank === null) throw new Error('no bank');
  const check = await newItemCheck(store, house.engine.floodUploaders, bank);
  expect((await importList({ store, random: systemRandom, check }, bankId, path, 'csv')).errors).toEqual([]);
}

const line = (value: string, item = '', expiresAt = ''): string => `pdq,${value},90,${item},${expiresAt}`;

/** An upload of somebody, by its fingerprint. */
const put = (value: string, uploaderRef: string | null = null, contentId = aName()) =>
  screen(house.engine, house.platformId, { ...anUpload(contentId, pdq(value)), uploaderRef });

async function asking(bankId: string) {
  return (await askingItems(house.engine.store.db, 100)).rows.filter((row) => row.bankId === bankId);
}

/** What is asked about an upload, what its match may do, and what its service was told. */
async function standing(contentId: string) {
  const { db } = house.engine.store;
  const { ref, verdict } = await db
    .selectFrom('content')
    .select(['ref', 'verdict'])
    .where('content_id', '=', contentId)
    .executeTakeFirstOrThrow();
  const match = await db.selectFrom('match').select('effect').where('ref', '=', ref).executeTakeFirstOrThrow();
  const review = await db.selectFrom('review').select('effect').where('ref', '=', ref).executeTakeFirstOrThrow();
  const told = (await feedAfter(db, house.platformId, 0, 10_000)).filter(({ data }) => data.contentId === contentId);
  return { verdict, asked: review.effect, match: match.effect, told: told.map(({ type }) => type) };
}

async function acts(act: string): Promise<number> {
  return (await house.engine.store.db.selectFrom('ledger').select('seq').where('act', '=', act).execute()).length;
}

describe('an item that meets too many people', () => {
  test('asks from the uploader on that is one too many; a person resumes it, and only what comes later counts', async () => {
    const bankId = await aBank();
    const value = aPicture();
    await list(bankId, line(value));
    for (let n = 0; n < 25; n += 1) expect((await put(value, `person-${n}`)).verdict).toBe('hold');
    expect((await put(value, 'person-3')).verdict).toBe('hold');
    expect(await asking(bankId)).toEqual([]);
    // The one too many is answered first; whoever comes next is asked about.
    await put(value, 'person-25');
    expect((await put(value, 'person-26')).verdict).toBe('review');
    const [picture] = await asking(bankId);
    expect(picture).toMatchObject({ suspendedFor: 'many-uploaders', uploadCount: 28, confirmed: null });
    house.setNow(later(1));
    const before = await acts('item.resumed');
    expect(await judgeItem(house.engine.store, picture?.itemId ?? '', 'resume', { moderator })).toEqual({ bankId });
    expect(await acts('item.resumed')).toBe(before + 1);
    expect((await put(value, 'person-30')).verdict).toBe('hold');
    await guardAll(house.engine);
    expect(await asking(bankId)).toEqual([]);
    expect((await itemsOfBank(house.engine.store.db, bankId, null, 5)).rows).toMatchObject([{ suspendedFor: null, confirmed: null }]);
    house.setNow(start);
  });

  test('over more than a day it is no flood; and what people removed does not count', async () => {
    const bankId = await aBank();
    const value = aPicture();
    await list(bankId, line(value));
    for (let n = 0; n < 20; n += 1) await put(value, `person-${n}`);
    house.setNow(later(25 * 60));
    for (let n = 20; n < 30; n += 1) expect((await put(value, `person-${n}`)).verdict).toBe('hold');
    expect(await asking(bankId)).toEqual([]);
    await house.engine.store.db.updateTable('match').set({ settled: 'remove' }).execute();
    for (let n = 30; n < 50; n += 1) expect((await put(value, `person-${n}`)).verdict).toBe('hold');
    house.setNow(start);
  });

  test('an upload without an uploader counts as one', async () => {
    const bankId = await aBank();
    const value = aPicture();
    await list(bankId, line(value));
    for (let n = 0; n < 27; n += 1) await put(value);
    expect((await put(value)).verdict).toBe('review');
  });
});

describe('somebody else’s item that meets what was here before it', () => {
  test('asks, for the earlier upload and for later ones, until a person stands by it', async () => {
    const value = aPicture();
    await put(value, 'early', 'early-one');
    house.setNow(later(60));
    const bankId = await aBank();
    await list(bankId, line(edited(value, 4)));
    await tick(house.engine);
    expect(await lookBacks()).toBe(1);
    expect(await asking(bankId)).toMatchObject([{ suspendedFor: 'older-content', uploadCount: 1, reviewId: expect.any(String) }]);
    expect(await standing('early-one')).toEqual({ verdict: 'allow', asked: 'review', match: 'review', told: [] });
    expect((await put(value, 'late')).verdict).toBe('review');
    const [picture] = await asking(bankId);
    await judgeItem(house.engine.store, picture?.itemId ?? '', 'confirm', { moderator });
    expect((await put(value, 'later still')).verdict).toBe('hold');
    await guardAll(house.engine);
    expect(await asking(bankId)).toEqual([]);
    await judgeItem(house.engine.store, picture?.itemId ?? '', 'doubt', { moderator });
    expect((await put(value, 'and later')).verdict).toBe('review');
    house.setNow(start);
  });

  test('in a bank that asks anyway nothing changes, until the bank is to hold', async () => {
    const value = aPicture();
    await put(value, 'early');
    house.setNow(later(60));
    const bankId = await aBank({ onMatch: 'review' });
    await list(bankId, line(value));
    await tick(house.engine);
    await lookBacks();
    expect(await asking(bankId)).toEqual([]);
    await changeBank(house.engine.store, bankId, { onMatch: 'hold' }, 'operator');
    await tick(house.engine);
    await lookBacks();
    expect(await asking(bankId)).toMatchObject([{ suspendedFor: 'older-content' }]);
    house.setNow(start);
  });

  test('what the platform’s own people decided holds, although the upload was there before', async () => {
    const value = aPicture();
    await put(value, 'somebody', 'known-post');
    house.setNow(later(5));
    const { trackingNumber } = await fileRequest(house.engine, { platformId: house.platformId, answers: answers('known-post') });
    await put(value, 'another');
    await decide(house.engine, {
      about: { trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId: moderator,
    });
    await sweepAll(house.engine);
    expect((await put(value, 'a third')).verdict).toBe('hold');
    house.setNow(start);
  });
});

describe('a picture that one account had put up again and again, long before somebody asked', () => {
  /** Somebody asks for one of them, and a moderator has it removed. */
  async function isDecided(contentId: string): Promise<void> {
    const { trackingNumber } = await fileRequest(house.engine, { platformId: house.platformId, answers: answers(contentId) });
    await decide(house.engine, {
      about: { trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId: moderator,
    });
    await sweepAll(house.engine);
  }
  const days = (count: number): Date => later(count * 24 * 60);

  test('asks, although a moderator confirmed it, until a person lets it go on', async () => {
    const value = aPicture();
    const first = aName();
    for (const contentId of [first, aName(), aName(), aName()]) await put(value, 'a performer', contentId);
    house.setNow(days(40));
    await isDecided(first);
    const [picture, ...others] = (await askingItems(house.engine.store.db, 100)).rows.filter((row) => row.suspendedFor === 'one-account');
    expect(others).toEqual([]);
    expect((await put(value, 'a performer')).verdict).toBe('review');
    await judgeItem(house.engine.store, picture?.itemId ?? '', 'resume', { moderator });
    expect((await put(value, 'somebody')).verdict).toBe('hold');
    await guardAll(house.engine);
    expect((await put(value, 'somebody else')).verdict).toBe('hold');
    house.setNow(start);
  });

  test('of two earlier posts, of a young account, or of posts that came later, nothing is thought', async () => {
    for (const [waitedDays, before, after] of [
      [40, 3, 0],
      [20, 6, 0],
      [40, 1, 6],
    ] as const) {
      const value = aPicture();
      const account = aName();
      const first = aName();
      await put(value, account, first);
      for (let n = 1; n < before; n += 1) await put(value, account);
      house.setNow(days(waitedDays));
      await isDecided(first);
      for (let n = 0; n < after; n += 1) expect((await put(value, account)).verdict).toBe('hold');
      await guardAll(house.engine);
      expect((await put(value, 'somebody')).verdict).toBe('hold');
      house.setNow(start);
    }
  });
});

/** Runs the looks back that the clocks queued; answers how many. */
async function lookBacks(): Promise<number> {
  const { rows } = await sql<{ seq: number; after: number }>`
    delete from pgboss.job where name = 'sweep' and state = 'created' and data->>'isLookBack' = 'true'
    returning (data->>'seq')::bigint as seq, (data->>'after')::bigint as after`.execute(house.engine.store.db);
  for (const changes of rows) await lookBack(house.engine, changes);
  return rows.length;
}

describe('before a new item may hold', () => {
  test('it is compared with what is known to be harmless, near and not only equal', async () => {
    const value = aPicture();
    await list(await aBank({ isHarmless: true, onMatch: 'observe' }), line(value));
    const bankId = await aBank();
    const other = aPicture();
    await list(bankId, line(edited(value, 12)), line(other));
    expect(await asking(bankId)).toMatchObject([{ suspendedFor: 'known-harmless' }]);
    expect((await put(other)).verdict).toBe('hold');
  });

  test('and with what many people have put up here', async () => {
    const value = aPicture();
    for (let n = 0; n < 26; n += 1) await put(value, `fan-${n}`);
    const bankId = await aBank();
    await list(bankId, line(value));
    expect(await asking(bankId)).toMatchObject([{ suspendedFor: 'often-seen' }]);
    expect((await put(value, 'fan-77')).verdict).toBe('review');
  });

  test('a decision of the platform’s own people too: a mistake with something everybody shares holds nothing', async () => {
    const value = aPicture();
    for (let n = 0; n < 26; n += 1) await put(value, `fan-${n}`, n === 0 ? 'shared-by-all' : aName());
    const { trackingNumber } = await fileRequest(house.engine, { platformId: house.platformId, answers: answers('shared-by-all') });
    const ruling = { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId: moderator } as const;
    expect(await decide(house.engine, ruling)).toMatchObject({ outcome: 'decided' });
    expect((await put(value, 'fan-99')).verdict).toBe('review');
  });
});

describe('a picture that is known to be harmless', () => {
  test('is said in the answer, by the id that this platform sees, and no review opens', async () => {
    const value = aPicture();
    const listed = await aBank();
    await list(listed, line(edited(value, 10)));
    await list(await aBank({ isHarmless: true, onMatch: 'observe' }), line(edited(value, 2)));
    const answer = await put(value);
    const harmless = answer.matches.find((match) => match.harmless === true);
    expect(answer).toMatchObject({ verdict: 'allow', reviewPending: false });
    expect(answer.matches.find((match) => match.harmless === undefined)).toMatchObject({ effect: 'observe', silencedBy: harmless?.itemId });
  });

  test('an exact copy of what was confirmed here is held all the same, until a person calls the harmless item harmless', async () => {
    const [value, file] = [aPicture(), aPicture()];
    const contentId = aName();
    await screen(house.engine, house.platformId, anUpload(contentId, pdq(value), sha256(file)));
    const { trackingNumber } = await fileRequest(house.engine, { platformId: house.platformId, answers: answers(contentId) });
    await decide(house.engine, {
      about: { trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId: moderator,
    });
    const harmless = await aBank({ isHarmless: true, onMatch: 'observe' });
    await list(harmless, `sha256,${file},,h,`, line(value, 'h'));
    const again = () => screen(house.engine, house.platformId, anUpload(aName(), pdq(value), sha256(file)));
    expect((await again()).verdict).toBe('hold');
    const [item] = (await itemsOfBank(house.engine.store.db, harmless, null, 5)).rows;
    await judgeItem(house.engine.store, item?.itemId ?? '', 'confirm', { moderator });
    expect((await again()).verdict).toBe('allow');
  });
});

describe('a reason that ends', () => {
  test('stops matching at its time and is forgotten; what another reason brings stays', async () => {
    const bankId = await aBank();
    const [ends, stays, both] = [aPicture(), aPicture(), aPicture()];
    const soon = later(10).toISOString();
    await list(bankId, line(ends, '', soon), line(stays), line(both, 'i-1', soon), line(both, 'i-1'), line(edited(both, 100), 'i-1', soon));
    const verdicts = async () => [(await put(ends)).verdict, (await put(stays)).verdict, (await put(both)).verdict];
    expect(await verdicts()).toEqual(['hold', 'hold', 'hold']);
    house.setNow(later(11));
    await endExpiredClaims(house.engine);
    expect(await verdicts()).toEqual(['allow', 'hold', 'hold']);
    const codes = house.engine.store.db.selectFrom('code').select('id');
    expect(await codes.where('value', '=', Buffer.from(ends, 'hex')).execute()).toEqual([]);
    expect(await codes.where('value', '=', Buffer.from(edited(both, 100), 'hex')).execute()).toEqual([]);
    expect(await bankFacts(house.engine.store.db, bankId)).toMatchObject([{ items: 2, codes: 2 }]);
    expect(await acts('item.expired')).toBeGreaterThan(0);
    // Listed anew, with another end, it is the same item again.
    await list(bankId, line(ends, '', later(99).toISOString()));
    expect((await put(ends)).verdict).toBe('hold');
    house.setNow(start);
  });
});

describe('a bank', () => {
  test('that is off matches nothing; switched on, it finds what was screened meanwhile', async () => {
    const bankId = await aBank({ onMatch: 'review' });
    const value = aPicture();
    await list(bankId, line(value));
    await changeBank(house.engine.store, bankId, { enabled: false }, 'operator');
    expect((await put(value, null, 'while-off')).verdict).toBe('allow');
    await changeBank(house.engine.store, bankId, { enabled: true }, { moderator });
    await tick(house.engine);
    await lookBacks();
    const found = await house.engine.store.db.selectFrom('match').select('effect').where('bank_id', '=', bankId).execute();
    expect(found).toEqual([{ effect: 'review' }]);
  });

  test('narrows its radius for one view alone', async () => {
    const bankId = await aBank({ radii: [{ kind: 'pdq', variant: 'whole', radius: 8 }] });
    const value = aPicture();
    await list(bankId, line(value));
    expect((await put(edited(value, 8))).verdict).toBe('hold');
    expect((await put(edited(value, 9))).verdict).toBe('allow');
    const turned = await screen(house.engine, house.platformId, anUpload(aName(), pdq(aPicture()), pdq(edited(value, 20), 'flipX')));
    expect(turned.verdict).toBe('hold');
  });

  test('has a name of its own, whatever the case, and one that can be seen', async () => {
    const { store } = house.engine;
    const bank = { onMatch: 'review', platformId: null, isHarmless: false } as const;
    expect(await createBank(store, systemRandom, { ...bank, name: ' Harbour ' }, 'operator')).toHaveProperty('id');
    expect(await createBank(store, systemRandom, { ...bank, name: 'harbour' }, 'operator')).toEqual({ refused: 'taken' });
    expect(await createBank(store, systemRandom, { ...bank, name: '​ ' }, 'operator')).toEqual({ refused: 'name' });
    expect((await bankNamed(store.db, 'HARBOUR')).bank?.name).toBe('Harbour');
    expect(await changeBank(store, '00000000-0000-4000-8000-000000000000', { enabled: false }, 'operator')).toBeNull();
    expect(await judgeItem(store, 'nobody', 'confirm', { moderator })).toBeNull();
  });
});
