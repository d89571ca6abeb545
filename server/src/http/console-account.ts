/** What is hers alone at the console? How things are shown to her, how much is enough for her, and where she is signed in. */
import { Problem } from '@likeness/contract';
import {
  type AccountModel,
  type AccountNews,
  accountPage,
  type FieldProblem,
  fieldNames,
  keyboardPage,
  paths,
  readLimitsForm,
  readPreferencesForm,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { passkeySiteOf, passkeysOf } from '../access/passkeys.ts';
import { ownLimits, saveOwnLimits, savePreferences } from '../access/preferences.ts';
import type { Provider } from '../access/provider.ts';
import { endSessionsOf, endSessionWith, sessionsOf } from '../access/sessions.ts';
import { record } from '../ledger/record.ts';
import { exposureOf } from '../store/reveals.ts';
import type { Engine } from '../workflows/engine.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, leaveSession, newsOf, paramOf, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

const newsWords: readonly AccountNews[] = [
  'preferences',
  'limits',
  'session-ended',
  'passkey-kept',
  'passkey-not-kept',
  'passkey-unnamed',
  'passkeys-full',
  'passkey-removed',
];

export const accountRoutes: FastifyPluginAsync<{ readonly engine: Engine; readonly provider: Provider | null }> = async (
  app,
  { engine, provider },
) => {
  const { store, keys } = engine;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<Pick<AccountModel, 'problems' | 'entered'>> = {},
    status = 200,
  ): Promise<FastifyReply> => {
    const { id, role, session } = signedIn(request);
    const news = await newsOf(engine, request, newsWords);
    const seen = await store.transact(async (tx) => ({
      exposure: await exposureOf(tx.sql, id, engine.exposure, tx.now),
      sessions: await sessionsOf(tx, keys, 'moderator', id, session),
    }));
    const model: AccountModel = {
      ...frameOf(engine, request),
      ...seen,
      role,
      providerName: provider?.name ?? null,
      operatorLimits: engine.exposure,
      ownLimits: await ownLimits(store.db, id),
      passkeys: passkeySiteOf(engine.publicUrl) === null ? null : await passkeysOf(store.db, id),
      news,
      ...more,
    };
    return sendPage(reply, accountPage(model), status);
  };
  app.get('/account', may('own-account'), (request, reply) => show(request, reply));
  app.get('/keyboard', may('own-account'), async (request, reply) => sendPage(reply, keyboardPage(frameOf(engine, request))));

  app.post('/account/preferences', may('own-account'), async (request, reply) => {
    await savePreferences(store.db, signedIn(request).id, readPreferencesForm(fieldsOf(request)));
    return goSaying(engine, request, reply, paths.account, 'preferences');
  });

  app.post('/account/limits', may('own-account'), async (request, reply) => {
    const entered = readLimitsForm(fieldsOf(request));
    const anHour = numberOf(entered.anHour);
    const aDay = numberOf(entered.aDay);
    const problems: FieldProblem[] = [
      ...wrongNumber(fieldNames.anHour, anHour, engine.exposure.anHour),
      ...wrongNumber(fieldNames.aDay, aDay, engine.exposure.aDay),
    ];
    if (anHour === undefined || aDay === undefined || problems.length > 0) return show(request, reply, { problems, entered }, 422);
    await saveOwnLimits(store.db, signedIn(request).id, { anHour, aDay });
    return goSaying(engine, request, reply, paths.account, 'limits');
  });

  app.post('/account/sessions/:handle/end', may('own-account'), async (request, reply) => {
    const { id } = signedIn(request);
    const isEnded = await store.transact(async (tx) => {
      const ended = await endSessionWith(tx, 'moderator', id, paramOf(request, 'handle'));
      if (ended) await record(tx, { act: 'moderator.signed-out', subjects: { moderator: id } });
      return ended;
    });
    if (!isEnded) throw new Problem('route/unknown');
    return goSaying(engine, request, reply, paths.account, 'session-ended');
  });

  app.post('/account/sign-out-everywhere', may('own-account'), async (request, reply) => {
    const { id } = signedIn(request);
    await store.transact(async (tx) => {
      await endSessionsOf(tx, 'moderator', id);
      await record(tx, { act: 'moderator.signed-out', subjects: { moderator: id, sessions: 'all' } });
    });
    await leaveSession(engine, request, reply);
    return goTo(reply, `${paths.signIn}?left=1`);
  });
};

/** A number above what the service set would never count, so it is not taken as if it did. */
function wrongNumber(field: string, number: number | null | undefined, most: number): FieldProblem[] {
  if (number === undefined) return [{ field, sentence: 'Give a whole number from 1, or leave it empty.' }];
  return number !== null && number > most
    ? [{ field, sentence: `Your service set ${most}: give a number up to that, or leave it empty.` }]
    : [];
}

/** Null for nothing; undefined for what is no number of pictures. */
function numberOf(text: string): number | null | undefined {
  if (text === '') return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 ? number : undefined;
}
