/** How is a decision taken back: by whoever made it a moment ago, or by a lead because somebody outside decided so? Forms on the page of the decision; both come back to it and read what is so now. */
import { Problem } from '@likeness/contract';
import {
  notInTimeProblem,
  paths,
  readSetAsideForm,
  setAsidePage,
  setAsideProblems,
  type UndoNews,
  wholeDecision,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { decisionMade, subjectOfDecision } from '../workflows/desk-decision.ts';
import type { Engine } from '../workflows/engine.ts';
import { type SetAside, setAside } from '../workflows/set-aside.ts';
import { type Undone, undoDecision } from '../workflows/undo.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, paramOf, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

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
    const news = undoNews[undone];
    return goSaying(engine, request, reply, about.kind === 'request' ? paths.request(about.id) : paths.review(about.id), news);
  });

  app.post('/decisions/:decisionId/set-aside', may('set-aside-decisions'), async (request, reply) => {
    const decisionId = paramOf(request, 'decisionId');
    const about = await subjectOfDecision(engine.store.db, decisionId);
    if (about === null) throw new Problem('route/unknown');
    const page = about.kind === 'request' ? paths.request(about.id) : paths.review(about.id);
    const entered = readSetAsideForm(fieldsOf(request));
    const made = await engine.store.transact((tx) => decisionMade(engine, tx, decisionId));
    const { outside, pictures } = made ?? { outside: [], pictures: [] };
    const problems = setAsideProblems({ outside, pictures }, entered);
    const frame = frameOf(engine, request);
    const { receivedOn, why, about: picture, ...decided } = entered;
    const part = pictures.length === 0 || picture === wholeDecision ? {} : { actionId: picture };
    const by = { moderatorId: signedIn(request).id, timeZone: frame.timeZone };
    // What can be set aside no more says so, whatever was filled in.
    const done =
      outside.length > 0 && problems.length > 0
        ? 'unfit'
        : await setAside(engine, { decisionId, ...decided, ...part, counterNotice: { receivedOn, why }, ...by });
    if (done === 'unfit' || typeof done !== 'string') {
      const found = done === 'unfit' ? problems : [notInTimeProblem(done.notInTime, done.window)];
      const model = { decision: { decisionId, outside, pictures }, frame, problems: found, entered, back: page };
      return sendPage(reply, setAsidePage(model), 422);
    }
    return goSaying(engine, request, reply, page, setAsideNews[done]);
  });
};

const undoNews: Readonly<Record<Exclude<Undone, 'unknown'>, UndoNews>> = {
  undone: 'undone',
  already: 'already-back',
  over: 'not-undone',
  'not-yours': 'not-undone',
  complained: 'not-undone',
  'referred-since': 'referred-since',
  'may-be-young': 'may-be-young',
  'in-part': 'in-part',
};

const setAsideNews: Readonly<Record<Exclude<SetAside & string, 'unfit'>, UndoNews | 'set-aside' | 'set-aside-in-part'>> = {
  'set-aside': 'set-aside',
  'set-aside-in-part': 'set-aside-in-part',
  already: 'already-back',
  'another-law': 'another-law',
  'may-be-young': 'may-be-young',
  'not-a-removal': 'not-undone',
  unknown: 'not-undone',
};
