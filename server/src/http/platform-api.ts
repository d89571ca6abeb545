/** What may a platform call? Everything under /api/v1: screening, requests, decisions, settings. Each handler is a workflow behind a scope. */
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem } from '@likeness/contract';
import { keepKeysInMind, openKeyFinder, platformOfKey, type Scope } from '../access/api-keys.ts';
import type { DecodePool } from '../decode/pool.ts';
import type { Engine } from '../workflows/engine.ts';
import type { Pace } from './pace.ts';
import { decisionRoutes } from './platform-decisions.ts';
import { requestRoutes } from './platform-requests.ts';
import { screeningRoutes } from './platform-screening.ts';
import { settingsRoutes } from './platform-settings.ts';

export interface PlatformApiOptions {
  readonly engine: Engine;
  readonly decode: DecodePool;
  readonly maxUploadBytes: number;
  /** Whether parts and tilts of uploads are computed for the job. */
  readonly uploadParts: boolean;
  /** How fast a file has to arrive. */
  readonly pace: Pace;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The platform whose key was sent; set before any handler under /api/v1 runs. */
    platformId: string;
    /** The key, where it was accepted from memory and whoever writes has to ask about it. */
    keyId: string | null;
  }
  interface FastifyContextConfig {
    /** The scope that a key needs here; null: open to all. */
    scope?: Scope | null;
    /** What is written here asks whether the key is still good; so it is not asked before. */
    asksWithWrite?: boolean;
  }
}

export const platformApi: FastifyPluginAsyncTypebox<PlatformApiOptions> = async (
  app,
  { engine, decode, maxUploadBytes, uploadParts, pace },
) => {
  const findKey = openKeyFinder(engine.store);
  const keysInMind = keepKeysInMind(findKey);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Likeness',
        version: '1',
        description: 'What a platform calls. Errors are application/problem+json (RFC 9457) with a code and a JSON pointer.',
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
  });
  await app.register(multipart, { limits: { files: 2, fields: 60, fieldSize: 8192, fileSize: Number.POSITIVE_INFINITY, parts: 61 } });
  app.decorateRequest('platformId', '');
  app.decorateRequest('keyId', null);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    void reply.header('x-content-type-options', 'nosniff');
  });
  // Before the body is read: nobody without a key makes the server do work.
  app.addHook('onRequest', async (request) => {
    const { url, config } = request.routeOptions;
    const { scope = 'platform', asksWithWrite = false } = config;
    if (scope === null) return;
    if (url === undefined) throw new Problem('route/unknown');
    const { authorization } = request.headers;
    if (asksWithWrite) {
      const { platformId, keyId, isFromMemory } = await keysInMind.accept(authorization, scope);
      request.platformId = platformId;
      request.keyId = isFromMemory ? keyId : null;
    } else request.platformId = (await platformOfKey(findKey, authorization, scope)).platformId;
  });

  app.get('/openapi.json', { config: { scope: null }, schema: { hide: true } }, async () => app.swagger());

  await app.register(screeningRoutes, { engine, decode, maxUploadBytes, uploadParts, pace, keysInMind });
  await app.register(requestRoutes, { engine });
  await app.register(decisionRoutes, { engine });
  await app.register(settingsRoutes, { engine });
};
