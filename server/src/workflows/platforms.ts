/** Which platforms does this installation serve, and where may their pictures be fetched for a moderator? */
import { type Random, uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { noteBankChanges } from '../store/banks.ts';
import { type Db, type Tx, takeLog } from '../store/database.ts';
import { isNameTaken } from '../store/platform-named.ts';
import type { Engine } from './engine.ts';

export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly previewUrl: string | null;
  readonly bankId: string;
}

/** Every platform, oldest first. */
export async function listPlatforms(db: Db): Promise<Platform[]> {
  const rows = await db
    .selectFrom('platform')
    .innerJoin('bank', 'bank.platform_id', 'platform.id')
    .select(['platform.id', 'platform.name', 'platform.preview_url', 'bank.id as bank_id'])
    .distinctOn('platform.created_at')
    .distinctOn('platform.id')
    .orderBy('platform.created_at')
    .orderBy('platform.id')
    .orderBy('bank.created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, previewUrl: row.preview_url, bankId: row.bank_id }));
}

/** What the first platform is called until somebody gives it its name, in the first run or in the console's setup. */
const nameUntilNamed = 'This service';

/** Whether nobody gave the platform a name yet. */
export function isUnnamed({ name }: Pick<Platform, 'name'>): boolean {
  return name === nameUntilNamed;
}

/**
 * Makes sure that there is a platform, with its own bank, which holds by default: what its own people confirm keeps down at once.
 * So keys and requests work from the first minute; the first run gives it its name. Two processes that start together make one.
 */
export async function ensurePlatform(engine: Pick<Engine, 'store' | 'random'>): Promise<void> {
  const { store, random } = engine;
  await store.transact(async (tx) => {
    await takeLog(tx, 'bank');
    const some = await tx.sql.selectFrom('platform').select('id').limit(1).executeTakeFirst();
    if (some !== undefined) return;
    await insertPlatform(tx, random, nameUntilNamed);
  });
}

/**
 * Adds a platform beside those that there are, with a bank of its own. It takes requests from the first minute, under no law but for what the operator says of it next.
 * Null where one has that name already: nobody could tell them apart.
 */
export async function createPlatform(
  { store, random }: Pick<Engine, 'store' | 'random'>,
  name: string,
): Promise<{ readonly id: string } | null> {
  return store.transact(async (tx) => {
    return (await isNameTaken(tx, name, null)) ? null : { id: await insertPlatform(tx, random, name) };
  });
}

/** Under the lock of the bank log. */
async function insertPlatform(tx: Tx, random: Random, name: string): Promise<string> {
  const id = uuid(random);
  const bankId = uuid(random);
  await tx.sql
    .insertInto('platform')
    .values({ id, name, preview_url: null, salt: random(32), created_at: tx.now })
    .execute();
  await tx.sql
    .insertInto('bank')
    .values({ id: bankId, name: 'Confirmed here', platform_id: id, on_match: 'hold', radius: null, enabled: true, created_at: tx.now })
    .execute();
  await noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]);
  await record(tx, { act: 'bank.created', subjects: { bank: bankId, platform: id } });
  return id;
}

/** Sets where the server may fetch a picture for a moderator (`{contentId}` stands for the id); null: decisions are made by hash and link. */
export async function setPreviewUrl(engine: Engine, platformId: string, previewUrl: string | null): Promise<void> {
  if (previewUrl !== null) await engine.targets.check(previewUrl.replace('{contentId}', 'id'));
  await engine.store.transact(async (tx) => {
    await tx.sql.updateTable('platform').set({ preview_url: previewUrl }).where('id', '=', platformId).execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}

/** Gives a platform the name that people see. False, and nothing changes, where another has it. */
export async function renamePlatform(engine: Pick<Engine, 'store'>, platformId: string, name: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    if (await isNameTaken(tx, name, platformId)) return false;
    await tx.sql.updateTable('platform').set({ name }).where('id', '=', platformId).execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
    return true;
  });
}
