/** Is every way of tampering with the ledger found and named? Real rows in a real PostgreSQL; each change is made, verified and rolled back. */
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyRing } from '../config/key-ring.ts';
import { systemRandom } from '../config/random.ts';
import type { Db } from '../store/database.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { type Checkpoint, checkpoint, signedText, storedCheckpoints } from './checkpoint.ts';
import { record } from './record.ts';
import { acts, genesis, hashOfRow } from './row.ts';
import { type LedgerVerdict, verifyLedger } from './verify.ts';

const rows = 300;
const anchor = 200;

const database = await openKeyedDatabase();
const { store, keys, folder } = database;
afterAll(database.close);
let kept: Checkpoint[];

beforeAll(async () => {
  // Whoever can change rows can drop constraints first.
  await sql`alter table checkpoint drop constraint checkpoint_seq_fkey`.execute(store.db);
  const write = (from: number, to: number): Promise<void> =>
    store.transact((tx) =>
      record(
        tx,
        ...Array.from({ length: to - from + 1 }, (_, index) => ({
          act: acts[(from + index) % acts.length] ?? 'key.created',
          subjects: { request: `LK-${from + index}`, count: index },
          ...(index % 3 === 0 ? { commitment: systemRandom(32) } : {}),
        })),
      ),
    );
  await write(1, anchor);
  await checkpoint(store, keys, join(folder, 'checkpoints.log'), true);
  await write(anchor + 1, rows);
  kept = await storedCheckpoints(store, 0);
});

/** What the verifier says after a change, which is undone afterwards. */
async function after(change: (db: Db) => Promise<unknown>, outside: readonly Checkpoint[] = kept): Promise<LedgerVerdict> {
  const { store } = database;
  const trx = await store.db.startTransaction().execute();
  try {
    await change(trx);
    return await verifyLedger({ ...store, db: trx }, keys, outside);
  } finally {
    await trx.rollback().execute();
  }
}

const fields = {
  'the time, by a microsecond': sql`at = at + interval '1 microsecond'`,
  'the time': sql`at = at - interval '1 day'`,
  'the act': sql`act = 'moderator.signed-in' || act`,
  'a subject': sql`subjects = subjects || '{"request":"LK-0"}'`,
  'a subject added': sql`subjects = subjects || '{"more":1}'`,
  'a number into text': sql`subjects = jsonb_set(subjects, '{count}', to_jsonb(subjects->>'count'))`,
  'a bit of the hash': sql`hash = set_bit(hash, 77, 1 - get_bit(hash, 77))`,
  'a bit of the previous hash': sql`prev_hash = set_bit(prev_hash, 3, 1 - get_bit(prev_hash, 3))`,
  'the commitment': sql`commitment = case when commitment is null then '\\x00'::bytea end`,
} as const;

test('an untouched ledger is whole and says how far it is anchored', async () => {
  expect(await after(async () => {})).toEqual({ whole: true, rows, anchoredTo: anchor });
});

test('a change of any field of any row names that row', async () => {
  const change = fc.record({ seq: fc.integer({ min: 1, max: rows }), field: fc.constantFrom(...Object.values(fields)) });
  await fc.assert(
    fc.asyncProperty(change, async ({ seq, field }) => {
      expect(await after((db) => sql`update ledger set ${field} where seq = ${seq}`.execute(db))).toMatchObject({
        whole: false,
        badRow: seq,
      });
    }),
    { seed: 1, numRuns: 120 },
  );
});

test.each(Object.entries(fields))('changing %s of one row is found', async (_name, field) => {
  expect(await after((db) => sql`update ledger set ${field} where seq = 9`.execute(db))).toMatchObject({ whole: false, badRow: 9 });
});

test('a row that was dropped is named, whichever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: rows - 1 }), async (seq) => {
      const verdict = await after((db) => sql`delete from ledger where seq = ${seq}`.execute(db));
      expect(verdict).toMatchObject({ whole: false, badRow: seq });
      expect(verdict.reason).toContain('missing');
    }),
    { seed: 2, numRuns: 40 },
  );
});

test('a row that was dropped with the rest moved up is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: rows - 1 }), async (seq) => {
      const verdict = await after(async (db) => {
        await sql`delete from ledger where seq = ${seq}`.execute(db);
        await sql`update ledger set seq = -seq where seq > ${seq}`.execute(db);
        await sql`update ledger set seq = -seq - 1 where seq < 0`.execute(db);
      });
      expect(verdict).toMatchObject({ whole: false, badRow: seq });
    }),
    { seed: 3, numRuns: 40 },
  );
});

test('two rows that changed places are named by the first', async () => {
  const pair = fc.uniqueArray(fc.integer({ min: 1, max: rows }), { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(pair, async (two) => {
      const [a = 0, b = 0] = two.toSorted((x, y) => x - y);
      const verdict = await after(async (db) => {
        await sql`update ledger set seq = case seq when ${a} then -${b}::bigint else -${a}::bigint end where seq in (${a}, ${b})`.execute(
          db,
        );
        await sql`update ledger set seq = -seq where seq < 0`.execute(db);
      });
      expect(verdict).toMatchObject({ whole: false, badRow: a });
    }),
    { seed: 4, numRuns: 40 },
  );
});

test('a row that was written twice is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: rows }), async (seq) => {
      const verdict = await after(async (db) => {
        await sql`update ledger set seq = -seq where seq > ${seq}`.execute(db);
        await sql`update ledger set seq = -seq + 1 where seq < 0`.execute(db);
        await sql`insert into ledger select ${seq}::bigint + 1, at, act, subjects, commitment, prev_hash, hash from ledger where seq = ${seq}`.execute(
          db,
        );
      });
      expect(verdict).toMatchObject({ whole: false, badRow: seq + 1 });
    }),
    { seed: 5, numRuns: 40 },
  );
});

describe('a tail that was cut off', () => {
  const cut = (from: number) => async (db: Db) => {
    await sql`delete from checkpoint where seq >= ${from}`.execute(db);
    await sql`delete from ledger where seq >= ${from}`.execute(db);
  };

  test('below a checkpoint that was kept elsewhere is found, even when the checkpoints in the database went with it', async () => {
    for (const from of [1, 2, anchor - 1, anchor]) {
      const verdict = await after(cut(from));
      expect(verdict).toMatchObject({ whole: false, badRow: from });
      expect(verdict.reason).toContain('cut off');
    }
  });

  test('above the last checkpoint does not show, and the answer says how far it vouches', async () => {
    expect(await after(cut(anchor + 1))).toEqual({ whole: true, rows: anchor, anchoredTo: anchor });
  });

  test('without any checkpoint the ledger is called unanchored', async () => {
    const verdict = await after(async (db) => {
      await sql`delete from checkpoint`.execute(db);
      await sql`delete from ledger where seq > 10`.execute(db);
    }, []);
    expect(verdict).toEqual({ whole: true, rows: 10, anchoredTo: null });
  });
});

describe('a chain that was computed anew after a change', () => {
  async function forge(db: Db, from: number): Promise<void> {
    const all = await db.selectFrom('ledger').selectAll().orderBy('seq').execute();
    let prevHash: Uint8Array = genesis;
    for (const row of all) {
      const act = row.seq === from ? 'content.forgotten' : row.act;
      const hash = hashOfRow({ ...row, act, prevHash });
      if (row.seq >= from) await db.updateTable('ledger').set({ act, prev_hash: prevHash, hash }).where('seq', '=', row.seq).execute();
      prevHash = hash;
    }
  }

  test('is caught by the next checkpoint, here or elsewhere', async () => {
    const here = await after((db) => forge(db, 50), []);
    expect(here).toMatchObject({ whole: false, badRow: anchor });
    const elsewhere = await after(async (db) => {
      await sql`delete from checkpoint`.execute(db);
      await forge(db, 50);
    });
    expect(elsewhere).toMatchObject({ whole: false, badRow: anchor });
    expect(elsewhere.reason).toContain('checkpoint');
  });

  test('is caught when its checkpoint was forged with another key, or moved to the new hash without one', async () => {
    const another = openKeyRing(join(folder, 'another.json'), { create: true, now: () => new Date(), random: systemRandom });
    const forged = async (db: Db, sign: (text: Uint8Array) => { keyId: string; signature: Uint8Array }): Promise<void> => {
      await forge(db, 50);
      const head = await db.selectFrom('ledger').selectAll().where('seq', '=', anchor).executeTakeFirstOrThrow();
      const at = new Date();
      const { keyId, signature } = sign(signedText({ seq: anchor, hash: head.hash.toString('hex'), at: at.toISOString() }));
      await db.updateTable('checkpoint').set({ hash: head.hash, at, key_id: keyId, signature }).execute();
    };
    const [own] = kept;
    const byAnother = await after((db) => forged(db, (text) => another.sign(text)), []);
    const unsigned = await after(
      (db) => forged(db, () => ({ keyId: own?.keyId ?? '', signature: Buffer.from(own?.signature ?? '', 'base64') })),
      [],
    );
    for (const verdict of [byAnother, unsigned]) {
      expect(verdict).toMatchObject({ whole: false, badRow: anchor, anchoredTo: null });
      expect(verdict.reason).toContain('signature');
    }
  });
});
