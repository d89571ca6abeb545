/** Which person of the console does the identity provider name? By issuer and subject, bound once by an invitation; nobody comes to be by signing in. */
import { record } from '../ledger/record.ts';
import type { Store } from '../store/database.ts';
import { passwordElsewhere } from './password.ts';
import type { Invitation } from './password-link.ts';
import { endSessionsOf } from './sessions.ts';

/** OpenID Connect Core §5.7: the two together are never given to somebody else; a name or an e-mail address may be. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The person whose account this is; null for an account that nobody here has, or somebody whose access ended. */
export async function signInAs(store: Store, { issuer, subject }: Identity): Promise<{ readonly id: string } | null> {
  return store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('identity')
      .innerJoin('moderator', 'moderator.id', 'identity.moderator_id')
      .select('moderator.id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .where('left_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    await record(tx, { act: 'moderator.signed-in', subjects: { moderator: row.id } });
    return { id: row.id };
  });
}

/**
 * Binds the account to the invited person, which uses her link up, and signs her in. `link`: it was used meanwhile, or a newer one was made, or her access
 * ended. `taken`: the account is somebody else's here.
 */
export async function bindIdentity(
  store: Store,
  { moderatorId, standing }: Invitation,
  { issuer, subject }: Identity,
): Promise<{ readonly id: string } | { readonly refused: 'link' | 'taken' }> {
  return store.transact(async (tx) => {
    const holder = await tx.sql
      .selectFrom('moderator')
      .select('id')
      .where('id', '=', moderatorId)
      .where('password_hash', '=', standing)
      .where('left_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (holder === undefined) return { refused: 'link' as const };
    const bound = await tx.sql
      .insertInto('identity')
      .values({ issuer, subject, moderator_id: moderatorId, bound_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('moderator_id')
      .executeTakeFirst();
    if (bound === undefined) return { refused: 'taken' as const };
    await tx.sql.updateTable('moderator').set({ password_hash: passwordElsewhere }).where('id', '=', moderatorId).execute();
    await endSessionsOf(tx, 'moderator', moderatorId);
    await record(
      tx,
      { act: 'moderator.identity-bound', subjects: { moderator: moderatorId } },
      { act: 'moderator.signed-in', subjects: { moderator: moderatorId } },
    );
    return { id: moderatorId };
  });
}
