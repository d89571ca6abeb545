/** Does somebody have to come in by a passkey, and did she not? Then one page opens, on which she makes her first one or uses the one that she has, and nothing else. */
import { passkeyFirstPage, paths } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { passkeysOf } from '../access/passkeys.ts';
import { isPasskeyRole } from '../access/roles.ts';
import { wayOfSession } from '../access/sessions.ts';
import type { Engine } from '../workflows/engine.ts';
import { may } from './console-permission.ts';
import { frameOf, newsOf, type SignedIn, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

/** What she does first; null: nothing. With a passkey made, a password alone makes no second one. */
export type PasskeyFirst = 'make' | 'use' | null;

/** Asks anew at each click: a role that was just given counts, and so does a passkey that another browser of hers made meanwhile. */
export async function passkeyFirst({ store, keys }: Engine, { id, role, session }: SignedIn): Promise<PasskeyFirst> {
  if (!isPasskeyRole(role) || (await wayOfSession(store, keys, 'moderator', session)) === 'passkey') return null;
  return (await passkeysOf(store.db, id)).length === 0 ? 'make' : 'use';
}

const making: readonly (string | undefined)[] = [paths.newPasskey, paths.passkeys];

/** Whether this route opens before. */
export const opensBefore = (url: string | undefined, first: PasskeyFirst): boolean =>
  first === null || url === paths.passkeyFirst || (first === 'make' && making.includes(url));

export const passkeyFirstRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get('/account/passkey-first', may('own-account'), async (request, reply) => {
    const step = await passkeyFirst(engine, signedIn(request));
    if (step === null) return goTo(reply, paths.queue);
    const news = await newsOf(engine, request, ['passkey-not-kept', 'passkey-unnamed']);
    return sendPage(reply, passkeyFirstPage({ ...frameOf(engine, request), may: [], step, news }));
  });
};
