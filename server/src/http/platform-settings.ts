/** How does a platform say where it hears from us, and where a picture may be fetched? */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { EndpointAnswer, EndpointBody, EndpointList, PlatformSettings } from '@likeness/contract';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { createEndpoint, disableEndpoint, listEndpoints } from '../outbox/endpoints.ts';
import type { Engine } from '../workflows/engine.ts';
import { setPreviewUrl } from '../workflows/platforms.ts';
import { once } from './idempotency.ts';
import { byId, idempotencyKey, refusals } from './platform-routes.ts';

export const settingsRoutes: FastifyPluginAsyncTypebox<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.post(
    '/webhook-endpoints',
    {
      config: { scope: 'settings' },
      schema: {
        summary: 'Registers a webhook address; the secret is shown once. The same address again gets a new secret.',
        body: EndpointBody,
        response: { 201: EndpointAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { platformId, body } = request;
      await engine.targets.check(body.url);
      const answer = await once(
        engine,
        { platformId, route: 'webhook-endpoints', key: idempotencyKey(request), body },
        async ({ store, keys, random }): Promise<EndpointAnswer> => {
          const made = await store.transact((tx) => createEndpoint(tx, keys, random, platformId, body.url));
          return { id: made.id, url: made.url, secret: made.secret.text(), createdAt: made.createdAt.toISOString() };
        },
        (saved) => Value.Parse(EndpointAnswer, saved),
      );
      return reply.status(201).send(answer);
    },
  );

  app.get(
    '/webhook-endpoints',
    { config: { scope: 'settings' }, schema: { summary: 'The live webhook addresses.', response: { 200: EndpointList, ...refusals } } },
    async (request) => ({
      endpoints: (await listEndpoints(engine.store.db, request.platformId)).map(({ id, url, createdAt }) => ({
        id,
        url,
        createdAt: createdAt.toISOString(),
      })),
    }),
  );

  app.delete(
    '/webhook-endpoints/:id',
    {
      config: { scope: 'settings' },
      schema: { summary: 'Ends a webhook address.', params: byId, response: { 204: Type.Null(), ...refusals } },
    },
    async (request, reply) => {
      await engine.store.transact((tx) => disableEndpoint(tx, request.platformId, request.params.id));
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/platform',
    {
      config: { scope: 'settings' },
      schema: {
        summary: 'Sets where a picture may be fetched for a moderator.',
        body: PlatformSettings,
        response: { 200: PlatformSettings, ...refusals },
      },
    },
    async (request) => {
      await setPreviewUrl(engine, request.platformId, request.body.previewUrl);
      return request.body;
    },
  );
};
