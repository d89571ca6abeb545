/** Does one pass over the pages find just what comparing upload by upload would, whatever was screened, forgotten, listed and by whom? */
import { hammingDistance, type View } from '@likeness/fingerprint';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { indexOf } from '../index/bank-index.ts';
import { uploadsMeeting } from '../index/content-scan.ts';
import { bankPolicies, insertItem, itemsById, noteBankChanges, ownBank } from '../store/banks.ts';
import { contentScreenedBefore } from '../store/content.ts';
import { gatherPages } from '../store/content-pages.ts';
import { withParts } from '../store/content-parts.ts';
import { changeBank, createBank } from './banks.ts';
import type { Engine } from './engine.ts';
import { forgetContent } from './forget.ts';
import { screen } from './screen.ts';
import { lookBack, sweep } from './sweep.ts';
import { anUpload, aPicture, edited, pdq, sha256 } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

let house: TestHouse;
let engine: Engine;
let second: Engine;
let platformId: string;
let ownBankId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, second, platformId } = house);
  ownBankId = await ownBank(engine.store.db, platformId);
});

afterAll(() => house.close());

const nil = '00000000-0000-0000-0000-000000000000';

/** Lists pictures by one change each; answers the changes. */
async function list(bankId: string, ...values: { readonly value: string; readonly kind?: 'sha256' }[]): Promise<number[]> {
  return engine.store.transact(async (tx) => {
    const ids = values.map(() => uuid(systemRandom));
    for (const [n, { value, kind = 'pdq' }] of values.entries()) {
      const codes = [{ kind, variant: 'whole', value, quality: kind === 'pdq' ? 100 : null, provenance: 'confirmed' as const }];
      await insertItem(tx, { id: ids[n] ?? '', bankId, state: 'active', source: 'list', confirmed: true, codes });
    }
    const last = await noteBankChanges(
      tx,
      ids.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    return ids.map((_, n) => last - ids.length + 1 + n);
  });
}

/** Which uploads met which items of these changes, as it is written down. */
async function written(seqs: readonly number[]): Promise<string[]> {
  const rows = await engine.store.db
    .selectFrom('match')
    .innerJoin('bank_change', 'bank_change.subject_id', 'match.item_id')
    .select(['match.ref', 'match.item_id', 'match.distance'])
    .where('bank_change.seq', 'in', [...seqs])
    .where('found_by', '=', 'sweep')
    .execute();
  return rows.map(({ ref, item_id, distance }) => `${ref} ${item_id} ${distance}`).toSorted();
}

/** The same by asking a small index about every row. */
async function byRows(seqs: readonly number[]): Promise<string[]> {
  const changed = await engine.store.db
    .selectFrom('bank_change')
    .select(['seq', 'subject_id'])
    .where('seq', 'in', [...seqs])
    .execute();
  const seqOf = new Map(changed.map(({ seq, subject_id }) => [subject_id, seq]));
  const items = await itemsById(engine.store.db, [...seqOf.keys()]);
  const index = await indexOf(await bankPolicies(engine.store.db), items);
  const rows = await withParts(engine.store.db, await contentScreenedBefore(engine.store.db, Math.max(...seqs), nil, 100_000));
  return rows
    .flatMap(({ content, fingerprints }) =>
      index
        .look({ platformId: content.platformId, source: content.source, fingerprints }, 'job')
        .filter(({ itemId }) => content.screenedAtSeq < (seqOf.get(itemId) ?? 0))
        .map(({ itemId, distance }) => `${content.ref} ${itemId} ${distance}`),
    )
    .toSorted();
}

test('after any history, by either process, gathered or not', async () => {
  const pictures = Array.from({ length: 4 }, aPicture);
  const upload = fc.record({
    id: fc.nat(40),
    picture: fc.nat(3),
    bits: fc.integer({ min: 0, max: 60 }),
    form: fc.constantFrom('lone' as const, 'bytes' as const, 'file' as const, 'inverted' as const, 'shed' as const, 'part' as const),
  });
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('screen' as const), uploads: fc.array(upload, { minLength: 1, maxLength: 12 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), id: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('gather' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('list' as const), picture: fc.nat(3), bits: fc.integer({ min: 0, max: 10 }) }) },
  );
  let found = 0;
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      run += 1;
      const seqs: number[] = [];
      for (const [turn, one] of acts.entries()) {
        const where = turn % 2 === 0 ? engine : second;
        if (one.kind === 'gather') await gatherPages(where.store);
        else if (one.kind === 'forget') await forgetContent(where, platformId, `${run}-${one.id}`).catch(() => {});
        else if (one.kind === 'list') seqs.push(...(await list(ownBankId, { value: edited(pictures[one.picture] ?? '', one.bits, 60) })));
        else
          for (const { id, picture, bits, form } of one.uploads) {
            const value = edited(pictures[picture] ?? '', bits);
            const inverted = Buffer.from(Buffer.from(value, 'hex').map((byte) => byte ^ 0xff)).toString('hex');
            const contentId = `${run}-${id}`;
            const prints = {
              lone: [pdq(value)],
              bytes: [pdq(aPicture()), pdq(value, 'rotate90'), pdq(aPicture(), 'flipX')],
              file: [sha256(value), pdq(aPicture())],
              inverted: [pdq(inverted)],
              // The same picture, once without its parts and once with them.
              shed: [pdq(Buffer.alloc(32, 7 * id + 1).toString('hex'))],
              part: [pdq(Buffer.alloc(32, 7 * id + 1).toString('hex'))],
            }[form];
            const parts: View[] = form === 'part' ? [{ kind: 'pdq', variant: 'regionLeft', value, quality: 100 }] : [];
            const source = form === 'lone' || form === 'file' ? 'fingerprints' : 'bytes';
            await screen(where, platformId, { ...anUpload(contentId), fingerprints: [...prints, ...parts], source });
          }
      }
      seqs.push(...(await list(ownBankId, { value: pictures[0] ?? '' }, { value: edited(pictures[1] ?? '', 0), kind: 'sha256' })));
      const expected = await byRows(seqs);
      await sweep(run % 2 === 0 ? engine : second, seqs);
      const here = await written(seqs);
      // A match of an upload that is gone went with it, and one that the screening wrote down is not written again.
      expect(expected.filter((one) => !here.includes(one))).toEqual([]);
      expect(here.filter((one) => !expected.includes(one))).toEqual([]);
      found += here.length;
    }),
    { numRuns: 10 },
  );
  expect(found).toBeGreaterThan(20);
  const ofParts = await engine.store.db
    .selectFrom('match')
    .select('ref')
    .where('variant', '=', 'regionLeft')
    .where('found_by', '=', 'sweep')
    .execute();
  expect(ofParts.length).toBeGreaterThan(0);
});

describe('one pass', () => {
  test('serves every change that waits, and each only what was screened before it', async () => {
    const [x, y] = [aPicture(), aPicture()];
    await screen(engine, platformId, anUpload('x-early', pdq(edited(x, 6))));
    const first = await list(ownBankId, { value: x });
    await screen(second, platformId, anUpload('x-late', pdq(edited(x, 8))));
    await screen(second, platformId, anUpload('y-early', pdq(edited(y, 40))));
    const last = await list(ownBankId, { value: y });
    expect(await sweep(engine, [...first, ...last])).toEqual({ compared: 3, found: 2 });
    expect(await written([...first, ...last])).toHaveLength(2);
    expect(await sweep(second, [...first, ...last])).toMatchObject({ found: 0 });
  });

  test('of changes of which none lists anything is none', async () => {
    expect(await sweep(engine, [])).toEqual({ compared: 0, found: 0 });
    expect(await sweep(engine, [1_000_000])).toEqual({ compared: 0, found: 0 });
  });

  test('after a bank was switched on asks what its items met meanwhile, the wide radius included', async () => {
    const made = await createBank(
      engine.store,
      systemRandom,
      { name: 'Hub', onMatch: 'review', platformId: null, isHarmless: false },
      'operator',
    );
    if ('refused' in made) throw new Error(made.refused);
    await changeBank(engine.store, made.id, { enabled: false }, 'operator');
    const z = aPicture();
    const [seq = 0] = await list(made.id, { value: z });
    await screen(engine, platformId, anUpload('z-near', pdq(edited(z, 20))));
    await screen(engine, platformId, anUpload('z-far', pdq(edited(z, 44))));
    await screen(engine, platformId, anUpload('z-stranger', pdq(edited(z, 50))));
    await changeBank(engine.store, made.id, { enabled: true }, 'operator');
    expect(await lookBack(engine, { after: seq, seq: seq + 1 })).toEqual({ compared: 2, found: 2 });
    expect(hammingDistance(Buffer.from(z, 'hex'), Buffer.from(edited(z, 44), 'hex'))).toBe(44);
  });

  test('over a list too long to be asked about one by one names every upload that meets anything in the call, and not all of the others', async () => {
    const { store, index } = engine;
    await index.catchUp(store.db);
    const uploads = await contentScreenedBefore(store.db, Number.MAX_SAFE_INTEGER, nil, 100_000);
    const meeting = uploads.filter(
      ({ content: { platformId, source }, fingerprints }) => index.look({ platformId, source, fingerprints }).length > 0,
    );
    const named = new Set<string>();
    for await (const some of uploadsMeeting(store, index.mayMeet, { after: 0, seq: index.seq }))
      for (const { content } of some) named.add(content.ref);
    expect(meeting.filter(({ content }) => !named.has(content.ref))).toEqual([]);
    expect(meeting.length).toBeGreaterThan(20);
    expect(named.size).toBeLessThan(uploads.length);
  });
});
