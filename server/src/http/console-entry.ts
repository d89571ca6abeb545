/** How does somebody come in, and go? First run, a password chosen by a link, sign-in, sign-out. */
import {
  type FieldProblem,
  fieldLimits,
  fieldNames,
  firstRunPage,
  isConsolePage,
  passwordLeast,
  passwordPage,
  paths,
  readFirstRunForm,
  readPasswordForm,
  readSignInForm,
  signedInTo,
  signInPage,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { createFirstModerator, type FirstRunRefusal, FirstRunToken, signIn } from '../access/moderators.ts';
import { longestName, nameOf } from '../access/name.ts';
import { passkeySiteOf } from '../access/passkeys.ts';
import { PasswordLinkToken, setPassword } from '../access/password-link.ts';
import type { Provider } from '../access/provider.ts';
import { record } from '../ledger/record.ts';
import { hasModerator } from '../workflows/desk-setup.ts';
import type { Engine } from '../workflows/engine.ts';
import { may } from './console-permission.ts';
import { askToSignIn, beginSession, fieldsOf, leaveSession, moderatorOf, queryOf, requireOwnForm } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

/** Said of the name of a service. */
export const nameTaken = 'Another service here has this name already: nobody could tell the two apart.';

const refusals: Readonly<Record<FirstRunRefusal, FieldProblem>> = {
  token: {
    field: fieldNames.code,
    sentence: 'This code is not good, or it was used. The newest one is in the last start message of the server.',
  },
  name: { field: fieldNames.name, sentence: `Please give your name, of 1 to ${longestName} characters.` },
  'platform-name': { field: fieldNames.serviceName, sentence: `Please give your service a name of 1 to ${longestName} characters.` },
  'platform-name-taken': { field: fieldNames.serviceName, sentence: nameTaken },
  password: { field: fieldNames.password, sentence: `Please choose a password of ${passwordLeast} to 200 characters.` },
};

/** Said of a link that is over. */
export const invitationProblem: FieldProblem = {
  field: fieldNames.code,
  sentence: 'This code is not good any more: it works once, and for a day. Ask whoever gave you the link for a new one.',
};

export const entryRoutes: FastifyPluginAsync<{ readonly engine: Engine; readonly provider: Provider | null }> = async (
  app,
  { engine, provider },
) => {
  const { store, keys, random } = engine;
  const providerName = provider?.name ?? null;
  const hasPasskeys = passkeySiteOf(engine.publicUrl) !== null;

  app.get('/first-run', may('anyone'), async (_request, reply) =>
    sendPage(reply, firstRunPage({ state: (await hasModerator(store.db)) ? 'over' : 'open' })),
  );
  app.post('/first-run', may('anyone'), async (request, reply) => {
    if (await hasModerator(store.db)) return sendPage(reply, firstRunPage({ state: 'over' }), 409);
    const { code, name, password, serviceName } = readFirstRunForm(fieldsOf(request));
    const again = (problems: readonly FieldProblem[]) =>
      sendPage(reply, firstRunPage({ state: 'open', code, name, serviceName, problems }), 422);
    // All that can be seen without spending the code, at once.
    const seen: FirstRunRefusal[] = [];
    if (code === '') seen.push('token');
    if (nameOf(name) === null) seen.push('name');
    if (password.length < passwordLeast || password.length > fieldLimits.password) seen.push('password');
    if (nameOf(serviceName) === null) seen.push('platform-name');
    if (seen.length > 0) return again(seen.map((refusal) => refusals[refusal]));
    const wanted = { token: new FirstRunToken(code), name, password, platformName: serviceName };
    const made = await createFirstModerator(store, keys, random, wanted, { address: request.ip });
    if ('refused' in made) return again([refusals[made.refused]]);
    await beginSession(engine, request, reply, made.id, 'link');
    return goTo(reply, signedInTo(paths.setup));
  });

  app.get('/password', may('anyone'), async (_request, reply) => sendPage(reply, passwordPage({ providerName })));
  app.post('/password', may('anyone'), async (request, reply) => {
    const { code, password } = readPasswordForm(fieldsOf(request));
    const set = await setPassword(store, keys, random, { token: new PasswordLinkToken(code), password }, { address: request.ip });
    if ('refused' in set) {
      const problem = set.refused === 'token' ? invitationProblem : refusals.password;
      return sendPage(reply, passwordPage({ code, providerName, problems: [problem] }), 422);
    }
    await beginSession(engine, request, reply, set.id, 'link');
    return goTo(reply, signedInTo(paths.queue));
  });

  app.get('/sign-in', may('anyone'), async (request, reply) => {
    if ((await moderatorOf(engine, request)) !== null) return goTo(reply, paths.queue);
    const next = pageOf(queryOf(request, 'next'));
    return sendPage(reply, signInPage({ next, providerName, hasPasskeys, news: queryOf(request, 'left') === null ? null : 'signed-out' }));
  });
  app.post('/sign-in', may('anyone'), async (request, reply) => {
    const { name, password, next } = readSignInForm(fieldsOf(request));
    const moderator = name === '' || password === '' ? null : await signIn(store, keys, name, password, { address: request.ip });
    if (moderator === null) return sendPage(reply, signInPage({ name, next: pageOf(next), providerName, hasPasskeys, news: 'wrong' }), 422);
    await beginSession(engine, request, reply, moderator.id, 'password');
    return goTo(reply, signedInTo(pageOf(next) ?? paths.queue));
  });
  app.get('/signed-in', may('anyone'), async (request, reply) => {
    const next = pageOf(queryOf(request, 'next'));
    if ((await moderatorOf(engine, request)) !== null) return goTo(reply, next ?? paths.queue);
    return sendPage(reply, signInPage({ next, providerName, hasPasskeys, news: 'no-cookie' }), 403);
  });

  app.post('/sign-out', may('anyone'), async (request, reply) => {
    request.moderator = await moderatorOf(engine, request);
    if (request.moderator === null) return askToSignIn(request, reply);
    requireOwnForm(engine, request);
    const { id } = request.moderator;
    await leaveSession(engine, request, reply);
    await store.transact((tx) => record(tx, { act: 'moderator.signed-out', subjects: { moderator: id } }));
    return goTo(reply, `${paths.signIn}?left=1`);
  });
};

/** A page of the console to go on to; null for anything else. */
export function pageOf(next: string | null): string | null {
  return next !== null && isConsolePage(next) ? next : null;
}
