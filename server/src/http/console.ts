/** What happens at the moderator's door? Entry first; behind it, only for those who are signed in, the queue, the cases, the setup. */
import cookies from '@fastify/cookie';
import formBody from '@fastify/formbody';
import { type ProblemCode, problems } from '@likeness/contract';
import { type MessageModel, messagePage, paths } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { passkeySiteOf } from '../access/passkeys.ts';
import type { Provider } from '../access/provider.ts';
import { may } from '../access/roles.ts';
import type { DataProtection } from '../config/data-protection.ts';
import type { Previews } from '../preview/preview.ts';
import type { Engine } from '../workflows/engine.ts';
import { accountRoutes } from './console-account.ts';
import { bankRoutes } from './console-banks.ts';
import { caseRoutes } from './console-cases.ts';
import { complaintRoutes } from './console-complaints.ts';
import { dataRoutes } from './console-data.ts';
import { entryRoutes } from './console-entry.ts';
import { misuseRoutes } from './console-misuse.ts';
import { opensBefore, passkeyFirst, passkeyFirstRoutes } from './console-passkey-first.ts';
import { ownPasskeyRoutes, passkeyEntryRoutes } from './console-passkeys.ts';
import { peopleRoutes } from './console-people.ts';
import { requireNamedPermissions, requirePermission } from './console-permission.ts';
import { providerRoutes } from './console-provider.ts';
import { referralRoutes } from './console-referrals.ts';
import { reportRoutes } from './console-report.ts';
import { searchRoutes } from './console-search.ts';
import { askToSignIn, frameOf, moderatorOf, requireOwnForm } from './console-session.ts';
import { setupRoutes } from './console-setup.ts';
import { statementRoutes } from './console-statements.ts';
import { talkRoutes } from './console-talks.ts';
import { undoRoutes } from './console-undo.ts';
import { goTo, refuseForeignForm, sendPage } from './page-answers.ts';
import { problemOf } from './problem-answers.ts';

export interface ConsoleOptions {
  readonly engine: Engine;
  readonly previews: Previews;
  /** Null: the operator has said nothing of how long things are kept. */
  readonly dataProtection: DataProtection | null;
  /** Null: everybody signs in with a password. */
  readonly provider: Provider | null;
  /** Whether leads and admins come in by a passkey alone. */
  readonly requirePasskeys: boolean;
  /** Origins of our own pages. */
  readonly ownOrigins: readonly string[];
}

/** A hundred places that were ticked, and a note. */
const formLimitBytes = 512 * 1024;

/** The whole door; register it with the prefix `/console`. */
export const consoleRoutes: FastifyPluginAsync<ConsoleOptions> = async (
  app,
  { engine, previews, dataProtection, provider, requirePasskeys, ownOrigins },
) => {
  await app.register(cookies);
  await app.register(formBody, { bodyLimit: formLimitBytes });
  app.decorateRequest('moderator', null);
  requireNamedPermissions(app);

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request);
    const { retryAfterSeconds } = problem.place;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    const kind = messageFor(problem.code);
    const message: MessageModel = {
      kind,
      ...(kind === 'not-allowed' && request.moderator !== null ? { frame: frameOf(engine, request) } : {}),
      ...(kind === 'too-many' && retryAfterSeconds !== undefined ? { waitSeconds: retryAfterSeconds } : {}),
      ...(kind === 'failed' ? { instance: request.id } : {}),
    };
    return sendPage(reply, messagePage(message), problems[problem.code].status);
  });
  app.addHook('preHandler', async (request) => {
    if (request.method === 'POST') refuseForeignForm(request, ownOrigins);
  });
  app.setNotFoundHandler(async (request, reply) => {
    if ((await moderatorOf(engine, request)) === null) return askToSignIn(request, reply);
    const { code } = app.lostProblem(request, reply);
    return sendPage(reply, messagePage({ kind: messageFor(code) }), problems[code].status);
  });

  const site = passkeySiteOf(engine.publicUrl);
  await app.register(entryRoutes, { engine, provider });
  if (site !== null) await app.register(passkeyEntryRoutes, { engine, site, providerName: provider?.name ?? null });
  if (provider !== null) await app.register(providerRoutes, { engine, provider });
  await app.register(async (inside) => {
    // Before the body is read: who is not signed in cannot make us parse anything.
    inside.addHook('onRequest', async (request, reply) => {
      request.moderator = await moderatorOf(engine, request);
      // What somebody wrote is given back to them; its handler takes no more than a text.
      if (request.moderator === null) return request.routeOptions.config.givesTextBack === true ? undefined : askToSignIn(request, reply);
      const { role } = request.moderator;
      // The first page of the console is the queue: a helper's is another.
      if (/^\/console\/?$/.test(request.routeOptions.url ?? '') && may(role, 'talk-with-people')) return goTo(reply, paths.talks);
      requirePermission(request, role);
      if (requirePasskeys && !opensBefore(request.routeOptions.url, await passkeyFirst(engine, request.moderator)))
        return goTo(reply, paths.passkeyFirst);
    });
    inside.addHook('preHandler', async (request) => {
      if (request.method === 'POST' && request.routeOptions.config.givesTextBack !== true) requireOwnForm(engine, request);
    });
    await inside.register(caseRoutes, { engine, previews });
    await inside.register(undoRoutes, { engine });
    await inside.register(complaintRoutes, { engine });
    await inside.register(misuseRoutes, { engine });
    await inside.register(referralRoutes, { engine });
    await inside.register(bankRoutes, { engine });
    await inside.register(reportRoutes, { engine });
    await inside.register(setupRoutes, { engine });
    await inside.register(peopleRoutes, { engine, provider });
    if (site !== null) await inside.register(ownPasskeyRoutes, { engine, site, isRequired: requirePasskeys });
    if (requirePasskeys) await inside.register(passkeyFirstRoutes, { engine });
    await inside.register(accountRoutes, { engine, provider });
    await inside.register(dataRoutes, { engine, dataProtection });
    await inside.register(searchRoutes, { engine });
    await inside.register(statementRoutes, { engine });
    await inside.register(talkRoutes, { engine });
  });
};

function messageFor(code: ProblemCode): MessageModel['kind'] {
  if (code === 'console/not-allowed') return 'not-allowed';
  switch (problems[code].status) {
    case 403:
      return 'form-expired';
    case 404:
      return 'unknown';
    case 405:
      return 'only-a-form';
    case 429:
      return 'too-many';
    case 500:
      return 'failed';
    case 503:
      return 'unready';
    default:
      return 'not-readable';
  }
}
