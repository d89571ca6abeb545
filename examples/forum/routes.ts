/** What does this forum answer at which address? Its pages, and the two addresses that Likeness calls. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { canComplain, measuresOf, sharingStopped } from './accounts.ts';
import { decisionIn, isSigned, Refused, type RemovalRequest } from './likeness.ts';
import {
  accountPage,
  homePage,
  messagePage,
  postPage,
  removedPage,
  reportedPage,
  reportPage,
  suspendedPage,
  suspendedUntilPage,
  type Typed,
} from './pages.ts';
import { addPost, isTakenBackTooLate, type Post, pictureType } from './posts.ts';
import { addressOf, advance, type Forum, hear, reasonOf, takeBack } from './publishing.ts';

const largestBody = 20 * 1024 * 1024;
const css = readFileSync(new URL('forum.css', import.meta.url), 'utf8');
const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#1c5a8a" d="M4 0v5h3zM1 6h6L6 8H2z"/></svg>';

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked {
  /** What stands in the address where the route says `:id`. */
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Who asks, by the cookie of an earlier upload: an opaque reference, which is also what Likeness gets. */
  readonly visitor: string | null;
}

type Handler = (asked: Asked) => Answer | Promise<Answer>;

/** Ends a request with this status and a plain page that says this sentence. */
class Stop extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const page = (html: string, status = 200): Answer => ({ status, body: html });
const file = (body: string | Buffer, type: string, status = 200): Answer => ({ status, body, headers: { 'content-type': type } });
const plain = (sentence: string, status: number): Answer => file(sentence, 'text/plain; charset=utf-8', status);
const seeOther = (path: string, headers = {}): Answer => ({ status: 303, body: '', headers: { location: path, ...headers } });

/** The handler of every request. `secret` answers what Likeness signs with; null until that is known. */
export function routes(forum: Forum, secret: () => string | null): (request: IncomingMessage, response: ServerResponse) => void {
  const { posts, likeness, log } = forum;

  const isFromLikeness = (headers: Asked['headers'], signed: Buffer): boolean => {
    const known = secret();
    if (known === null) throw new Stop(503, 'Not ready yet: call again.');
    return isSigned(known, headers, signed, new Date());
  };
  const reportable = (id: string): Post => {
    const post = posts.get(id);
    if (post === undefined) throw new Stop(404, 'There is no such picture here.');
    if (post.picture === null || post.state === 'removed') throw new Stop(410, 'This picture is already gone from here.');
    return post;
  };

  const table: Readonly<Record<string, Handler>> = {
    'GET /': ({ visitor }) => {
      const all = [...posts.values()].reverse();
      const isListed = ({ state, isUnlisted }: Post): boolean => state === 'published' && !isUnlisted;
      // What its uploader deleted is no news; what a decision removed is, while there is something to read about it.
      const isNews = (post: Post): boolean =>
        post.state === 'removed' ? post.statementUrl !== '' || isTakenBackTooLate(post) : !isListed(post) || post.wordsStatementUrl !== '';
      return page(
        homePage(
          all.filter(isListed),
          all.filter((post) => post.uploader === visitor && isNews(post)),
          measuresOf(forum.measures, visitor).length > 0,
          likeness.url,
        ),
      );
    },
    'GET /forum.css': () => file(css, 'text/css; charset=utf-8'),
    'GET /favicon.ico': () => file(icon, 'image/svg+xml'),
    'GET /posts/:id': ({ id, visitor }) => {
      const post = posts.get(id);
      const isMine = post?.uploader === visitor;
      if (post?.state === 'removed' && isMine && (post.statementUrl !== '' || isTakenBackTooLate(post)))
        return page(removedPage(post, likeness.url), 410);
      if (post?.state === 'removed') throw new Stop(410, 'This picture is no longer here.');
      // One sentence for all of it: whether there is a picture that was kept back is nobody else's to find out.
      if (post === undefined || (post.state !== 'published' && !isMine)) throw new Stop(404, 'There is no picture to see here now.');
      return page(postPage(post, isMine, likeness.url));
    },
    'GET /pictures/:id': ({ id }) => {
      const post = posts.get(id);
      if (post?.state === 'removed') return plain('This picture is no longer here.', 410);
      if (post?.state !== 'published' || post.picture === null) return plain('There is no such picture here.', 404);
      return file(post.picture, post.contentType);
    },
    'POST /posts': async ({ headers, body, visitor }) => {
      const why = visitor === null ? undefined : forum.suspended.get(visitor);
      if (why !== undefined) return page(suspendedPage(why, likeness.url), 403);
      const stopped = sharingStopped(forum.measures, visitor, new Date());
      if (stopped !== undefined) return page(suspendedUntilPage(stopped, likeness.url), 403);
      const form = await formIn(headers, body);
      const upload = form.get('file');
      const picture = upload instanceof File ? Buffer.from(await upload.arrayBuffer()) : Buffer.alloc(0);
      if (picture.length === 0) throw new Stop(422, 'There was no picture in it. Choose a file and share it again.');
      const contentType = pictureType(picture);
      if (contentType === null)
        throw new Stop(422, 'This file is not a picture that we can show. Share a JPEG, PNG, WebP, GIF or AVIF file.');
      const cookie = randomUUID();
      const uploader = visitor ?? refOf(cookie);
      const post = addPost(posts, { picture, contentType, uploader, caption: typedIn(form, 'caption').slice(0, 200) });
      await advance(forum, post);
      if (post.state === 'unreadable') throw new Stop(422, post.sentence);
      const remember = { 'set-cookie': `forum_uploader=${cookie}; Path=/; HttpOnly; SameSite=Strict` };
      return seeOther(`/posts/${post.id}`, visitor === null ? remember : {});
    },
    'POST /posts/:id/delete': async ({ id, visitor }) => {
      const post = posts.get(id);
      if (post === undefined || post.uploader !== visitor) throw new Stop(403, 'Only the person who shared a picture can delete it.');
      await takeBack(forum, post);
      return seeOther('/');
    },
    'GET /account': ({ visitor }) => {
      const measures = measuresOf(forum.measures, visitor);
      if (measures.length === 0) throw new Stop(404, 'There is nothing to read about your account.');
      return page(accountPage(measures, new Date(), null, likeness.url));
    },
    'POST /account/:id/complaint': async ({ id, headers, body, visitor }) => {
      const measures = measuresOf(forum.measures, visitor);
      const measure = measures.find((one) => one.id === id);
      if (measure === undefined) throw new Stop(404, 'There is nothing to read about your account.');
      const words = typedIn(await formIn(headers, body), 'words').slice(0, 5000);
      const again = (problem: string, status: number): Answer =>
        page(accountPage(measures, new Date(), { id, words, problem }, likeness.url), status);
      if (!canComplain(measure, new Date())) return again('No complaint about this is taken any more.', 409);
      try {
        await likeness.complainAboutMeasure(id, words);
      } catch (error) {
        log(`a complaint about a measure could not be sent (${reasonOf(error)})`);
        if (error instanceof Refused && error.status === 409) return again('No complaint about this is taken any more.', 409);
        return again('We could not take it just now. What you typed is still here: please send it again in a minute.', 503);
      }
      forum.measures.set(id, { ...measure, hasComplained: true });
      return seeOther('/account');
    },
    'GET /report/:id': ({ id }) => page(reportPage(reportable(id), { formKey: randomUUID() }, '', likeness.url)),
    'POST /report/:id': async ({ id, headers, body }) => {
      const post = reportable(id);
      const form = await formIn(headers, body);
      const typed = Object.fromEntries([...form.keys()].map((name) => [name, typedIn(form, name)]));
      const request = requestIn(typed, post.id, addressOf(forum, post));
      try {
        // The same form sent twice is one request; a form that was changed in between is another.
        const key = refOf(`${typed['formKey']} ${JSON.stringify(request)}`);
        return page(reportedPage(await likeness.fileRequest(request, key), likeness.url), 201);
      } catch (error) {
        // Nothing she typed is lost, and nobody tells her that it arrived when it did not.
        log(`a removal request could not be filed (${reasonOf(error)})`);
        const isItsContent = error instanceof Refused && (error.status === 400 || error.status === 422);
        const sentence = isItsContent
          ? 'Something in it could not be read. Please look it over and send it again.'
          : 'We could not take it just now. What you typed is still here: please send it again in a minute.';
        return page(reportPage(post, typed, sentence, likeness.url), isItsContent ? 422 : 503);
      }
    },
    'POST /likeness/webhook': async (asked) => {
      if (!isFromLikeness(asked.headers, asked.body)) return plain('The signature is not right.', 401);
      try {
        await hear(forum, decisionIn(asked.body)); // 2xx only once it is done: anything else is sent again, for days.
        return plain('Done.', 200);
      } catch (error) {
        log(`a decision could not be carried out; Likeness sends it again (${reasonOf(error)})`);
        return plain('Not done: send it again.', 500);
      }
    },
    // For a moderator's eyes only, of held posts too.
    'GET /likeness/preview/:id': (asked) => {
      if (!isFromLikeness(asked.headers, Buffer.from(asked.id))) return plain('The signature is not right.', 403);
      const post = posts.get(asked.id);
      if (post === undefined || post.picture === null || post.isKeptUnderLock) return plain('There is no such picture here.', 404);
      return file(post.picture, post.contentType);
    },
  };
  const patterns = Object.entries(table).map(([route, handler]) => {
    const [method, pathname] = route.split(' ');
    return { method, pattern: new URLPattern({ pathname: pathname ?? '' }), handler };
  });

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const pathname = request.url?.split('?', 1)[0] ?? '/';
    const route = patterns.find(({ method: its, pattern }) => its === method && pattern.test({ pathname }));
    if (route === undefined) throw new Stop(404, 'There is nothing at this address.');
    // Another site must not post in a visitor's name. Likeness and other programs send no such header.
    if (method === 'POST' && !['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site']?.toString()))
      throw new Stop(403, 'This form was sent from another site.');
    const cookie = /(?:^|;\s*)forum_uploader=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    return route.handler({
      id: route.pattern.exec({ pathname })?.pathname.groups['id'] ?? '',
      headers: request.headers,
      body: await bodyOf(request),
      visitor: cookie === undefined ? null : refOf(cookie),
    });
  };

  const sorry = (error: unknown): Answer => {
    if (error instanceof Stop) return page(messagePage('Sorry', error.message, likeness.url), error.status);
    log(`a request failed (${reasonOf(error)})`);
    return page(messagePage('Sorry', 'Something went wrong here. Please try again.', likeness.url), 500);
  };
  return async (request, response) => {
    const { status, body, headers } = await answer(request).catch(sorry);
    response.writeHead(status, { ...everyHeader, 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  };
}

const everyHeader = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function requestIn(typed: Typed, contentId: string, address: string): RemovalRequest {
  const given = (name: string): string | undefined => typed[name] || undefined;
  return {
    onBehalfOf: typed['onBehalfOf'] === 'agent' ? 'agent' : 'self',
    agentAuthority: given('agentAuthority'),
    contentIds: [contentId],
    locations: [address],
    statement: { notConsensual: typed['notConsensual'] === 'yes', goodFaith: typed['goodFaith'] === 'yes', details: given('details') },
    declarations: {
      'digital-services-act': { accurate: typed['accurate'] === 'yes' },
      'online-safety-act': { intimate: typed['intimate'] === 'yes', subject: typed['subject'] === 'yes', true: typed['true'] === 'yes' },
    },
    signature: given('signature'),
    contact: { email: given('email'), phone: given('phone') },
  };
}

/** Reads a body to its end; one that is too large is dropped on the way, so that the browser is still there to show the page. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > largestBody) throw new Stop(413, 'This is too large. A picture may have up to 20 MB.');
  return Buffer.concat(chunks);
}

/** Node's own reader takes what a browser's form sends, with a file or without. */
async function formIn(headers: IncomingHttpHeaders, body: Buffer): Promise<FormData> {
  const sent = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
  return sent.formData().catch(() => {
    throw new Stop(400, 'The form could not be read. Please go back and send it again.');
  });
}

function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function refOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22);
}
