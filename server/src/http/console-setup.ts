/** How is a service connected at the console? Its name, keys, webhooks and preview address; a secret is shown on the page that made it, and never again. */
import { Problem } from '@likeness/contract';
import {
  confirmPage,
  type FieldProblem,
  fieldLimits,
  fieldNames,
  paths,
  readSetupForm,
  type SetupForm,
  type SetupModel,
  type ShownOnce,
  setupPage,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type ApiKeyFacts, createApiKey, isScope, listApiKeys, revokeApiKey, scopes } from '../access/api-keys.ts';
import { longestName, nameOf } from '../access/name.ts';
import { createEndpoint, disableEndpoint } from '../outbox/endpoints.ts';
import { liveEndpoint, platformSetup } from '../workflows/desk-setup.ts';
import type { Engine } from '../workflows/engine.ts';
import { renamePlatform, setPreviewUrl } from '../workflows/platforms.ts';
import { nameTaken } from './console-entry.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, queryOf } from './console-session.ts';
import { sendPage } from './page-answers.ts';

const newsWords = ['saved', 'revoked', 'disabled'] as const;
type News = (typeof newsWords)[number];

interface Extra {
  readonly shownOnce?: ShownOnce;
  readonly corrections?: NonNullable<SetupModel['corrections']>;
  readonly news?: News | null;
}

export const setupRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { store, keys, random } = engine;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    platformId: string,
    extra: Extra,
    status = 200,
  ): Promise<FastifyReply> => {
    const setup = await platformSetup(store.db, platformId, engine.transparency);
    if (setup === null) throw new Problem('route/unknown');
    const { shownOnce = null, news = null, corrections } = extra;
    const page = setupPage({
      ...frameOf(engine, request),
      ...setup,
      publicUrl: engine.publicUrl,
      scopes,
      shownOnce,
      news,
      ...(corrections === undefined ? {} : { corrections }),
    });
    return sendPage(reply, page, status);
  };
  const back = (request: FastifyRequest, reply: FastifyReply, platformId: string, news: News): Promise<FastifyReply> =>
    goSaying(engine, request, reply, paths.setupOf(platformId), news);
  /** The form of a service that is there. */
  const formOf = async (request: FastifyRequest): Promise<SetupForm> => {
    const form = readSetupForm(fieldsOf(request));
    const setup = await platformSetup(store.db, form.platformId, engine.transparency);
    if (setup?.platform.id !== form.platformId) throw new Problem('route/unknown');
    return form;
  };
  const correct = (
    request: FastifyRequest,
    reply: FastifyReply,
    platformId: string,
    problems: readonly FieldProblem[],
    entered: Readonly<Record<string, string>>,
  ): Promise<FastifyReply> => show(request, reply, platformId, { corrections: { problems, entered } }, 422);

  app.get('/setup', may('set-up-service'), async (request, reply) => {
    const news = await newsOf(engine, request, newsWords);
    return show(request, reply, queryOf(request, 'service') ?? '', { news });
  });

  app.post('/setup/name', may('set-up-service'), async (request, reply) => {
    const { platformId, name } = await formOf(request);
    if (nameOf(name) === null) {
      const problem = { field: fieldNames.name, sentence: `Please give your service a name of 1 to ${longestName} characters.` };
      return correct(request, reply, platformId, [problem], { [fieldNames.name]: name });
    }
    if (!(await renamePlatform(engine, platformId, name))) {
      return correct(request, reply, platformId, [{ field: fieldNames.name, sentence: nameTaken }], { [fieldNames.name]: name });
    }
    return back(request, reply, platformId, 'saved');
  });

  app.post('/setup/keys', may('set-up-service'), async (request, reply) => {
    const { platformId, label, scopes: wanted } = await formOf(request);
    const chosen = wanted.filter(isScope);
    const problems = [
      ...(label === '' || label.length > fieldLimits.label
        ? [{ field: fieldNames.label, sentence: 'Say in a few words which program will use it.' }]
        : []),
      ...(chosen.length === 0 ? [{ field: fieldNames.scopes, sentence: 'Choose what the key may do.' }] : []),
    ];
    if (problems.length > 0) return correct(request, reply, platformId, problems, { [fieldNames.label]: label });
    const made = await store.transact((tx) => createApiKey(tx, random, { platformId, scopes: chosen, label }));
    return show(request, reply, platformId, { shownOnce: { what: 'key', text: made.key } });
  });

  const liveKey = async (request: FastifyRequest): Promise<ApiKeyFacts> => {
    const id = paramOf(request, 'keyId');
    const key = (await listApiKeys(store.db)).find((one) => one.id === id && one.revokedAt === null);
    if (key === undefined) throw new Problem('route/unknown');
    return key;
  };
  app.get('/setup/keys/:keyId/revoke', may('set-up-service'), async (request, reply) => {
    const { id, label } = await liveKey(request);
    return sendPage(
      reply,
      confirmPage({ ...frameOf(engine, request), what: 'revoke-key', id, named: label === '' ? `lk_${id}_…` : label }),
    );
  });
  app.post('/setup/keys/:keyId/revoke', may('set-up-service'), async (request, reply) => {
    const { id, platformId } = await liveKey(request);
    await store.transact((tx) => revokeApiKey(tx, id));
    return back(request, reply, platformId, 'revoked');
  });

  app.post('/setup/endpoints', may('set-up-service'), async (request, reply) => {
    const { platformId, url } = await formOf(request);
    const problem = await refusedAddress(url);
    if (problem !== null)
      return correct(request, reply, platformId, [{ field: fieldNames.url, sentence: problem }], { [fieldNames.url]: url });
    const made = await store.transact((tx) => createEndpoint(tx, keys, random, platformId, url));
    return show(request, reply, platformId, { shownOnce: { what: 'endpoint', text: made.secret.text() } });
  });

  /** Why an address cannot be called; null when it can. */
  const refusedAddress = async (url: string): Promise<string | null> => {
    if (url.length > fieldLimits.url) return 'This address is too long.';
    try {
      await engine.targets.check(url);
      return null;
    } catch (error) {
      if (error instanceof Problem && error.code === 'target/refused') return error.message;
      throw error;
    }
  };

  const endpointHere = async (request: FastifyRequest) => {
    const id = paramOf(request, 'endpointId');
    const endpoint = await liveEndpoint(store.db, id);
    if (endpoint === null) throw new Problem('endpoint/unknown');
    return { id, ...endpoint };
  };
  app.get('/setup/endpoints/:endpointId/disable', may('set-up-service'), async (request, reply) => {
    const { id, url } = await endpointHere(request);
    return sendPage(reply, confirmPage({ ...frameOf(engine, request), what: 'disable-endpoint', id, named: url }));
  });
  app.post('/setup/endpoints/:endpointId/disable', may('set-up-service'), async (request, reply) => {
    const { id, platformId } = await endpointHere(request);
    await store.transact((tx) => disableEndpoint(tx, platformId, id));
    return back(request, reply, platformId, 'disabled');
  });

  app.post('/setup/preview', may('set-up-service'), async (request, reply) => {
    const { platformId, previewUrl } = await formOf(request);
    if (previewUrl === '') {
      await setPreviewUrl(engine, platformId, null);
      return back(request, reply, platformId, 'saved');
    }
    const problem = previewUrl.includes('{contentId}')
      ? await refusedAddress(previewUrl.replaceAll('{contentId}', 'id'))
      : 'The address needs {contentId} in the place of the id.';
    if (problem !== null)
      return correct(request, reply, platformId, [{ field: fieldNames.previewUrl, sentence: problem }], {
        [fieldNames.previewUrl]: previewUrl,
      });
    await setPreviewUrl(engine, platformId, previewUrl);
    return back(request, reply, platformId, 'saved');
  });
};
