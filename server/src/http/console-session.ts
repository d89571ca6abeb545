/** Who sits at the console? One cookie, one session; every page behind the door asks here, every form proves that it came from its own session. */
import { Problem } from '@likeness/contract';
import { type ConsoleFrame, type DeskPreferences, type Fields, isConsolePage, paths, readCsrf, signInTo } from '@likeness/web/moderator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { moderatorFacts } from '../access/moderators.ts';
import { permissionsOf } from '../access/roles.ts';
import {
  endSession,
  formToken,
  isFormToken,
  noteSaid,
  readSession,
  SessionId,
  startSession,
  takeSaid,
  type Way,
} from '../access/sessions.ts';
import type { Engine } from '../workflows/engine.ts';
import { goTo } from './page-answers.ts';

const cookieName = '__Host-likeness-console';
const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** As it is now: another one counts from the next click. */
  readonly role: string;
  readonly preferences: DeskPreferences;
  readonly session: SessionId;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler gives back what was written when nobody is signed in any more, or the form is another session's: `isOwnForm` says. */
    givesTextBack?: boolean;
  }
  interface FastifyRequest {
    /** Who is signed in; set before any handler behind the door runs. */
    moderator: SignedIn | null;
  }
}

function cookieOf(request: FastifyRequest): SessionId | null {
  const value = request.cookies[cookieName];
  return value === undefined ? null : new SessionId(value);
}

/** The moderator behind the cookie; null when nobody is signed in, the session ended, or the account was closed. */
export async function moderatorOf(engine: Engine, request: FastifyRequest): Promise<SignedIn | null> {
  const session = cookieOf(request);
  if (session === null) return null;
  const id = await readSession(engine.store, engine.keys, 'moderator', session);
  const facts = id === null ? null : await moderatorFacts(engine.store.db, id);
  return id === null || facts === null ? null : { id, ...facts, session };
}

/** Starts a session and sets its cookie. An earlier one of this browser ends, so that it does not live on behind its back. */
export async function beginSession(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  moderatorId: string,
  way: Way,
): Promise<void> {
  const earlier = cookieOf(request);
  if (earlier !== null) await endSession(engine.store, engine.keys, 'moderator', earlier);
  const session = await engine.store.transact((tx) => startSession(tx, engine.keys, engine.random, 'moderator', moderatorId, way));
  // No Max-Age: the cookie goes with the browser; the server ends the session after 15 idle minutes.
  void reply.setCookie(cookieName, session.reveal(), cookieOptions);
}

/** Ends the session and takes the cookie back. */
export async function leaveSession(engine: Engine, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const session = cookieOf(request);
  if (session !== null) await endSession(engine.store, engine.keys, 'moderator', session);
  void reply.clearCookie(cookieName, cookieOptions).header('clear-site-data', '"cache"');
}

/** Answers 303 to the sign-in page, which leads back to the page that was wanted. */
export function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return goTo(reply, signInBackTo(request));
}

/** The sign-in page that leads back to the page that was wanted. */
export function signInBackTo(request: FastifyRequest): string {
  const path = request.url.split('?')[0] ?? paths.queue;
  // A form cannot be sent again by a link: its page is gone back to.
  const page =
    request.method === 'GET'
      ? path
      : path
          .replace(
            /\/(decide|lift|judge|revoke|disable|keys|endpoints|preview|name|sign-out|policy|on|off|report|close|role|link|end|leave|preferences|limits|sign-out-everywhere|undo|export|erase|confirmed|again|answer)$/,
            '',
          )
          .replace(/\/(measures\/[^/]+|passkeys(\/.*)?|uploader(\/.*)?)$/, '');
  return isConsolePage(page) && !page.startsWith('/console/preview') ? signInTo(page) : paths.signIn;
}

/** The moderator of a request behind the door. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (request.moderator === null) throw new RangeError('a handler behind the door ran for nobody');
  return request.moderator;
}

/** Problem `form/foreign` unless the form carries the token of the session that sends it. */
export function requireOwnForm(engine: Engine, request: FastifyRequest): void {
  if (!isOwnForm(engine, request)) throw new Problem('form/foreign');
}

/** Whether the form carries the token of the session that sends it. */
export function isOwnForm(engine: Engine, request: FastifyRequest): boolean {
  return isFormToken(engine.keys, 'moderator', signedIn(request).session, readCsrf(fieldsOf(request)));
}

/** After something was done: to a page of ours that says so, once. */
export async function goSaying(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
  news: string,
): Promise<FastifyReply> {
  const location = `${page}${page.includes('?') ? '&' : '?'}n=${news}`;
  await noteSaid(engine.store, engine.keys, 'moderator', signedIn(request).session, location);
  return goTo(reply, location);
}

/** What is to be said on this page: only what this session was just sent here with, and only the first time that the page is read. */
export async function newsOf<News extends string>(engine: Engine, request: FastifyRequest, known: readonly News[]): Promise<News | null> {
  const news = known.find((one) => one === queryOf(request, 'n'));
  if (news === undefined || request.method !== 'GET') return null;
  return (await takeSaid(engine.store, engine.keys, 'moderator', signedIn(request).session, request.url)) ? news : null;
}

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What every page needs: whose it is, and the token of its forms. */
export function frameOf(engine: Engine, request: FastifyRequest): ConsoleFrame {
  const { name, role, preferences, session } = signedIn(request);
  return { moderatorName: name, may: permissionsOf(role), preferences, csrf: formToken(engine.keys, 'moderator', session), timeZone };
}

/** The fields of a posted form; nothing for any other body. */
export function fieldsOf(request: FastifyRequest): Fields {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string' || isTexts(value)));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** One value of the query; null when it is absent or came twice. */
export function queryOf(request: FastifyRequest, name: string): string | null {
  const { query } = request;
  if (typeof query !== 'object' || query === null) return null;
  const found = Object.entries(query).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : null;
}

/** A part of the path; empty when the route has none of this name. */
export function paramOf(request: FastifyRequest, name: string): string {
  const { params } = request;
  if (typeof params !== 'object' || params === null) return '';
  const found = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : '';
}
