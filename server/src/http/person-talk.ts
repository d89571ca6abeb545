/** What happens where she writes with a helper? The page, what she sends, and its erasure. Where nobody is configured any more, what was written can still be read and erased. */
import { Problem } from '@likeness/contract';
import { type Frame, fieldNames, helpersOf, paths, readTalkForm, renderTalk, type TalkModel } from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caseMark, mayBeOfCase } from '../access/sessions.ts';
import type { HelperSettings } from '../config/settings.ts';
import type { Engine } from '../workflows/engine.ts';
import { readCase } from '../workflows/open-case.ts';
import { deleteTalk, noteSeenByHer, talkOf, writeToHelper } from '../workflows/talk.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { fieldsOf, type Person, type PersonSessions } from './person-session.ts';
import { unwritableFields } from './writable.ts';

export interface TalkDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: PersonSessions;
  readonly helpers: HelperSettings | null;
}

/** What the page says once; its address carries only which sentence. */
const news = { sent: '1', deleted: '2' } as const;

export function talkPages(app: FastifyInstance, { engine, frame, sessions, helpers }: TalkDoor): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    who: Person,
    refused: Pick<TalkModel, 'entered' | 'givenBack' | 'problems'> | null,
  ): Promise<FastifyReply> => {
    const talk = await engine.store.transact((tx) => talkOf(engine, tx, who.caseId));
    if (talk?.hasAnswer === true) await noteSeenByHer(engine, who.caseId);
    // Where there never was anybody, there is no such page.
    const { n }: { n?: unknown } = typeof request.query === 'object' && request.query !== null ? request.query : {};
    if (helpers === null && talk === null && n !== news.deleted) throw new Problem('route/unknown');
    const view = await readCase(engine, who.caseId);
    const last = talk?.messages.at(-1);
    const isSo = n === news.sent ? last?.by === 'person' : n === news.deleted && talk === null;
    const model = {
      ...spokenTo(frame, request),
      csrf: sessions.tokenOf(who.session),
      namesAtEnd: helpersOf(view?.requests ?? []),
      helpers,
      caseMark: caseMark(engine.keys, who.caseId),
      messages: talk?.messages ?? [],
      news: isSo && refused === null ? (n === news.sent ? 'sent' : 'deleted') : null,
      ...refused,
    } as const;
    return sendPage(reply, renderTalk(model), refused === null ? 200 : 422);
  };

  app.get(paths.talk, async (request, reply) => {
    const who = await sessions.personOf(request);
    return who === null ? sessions.idle(request, reply) : show(request, reply, who, null);
  });

  app.post(paths.talk, { config: { showsFormAgain: true } }, async (request, reply) => {
    const { words } = spokenTo(frame, request).speech;
    const { text, caseMark: mark, problems } = readTalkForm(fieldsOf(request), words);
    const writer = await sessions.writerOf(request);
    if (writer === null) return sessions.idle(request, reply, text);
    const { who, isStale } = writer;
    // Its session was replaced by one of another case, whose helper must not read it, nor whoever opened that case.
    if (isStale && !mayBeOfCase(engine.keys, who.caseId, mark))
      return show(request, reply, who, { givenBack: text, problems: [{ sentence: words.case.otherCase }] });
    // The page of an earlier session of this browser: what she wrote comes back, to be sent once more.
    if (isStale)
      return show(request, reply, who, { entered: text, problems: [{ field: fieldNames.words, sentence: words.talk.problems.stale }] });
    if (helpers === null) return goOn(request, reply, paths.talk);
    const again = (sentence: string) => show(request, reply, who, { entered: text, problems: [{ field: fieldNames.words, sentence }] });
    const [problem] = problems;
    if (problem !== undefined) return again(problem.sentence);
    if (unwritableFields(request).includes(fieldNames.words)) return again(words.unwritable);
    if ((await writeToHelper(engine, who.caseId, text)) === 'too-many') return again(words.talk.problems.tooMany);
    return goOn(request, reply, `${paths.talk}?n=${news.sent}`);
  });

  app.post(paths.deleteTalk, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    await deleteTalk(engine, who.caseId);
    return goOn(request, reply, `${paths.talk}?n=${news.deleted}`);
  });
}
