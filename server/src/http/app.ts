/** How does a request enter, and how does every error leave? One Fastify, one way to validate, one problem+json, one log line without anything personal in it. */

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { isProblemCode, Problem, problems } from '@likeness/contract';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** JSON bodies above this are refused before they are parsed: 500 fingerprints fit many times over. */
const jsonLimitBytes = 1024 * 1024;

/** An empty application: routes are registered by the doors. */
export function openApp(logger: { readonly level: 'info' | 'warn' | 'error' } | false): FastifyInstance {
  const app = Fastify({
    // Standard error, so that what a command prints on standard output stays its answer.
    logger: logger === false ? false : { level: logger.level, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: jsonLimitBytes,
    routerOptions: { maxParamLength: 700 },
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(),
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const read = reader(schema, httpPart ?? 'body');
    return (data: unknown) => {
      try {
        return { value: read(data) };
      } catch (error) {
        return { error: error instanceof Error ? error : new Problem('body/invalid') };
      }
    };
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => answerProblem(new Problem('route/unknown'), request, reply));
  // The pattern of the route, never the address: ids and query strings stay out of the log.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { route: request.routeOptions.url ?? 'unknown', method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  return app;
}

/** A reader that answers the value itself once it fits, names every bad field at once by its JSON pointer otherwise, and never repeats what was sent. */
export function reader<T extends TSchema>(schema: T, part: string): (data: unknown) => Static<T> {
  const check = Compile(schema);
  return (data) => {
    if (check.Check(data)) return data;
    const errors = check
      .Errors(data)
      .slice(0, 20)
      .map(({ instancePath, message }) => ({ pointer: instancePath, detail: message }));
    const [first] = errors;
    if (first === undefined) throw new Problem('body/invalid');
    const where = `${part === 'body' ? '' : `${part} `}${first.pointer}`.trim();
    throw new Problem('body/invalid', {
      errors,
      pointer: first.pointer,
      detail: where === '' ? first.detail : `${where}: ${first.detail}`,
    });
  };
}

/** Turns whatever was thrown into a problem; what is not foreseen becomes `server/failed`, with its reason in the log only. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    if (isProblemCode(error.code)) return new Problem(error.code, error.code === 'decode/busy' ? { retryAfterSeconds: 2 } : {});
    const known = fastifyProblems[error.code];
    if (known !== undefined) return new Problem(known);
    if (error.code === 'FST_ERR_VALIDATION') return new Problem('body/invalid');
  }
  if (error instanceof SyntaxError) return new Problem('body/malformed');
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 400) return new Problem('body/malformed');
  // Message and stack only: a database error's other fields can hold the values of the row.
  const { message, stack } = error instanceof Error ? error : new Error('something that is no error was thrown');
  request.log.error({ reason: message, stack, route: request.routeOptions.url ?? 'unknown' }, 'failed');
  return new Problem('server/failed');
}

const fastifyProblems: Readonly<Record<string, keyof typeof problems>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body/unsupported-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body/too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body/malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body/malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body/malformed',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'body/malformed',
  FST_REQ_FILE_TOO_LARGE: 'image/too-large',
  FST_PARTS_LIMIT: 'body/too-large',
  FST_FILES_LIMIT: 'body/too-large',
  FST_FIELDS_LIMIT: 'body/too-large',
};

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.place.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.place.retryAfterSeconds));
  if (problem.code === 'key/missing' || problem.code === 'key/unknown') void reply.header('www-authenticate', 'Bearer realm="likeness"');
  closeUnreadUpload(request, reply);
  return reply
    .status(problems[problem.code].status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.body(request.id));
}

/** A sender who is still sending when it was refused is told, and then no longer listened to. */
function closeUnreadUpload(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  void reply.header('connection', 'close');
  const { socket } = request.raw;
  request.raw.resume();
  reply.raw.once('finish', () => {
    // The answer needs a moment to be read before the connection goes.
    setTimeout(() => socket.destroy(), 1000).unref();
  });
}
