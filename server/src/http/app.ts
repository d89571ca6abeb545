/** How does a request enter? One Fastify, one way to validate, one problem+json for every error, one log line without anything personal in it. */

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Problem } from '@likeness/contract';
import type { Frame } from '@likeness/web/person';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { TSchema } from 'typebox';
import type { AddressRange } from '../config/settings.ts';
import { wantsPage } from './calm-page.ts';
import { withoutLanguage } from './her-language.ts';
import { methodsOf } from './methods.ts';
import { answerBrokenRequest, answerProblem, answerWithPage, whatFailed } from './problem-answers.ts';
import { reader } from './reader.ts';
import { stopInTime } from './stopping.ts';
import { refuseUnwritableRequests } from './writable.ts';

/** JSON bodies above this are refused before they are parsed: 500 fingerprints fit many times over. */
const jsonLimitBytes = 1024 * 1024;
/** 200 characters of a content id, each of up to four bytes, each byte written as %XX. */
const longestParameter = 200 * 4 * 3;

export interface AppLog {
  readonly level: 'info' | 'warn' | 'error';
  /** Default: standard error, so that what a command prints on standard output stays its answer. */
  readonly stream?: { write(line: string): void };
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The problem of an address where nothing is, or that takes another method: then `allow` of the answer says which. Each door answers it in its own way. */
    lostProblem(request: FastifyRequest, reply: FastifyReply): Problem;
  }
}

export interface AppOptions {
  /** How long an answer under way is waited for when the server stops. */
  readonly graceMs?: number;
  /** For people who meet an error outside every page; without it they get the problem that programs get. */
  readonly frame?: Frame;
  /** Proxies whose X-Forwarded-For is believed; without them a caller's address is that of the connection. */
  readonly trustedProxies?: readonly AddressRange[];
}

/** An empty application: routes are registered by the doors. */
export function openApp(log: AppLog | false, { graceMs, frame, trustedProxies = [] }: AppOptions = {}): FastifyInstance {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (frame === undefined || !wantsPage(request)) return answerProblem(error, request, reply);
    return answerWithPage(frame, error, request, reply);
  };
  const app = Fastify({
    logger: log === false ? false : { level: log.level, stream: log.stream ?? process.stderr, serializers: { err: whatFailed } },
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request, which hardly any request writes to, was 4 % of a screening; whoever writes says whose request it is.
    childLoggerFactory: (logger) => logger,
    bodyLimit: jsonLimitBytes,
    routerOptions: { maxParamLength: longestParameter },
    rewriteUrl: ({ url = '/' }) => withoutLanguage(url),
    requestTimeout: 120_000,
    trustProxy: trustedProxies.length === 0 ? false : trustedProxies.map(({ address, prefix }) => `${address}/${prefix}`),
    // stopping.ts answers them as every other problem is answered.
    return503OnClosing: false,
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<TypeBoxTypeProvider>();
  // Fastify reads plain text by itself; nothing here takes it.
  app.removeContentTypeParser('text/plain');
  typeNoEmptyDelete(app);
  stopInTime(app, graceMs);
  const methodsAt = methodsOf(app);
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
  refuseUnwritableRequests(app);
  app.setErrorHandler(answerError);
  app.decorate('lostProblem', (request, reply) => {
    const methods = methodsAt(request.url);
    if (methods.length === 0 || methods.includes(request.method)) return new Problem('route/unknown');
    void reply.header('allow', methods.join(', '));
    return new Problem('route/method', { detail: `It takes ${methods.join(', ')}.` });
  });
  // The pattern of the route, never the address: ids and query strings stay out of the log.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        reqId: request.id,
        route: request.routeOptions.url ?? 'unknown',
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  return app;
}

/** Many clients name a type with every call. A DELETE without a body has none to be read by it. */
function typeNoEmptyDelete(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers }) => {
    const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (method === 'DELETE' && isEmpty) delete headers['content-type'];
  });
}
