/** How is a decision taken back: by whoever made it a moment ago, or by a lead because somebody outside decided so? Forms on the page of the decision; both come back to it and read what is so now. */
import { Problem } from '@likeness/contract';
import { paths, readSetAsideForm } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { subjectOfDecision } from '../workflows/desk-decision.ts';
import type { Engine } from '../workflows/engine.ts';
import { setAside } from '../workflows/set-aside.ts';
import { undoDecision } from '../workflows/undo.ts';
import { may } from './console-permission.ts';
import { fieldsOf, goSaying, paramOf, signedIn } from './console-session.ts';
import { goTo } from './page-answers.ts';

export const undoRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get('/decisions/:decisionId', may('work-the-queue'), async (request, reply) => {
    const about = await subjectOfDecision(engine.store.db, paramOf(request, 'decisionId'));
    if (about === null) throw new Problem('route/unknown');
    return goTo(reply, about.kind === 'request' ? paths.request(about.id) : paths.review(about.id));
  });

  app.post('/decisions/:decisionId/undo', may('decide'), async (request, reply) => {
    const decisionId = paramOf(request, 'decisionId');
    const about = await subjectOfDecision(engine.store.db, decisionId);
    const undone = await undoDecision(engine, decisionId, signedIn(request).id);
    if (undone === 'unknown' || about === null) throw new Problem('route/unknown');
    const news = undone === 'undone' ? 'undone' : undone === 'already' ? 'already-back' : 'not-undone';
    return goSaying(engine, request, reply, about.kind === 'request' ? paths.request(about.id) : paths.review(about.id), news);
  });

  app.post('/decisions/:decisionId/set-aside', may('set-aside-decisions'), async (request, reply) => {
    const decisionId = paramOf(request, 'decisionId');
    const about = await subjectOfDecision(engine.store.db, decisionId);
    if (about === null) throw new Problem('route/unknown');
    const page = about.kind === 'request' ? paths.request(about.id) : paths.review(about.id);
    const { ground, note } = readSetAsideForm(fieldsOf(request));
    // Without saying which decision it was, nothing could be checked later.
    const done = note === '' ? 'unfit' : await setAside(engine, { decisionId, ground, note, moderatorId: signedIn(request).id });
    const news =
      done === 'unfit' ? 'which-outside' : done === 'not-a-removal' ? 'not-undone' : done === 'already' ? 'already-back' : 'set-aside';
    return goSaying(engine, request, reply, page, news);
  });
};
