/** What may a platform call? Everything under /api/v1: screening, requests, decisions, settings. Each handler is a workflow behind a scope. */
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { BasisId, Filer } from '@likeness/casework';
import {
  batchFingerprintsAtMost,
  ClockAnswer,
  ClockBody,
  ComplaintBody,
  ComplaintTaken,
  CompletedAnswer,
  CompletedBody,
  ContentId,
  ContentPatch,
  EndpointAnswer,
  EndpointBody,
  EndpointList,
  FeedPage,
  fingerprintsAtMost,
  framesAtMost,
  MeasureComplaintBody,
  MeasureComplaintTaken,
  notAnOrder,
  notTheirLaw,
  PlatformSettings,
  Problem,
  ProblemBody,
  RequestAmended,
  RequestAnswer,
  RequestBody,
  receiptNotice,
  ScreenAnswer,
  ScreenBatchAnswer,
  ScreenBatchBody,
  ScreenBody,
  UploadForm,
} from '@likeness/contract';
import { isFrameKind } from '@likeness/fingerprint';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { openKeyFinder, platformOfKey, type Scope } from '../access/api-keys.ts';
import type { DecodePool } from '../decode/pool.ts';
import { createEndpoint, disableEndpoint, listEndpoints } from '../outbox/endpoints.ts';
import { feedAfter } from '../outbox/feed.ts';
import { withStatementAddress } from '../outbox/statement-address.ts';
import type { ScreenedUpload } from '../store/content.ts';
import { amendRequest, readRequest } from '../workflows/amend-request.ts';
import { complainAsUploader } from '../workflows/complain.ts';
import { completeAction } from '../workflows/complete.ts';
import type { Engine } from '../workflows/engine.ts';
import { fileRequest } from '../workflows/file-request.ts';
import type { Filed, FiledRequest } from '../workflows/filed.ts';
import { forgetContent, setContentUrl } from '../workflows/forget.ts';
import { complainAboutMeasure } from '../workflows/misuse.ts';
import { type ClockMove, moveClock } from '../workflows/move-clock.ts';
import { setPreviewUrl } from '../workflows/platforms.ts';
import { openScreening } from '../workflows/screen.ts';
import { basesToday } from '../workflows/service-facts.ts';
import { amendmentOf, answersOf, fingerprintsOf, requireAskedFor } from './bodies.ts';
import { once } from './idempotency.ts';
import { openReadAhead, type Pace } from './pace.ts';
import { reader } from './reader.ts';
import { readUpload } from './upload.ts';

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
  }
  interface FastifyContextConfig {
    /** The scope that a key needs here; null: open to all. */
    scope?: Scope | null;
  }
}

const feedPageSize = 100;
const byContentId = Type.Object({ contentId: ContentId });
const byId = Type.Object({ id: Type.String({ maxLength: 100 }) });
const byNumber = Type.Object({ trackingNumber: Type.String({ maxLength: 60 }) });
const problem = { description: 'A problem (RFC 9457).', content: { 'application/problem+json': { schema: ProblemBody } } };
const refusals = { '4xx': problem, '5xx': problem };
const idempotencyKey = (request: FastifyRequest): string | undefined => {
  const header = request.headers['idempotency-key'];
  return Array.isArray(header) ? header[0] : header;
};

export const platformApi: FastifyPluginAsyncTypebox<PlatformApiOptions> = async (
  app,
  { engine, decode, maxUploadBytes, uploadParts, pace },
) => {
  const screening = openScreening(engine);
  const findKey = openKeyFinder(engine.store);
  const intake = { decode, hasParts: uploadParts, maxBytes: maxUploadBytes, pace, readAhead: openReadAhead() };
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
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    void reply.header('x-content-type-options', 'nosniff');
  });
  // Before the body is read: nobody without a key makes the server do work.
  app.addHook('onRequest', async (request) => {
    const scope = request.routeOptions.config.scope;
    if (scope === null) return;
    if (request.routeOptions.url === undefined) throw new Problem('route/unknown');
    request.platformId = (await platformOfKey(findKey, request.headers.authorization, scope ?? 'platform')).platformId;
  });

  app.get('/openapi.json', { config: { scope: null }, schema: { hide: true } }, async () => app.swagger());

  const readScreen = reader(ScreenBody, 'body');
  app.post(
    '/screen',
    {
      config: { scope: 'screen' },
      schema: {
        summary:
          'Is this upload on a list? Send the file as multipart/form-data (file, contentId, optional url, uploaderRef, links, text) or fingerprints as JSON.',
        body: { content: { 'application/json': { schema: ScreenBody }, 'multipart/form-data': { schema: UploadForm } } },
        response: { 200: ScreenAnswer, ...refusals },
      },
      // Two content types share the route: JSON is checked in the handler, multipart field by field.
      validatorCompiler: () => (value) => ({ value }),
    },
    async (request) => {
      if (request.isMultipart()) {
        const { fields, fingerprints } = await readUpload(request, intake);
        return screening(request.platformId, { ...placeOf(fields), source: 'bytes', fingerprints });
      }
      return screening(request.platformId, uploadOf(readScreen(request.body), ''));
    },
  );

  app.post(
    '/screen/batch',
    {
      config: { scope: 'screen' },
      schema: {
        summary: `Many uploads by their fingerprints, at most ${batchFingerprintsAtMost} fingerprints together. Each is screened as by itself; results come in order.`,
        body: ScreenBatchBody,
        response: { 200: ScreenBatchAnswer, ...refusals },
      },
    },
    async (request) => {
      const uploads = request.body.items.map((item, index) => uploadOf(item, `/items/${index}`));
      const count = uploads.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
      if (count > batchFingerprintsAtMost) {
        const detail = `There are ${count} fingerprints in this call; send at most ${batchFingerprintsAtMost}. Nothing of it was screened.`;
        throw new Problem('body/invalid', { pointer: '/items', detail });
      }
      return { results: await Promise.all(uploads.map((upload) => screening(request.platformId, upload))) };
    },
  );

  app.patch(
    '/content/:contentId',
    {
      config: { scope: 'screen' },
      schema: {
        summary: 'Sets the address once the upload is published.',
        params: byContentId,
        body: ContentPatch,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { url } = request.body;
      requireAddress(url);
      await setContentUrl(engine, request.platformId, request.params.contentId, url);
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/content/:contentId',
    {
      config: { scope: 'screen' },
      schema: {
        summary: 'Forgets an upload, except for what an open request still needs.',
        params: byContentId,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      await forgetContent(engine, request.platformId, request.params.contentId);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/requests',
    {
      config: { scope: 'requests' },
      schema: {
        summary: "Files a removal request from the platform's own form. An incomplete one is kept, with its clock running.",
        body: RequestBody,
        response: { 201: RequestAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { platformId, body } = request;
      const answer = await once(
        engine,
        { platformId, route: 'requests', key: idempotencyKey(request), body },
        async (joined): Promise<RequestAnswer> => {
          const { basis, alsoUnder = [], sourceRef, filerRef } = body;
          requireAskedFor(engine.laws, body);
          const answers = answersOf(body);
          // What somebody files under a law that is not theirs (`whoMayFile`) is a request like any other: kept, under the laws that are theirs, and told so.
          const isTheirs = basis === undefined || engine.laws.of(basis).whoMayFile.includes(answers.onBehalfOf);
          const named = isTheirs ? basis : undefined;
          const told = basis === 'authority-order' ? notAnOrder : notTheirLaw;
          if (named === undefined) await requireOffered(joined, platformId, answers.onBehalfOf, alsoUnder);
          const filed = await fileRequest(joined, {
            platformId,
            answers,
            bases: named === undefined ? 'all-that-apply' : [...new Set([named, ...alsoUnder])],
            chosen: alsoUnder,
            ...(sourceRef === undefined ? {} : { source: { session: sourceRef } }),
            ...(filerRef === undefined ? {} : { filerRef }),
          });
          if (filed.follow === null) throw new Error('a filing without a code has a secret to follow it by');
          const answer = requestAnswer(filed);
          return {
            ...answer,
            notice: isTheirs ? answer.notice : `${told} ${answer.notice}`,
            followUrl: `${engine.publicUrl}/follow#${filed.follow.reveal()}`,
          };
        },
        (saved) => Value.Parse(RequestAnswer, saved),
      );
      return reply.status(201).send(answer);
    },
  );

  app.get(
    '/requests/:trackingNumber',
    {
      config: { scope: 'requests' },
      schema: { summary: 'Where a request stands.', params: byNumber, response: { 200: RequestAmended, ...refusals } },
    },
    async (request) => requestAnswer(await readRequest(engine, request.platformId, request.params.trackingNumber)),
  );

  app.patch(
    '/requests/:trackingNumber',
    {
      config: { scope: 'requests' },
      schema: {
        summary: 'Adds what was missing; the due time does not move.',
        params: byNumber,
        body: RequestBody,
        response: { 200: RequestAmended, ...refusals },
      },
    },
    async ({ platformId, params, body }) => {
      requireAskedFor(engine.laws, body);
      return requestAnswer(await amendRequest(engine, { platformId }, params.trackingNumber, amendmentOf(body)));
    },
  );

  app.post(
    '/requests/:trackingNumber/clock',
    {
      config: { scope: 'requests' },
      schema: {
        summary:
          'Pauses, resumes or extends the time of a request, with a reason, under a law that allows it. No hours that a law names are moved.',
        params: byNumber,
        body: ClockBody,
        response: { 200: ClockAnswer, ...refusals },
      },
    },
    async (request) => {
      const { trackingNumber } = request.params;
      const dueAt = await moveClock(engine, request.platformId, trackingNumber, moveOf(request.body), 'platform');
      return { trackingNumber, dueAt: dueAt.toISOString() };
    },
  );

  app.get(
    '/decisions',
    {
      config: { scope: 'decisions' },
      schema: {
        summary: 'Everything that webhooks say, in order, from a sequence number on.',
        querystring: Type.Object({
          after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
          limit: Type.Optional(
            Type.String({ pattern: '^([1-9][0-9]?|100)$', description: 'entries of one page, 1 to 100; 100 when left out' }),
          ),
        }),
        response: { 200: FeedPage, ...refusals },
      },
    },
    async (request) => {
      const after = Number(request.query.after ?? 0);
      const entries = await feedAfter(engine.store.db, request.platformId, after, Number(request.query.limit ?? feedPageSize));
      return {
        entries: entries.map((entry) => withStatementAddress(engine.keys, engine.publicUrl, entry)),
        next: entries.at(-1)?.sequence ?? after,
      };
    },
  );

  app.post(
    '/actions/:id/completed',
    {
      config: { scope: 'decisions' },
      schema: {
        summary: 'Says that an action was carried out. "Removed" is said only after this.',
        params: byId,
        body: CompletedBody,
        response: { 200: CompletedAnswer, ...refusals },
      },
    },
    async (request) => {
      const { completedAt } = await completeAction(engine, request.platformId, request.params.id, request.body);
      return { actionId: request.params.id, state: 'completed' as const, completedAt: completedAt.toISOString() };
    },
  );

  app.post(
    '/complaints',
    {
      config: { scope: 'decisions' },
      schema: {
        summary:
          'Takes a complaint that an uploader made to the platform itself about a removal. The same again answers the first one; another reason or text is refused.',
        body: ComplaintBody,
        response: { 201: ComplaintTaken, ...refusals },
      },
    },
    async (request, reply) => {
      const { platformId, body } = request;
      const { actionId, reason, text = '' } = body;
      const { complaintId, filedAt, outcome, was } = await complainAsUploader(engine, { actionId, reason, text, via: 'api', platformId });
      if (was === 'otherwise') throw new Problem('complaint/already');
      return reply.status(201).send({ complaintId, state: outcome ?? 'open', filedAt: filedAt.toISOString() });
    },
  );

  app.post(
    '/account-measures/:id/complaint',
    {
      config: { scope: 'decisions' },
      schema: {
        summary:
          'Takes a complaint about a warning or a suspension from the account that it concerns. The same again answers the first one; another text is refused.',
        params: byId,
        body: MeasureComplaintBody,
        response: { 201: MeasureComplaintTaken, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { outcome, filedAt, was } = await complainAboutMeasure(engine, request.platformId, id, request.body.text ?? '');
      if (was === 'otherwise') throw new Problem('complaint/already');
      return reply.status(201).send({ measureId: id, state: outcome ?? 'open', filedAt: filedAt.toISOString() });
    },
  );

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

/** Problem `body/invalid` with its pointer, below the one given, where a fingerprint or the address is not right. */
function uploadOf(body: ScreenBody, pointer: string): ScreenedUpload {
  const fingerprints = body.fingerprints.flatMap((one, index) => fingerprintsOf(one, `${pointer}/fingerprints/${index}`));
  const frames = fingerprints.filter(({ kind }) => isFrameKind(kind)).length;
  const tooMany =
    frames > framesAtMost
      ? `There are ${frames} frames; send at most ${framesAtMost}, such as one of each second, or of every second one.`
      : `There are ${fingerprints.length - frames} fingerprints beside the frames of a video; send at most ${fingerprintsAtMost}.`;
  if (frames > framesAtMost || fingerprints.length - frames > fingerprintsAtMost)
    throw new Problem('body/invalid', { pointer: `${pointer}/fingerprints`, detail: tooMany });
  return { ...placeOf(body, pointer), source: 'fingerprints', fingerprints };
}

function placeOf(
  fields: { contentId: string; url?: string; uploaderRef?: string; links?: string[]; text?: string },
  pointer = '',
): {
  contentId: string;
  url: string | null;
  uploaderRef: string | null;
  links: string[];
  text: string | null;
} {
  if (fields.url !== undefined) requireAddress(fields.url, pointer);
  const { contentId, url = null, uploaderRef = null, links = [], text = null } = fields;
  return { contentId, url, uploaderRef, links, text };
}

/** What has the shape of an address may still be none, such as `http://[` or a port that is no number. Problem `body/invalid`. */
function requireAddress(url: string, pointer = ''): void {
  if (URL.canParse(url)) return;
  throw new Problem('body/invalid', { pointer: `${pointer}/url`, detail: 'This is not an address that can be opened.' });
}

/** A law that was asked for besides and that the filing would not be under. Problem `body/invalid` with its pointer. */
async function requireOffered({ store, laws }: Engine, platformId: string, filer: Filer, chosen: readonly BasisId[]): Promise<void> {
  if (chosen.length === 0) return;
  const offered = await store.transact((tx) => basesToday(tx, laws, platformId, filer, chosen));
  const unfit = chosen.findIndex((law) => !offered.includes(law));
  if (unfit >= 0)
    throw new Problem('body/invalid', {
      pointer: `/alsoUnder/${unfit}`,
      detail: 'This law does not apply to your service, or not to whoever files here. Leave it out; nothing was filed.',
    });
}

function requestAnswer(filed: Omit<Filed, 'follow'>): RequestAmended {
  return {
    trackingNumber: filed.trackingNumber,
    ...standingOf(filed),
    receivedAt: filed.receivedAt.toISOString(),
    dueAt: filed.dueAt.toISOString(),
    missing: filed.missing.map(({ element }) => element),
    basis: filed.basis,
    missingDetails: detailsOf(filed),
    requests: filed.requests.map((one) => ({
      basis: one.basis,
      trackingNumber: one.trackingNumber,
      ...standingOf(one),
      dueAt: one.dueAt.toISOString(),
      missingDetails: detailsOf(one),
    })),
    notice: receiptNotice,
  };
}

function standingOf({ missing, outcome, closedAt }: FiledRequest): Pick<RequestAmended, 'status' | 'outcome' | 'closedAt'> {
  const closed = closedAt === null ? {} : { closedAt: closedAt.toISOString() };
  if (outcome === 'withdrawn') return { status: 'withdrawn', ...closed };
  if (outcome !== null) return { status: 'decided', outcome, ...closed };
  return { status: missing.length === 0 ? 'complete' : 'incomplete', ...closed };
}

const detailsOf = ({ missing }: FiledRequest): RequestAmended['missingDetails'] =>
  missing.map(({ element, pointer, sentence }) => ({ element, pointer, sentence }));

function moveOf(body: ClockBody): ClockMove {
  switch (body.move) {
    case 'pause':
      return { kind: 'paused', until: new Date(body.until), reason: body.reason };
    case 'extend':
      return { kind: 'extended', byMs: body.byHours * 3_600_000, reason: body.reason };
    case 'resume':
      return { kind: 'resumed' };
  }
}
