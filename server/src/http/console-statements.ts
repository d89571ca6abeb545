/** How does a lead see which statements of reasons were refused, and send them once more? */
import { paths, readReferralForm, statementsPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { refusedStatements, resendStatements } from '../workflows/resend-statements.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

/** A screen or two. */
const shownAtMost = 50;

export const statementRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { db } = engine.store;

  app.get('/statements', may('resend-statements'), async (request, reply) => {
    const news = await newsOf(engine, request, ['again', 'none']);
    const hasManyServices = (await listPlatforms(db)).length > 1;
    return sendPage(
      reply,
      statementsPage({ ...frameOf(engine, request), ...(await refusedStatements(db, shownAtMost)), hasManyServices, news }),
    );
  });

  app.post('/statements/again', may('resend-statements'), async (request, reply) => {
    const { reference } = readReferralForm(fieldsOf(request));
    const { waiting } = await resendStatements(engine, reference === '' ? 'all' : { puid: reference }, signedIn(request).id);
    return goSaying(engine, request, reply, paths.statements, waiting > 0 ? 'again' : 'none');
  });
};
