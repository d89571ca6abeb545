/** What belongs together on this machine? The database, brought up to date, and the key ring that opens it: a wrong key is refused before anything is read or written. */
import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { type KeyRing, openKeyRing } from './config/key-ring.ts';
import { systemRandom } from './config/random.ts';
import { Refusal } from './config/refusal.ts';
import type { DatabaseUrl } from './config/secret.ts';
import type { Settings } from './config/settings.ts';
import { migrate, openStore, type Store } from './store/database.ts';

export interface Installation {
  readonly store: Store;
  readonly keys: KeyRing;
}

/**
 * Opens store and keys. The key ring is made only for a database that has none yet; with `mayCreate: false`, a database without tables is refused.
 * @throws Refusal `key-ring/...` for a missing, damaged or wrong key ring, `database/...` when the tables cannot be brought up to date or are not there.
 */
export async function openInstallation(
  settings: Settings,
  url: DatabaseUrl,
  onError: (error: Error) => void,
  { mayCreate = true }: { readonly mayCreate?: boolean } = {},
): Promise<Installation> {
  const store = openStore({ url: url.reveal(), onError });
  try {
    if (!mayCreate && !(await hasTables(store)))
      throw new Refusal(
        'database/none',
        'There is no Likeness data in the database; set DATABASE_URL to the one that the server uses, or start the server, which makes the tables.',
      );
    await migrate(store).catch((error: unknown) => {
      throw new Refusal(
        'database/migration',
        `The tables could not be brought up to date: ${error instanceof Error ? error.message : 'the database refused'}.`,
      );
    });
    const stored = await store.db.selectFrom('key_check').selectAll().execute();
    const keys = openKeyRing(settings.secretFile, {
      create: stored.length === 0 && !existsSync(settings.secretFile),
      now: () => new Date(),
      random: systemRandom,
    });
    if (!keys.matches(stored.flatMap(checkOf)))
      throw new Refusal(
        'key-ring/wrong',
        `The key ring ${settings.secretFile} does not belong to this database; point LIKENESS_SECRET_FILE to the one it was first started with.`,
      );
    await store.transact(async (tx) => {
      await tx.sql
        .insertInto('key_check')
        .values(
          keys
            .checkValues()
            .map(({ keyId, purpose, check }) => ({ key_id: keyId, purpose, check_value: Buffer.from(check, 'hex'), noted_at: tx.now })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
    return { store, keys };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function hasTables({ db }: Store): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('key_check') is not null as found`.execute(db);
  return rows[0]?.found === true;
}

function checkOf(row: { key_id: string; purpose: string; check_value: Buffer }) {
  const { purpose } = row;
  if (purpose !== 'case-code' && purpose !== 'envelope' && purpose !== 'session' && purpose !== 'ledger' && purpose !== 'webhook')
    return [];
  return [{ keyId: row.key_id, purpose, check: row.check_value.toString('hex') } as const];
}
