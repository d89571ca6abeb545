/** How does a platform read what was decided, confirm what it did, and pass on a complaint? */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ComplaintBody,
  ComplaintTaken,
  CompletedAnswer,
  CompletedBody,
  FeedPage,
  MeasureComplaintBody,
  MeasureComplaintTaken,
  Problem,
  Written,
} from '@likeness/contract';
import { Type } from 'typebox';
import { feedAfter } from '../outbox/feed.ts';
import { withStatementAddress } from '../outbox/statement-address.ts';
import { complainAsUploader } from '../workflows/complain.ts';
import { completeAction } from '../workflows/complete.ts';
import type { Engine } from '../workflows/engine.ts';
import { complainAboutMeasure } from '../workflows/misuse.ts';
import { byId, refusals } from './platform-routes.ts';

const feedPageSize = 100;

export const decisionRoutes: FastifyPluginAsyncTypebox<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get(
    '/decisions',
    {
      config: { scope: 'decisions' },
      schema: {
        summary: 'Everything that webhooks say, in order, from a sequence number on.',
        querystring: Type.Object(
          {
            after: Type.Optional(
              Written('^[0-9]{1,15}$', 'one whole number of at most 15 digits: the "next" of the page before', {
                description: 'the entries behind this sequence number; all when left out',
              }),
            ),
            limit: Type.Optional(
              Written('^([1-9][0-9]?|100)$', 'one whole number from 1 to 100', {
                description: 'entries of one page, 1 to 100; 100 when left out',
              }),
            ),
          },
          { additionalProperties: false },
        ),
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
          'Takes a complaint that an uploader made to the platform itself about a removal, or about what is hidden before a decision. The same again answers the first one; another reason or text is refused.',
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
};
