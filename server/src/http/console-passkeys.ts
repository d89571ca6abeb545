/** How does somebody come in with a passkey, and how does she make one and take it away? A step page carries what is asked; its script hands the answer back as a form. */

import { Problem } from '@likeness/contract';
import { passkeyStepPage, paths, readPasskeyForm, signInPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { longestName, nameOf } from '../access/name.ts';
import { askForPasskey, askWhoComes, keepPasskey, type PasskeySite, removePasskey, signInByPasskey } from '../access/passkeys.ts';
import type { Engine } from '../workflows/engine.ts';
import { pageOf } from './console-entry.ts';
import { passkeyFirst } from './console-passkey-first.ts';
import { may } from './console-permission.ts';
import { beginSession, fieldsOf, frameOf, goSaying, paramOf, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

type Options = { readonly engine: Engine; readonly site: PasskeySite; readonly providerName: string | null };

/** The way in. */
export const passkeyEntryRoutes: FastifyPluginAsync<Options> = async (app, { engine, site, providerName }) => {
  const { store, keys, random } = engine;

  app.post('/passkey/begin', may('anyone'), async (request, reply) => {
    const next = pageOf(readPasskeyForm(fieldsOf(request)).next);
    const options = await askWhoComes(store, keys, random, site, { address: request.ip });
    return sendPage(reply, passkeyStepPage({ way: 'in', frame: null, options, next, name: '' }));
  });

  app.post('/passkey', may('anyone'), async (request, reply) => {
    const { answer, next } = readPasskeyForm(fieldsOf(request));
    const known = await signInByPasskey(store, keys, site, answer);
    if (known === null) return sendPage(reply, signInPage({ next: pageOf(next), providerName, hasPasskeys: true, news: 'passkey' }), 422);
    await beginSession(engine, request, reply, known.id, 'passkey');
    return goTo(reply, pageOf(next) ?? paths.queue);
  });
};

/** Her own, behind the door. */
export const ownPasskeyRoutes: FastifyPluginAsync<Pick<Options, 'engine' | 'site'> & { readonly isRequired: boolean }> = async (
  app,
  { engine, site, isRequired },
) => {
  const { store, keys, random } = engine;
  /** Whether nothing else opens for her yet. */
  const isFirst = async (request: FastifyRequest): Promise<boolean> =>
    isRequired && (await passkeyFirst(engine, signedIn(request))) !== null;

  app.post('/account/passkeys/begin', may('own-account'), async (request, reply) => {
    const { name } = readPasskeyForm(fieldsOf(request));
    const named = nameOf(name);
    const first = await isFirst(request);
    if (named === null || named.length > longestName)
      return goSaying(engine, request, reply, first ? paths.passkeyFirst : paths.account, 'passkey-unnamed');
    const options = await askForPasskey(store, keys, random, site, signedIn(request));
    if (options === null) return goSaying(engine, request, reply, paths.account, 'passkeys-full');
    const frame = { ...frameOf(engine, request), ...(first ? { may: [] } : {}) };
    return sendPage(reply, passkeyStepPage({ way: 'new', frame, options, next: null, name: named }));
  });

  app.post('/account/passkeys', may('own-account'), async (request, reply) => {
    const { answer, name } = readPasskeyForm(fieldsOf(request));
    const first = await isFirst(request);
    const { id } = signedIn(request);
    const kept = await keepPasskey(store, keys, site, id, { answer, name });
    if (first) {
      if (kept !== 'kept') return goSaying(engine, request, reply, paths.passkeyFirst, 'passkey-not-kept');
      // Her device has just checked that it is she: this is the sign-in that was asked for.
      await beginSession(engine, request, reply, id, 'passkey');
      return goTo(reply, paths.queue);
    }
    return goSaying(engine, request, reply, paths.account, kept === 'kept' ? 'passkey-kept' : 'passkey-not-kept');
  });

  app.post('/account/passkeys/:handle/remove', may('own-account'), async (request, reply) => {
    const { id, session } = signedIn(request);
    if (!(await removePasskey(store, keys, id, paramOf(request, 'handle'), session))) throw new Problem('route/unknown');
    return goSaying(engine, request, reply, paths.account, 'passkey-removed');
  });
};
