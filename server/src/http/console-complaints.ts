/** How is a complaint judged? The open ones, each with what either side said, and the answer that somebody else than who decided gives. */
import { complaintGroundsFor } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type ComplaintForm,
  type ComplaintModel,
  complaintPage,
  complaintsPage,
  type FieldProblem,
  fieldLimits,
  fieldNames,
  paths,
  readComplaintForm,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { decideComplaint } from '../workflows/decide-complaint.ts';
import { deskComplaint, openComplaints } from '../workflows/desk-complaints.ts';
import { openMeasureComplaints } from '../workflows/desk-misuse.ts';
import type { Engine } from '../workflows/engine.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, queryOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

/** Rows of one part: a screen or two. */
const partSize = 50;

export const complaintRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { db } = engine.store;

  app.get('/complaints', may('work-the-queue'), async (request, reply) => {
    const open = await openComplaints(db, signedIn(request).id, queryOf(request, 'after'), partSize);
    const measures = await openMeasureComplaints(engine, signedIn(request).id);
    const now = await engine.store.transact(async (tx) => tx.now);
    const hasManyServices = (await listPlatforms(db)).length > 1;
    return sendPage(reply, complaintsPage({ ...frameOf(engine, request), now, open, measures, hasManyServices }));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    news: ComplaintModel['news'],
    status = 200,
    again: { readonly form: ComplaintForm; readonly problems: readonly FieldProblem[] } | null = null,
  ): Promise<FastifyReply> => {
    const card = await deskComplaint(engine, paramOf(request, 'complaintId'), signedIn(request).id);
    if (card === null) throw new Problem('route/unknown');
    const model: ComplaintModel = {
      ...frameOf(engine, request),
      ...card,
      grounds: complaintGroundsFor(card.by, card.beside !== null),
      news,
      ...(again === null ? {} : { problems: again.problems, entered: { ruling: again.form.chosen, note: again.form.note } }),
    };
    return sendPage(reply, complaintPage(model), status);
  };

  app.get('/complaints/:complaintId', may('work-the-queue'), async (request, reply) =>
    show(request, reply, await newsOf(engine, request, ['decided'])),
  );

  app.post('/complaints/:complaintId/decide', may('decide'), async (request, reply) => {
    const complaintId = paramOf(request, 'complaintId');
    const moderatorId = signedIn(request).id;
    const before = await deskComplaint(engine, complaintId, moderatorId);
    if (before === null) throw new Problem('route/unknown');
    const form = readComplaintForm(fieldsOf(request));
    const { outcome, ground, note } = form;
    const isKnown = complaintGroundsFor(before.by, before.beside !== null).some(
      (known) => known.key === ground && known.outcome === outcome,
    );
    const problems: FieldProblem[] = [
      ...(isKnown
        ? []
        : [
            {
              field: fieldNames.ruling,
              sentence: form.hasTwo ? 'Two answers came at once, and neither was taken. Choose one.' : 'Choose an answer, and why.',
            },
          ]),
      ...(note.length <= fieldLimits.note
        ? []
        : [{ field: fieldNames.note, sentence: `Please shorten the note to ${fieldLimits.note} characters.` }]),
    ];
    if (before.state === 'open' && (problems.length > 0 || outcome === null)) return show(request, reply, null, 422, { form, problems });
    if (before.state === 'open' && outcome !== null) {
      const ruled = await decideComplaint(engine, { complaintId, outcome, ground, note, moderatorId });
      if (ruled === 'decided') return goSaying(engine, request, reply, paths.complaint(complaintId), 'decided');
    }
    return show(request, reply, 'late', 409);
  });
};
