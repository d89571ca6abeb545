/** How does every error leave? As one problem+json, with what failed in the log and nothing that was sent in either. */

import type { Socket } from 'node:net';
import { isProblemCode, Problem, problems, tooMany } from '@likeness/contract';
import type { Frame } from '@likeness/web/person';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { outageOf } from '../store/outage.ts';
import { calmPage } from './calm-page.ts';
import { saysWhatItVariedBy, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';

/** Turns whatever was thrown into a problem; what is not foreseen becomes `server/failed`, with its reason in the log only. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    if (isProblemCode(error.code)) return new Problem(error.code, error.code === 'decode/busy' ? { retryAfterSeconds: 2 } : {});
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('body/too-large', { detail: sizeSaid(request) });
    const ofJson = jsonFaults[error.code];
    if (ofJson !== undefined) return new Problem('body/malformed', { detail: ofJson });
    const known = fastifyProblems[error.code];
    if (known !== undefined) return new Problem(known);
  }
  const ofStorage = storageProblem(error);
  if (ofStorage !== null) {
    request.log.error({ reqId: request.id, err: error, route: request.routeOptions.url ?? 'unknown', code: ofStorage.code }, 'storage');
    return ofStorage;
  }
  if (error instanceof SyntaxError) return new Problem('body/malformed');
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 400) return new Problem('body/malformed');
  request.log.error({ reqId: request.id, err: error, route: request.routeOptions.url ?? 'unknown' }, 'failed');
  return new Problem('server/failed');
}

/** How large the body is, where its head says so, and how large it may be. */
function sizeSaid({ headers, routeOptions: { bodyLimit } }: FastifyRequest): string {
  const length = Number(headers['content-length']);
  return length > bodyLimit ? tooMany(length, 'bytes', bodyLimit) : `Send at most ${bodyLimit.toLocaleString('en')} bytes.`;
}

/** The problem when nothing can be stored now, but can be later; null for everything else. */
function storageProblem(error: unknown): Problem | null {
  const outage = outageOf(error);
  if (outage === 'full') return new Problem('storage/full', { retryAfterSeconds: 60 });
  return outage === 'away' ? new Problem('server/unready', { retryAfterSeconds: 10 }) : null;
}

const jsonFaults: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty. Send the JSON that belongs here, {} at the least.',
  FST_ERR_CTP_INVALID_JSON_BODY:
    'The body is not valid JSON, or it has a field __proto__, which nothing takes. Send one JSON value, whole.',
};

const fastifyProblems: Readonly<Record<string, keyof typeof problems>> = {
  FST_ERR_BAD_URL: 'route/malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'route/unknown',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body/unsupported-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body/malformed',
  FST_ERR_VALIDATION: 'body/invalid',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'body/malformed',
  FST_MP_PREMATURE_CLOSE: 'body/malformed',
  FST_PROTO_VIOLATION: 'body/invalid',
  FST_INVALID_JSON_FIELD_ERROR: 'body/malformed',
  FST_REQ_FILE_TOO_LARGE: 'image/too-large',
  FST_PARTS_LIMIT: 'body/too-large',
  FST_FILES_LIMIT: 'body/too-large',
  FST_FIELDS_LIMIT: 'body/too-large',
};

interface LoggedError {
  readonly [field: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** What may be logged of an error: its kind, its code, where it was thrown. Its message and other fields may quote what was sent or stored, so they stay out. */
export function whatFailed(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const inner = error instanceof AggregateError ? { errors: error.errors.slice(0, 5).map(whatFailed) } : {};
  return { type: error.name, message: code, stack: stack.join('\n'), ...inner };
}

/** Sends an error to its caller, who hears it even while still sending. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.place.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.place.retryAfterSeconds));
  if (problem.code === 'key/missing' || problem.code === 'key/unknown') void reply.header('www-authenticate', 'Bearer realm="likeness"');
  if (!request.raw.complete) closeAfterAnswer(request, reply);
  return reply
    .status(problems[problem.code].status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.body(request.id));
}

/** Sends an error to a person: the calm page, or a door's own, under the headers of every page. */
export function answerWithPage(
  frame: Frame,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  pageFor: typeof calmPage = calmPage,
): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.place.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.place.retryAfterSeconds));
  if (!request.raw.complete) closeAfterAnswer(request, reply);
  saysWhatItVariedBy(request, reply);
  const { html, status } = pageFor(spokenTo(frame, request), problem);
  return sendPage(reply, html, status);
}

const lingerMs = 2000;

/**
 * Half-closes and reads on for a moment. Closing while the caller still sends would make the system throw the answer away before it is read
 * (RFC 9112 §9.6); reading on without end would let anybody keep us busy with a body that we have refused.
 */
function closeAfterAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request;
  const { socket } = raw;
  void reply.header('connection', 'close');
  raw.unpipe();
  raw.resume();
  // Node calls this once the answer is written.
  socket.destroySoon = () => {
    socket.end();
    const patience = setTimeout(() => socket.destroy(), lingerMs).unref();
    socket.once('close', () => clearTimeout(patience));
  };
}

/** The answer to bytes that are not an HTTP request, or that come too slowly or with too long a head: the same problem+json, written by hand. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [problem, status] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [new Problem('body/too-slow'), '408 Request Timeout']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? [new Problem('head/too-large'), '431 Request Header Fields Too Large']
        : [new Problem('head/malformed'), '400 Bad Request'];
  const body = JSON.stringify(problem.body());
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/problem+json',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
