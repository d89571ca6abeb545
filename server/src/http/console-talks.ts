/** How does a helper answer people? The list of who wrote, one talk, and the form that answers it. For the role `helper` alone. */
import { Problem } from '@likeness/contract';
import { fieldNames, messagePage, paths, talkPage, talksPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { answerAsHelper, readAsHelper, talksForHelpers, talkTextAtMost } from '../workflows/talk.ts';
import { may } from './console-permission.ts';
import { askToSignIn, fieldsOf, frameOf, goSaying, isOwnForm, newsOf, paramOf, signedIn, signInBackTo } from './console-session.ts';
import { sendPage } from './page-answers.ts';

/** The longest answer, as a form writes it: this one is read before anybody is known to be signed in. */
const answerLimitBytes = 64 * 1024;

export const talkRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get('/talks', may('talk-with-people'), async (request, reply) => {
    const talks = await talksForHelpers(engine.store.db, signedIn(request).id);
    const now = await engine.store.transact(async (tx) => tx.now);
    return sendPage(reply, talksPage({ ...frameOf(engine, request), now, talks }));
  });

  /** Erased while the answer was written: it goes nowhere, and whoever wrote it does not lose it for that. */
  const gone = (request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply =>
    sendPage(reply, messagePage({ kind: 'talk-erased', frame: frameOf(engine, request), written: { text } }), 404);

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    again: { readonly entered: string; readonly sentence: string } | null = null,
  ): Promise<FastifyReply> => {
    const talkId = paramOf(request, 'talkId');
    const messages = await readAsHelper(engine, signedIn(request).id, talkId);
    if (messages === null) return again === null ? Promise.reject(new Problem('route/unknown')) : gone(request, reply, again.entered);
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

  const answering = { config: { ...may('talk-with-people').config, givesTextBack: true }, bodyLimit: answerLimitBytes };
  app.post('/talks/:talkId/answer', answering, async (request, reply) => {
    const talkId = paramOf(request, 'talkId');
    const written = fieldsOf(request)[fieldNames.note];
    const entered = typeof written === 'string' ? written.replaceAll('\r\n', '\n').trim() : '';
    if (request.moderator === null && entered === '') return askToSignIn(request, reply);
    if (request.moderator === null)
      return sendPage(reply, messagePage({ kind: 'signed-out', written: { text: entered, signIn: signInBackTo(request) } }), 403);
    if (!isOwnForm(engine, request))
      return show(request, reply, {
        entered,
        sentence: 'This page was open since before you signed in, so nothing was sent. Send it now if it is still needed.',
      });
    if (entered === '') return show(request, reply, { entered, sentence: 'Write an answer first.' });
    if (entered.length > talkTextAtMost)
      return show(request, reply, { entered, sentence: `Please shorten it to ${talkTextAtMost} characters.` });
    const answered = await answerAsHelper(engine, signedIn(request).id, talkId, entered, Number(fieldsOf(request)[fieldNames.shown] ?? 0));
    if (answered === 'gone') return gone(request, reply, entered);
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
