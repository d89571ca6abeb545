/** How is what was referred reported? The open tasks, each with whom to tell what, the report written down, and the end that only a lead can make. */
import { Problem } from '@likeness/contract';
import {
  type FieldProblem,
  fieldNames,
  paths,
  type ReferralForm,
  type ReferralModel,
  readReferralForm,
  referralPage,
  referralsPage,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { closedOutOfView, deskReferral, openReferrals } from '../workflows/desk-referrals.ts';
import type { Engine } from '../workflows/engine.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { closeReferral, noteReported } from '../workflows/refer.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, queryOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

/** Rows of one part: a screen or two. */
const partSize = 50;

export const referralRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { db } = engine.store;

  app.get('/referrals', may('report-referrals'), async (request, reply) => {
    const open = await openReferrals(db, queryOf(request, 'after'), partSize);
    const closed = await closedOutOfView(db, partSize);
    const now = await engine.store.transact(async (tx) => tx.now);
    const hasManyServices = (await listPlatforms(db)).length > 1;
    return sendPage(reply, referralsPage({ ...frameOf(engine, request), now, open, closed, hasManyServices }));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Pick<ReferralModel, 'news'> & Partial<Pick<ReferralModel, 'problems' | 'entered'>>,
    status = 200,
  ): Promise<FastifyReply> => {
    const task = await deskReferral(engine, paramOf(request, 'referralId'), signedIn(request).id);
    if (task === null) throw new Problem('route/unknown');
    return sendPage(reply, referralPage({ ...frameOf(engine, request), ...task, ...more }), status);
  };
  const again = (request: FastifyRequest, reply: FastifyReply, entered: ReferralForm, problem: FieldProblem): Promise<FastifyReply> =>
    show(request, reply, { news: null, entered, problems: [problem] }, 422);

  app.get('/referrals/:referralId', may('report-referrals'), async (request, reply) =>
    show(request, reply, { news: await newsOf(engine, request, ['reported', 'closed']) }),
  );

  app.post('/referrals/:referralId/report', may('report-referrals'), async (request, reply) => {
    const referralId = paramOf(request, 'referralId');
    const form = readReferralForm(fieldsOf(request));
    if (form.reference === '' || form.reference.length > 200)
      return again(request, reply, form, {
        field: fieldNames.reference,
        sentence: 'Give the number of the report, or who took it and when.',
      });
    const reported = await noteReported(engine, referralId, { ...form, moderatorId: signedIn(request).id });
    switch (reported) {
      case 'reported':
        return goSaying(engine, request, reply, paths.referral(referralId), 'reported');
      case 'already':
        return show(request, reply, { news: 'late' }, 409);
      case 'unknown-route':
        return again(request, reply, form, { field: fieldNames.route, sentence: 'Choose to whom it was reported.' });
      case 'unknown':
        throw new Problem('route/unknown');
    }
  });

  app.post('/referrals/:referralId/close', may('close-referrals'), async (request, reply) => {
    const referralId = paramOf(request, 'referralId');
    const form = readReferralForm(fieldsOf(request));
    const closed = await closeReferral(engine, referralId, { moderatorId: signedIn(request).id, reason: form.reason });
    switch (closed) {
      case 'closed':
        return goSaying(engine, request, reply, paths.referral(referralId), 'closed');
      case 'already':
        return show(request, reply, { news: 'late' }, 409);
      case 'needs-a-reason':
        return again(request, reply, form, { field: fieldNames.reason, sentence: 'It was not reported: say why it is closed.' });
      case 'not-a-lead':
        return show(request, reply, { news: null, problems: [{ sentence: 'Only a lead closes a reporting task.' }] }, 403);
      case 'unknown':
        throw new Problem('route/unknown');
    }
  });
};
