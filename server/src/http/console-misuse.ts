/** How are accounts that misuse the service judged at the console? The list, a card of facts for each, a warning or a suspension, and the way back; only leads and admins come here. */
import { isIntention, measureReasonsFor, suspensionDays } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type FieldProblem,
  fieldNames,
  type MeasureForm,
  type MisuseNews,
  misuseAccountPage,
  misusePage,
  paths,
  readMeasureForm,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { accountKey, type MisuseAccount } from '../store/misuse.ts';
import { accountBehind, misuseCard, misuseList } from '../workflows/desk-misuse.ts';
import type { Engine } from '../workflows/engine.ts';
import { judgeMeasureComplaint, liftMeasure, takeMeasure } from '../workflows/misuse.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

export const misuseRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { db } = engine.store;

  app.get('/misuse', may('judge-accounts'), async (request, reply) => {
    const { rows, total } = await misuseList(engine);
    const hasManyServices = (await listPlatforms(db)).length > 1;
    return sendPage(
      reply,
      misusePage({
        ...frameOf(engine, request),
        policy: engine.misuse,
        rows,
        total,
        hasManyServices,
        news: await newsOf(engine, request, ['lifted', 'judged']),
      }),
    );
  });

  const accountHere = async (request: FastifyRequest): Promise<MisuseAccount> => {
    const who = await accountBehind(engine, paramOf(request, 'account'));
    if (who === null) throw new Problem('route/unknown');
    return who;
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    who: MisuseAccount,
    more: { readonly news?: MisuseNews | null; readonly problems?: readonly FieldProblem[]; readonly entered?: MeasureForm } = {},
    status = 200,
  ): Promise<FastifyReply> => {
    const card = await misuseCard(engine, who, signedIn(request).id);
    return sendPage(reply, misuseAccountPage({ ...frameOf(engine, request), ...card, news: null, ...more }), status);
  };
  app.get('/misuse/:account', may('judge-accounts'), async (request, reply) =>
    show(request, reply, await accountHere(request), {
      news: await newsOf(engine, request, ['warning', 'suspension', 'lifted', 'judged']),
    }),
  );
  // An account that is not listed any more, once its measure is over, has no page to come back to.
  const done = async (request: FastifyRequest, reply: FastifyReply, who: MisuseAccount, news: MisuseNews): Promise<FastifyReply> => {
    const key = accountKey(engine.keys, who);
    const isListed = (await accountBehind(engine, key)) !== null;
    return goSaying(engine, request, reply, isListed ? paths.misuseAccount(key) : paths.misuse, news);
  };

  app.post('/misuse/:account/decide', may('judge-accounts'), async (request, reply) => {
    const who = await accountHere(request);
    const entered = readMeasureForm(fieldsOf(request));
    const { reason, intention } = entered;
    const days = suspensionDays.find((one) => entered.measure === `suspension-${one}`) ?? null;
    const measure = days !== null ? 'suspension' : entered.measure === 'warning' ? 'warning' : null;
    const isReason = measureReasonsFor(who.kind).some(({ key }) => key === reason);
    const problems: FieldProblem[] = [
      ...(measure === null ? [{ field: fieldNames.ruling, sentence: 'Choose what to do.' }] : []),
      ...(isReason ? [] : [{ field: fieldNames.reason, sentence: 'Choose why.' }]),
      ...(isIntention(intention) ? [] : [{ field: fieldNames.intention, sentence: 'Say what could be found of the intention.' }]),
    ];
    if (measure === null || !isIntention(intention) || problems.length > 0) return show(request, reply, who, { problems, entered }, 422);
    const taken = await takeMeasure(engine, { who, measure, reason, intention, days, moderatorId: signedIn(request).id });
    return taken === 'taken' ? done(request, reply, who, measure) : show(request, reply, who, { news: 'late' }, 409);
  });

  const whose = async (measureId: string): Promise<MisuseAccount> => {
    const row = await db
      .selectFrom('misuse_measure')
      .select(['platform_id', 'kind', 'account'])
      .where((eb) => eb(eb.cast<string>('id', 'text'), '=', measureId))
      .executeTakeFirst();
    if (row === undefined || row.account === null) throw new Problem('route/unknown');
    return { platformId: row.platform_id, kind: row.kind, account: row.account };
  };
  app.post('/misuse/measures/:measureId/lift', may('judge-accounts'), async (request, reply) => {
    const measureId = paramOf(request, 'measureId');
    const who = await whose(measureId);
    const lifted = await liftMeasure(engine, measureId, signedIn(request).id);
    return lifted === 'lifted' ? done(request, reply, who, 'lifted') : show(request, reply, who, { news: 'late' }, 409);
  });

  app.post('/misuse/measures/:measureId/judge', may('judge-accounts'), async (request, reply) => {
    const measureId = paramOf(request, 'measureId');
    const who = await whose(measureId);
    const { measure: outcome } = readMeasureForm(fieldsOf(request));
    if (outcome !== 'upheld' && outcome !== 'rejected')
      return show(request, reply, who, { problems: [{ sentence: 'Choose an answer to the complaint.' }] }, 422);
    const judged = await judgeMeasureComplaint(engine, { measureId, outcome, moderatorId: signedIn(request).id });
    return judged === 'judged' ? done(request, reply, who, 'judged') : show(request, reply, who, { news: 'late' }, 409);
  });
};
