/** How does somebody come in through the operator's identity provider? Out with a cookie of this browser, back with an answer, in when the account is bound to a person. */
import { type ProviderNews, passwordPage, paths, providerStepPage, readPasswordForm, signInPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { bindIdentity, type Identity, signInAs } from '../access/identity.ts';
import { passkeySiteOf } from '../access/passkeys.ts';
import { invitationOf, PasswordLinkToken } from '../access/password-link.ts';
import type { Provider } from '../access/provider.ts';
import { beginVisit, endVisit, isStateOf, proofsOf, type VisitAim, VisitId, visitSeconds } from '../access/provider-visit.ts';
import type { Engine } from '../workflows/engine.ts';
import { invitationProblem, pageOf } from './console-entry.ts';
import { may } from './console-permission.ts';
import { beginSession, fieldsOf, leaveSession, moderatorOf, queryOf } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

/** The one address that is registered at the provider. */
export const providerReturn = paths.provider;

const cookieName = '__Host-likeness-provider';
/** Lax: it has to come along when the provider's page sends the browser back. It says nothing of who anybody is. */
const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

const statuses: Readonly<Record<ProviderNews, number>> = {
  away: 503,
  lost: 422,
  'not-confirmed': 422,
  unknown: 403,
  link: 422,
  taken: 409,
};

type Options = { readonly engine: Engine; readonly provider: Provider };

export const providerRoutes: FastifyPluginAsync<Options> = async (app, { engine, provider }) => {
  const { store, keys, random } = engine;
  const providerName = provider.name;

  const refuse = (reply: FastifyReply, news: ProviderNews, next: string | null = null): FastifyReply =>
    sendPage(reply, signInPage({ next, providerName, hasPasskeys: passkeySiteOf(engine.publicUrl) !== null, news }), statuses[news]);

  /** Where the browser goes, with its cookie set; null while the provider cannot be reached. */
  const leave = async (request: FastifyRequest, reply: FastifyReply, aim: VisitAim): Promise<string | null> => {
    const visit = await beginVisit(store, keys, random, aim, { address: request.ip });
    try {
      const address = await provider.addressFor(proofsOf(keys, visit));
      void reply.setCookie(cookieName, visit.reveal(), { ...cookieOptions, maxAge: visitSeconds });
      return address.href;
    } catch (error) {
      request.log.warn({ reqId: request.id, err: error }, 'the identity provider cannot be reached');
      await endVisit(store, keys, visit);
      return null;
    }
  };

  app.get('/oidc/begin', may('anyone'), async (request, reply) => {
    const next = pageOf(queryOf(request, 'next'));
    if ((await moderatorOf(engine, request)) !== null) return goTo(reply, next ?? paths.queue);
    const address = await leave(request, reply, { next, invitation: null });
    return address === null ? refuse(reply, 'away', next) : goTo(reply, address);
  });

  app.post('/oidc/invited', may('anyone'), async (request, reply) => {
    const { code } = readPasswordForm(fieldsOf(request));
    const invitation = await invitationOf(store, keys, new PasswordLinkToken(code));
    if (invitation === null) return sendPage(reply, passwordPage({ code, providerName, problems: [invitationProblem] }), 422);
    const address = await leave(request, reply, { next: null, invitation });
    if (address === null) return sendPage(reply, passwordPage({ code, providerName, isProviderAway: true }), statuses.away);
    // Whoever was signed in here before is not who comes back.
    await leaveSession(engine, request, reply);
    return sendOn(reply, { providerName, way: 'out', href: address });
  });

  app.get('/oidc', may('anyone'), async (request, reply) => {
    const cookie = request.cookies[cookieName];
    const visit = cookie === undefined ? null : new VisitId(cookie);
    // An answer to another visit, perhaps one that somebody else was made to open, ends nothing here.
    if (visit === null || !isStateOf(keys, visit, queryOf(request, 'state') ?? '')) return refuse(reply, 'lost');
    void reply.clearCookie(cookieName, cookieOptions);
    const aim = await endVisit(store, keys, visit);
    if (aim === null) return refuse(reply, 'lost');
    let identity: Identity;
    try {
      identity = await provider.identityOf(request.url.split('?')[1] ?? '', proofsOf(keys, visit));
    } catch (error) {
      request.log.warn({ reqId: request.id, err: error }, 'the identity provider did not confirm a sign-in');
      return refuse(reply, 'not-confirmed', aim.next);
    }
    const known = aim.invitation === null ? await signInAs(store, identity) : await bindIdentity(store, aim.invitation, identity);
    if (known === null) return refuse(reply, 'unknown', aim.next);
    if ('refused' in known) return refuse(reply, known.refused);
    await beginSession(engine, request, reply, known.id, 'provider');
    return sendOn(reply, { providerName, way: 'in', href: aim.next ?? paths.queue });
  });
};

/** A page that goes on by itself. The browser then asks as from our own page: no form's redirect to another site, and the session's strict cookie comes along. */
function sendOn(reply: FastifyReply, step: Parameters<typeof providerStepPage>[0]): FastifyReply {
  return sendPage(reply.header('refresh', `0; url=${step.href}`), providerStepPage(step));
}
