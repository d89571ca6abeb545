/** How does a platform pass on a removal request from its own form, add to it, ask where it stands, and move its clock where a law lets it? */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { BasisId, Filer } from '@likeness/casework';
import {
  ClockAnswer,
  ClockBody,
  lateOrderNotice,
  notAnOrder,
  notTheirLaw,
  Problem,
  RequestAmended,
  RequestAnswer,
  RequestBody,
  receiptNotice,
} from '@likeness/contract';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { amendRequest, readRequest } from '../workflows/amend-request.ts';
import { questionsTold } from '../workflows/ask-for-more.ts';
import type { Engine } from '../workflows/engine.ts';
import { fileRequest } from '../workflows/file-request.ts';
import type { Filed, FiledRequest, RequestAnswered } from '../workflows/filed.ts';
import { type ClockMove, moveClock } from '../workflows/move-clock.ts';
import { basesToday } from '../workflows/service-facts.ts';
import { amendmentOf, answersOf, requireAskedFor } from './bodies.ts';
import { once } from './idempotency.ts';
import { idempotencyKey, refusals } from './platform-routes.ts';

const byNumber = Type.Object({ trackingNumber: Type.String({ maxLength: 60 }) });

export const requestRoutes: FastifyPluginAsyncTypebox<{ readonly engine: Engine }> = async (app, { engine }) => {
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
};

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
    ...(filed.asked === undefined || filed.asked.length === 0 ? {} : { questions: questionsTold(filed.asked) }),
    requests: filed.requests.map((one) => ({
      basis: one.basis,
      trackingNumber: one.trackingNumber,
      ...standingOf(one),
      dueAt: one.dueAt.toISOString(),
      missingDetails: detailsOf(one),
    })),
    notice: isLateOrder(filed) ? `${lateOrderNotice} ${receiptNotice}` : receiptNotice,
  };
}

const isLateOrder = ({ requests }: Pick<Filed, 'requests'>): boolean =>
  requests.some(({ basis, outcome, dueAt, receivedAt }) => basis === 'authority-order' && outcome === null && dueAt <= receivedAt);

function standingOf({
  missing,
  outcome,
  closedAt,
  answer,
}: FiledRequest): Pick<RequestAmended, 'status' | 'outcome' | 'answer' | 'closedAt'> {
  const closed = closedAt === null ? {} : { closedAt: closedAt.toISOString() };
  if (outcome === 'withdrawn') return { status: 'withdrawn', ...closed };
  if (outcome !== null) return { status: 'decided', outcome, ...(answer === undefined ? {} : { answer: answerBody(answer) }), ...closed };
  return { status: missing.length === 0 ? 'complete' : 'incomplete', ...closed };
}

function answerBody({ decidedAt, redress, ...answer }: RequestAnswered): NonNullable<RequestAmended['answer']> {
  return { ...answer, decidedAt: decidedAt.toISOString(), ...(redress === null ? {} : { redress }) };
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
