/** How do the roles and the access of the console's people change? At once, written down, and never so that nobody is left who can manage people. */
import { endPasskeysOf } from '../access/passkeys.ts';
import { isWaitingForPassword } from '../access/password.ts';
import { type Actor, byWhom, isRole, type Role, requireMay } from '../access/roles.ts';
import { endSessionsOf } from '../access/sessions.ts';
import { record } from '../ledger/record.ts';
import type { Store, Tx } from '../store/database.ts';
import { releaseAllOf } from './desk-hold.ts';

/** `last-admin`: nobody else could manage people, so nothing changed. `unknown`: there is nobody with this id who has access. */
export type Changed = 'changed' | 'last-admin' | 'unknown';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Gives somebody another role; it counts from her next click.
 * @throws Problem `console/not-allowed`
 */
export async function changeRole(store: Store, personId: string, role: Role, by: Actor): Promise<Changed> {
  return store.transact(async (tx) => {
    await lockAdmins(tx);
    await requireMay(tx.sql, by, 'manage-people');
    const person = await personOf(tx, personId);
    if (person === null) return 'unknown';
    if (person.role === role) return 'changed';
    if (await isLastAdmin(tx, person)) return 'last-admin';
    await tx.sql.updateTable('moderator').set({ role }).where('id', '=', person.id).execute();
    await record(tx, { act: 'moderator.role-changed', subjects: { moderator: person.id, from: person.role, role, ...byWhom(by) } });
    return 'changed';
  });
}

/**
 * Ends somebody's access: her sessions end at once, her links open nothing, and what she works on is anybody's again. What she decided stays under her name.
 * @throws Problem `console/not-allowed`
 */
export async function endAccess(store: Store, personId: string, by: Actor): Promise<Changed> {
  return store.transact(async (tx) => {
    await lockAdmins(tx);
    await requireMay(tx.sql, by, 'manage-people');
    const person = await personOf(tx, personId);
    if (person === null) return 'unknown';
    if (await isLastAdmin(tx, person)) return 'last-admin';
    await tx.sql.updateTable('moderator').set({ left_at: tx.now }).where('id', '=', person.id).execute();
    await tx.sql.deleteFrom('identity').where('moderator_id', '=', person.id).execute();
    await endPasskeysOf(tx, person.id);
    await endSessionsOf(tx, 'moderator', person.id);
    const released = await releaseAllOf(tx, person.id);
    await record(tx, { act: 'moderator.ended', subjects: { moderator: person.id, ...byWhom(by) } }, ...released);
    return 'changed';
  });
}

/** Two changes at once come one after the other, so that two admins cannot end each other. */
async function lockAdmins(tx: Tx): Promise<void> {
  await tx.sql
    .selectFrom('moderator')
    .select('id')
    .where('left_at', 'is', null)
    .where('role', '=', 'admin')
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function personOf(tx: Tx, personId: string): Promise<PersonRow | null> {
  const row = await tx.sql
    .selectFrom('moderator')
    .select(['id', 'name', 'role'])
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', personId))
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, name: row.name, role: isRole(row.role) ? row.role : 'moderator' };
}

/** Whether nobody else who can sign in is an admin. */
export async function isLastAdmin({ sql: db }: Pick<Tx, 'sql'>, person: { readonly id: string; readonly role: string }): Promise<boolean> {
  if (person.role !== 'admin') return false;
  const others = await db
    .selectFrom('moderator')
    .select('password_hash')
    .where('role', '=', 'admin')
    .where('left_at', 'is', null)
    .where('id', '!=', person.id)
    .execute();
  return others.every(({ password_hash }) => isWaitingForPassword(password_hash));
}
