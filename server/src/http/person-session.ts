/** Who sits at this browser? One cookie, a session that the server ends, and a token in every form that it sends. */
import { Problem } from '@likeness/contract';
import { type Fields, type Frame, paths, readCsrf, renderLeft } from '@likeness/web/person';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endSession, formToken, isFormToken, readSession, SessionId, startSession } from '../access/sessions.ts';
import type { Engine } from '../workflows/engine.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';

export interface Person {
  readonly caseId: string;
  readonly session: SessionId;
}

export interface PersonSessions {
  /** The person behind the cookie; null when nobody is, or the session ended by itself. */
  personOf(request: FastifyRequest): Promise<Person | null>;
  /** The person whose own form this is. Problem `form/foreign` for a form of another session; null when the session is over. */
  senderOf(request: FastifyRequest): Promise<Person | null>;
  /** Opens the case in this browser, and ends what was open in it. */
  begin(request: FastifyRequest, reply: FastifyReply, caseId: string): Promise<SessionId>;
  /** Ends the session of this browser, and clears what the browser holds. */
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** For the hidden field of a form. */
  tokenOf(session: SessionId): string;
  /** The answer to somebody whose session is over. */
  idle(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

const cookieName = '__Host-likeness';

/** Her sessions, with the store and keys of `engine`. */
export function personSessions({ store, keys, random }: Engine, frame: Frame): PersonSessions {
  const sessionOf = (request: FastifyRequest): SessionId | null => {
    const value = request.cookies[cookieName];
    return value === undefined ? null : new SessionId(value);
  };
  const personOf = async (request: FastifyRequest): Promise<Person | null> => {
    const session = sessionOf(request);
    const caseId = session === null ? null : await readSession(store, keys, 'person', session);
    return session === null || caseId === null ? null : { caseId, session };
  };
  return {
    personOf,
    senderOf: async (request) => {
      const sender = await personOf(request);
      if (sender !== null && !isFormToken(keys, 'person', sender.session, readCsrf(fieldsOf(request)))) throw new Problem('form/foreign');
      return sender;
    },
    begin: async (request, reply, caseId) => {
      // One session a browser: an earlier one must not live on behind its back.
      const earlier = sessionOf(request);
      if (earlier !== null) await endSession(store, keys, 'person', earlier);
      const session = await store.transact((tx) => startSession(tx, keys, random, 'person', caseId));
      // No Max-Age: the cookie goes with the browser, the server ends the session long before.
      void reply.setCookie(cookieName, session.reveal(), { path: '/', httpOnly: true, secure: true, sameSite: 'strict' });
      return session;
    },
    end: async (request, reply) => {
      const session = sessionOf(request);
      if (session !== null) await endSession(store, keys, 'person', session);
      void reply
        .clearCookie(cookieName, { path: '/', httpOnly: true, secure: true, sameSite: 'strict' })
        .header('clear-site-data', '"cache", "storage"');
    },
    tokenOf: (session) => formToken(keys, 'person', session),
    idle: (request, reply) => {
      // Only somebody whose session ended by itself is told so; everyone else is asked for the code.
      return sessionOf(request) === null
        ? goOn(request, reply, paths.openCase)
        : sendPage(reply.clearCookie(cookieName, { path: '/', secure: true }), renderLeft({ ...spokenTo(frame, request), reason: 'idle' }));
    },
  };
}

/** A posted form as it came. */
export function fieldsOf(request: FastifyRequest): Fields {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string' || Array.isArray(value)));
}
