/** Who sits at this browser? One cookie, a session that the server ends, and a token in every form that it sends. */
import { Problem } from '@likeness/contract';
import { type Fields, type Frame, openedFor, paths, readCsrf, renderLeft } from '@likeness/web/person';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formToken, isFormToken, readSession, SessionId, startSession } from '../access/sessions.ts';
import { endHers, forgetSentForms, formKey, handOver, startFormSession } from '../access/unsent-form.ts';
import type { Engine } from '../workflows/engine.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { addressOf } from './person-code.ts';

export interface Person {
  readonly caseId: string;
  readonly session: SessionId;
}

export interface PersonSessions {
  /** The person behind the cookie; null when nobody is, or the session ended by itself. */
  personOf(request: FastifyRequest): Promise<Person | null>;
  /** The person whose own form this is. Problem `form/foreign` for a form of another session; null when the session is over. */
  senderOf(request: FastifyRequest): Promise<Person | null>;
  /** The same for a form that is given back with what was typed: `isStale` for one of another session, of which nothing is taken. */
  writerOf(request: FastifyRequest): Promise<{ readonly who: Person; readonly isStale: boolean } | null>;
  /** Opens the case in this browser, and ends what was open in it: but for the key of the form that was sent, until its answer has arrived. */
  begin(request: FastifyRequest, reply: FastifyReply, caseId: string): Promise<SessionId>;
  /** Whether this browser has a cookie of ours, of whatever session. */
  cameWithCookie(request: FastifyRequest): boolean;
  /** After `begin`: to this page of hers, or to the one that says so where the browser kept no cookie. */
  goIn(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply;
  /** Ends the session of this browser, and clears what the browser holds. */
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** For the hidden field of a form. */
  tokenOf(session: SessionId): string;
  /** The answer to somebody whose session is over. `typed`: what came with it, given back on the page and kept nowhere. */
  idle(request: FastifyRequest, reply: FastifyReply, typed?: string): Promise<FastifyReply>;
  /**
   * The key for a form that this browser is filling in, with a session of its own where none lives. `isOpen`: the form has been open for a while, so that a browser
   * without the cookie is one that was left in another tab. Null then: nothing of the form is to be kept. Problem `limit/reached` for an address that opens too many.
   */
  keyOfForm(request: FastifyRequest, reply: FastifyReply, isOpen: boolean): Promise<string | null>;
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
    if (session === null || caseId === null) return null;
    await forgetSentForms(store.db, caseId);
    return { caseId, session };
  };
  // No Max-Age: the cookie goes with the browser, the server ends the session long before.
  const setCookie = (reply: FastifyReply, session: SessionId): void =>
    void reply.setCookie(cookieName, session.reveal(), { path: '/', httpOnly: true, secure: true, sameSite: 'strict' });
  const writerOf = async (request: FastifyRequest): ReturnType<PersonSessions['writerOf']> => {
    const who = await personOf(request);
    return who === null ? null : { who, isStale: !isFormToken(keys, 'person', who.session, readCsrf(fieldsOf(request))) };
  };
  return {
    personOf,
    writerOf,
    senderOf: async (request) => {
      const sender = await writerOf(request);
      if (sender?.isStale === true) throw new Problem('form/foreign');
      return sender?.who ?? null;
    },
    begin: async (request, reply, caseId) => {
      // One session a browser: an earlier one must not live on behind its back.
      const earlier = sessionOf(request);
      const session = await store.transact(async (tx) => {
        if (earlier !== null) await handOver(tx, keys, earlier, caseId);
        return startSession(tx, keys, random, 'person', caseId);
      });
      setCookie(reply, session);
      return session;
    },
    cameWithCookie: (request) => sessionOf(request) !== null,
    // Who came with a cookie keeps cookies; of others it is known only at their next page, which no history shows.
    goIn: (request, reply, page) => goOn(request, reply, sessionOf(request) === null ? openedFor(page) : page),
    end: async (request, reply) => {
      const session = sessionOf(request);
      if (session !== null) await store.transact((tx) => endHers(tx, keys, session));
      void reply
        .clearCookie(cookieName, { path: '/', httpOnly: true, secure: true, sameSite: 'strict' })
        .header('clear-site-data', '"cache", "storage"');
    },
    tokenOf: (session) => formToken(keys, 'person', session),
    idle: async (request, reply, typed = '') => {
      const session = sessionOf(request);
      // Only somebody whose session ended by itself is told so; everyone else is asked for the code.
      const neverWas = session === null || (await readSession(store, keys, 'form', session)) !== null;
      if (neverWas && typed === '') return goOn(request, reply, paths.openCase);
      const answer = neverWas ? reply : reply.clearCookie(cookieName, { path: '/', secure: true });
      return sendPage(answer, renderLeft({ ...spokenTo(frame, request), reason: 'idle', typed }));
    },
    keyOfForm: async (request, reply, isOpen) => {
      const session = sessionOf(request);
      if (session === null && isOpen) return null;
      const key = session === null ? null : await formKey(store, keys, session);
      if (key !== null) return key;
      const begun = await store.transact((tx) => startFormSession(tx, keys, random, addressOf(request)));
      setCookie(reply, begun);
      return formKey(store, keys, begun);
    },
  };
}

/** A posted form as it came. */
export function fieldsOf(request: FastifyRequest): Fields {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string' || Array.isArray(value)));
}
