/** How does a helper answer people? The list of who wrote, one talk, and the form that answers it. For the role `helper` alone. */
import { Problem } from '@likeness/contract';
import { fieldNames, paths, talkPage, talksPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { answerAsHelper, readAsHelper, talksForHelpers, talkTextAtMost } from '../workflows/talk.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

export const talkRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get('/talks', may('talk-with-people'), async (request, reply) => {
    const talks = await talksForHelpers(engine.store.db, signedIn(request).id);
    const now = await engine.store.transact(async (tx) => tx.now);
    return sendPage(reply, talksPage({ ...frameOf(engine, request), now, talks }));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    again: { readonly entered: string; readonly sentence: string } | null = null,
  ): Promise<FastifyReply> => {
    const talkId = paramOf(request, 'talkId');
    const messages = await readAsHelper(engine, signedIn(request).id, talkId);
    if (messages === null) throw new Problem('route/unknown');
    const news = await newsOf(engine, request, ['sent']);
    const problems = again === null ? [] : [{ field: fieldNames.note, sentence: again.sentence }];
    const model = {
      ...frameOf(engine, request),
      talkId,
      messages,
      problems,
      news,
      entered: again?.entered ?? '',
    };
    return sendPage(reply, talkPage(model), again === null ? 200 : 422);
  };

  app.get('/talks/:talkId', may('talk-with-people'), (request, reply) => show(request, reply));

  app.post('/talks/:talkId/answer', may('talk-with-people'), async (request, reply) => {
    const talkId = paramOf(request, 'talkId');
    const written = fieldsOf(request)[fieldNames.note];
    const entered = typeof written === 'string' ? written.replaceAll('\r\n', '\n').trim() : '';
    if (entered === '') return show(request, reply, { entered, sentence: 'Write an answer first.' });
    if (entered.length > talkTextAtMost)
      return show(request, reply, { entered, sentence: `Please shorten it to ${talkTextAtMost} characters.` });
    const answered = await answerAsHelper(engine, signedIn(request).id, talkId, entered, Number(fieldsOf(request)[fieldNames.shown] ?? 0));
    if (answered === 'overtaken')
      return show(request, reply, {
        entered,
        sentence: 'Somebody else has answered meanwhile; it stands above. Yours was not sent. Send it if it is still needed.',
      });
    if (answered === 'too-many')
      return show(request, reply, {
        entered,
        sentence: 'So many answers were sent here within a day that this one was not. Please wait until tomorrow.',
      });
    return goSaying(engine, request, reply, paths.talk(talkId), 'sent');
  });
};
