/** How does a moderator take back what she decided a moment ago? One form on the page of the decision; she comes back to it and reads what is so now. */
import { Problem } from '@likeness/contract';
import { paths } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { subjectOfDecision } from '../workflows/desk-decision.ts';
import type { Engine } from '../workflows/engine.ts';
import { undoDecision } from '../workflows/undo.ts';
import { may } from './console-permission.ts';
import { goSaying, paramOf, signedIn } from './console-session.ts';
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
    // Sent twice is taken back once, and nobody is told off for it.
    const news = undone === 'undone' || undone === 'already' ? 'undone' : 'not-undone';
    return goSaying(engine, request, reply, about.kind === 'request' ? paths.request(about.id) : paths.review(about.id), news);
  });
};
