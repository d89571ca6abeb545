/** How does a moderator work? The queue, a request or a match opened, its picture shown when asked for, and the decision. */
import {
  basisIds,
  callsValid,
  type FoundAnswer,
  groundsFor,
  limitedMatchGrounds,
  matchGrounds,
  offeredGrounds,
  questionsFor,
  referGrounds,
  restrictGroundsOf,
  unseenMatchGrounds,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  breakPage,
  breakSvg,
  certainlyAdult,
  type DecisionMade,
  type DeskUpload as DeskUploadModel,
  type FieldProblem,
  fieldLimits,
  fieldNames,
  findingText,
  foundField,
  messagePage,
  type NextInQueue,
  type NotRestricted,
  nameOfChoice,
  notRestrictedWords,
  paths,
  placeholderSvg,
  queuePage,
  type RequestModel,
  type ReviewPageModel,
  type RulingForm,
  readAskForm,
  readRulingForm,
  referConfirmPage,
  requestPage,
  reviewPage,
  rulingFields,
  testField,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { listApiKeys } from '../access/api-keys.ts';
import type { Previews } from '../preview/preview.ts';
import { plainAddress } from '../store/address.ts';
import { isOfYoungRequest } from '../store/cases.ts';
import { isUuid } from '../store/ids.ts';
import { exposureOf } from '../store/reveals.ts';
import type { AlsoUnfit } from '../workflows/also-acted-on.ts';
import { askForMore } from '../workflows/ask-for-more.ts';
import { decide, noteOf } from '../workflows/decide.ts';
import { askingCount } from '../workflows/desk-banks.ts';
import { type About, breakBefore, leaveToColleague, passedOverBy } from '../workflows/desk-break.ts';
import { labelOfGround } from '../workflows/desk-decision.ts';
import { awaitedRemovals, type NextCase, queuedMatches, queuedRequests, saidYoungRows } from '../workflows/desk-queue.ts';
import { openReferralCount } from '../workflows/desk-referrals.ts';
import { type DeskRequest, openOnDesk } from '../workflows/desk-request.ts';
import { type DeskReview, deskReview } from '../workflows/desk-review.ts';
import type { DeskUpload } from '../workflows/desk-uploads.ts';
import type { Engine } from '../workflows/engine.ts';
import { type FindingProblem, type Found, findingProblems } from '../workflows/findings.ts';
import { keepAnswers, type OfFound } from '../workflows/found-answers.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { findAdult, takeBackAdult } from '../workflows/said-young.ts';
import { refuseProposal } from '../workflows/second-look.ts';
import { markBehind, markOfUpload } from '../workflows/what-was-shown.ts';
import { waitsForYoung, type YoungElsewhere } from '../workflows/young-elsewhere.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, queryOf, signedIn } from './console-session.ts';
import { goTo, pageHeaders, sendPage } from './page-answers.ts';

export interface CaseRoutesOptions {
  readonly engine: Engine;
  readonly previews: Previews;
}

/** A thousand places that were ticked, with the longest addresses, as a form writes them. */
const decisionLimitBytes = 8 * 1024 * 1024;

/** Rows of one part of the queue: a screen or two, quick to load at any length. */
const partSize = 50;

/** Nothing was decided: the moderator has not seen it as it is. */
const hasChanged: FieldProblem = {
  field: fieldNames.ruling,
  sentence:
    'An upload was found or changed since this page was opened. Please look at it, then decide again. A link that was added counts, too.',
};

/** Nothing was decided: nobody has said what it shows. */
const unanswered = (ref: string): FieldProblem => ({
  field: foundField(ref),
  sentence:
    'Look at it, and say what it shows. It was found by the requester’s fingerprints, so it is not passed over. Nothing was decided.',
});
const foundSince = (ref: string): FieldProblem => ({
  field: foundField(ref),
  sentence: 'This, or a copy of it, was found or screened again since this page was opened. Look at it, then answer.',
});
const unansweredBehind = (count: number): FieldProblem => ({
  field: fieldNames.keepAnswers,
  sentence: `${count.toLocaleString('en-GB')} more ${count === 1 ? 'upload that was found needs' : 'uploads that were found need'} an answer. Keep the answers of this page: the next ones follow. Nothing was decided.`,
});

/** Nothing was decided: the other request, or what it said, is judged first. */
const mayBeYoung = (young: YoungElsewhere): FieldProblem => ({
  field: fieldNames.ruling,
  sentence:
    young === 'ended'
      ? 'Another request says that this may show somebody under 18, and its person took it back. Nothing was decided, for a decision is for all that is named here. Judge first what was said: it stands in the queue under “Said to be under 18, and withdrawn”. Then decide here. Or choose Refer, or Keep where there is no reason to take it down.'
      : 'Another request says that this may show somebody under 18. Nothing was decided, for a decision is for all that is named here. Decide about that request first: it stands in the queue under “To be referred”. Then decide here, the rest also where that one is referred. Or choose Refer.',
});

/** Nothing was decided: nobody looks at it any more. */
const isReferred: FieldProblem = {
  field: fieldNames.ruling,
  sentence:
    'This was referred, or is the same file or stands at the same place as what was, so nobody decides about it in another way. Choose Refer. Nothing was decided.',
};

/** Nothing was decided: the request itself says so, and is referred unless the person was certainly no minor. */
const notSaidAdult: FieldProblem = {
  field: fieldNames.isAdult,
  sentence:
    'This request says that the person may have been under 18, so nothing was decided. Choose Refer. If you know that the person was certainly 18 or older, tick that, and write how you know.',
};
const adultUnsaid: FieldProblem = {
  field: fieldNames.adult,
  sentence: 'Write how you know that the person was certainly 18 or older. Without that, choose Refer. Nothing was decided.',
};
const adultTooLong: FieldProblem = { field: fieldNames.adult, sentence: `Please shorten this to ${fieldLimits.note} characters.` };

/** Of a request that says the person may have been under 18, and is to be decided in another way than referred. */
function adultProblems({ isYoung, isAllReferred }: DeskRequest, { decision, isAdult, adult }: RulingForm): FieldProblem[] {
  if (!isYoung || isAllReferred || decision === 'refer' || decision === null) return [];
  if (!isAdult) return [notSaidAdult];
  if (adult === '') return [adultUnsaid];
  return adult.length > fieldLimits.note ? [adultTooLong] : [];
}

/** Agreed to, but whoever proposed it may not decide here any more. */
const hasFallen = (name: string): FieldProblem => ({
  field: fieldNames.ruling,
  sentence: `${name} no longer has access here, so there is nothing to agree to any more. Nothing was decided: please decide anew.`,
});

/** Of what was chosen beside the pictures: a place of the form that no page writes. */
const unreadAlso = (place: number): FieldProblem => ({
  field: fieldNames.also,
  sentence: `Choice ${place} beside the picture could not be read: it names nothing that can be acted on. Nothing was decided. Please choose again.`,
});

/** Of what was chosen beside the pictures: what, and why it does not fit. */
const unfitAlso = ({ ruled, why }: AlsoUnfit): FieldProblem => ({
  field: fieldNames.also,
  sentence: `${nameOfChoice(ruled)}: ${unfitWords[why]} Nothing was decided.`,
});
const unfitWords: Readonly<Record<AlsoUnfit['why'], string>> = {
  'not-there': 'there is no such thing beside what you decide about here, or not any more. Please look at what stands there now.',
  ground: 'this reason, or this act, does not go with it. Please choose another.',
  twice: 'it was chosen twice. Please choose once what is to be done.',
};
/** What stood there and does not is a change; the rest no page offers. */
const statusOfUnfit = (unfit: readonly AlsoUnfit[]): number => (unfit.every(({ why }) => why === 'not-there') ? 409 : 400);

/** Nothing was asked. */
const nothingTicked: FieldProblem = { field: fieldNames.questions, sentence: 'Tick what is to be asked or done first.' };

/** A page shown again, with what was filled in. */
interface Again {
  readonly form: RulingForm;
  readonly problems: readonly FieldProblem[];
}

/** What an address may say that a page has to tell. */
const said = [
  'decided',
  'undone',
  'not-undone',
  'already-back',
  'another-law',
  'referred-since',
  'may-be-young',
  'proposed',
  'not-agreed',
  'asked',
  'asked-nothing',
  'set-aside',
  'set-aside-in-part',
  'in-part',
  'found-adult',
  'adult-taken-back',
  'said-young-referred',
] as const;

export const caseRoutes: FastifyPluginAsync<CaseRoutesOptions> = async (app, { engine, previews }) => {
  const { db } = engine.store;

  app.get('/', may('work-the-queue'), async (request, reply) => {
    const pile = queryOf(request, 'pile');
    const pileId = pile !== null && isUuid(pile) ? pile : null;
    const [referrals, saidYoung, requests, matches, awaited, platforms, keys, asking, taskCount, { now, passedOver }] = await Promise.all([
      queuedRequests(db, queryOf(request, 'referrals'), partSize, { isYoung: true, pileId: null }),
      saidYoungRows(db, queryOf(request, 'said-young'), partSize),
      queuedRequests(db, queryOf(request, 'requests'), partSize, { isYoung: false, pileId }),
      queuedMatches(db, queryOf(request, 'matches'), partSize),
      awaitedRemovals(db, queryOf(request, 'awaited'), partSize),
      listPlatforms(db),
      listApiKeys(db),
      askingCount(db),
      openReferralCount(db),
      engine.store.transact(async (tx) => ({ now: tx.now, passedOver: await passedOverBy(tx, signedIn(request).id) })),
    ]);
    const hasKey = keys.some(({ revokedAt }) => revokedAt === null);
    const hasManyServices = platforms.length > 1;
    return sendPage(
      reply,
      queuePage({
        ...frameOf(engine, request),
        now,
        passedOver,
        news: await newsOf(engine, request, ['left']),
        pileId,
        referrals,
        saidYoung,
        requests,
        matches,
        awaited,
        hasManyServices,
        hasKey,
        askingCount: asking,
        taskCount,
      }),
    );
  });

  const uploadModel = (
    request: FastifyRequest,
    upload: DeskUpload,
    hasPreview: boolean,
    asked?: Pick<DeskRequest, 'state' | 'isYoung'>,
  ): DeskUploadModel => ({
    ...upload,
    preview: {
      ...(asked?.state === 'withdrawn' ? { isWithdrawn: true } : {}),
      ...(upload.isOfYoung || asked?.isYoung === true ? { isWithheld: true } : {}),
      state: hasPreview ? (queryOf(request, 'shown') === upload.ref ? 'clear' : 'blurred') : 'none',
      finding: previews.finding(upload.ref),
    },
  });
  const requestModel = (request: FastifyRequest, desk: DeskRequest, news: RequestModel['news'], again: Again | null): RequestModel => ({
    ...frameOf(engine, request),
    ...desk,
    uploads: desk.uploads.map((upload) => uploadModel(request, upload, desk.hasPreview, desk)),
    found: desk.found.map(({ needsAnswer, answered, ...upload }) => ({
      ...uploadModel(request, upload, desk.hasPreview, desk),
      needsAnswer,
      answered,
    })),
    grounds: groundsOf(desk),
    next: nextHref(desk.next),
    news,
    ...enteredAgain(again),
  });
  const reviewModel = (request: FastifyRequest, desk: DeskReview, news: RequestModel['news'], again: Again | null): ReviewPageModel => ({
    ...frameOf(engine, request),
    ...desk,
    upload: uploadModel(request, desk.upload, desk.hasPreview),
    grounds: desk.upload.isReferred
      ? referGrounds
      : offeredGrounds(isUnseen(desk) ? unseenMatchGrounds : isOfLimited(desk) ? limitedMatchGrounds : matchGrounds, desk.restricts).filter(
          ({ decision }) => !waitsForYoung(desk.youngElsewhere, decision),
        ),
    next: nextHref(desk.next),
    news,
    ...enteredAgain(again),
  });
  /** The page of a break, in the place of the next thing to decide; null when she may go on. A page and no reply: who awaits a reply gets nothing. */
  const breakInstead = async (request: FastifyRequest, about: About): Promise<string | null> => {
    const rest = await breakBefore(engine, signedIn(request).id, about);
    return rest === null ? null : breakPage({ ...frameOf(engine, request), exposure: rest });
  };
  /** Opening is an act that is noted, so a mere question about the headers does not open. */
  const opened = async (request: FastifyRequest): Promise<DeskRequest> => {
    const part = Number(queryOf(request, 'part') ?? 1);
    const desk = await openOnDesk(engine, signedIn(request).id, paramOf(request, 'trackingNumber'), part);
    if (desk === null) throw new Problem('request/unknown');
    return desk;
  };
  app.get('/requests/:trackingNumber', { ...may('work-the-queue'), exposeHeadRoute: false }, async (request, reply) => {
    const rest = await breakInstead(request, { trackingNumber: paramOf(request, 'trackingNumber') });
    return sendPage(reply, rest ?? requestPage(requestModel(request, await opened(request), await newsOf(engine, request, said), null)));
  });
  app.post('/requests/:trackingNumber/leave', may('work-the-queue'), async (request, reply) => {
    const { id } = signedIn(request);
    const { next, trackingNumber } = await opened(request);
    await leaveToColleague(engine, id, { trackingNumber });
    const href = nextHref(next)?.href;
    return href === undefined ? goSaying(engine, request, reply, paths.queue, 'left') : goTo(reply, href);
  });
  app.post('/requests/:trackingNumber/ask', may('decide'), async (request, reply) => {
    const before = await opened(request);
    const { trackingNumber, filer } = before;
    const { questions, isRestricted } = readAskForm(fieldsOf(request));
    if (before.state !== 'open') return sendPage(reply, requestPage(requestModel(request, before, 'late', null)), 409);
    const offered = questionsFor(filer).map(({ key }) => key);
    if ((questions.length === 0 && !isRestricted) || questions.some((key) => !offered.includes(key)))
      return sendPage(reply, requestPage({ ...requestModel(request, before, null, null), problems: [nothingTicked] }), 422);
    const asked = await askForMore(engine, { trackingNumber, questions, isRestricted, moderatorId: signedIn(request).id });
    if (asked === 'closed') return sendPage(reply, requestPage(requestModel(request, await opened(request), 'late', null)), 409);
    return goSaying(engine, request, reply, paths.request(trackingNumber), asked === 'done' ? 'asked' : 'asked-nothing');
  });
  app.post('/requests/:trackingNumber/decide', { ...may('decide'), bodyLimit: decisionLimitBytes }, async (request, reply) => {
    const before = await opened(request);
    const { trackingNumber } = before;
    const form = readRulingForm(fieldsOf(request));
    const again = async (status: number, problems: readonly FieldProblem[], isLate = false, filled = form): Promise<FastifyReply> => {
      const model = requestModel(request, await opened(request), isLate ? 'late' : null, { form: filled, problems });
      return sendPage(reply, requestPage(model), status);
    };
    const { decision } = form;
    const { id: moderatorId, name } = signedIn(request);
    if (form.isRefused && before.proposal !== null) {
      const refused = await refuseProposal(engine, { trackingNumber }, moderatorId);
      return refused === 'gone' ? again(409, [], true) : goSaying(engine, request, reply, paths.request(trackingNumber), 'not-agreed');
    }
    if (form.keepsAnswers && before.state === 'open') {
      const kept = await keepAnswers(engine, { trackingNumber, ofFound: ofFoundIn(form, before), shown: form.shown, moderatorId });
      if (kept !== 'kept') return kept === 'changed' ? again(409, [hasChanged]) : again(409, [], true);
      return again(200, []);
    }
    if (isSentAgain(before.decision, before, form, name)) return goSaying(engine, request, reply, paths.request(trackingNumber), 'decided');
    if (form.alsoUnread.length > 0) return again(400, form.alsoUnread.map(unreadAlso));
    const problems = before.state === 'open' ? problemsOf(form, groundsOf({ ...before, youngElsewhere: null })) : [];
    const { ground } = form;
    if (before.state === 'open' && problems.length === 0) problems.push(...adultProblems(before, form));
    if (before.state === 'open' && problems.length === 0 && decision !== null)
      problems.push(...findingProblems(engine.laws, before.tests, { decision, ground, found: foundIn(form) }).map(openQuestion));
    if (before.state === 'open' && before.parts > 1 && !form.isForAll) problems.push(notForAll(before.uploadCount));
    if (problems.length > 0) return again(422, problems);
    if (before.state === 'open' && decision === 'refer' && !form.isConfirmed && !before.isAllReferred) {
      const named = new Set(namedBy(form, before));
      const ofFound = ofFoundIn(form, before);
      const foundCount = before.found.filter(({ ref, contentId }) => named.has(contentId) || ofFound[ref] === 'together').length;
      return sendPage(
        reply,
        referConfirmPage({
          ...frameOf(engine, request),
          about: 'request',
          action: paths.decideRequest(trackingNumber),
          back: paths.request(trackingNumber),
          groundLabel: labelOfGround(before.basis.id, form.ground),
          uploadCount: before.uploadCount + foundCount,
          placeCount: before.unscreened.length,
          fields: rulingFields(form),
        }),
      );
    }
    if (before.state === 'open' && decision !== null) {
      const ruled = await decide(engine, {
        about: { trackingNumber },
        decision,
        ground: form.ground,
        note: form.note,
        moderatorId,
        unscreened: namedBy(form, before),
        ofFound: ofFoundIn(form, before),
        also: form.also,
        found: foundIn(form),
        ...(form.isAdult ? { adult: form.adult } : {}),
        shown: form.shown,
      });
      if (ruled.outcome === 'decided') return goSaying(engine, request, reply, paths.request(trackingNumber), 'decided');
      if (ruled.outcome === 'proposed') return goSaying(engine, request, reply, paths.request(trackingNumber), 'proposed');
      if (ruled.outcome === 'already') {
        const after = await opened(request);
        if (isSentAgain(after.decision, after, form, name))
          return goSaying(engine, request, reply, paths.request(trackingNumber), 'decided');
      }
      if (ruled.outcome === 'changed') {
        const { heads, refs } = cameSince(form, await opened(request));
        const kept = Object.entries(form.ofFound).filter(([ref]) => !refs.includes(ref));
        return again(409, [hasChanged, ...heads.map(foundSince)], false, { ...form, ofFound: Object.fromEntries(kept), foundRest: false });
      }
      if (ruled.outcome === 'unanswered') {
        const { found, moreFound } = await opened(request);
        const heads = found.filter(
          ({ copyOf, needsAnswer, ref }) => copyOf === null && needsAnswer && ofFoundIn(form, before)[ref] === undefined,
        );
        return again(422, [...heads.map(({ ref }) => unanswered(ref)), ...(moreFound === 0 ? [] : [unansweredBehind(moreFound)])]);
      }
      if (ruled.outcome === 'also-unfit') return again(statusOfUnfit(ruled.unfit), ruled.unfit.map(unfitAlso));
      if (ruled.outcome === 'may-be-young') return again(409, [mayBeYoung(ruled.young)]);
      if (ruled.outcome === 'is-referred') return again(409, [isReferred]);
      if (ruled.outcome === 'not-said-adult') return again(409, [notSaidAdult]);
      if (ruled.outcome === 'not-to-be-restricted') return again(409, [notToBeRestricted(ruled.because)]);
      if (ruled.outcome === 'proposer-left') return again(409, [hasFallen(ruled.proposedBy)]);
      if (ruled.outcome === 'incomplete') return again(422, [notValid(before, form.decision === 'restrict')]);
      if (ruled.outcome === 'not-found-so') return again(422, ruled.problems.map(openQuestion));
      if (ruled.outcome === 'nothing-to-remove')
        return again(422, [
          { field: fieldNames.ruling, sentence: `There is nothing to ${decision} yet: no upload was found, and no place is ticked.` },
        ]);
    }
    return again(409, [], true);
  });

  app.post('/requests/:trackingNumber/said-young', may('decide'), async (request, reply) => {
    const before = await opened(request);
    const { trackingNumber } = before;
    const page = paths.request(trackingNumber);
    const form = readRulingForm(fieldsOf(request));
    const again = async (status: number, problems: readonly FieldProblem[], isLate = false): Promise<FastifyReply> =>
      sendPage(reply, requestPage(requestModel(request, await opened(request), isLate ? 'late' : null, { form, problems })), status);
    if (before.saidYoung?.state !== 'open') return again(409, [], true);
    const moderatorId = signedIn(request).id;
    const isAdult = form.chosen === certainlyAdult;
    const isKnown = referGrounds.some(({ key }) => form.decision === 'refer' && key === form.ground);
    if (!isAdult && !isKnown) return again(422, [{ field: fieldNames.ruling, sentence: form.hasTwo ? twoAtOnce : 'Choose what it is.' }]);
    if (form.note.length > fieldLimits.note)
      return again(422, [{ field: fieldNames.note, sentence: `Please shorten this to ${fieldLimits.note} characters.` }]);
    if (isAdult) {
      const found = await findAdult(engine, { trackingNumber, why: form.note, moderatorId });
      if (found === 'no-reason') return again(422, [{ ...adultUnsaid, field: fieldNames.note }]);
      return found === 'found' ? goSaying(engine, request, reply, page, 'found-adult') : again(409, [], true);
    }
    if (!form.isConfirmed)
      return sendPage(
        reply,
        referConfirmPage({
          ...frameOf(engine, request),
          about: 'review',
          action: paths.judgeSaidYoung(trackingNumber),
          back: page,
          groundLabel: labelOfGround(null, form.ground),
          uploadCount: before.saidYoung.uploadCount,
          placeCount: 0,
          fields: rulingFields(form),
        }),
      );
    const ruled = await decide(engine, { about: { trackingNumber }, decision: 'refer', ground: form.ground, note: form.note, moderatorId });
    return ruled.outcome === 'decided' ? goSaying(engine, request, reply, page, 'said-young-referred') : again(409, [], true);
  });
  app.post('/requests/:trackingNumber/said-young/take-back', may('decide'), async (request, reply) => {
    const trackingNumber = paramOf(request, 'trackingNumber');
    const done = await takeBackAdult(engine, { trackingNumber, moderatorId: signedIn(request).id });
    if (done === 'taken-back') return goSaying(engine, request, reply, paths.request(trackingNumber), 'adult-taken-back');
    return sendPage(reply, requestPage(requestModel(request, await opened(request), 'late', null)), 409);
  });

  const reviewed = async (request: FastifyRequest, isAlone: boolean): Promise<DeskReview> => {
    const desk = await deskReview(engine, paramOf(request, 'reviewId'), isAlone, signedIn(request).id);
    if (desk === null) throw new Problem('request/unknown');
    return desk;
  };
  app.get('/reviews/:reviewId', may('work-the-queue'), async (request, reply) => {
    const rest = await breakInstead(request, { reviewId: paramOf(request, 'reviewId') });
    if (rest !== null) return sendPage(reply, rest);
    const desk = await reviewed(request, queryOf(request, 'alone') === 'yes');
    return sendPage(reply, reviewPage(reviewModel(request, desk, await newsOf(engine, request, said), null)));
  });
  app.post('/reviews/:reviewId/leave', may('work-the-queue'), async (request, reply) => {
    const { next, reviewId } = await reviewed(request, true);
    await leaveToColleague(engine, signedIn(request).id, { reviewId });
    const href = nextHref(next)?.href;
    return href === undefined ? goSaying(engine, request, reply, paths.queue, 'left') : goTo(reply, href);
  });
  app.post('/reviews/:reviewId/decide', may('decide'), async (request, reply) => {
    const form = readRulingForm(fieldsOf(request));
    // Decided from a page without copies, it is shown again without them.
    const isAlone = form.shown.length <= 1;
    const { reviewId, state, decision: made, proposal, restricts } = await reviewed(request, isAlone);
    const again = async (status: number, problems: readonly FieldProblem[], isLate = false): Promise<FastifyReply> => {
      const model = reviewModel(request, await reviewed(request, isAlone), isLate ? 'late' : null, { form, problems });
      return sendPage(reply, reviewPage(model), status);
    };
    const { decision } = form;
    const { id: moderatorId, name } = signedIn(request);
    if (form.isRefused && proposal !== null) {
      const refused = await refuseProposal(engine, { reviewId }, moderatorId);
      return refused === 'gone' ? again(409, [], true) : goSaying(engine, request, reply, paths.review(reviewId), 'not-agreed');
    }
    if (isSentAgain(made, null, form, name)) return goSaying(engine, request, reply, paths.review(reviewId), 'decided');
    if (form.alsoUnread.length > 0) return again(400, form.alsoUnread.map(unreadAlso));
    const problems = state === 'open' ? problemsOf(form, offeredGrounds(matchGrounds, restricts)) : [];
    if (problems.length > 0) return again(422, problems);
    if (state === 'open' && decision === 'refer' && !form.isConfirmed)
      return sendPage(
        reply,
        referConfirmPage({
          ...frameOf(engine, request),
          about: 'review',
          action: paths.decideReview(reviewId),
          back: paths.review(reviewId),
          groundLabel: labelOfGround(null, form.ground),
          uploadCount: form.shown.length,
          placeCount: 0,
          fields: rulingFields(form),
        }),
      );
    if (state === 'open' && decision !== null) {
      const ruled = await decide(engine, {
        about: { reviewId },
        decision,
        ground: form.ground,
        note: form.note,
        moderatorId,
        also: form.also,
        shown: form.shown,
      });
      if (ruled.outcome === 'decided') return goSaying(engine, request, reply, paths.review(reviewId), 'decided');
      if (ruled.outcome === 'proposed') return goSaying(engine, request, reply, paths.review(reviewId), 'proposed');
      if (ruled.outcome === 'already' && isSentAgain((await reviewed(request, isAlone)).decision, null, form, name))
        return goSaying(engine, request, reply, paths.review(reviewId), 'decided');
      if (ruled.outcome === 'changed') return again(409, [hasChanged]);
      if (ruled.outcome === 'also-unfit') return again(statusOfUnfit(ruled.unfit), ruled.unfit.map(unfitAlso));
      if (ruled.outcome === 'may-be-young') return again(409, [mayBeYoung(ruled.young)]);
      if (ruled.outcome === 'is-referred') return again(409, [isReferred]);
      if (ruled.outcome === 'not-to-be-restricted') return again(409, [notToBeRestricted(ruled.because)]);
      if (ruled.outcome === 'proposer-left') return again(409, [hasFallen(ruled.proposedBy)]);
    }
    return again(409, [], true);
  });

  const isEnough = (moderatorId: string): Promise<boolean> =>
    engine.store.transact(async (tx) => (await exposureOf(tx.sql, moderatorId, engine.exposure, tx.now)).restUntil !== null);
  app.get('/preview/:ref', { ...may('see-pictures'), exposeHeadRoute: false }, async (request, reply) => {
    const view = queryOf(request, 'view') === 'clear' ? 'clear' : 'blurred';
    // Nobody opens what may show somebody under 18, from whichever page it is asked for.
    if (await isOfYoungRequest(db, paramOf(request, 'ref'))) return sendPage(reply, messagePage({ kind: 'unknown' }), 404);
    const { id, preferences } = signedIn(request);
    // Known already: not even fetched. Several at once are told apart when each is noted.
    const shown = view === 'clear' && (await isEnough(id)) ? 'enough' : await previews.show(paramOf(request, 'ref'), view, id, preferences);
    if (shown === 'enough') return pageHeaders(reply).status(429).type('image/svg+xml; charset=utf-8').send(breakSvg());
    if (shown === null) return sendPage(reply, messagePage({ kind: 'unknown' }), 404);
    if (shown.picture === null)
      return pageHeaders(reply)
        .status(shown.finding === 'busy' ? 503 : 502)
        .type('image/svg+xml; charset=utf-8')
        .send(placeholderSvg(shown.finding));
    return pageHeaders(reply).type('image/webp').send(Buffer.from(shown.picture));
  });
  app.get('/preview/:ref/finding', may('see-pictures'), async (request, reply) => {
    const finding = previews.finding(paramOf(request, 'ref'));
    if (finding === null) return pageHeaders(reply).status(204).send();
    return pageHeaders(reply).type('text/plain; charset=utf-8').send(findingText(finding));
  });
};

function nextHref(next: NextCase | null): NextInQueue {
  if (next === null) return null;
  return next.kind === 'request'
    ? { kind: 'request', href: paths.request(next.trackingNumber) }
    : { kind: 'review', href: paths.review(next.reviewId) };
}

function enteredAgain(again: Again | null): Pick<RequestModel, 'entered' | 'problems'> {
  if (again === null) return {};
  const { form, problems } = again;
  return {
    problems,
    entered: {
      ruling: form.chosen,
      note: form.note,
      isAdult: form.isAdult,
      adult: form.adult,
      unscreened: form.unscreened,
      ofFound: form.ofFound,
      foundRest: form.foundRest,
      allPlaces: form.allPlaces,
      isForAll: form.isForAll,
      also: form.also,
      tests: form.tests,
    },
  };
}

const twoAtOnce = 'Two decisions came at once, and neither was taken. Choose one.';

function problemsOf(form: RulingForm, grounds: readonly { readonly key: string; readonly decision: string }[]): FieldProblem[] {
  const isKnown = grounds.some(({ key, decision }) => key === form.ground && decision === form.decision);
  return [
    ...(isKnown ? [] : [{ field: fieldNames.ruling, sentence: form.hasTwo ? twoAtOnce : 'Choose what to do, and why.' }]),
    ...(form.also.length === 0 || form.decision === 'remove' || form.decision === null
      ? []
      : [{ field: fieldNames.also, sentence: 'Only a removal acts on more than the picture. Leave these, or remove.' }]),
    ...(form.note.length <= fieldLimits.note
      ? []
      : [{ field: fieldNames.note, sentence: `Please shorten the note to ${fieldLimits.note} characters.` }]),
  ];
}

const notToBeRestricted = (because: NotRestricted): FieldProblem => ({
  field: fieldNames.ruling,
  sentence: `${notRestrictedWords[because]} Nothing was decided.`,
});

const openQuestion = ({ law, test, sentence }: FindingProblem): FieldProblem => ({ field: testField(law, test), sentence });

/** What was answered, by laws that there are. */
const foundIn = ({ tests }: RulingForm): Found =>
  Object.fromEntries(basisIds.flatMap((law) => (tests[law] === undefined ? [] : [[law, tests[law]]])));

const notForAll = (count: number): FieldProblem => ({
  field: fieldNames.isForAll,
  sentence: `A decision is for all ${count.toLocaleString('en-GB')} uploads of the request. Look through the pages, then say so.`,
});

/** Only places of this request may be named, whatever the form says. */
function namedBy(form: RulingForm, { unscreened }: DeskRequest): string[] {
  const ticked = form.unscreened.filter((place) => unscreened.includes(place));
  return [...new Set([...ticked, ...(form.allPlaces ? unscreened : [])])];
}

/** What the form answers of each upload that was found: one answer is for all that show the same and stood there, and the box for the rest only for what stood there. */
function ofFoundIn(form: RulingForm, { found }: DeskRequest): OfFound {
  const shown = new Set(form.shown);
  const onPage = found.flatMap((upload): [string, FoundAnswer][] => {
    if (!shown.has(markOfUpload(upload))) return [];
    const head = upload.copyOf ?? upload.contentId;
    const same = found.filter(({ contentId, copyOf }) => contentId === head || copyOf === head);
    const given = form.ofFound[upload.ref] ?? same.flatMap(({ ref }) => form.ofFound[ref] ?? [])[0];
    const answer = given ?? (form.foundRest && upload.needsAnswer && upload.answered === null ? 'another-picture' : undefined);
    return answer === undefined ? [] : [[upload.ref, answer]];
  });
  return { ...form.ofFound, ...Object.fromEntries(onPage) };
}

/** The cards that show something which did not stand on the page that this form came from, and all uploads of them: what was answered there was answered of less. */
function cameSince(form: RulingForm, { found }: DeskRequest): { readonly heads: readonly string[]; readonly refs: readonly string[] } {
  const shown = new Set(form.shown);
  const fresh = found.filter((upload) => !shown.has(markOfUpload(upload)) && !shown.has(markBehind(markOfUpload(upload))));
  const names = new Set(fresh.map(({ contentId, copyOf }) => copyOf ?? contentId));
  const cards = found.filter(({ contentId, copyOf }) => names.has(copyOf ?? contentId));
  return {
    heads: cards.flatMap(({ ref, copyOf, needsAnswer }) => (copyOf === null && needsAnswer ? [ref] : [])),
    refs: cards.map(({ ref }) => ref),
  };
}

/** What is missing is said where the ground stands that cannot be chosen for it. */
const groundsOf = ({ basis, answers, missing, restricts, isAllReferred, youngElsewhere }: DeskRequest): ReturnType<typeof groundsFor> =>
  (isAllReferred ? referGrounds : offeredGrounds(groundsFor(basis, answers?.onBehalfOf ?? null), restricts))
    .filter(({ decision }) => !waitsForYoung(youngElsewhere, decision))
    .map((ground) =>
      callsValid(basis, ground) && missing.length > 0 ? { ...ground, label: `${ground.label} (not while something is missing)` } : ground,
    );

/** Nothing was decided: the request cannot be called valid, and may be removed all the same, or limited where a reason for that does not say that it is. */
function notValid({ basis, missing, otherLaws, restricts }: DeskRequest, isToBeLimited: boolean): FieldProblem {
  const lacks = missing.map(
    ({ element }) => [...basis.elements, ...basis.agentElements].find(({ key }) => key === element)?.label ?? element,
  );
  const whole = otherLaws.find((other) => other.state === 'open' && other.missing.length === 0);
  const elsewhere = whole === undefined ? '' : `, or decide about ${whole.trackingNumber} (${whole.name}), which lacks nothing`;
  const limits = isToBeLimited
    ? offeredGrounds(restrictGroundsOf(basis), restricts).flatMap((ground) => (callsValid(basis, ground) ? [] : [`“${ground.label}”`]))
    : [];
  const cannot = isToBeLimited ? 'no limit can rest on this law' : 'it cannot be called valid under this law';
  const toRemove = `choose “${ownRulesLabel(basis)}”${elsewhere}`;
  const instead =
    limits.length > 0
      ? `To limit it by the service’s own rules, choose ${limits.join(' or ')}. To remove it, ${toRemove}.`
      : `To remove it ${isToBeLimited ? 'by the service’s own rules' : 'all the same'}, ${toRemove}.`;
  return { field: fieldNames.ruling, sentence: `This request lacks ${lacks.join(' and ')}, so ${cannot}. ${instead} Nothing was decided.` };
}

const ownRulesLabel = (basis: DeskRequest['basis']): string =>
  basis.grounds.find(({ key, decision }) => key === 'own-rules' && decision === 'remove')?.label ?? 'another reason';

/**
 * Whether this form is the one that made the decision, sent twice: that is one decision, and nobody is told off for it. Anything else that the same
 * moderator sends afterwards is another decision, and it was not recorded.
 */
function isSentAgain(made: DecisionMade | null, desk: DeskRequest | null, form: RulingForm, name: string): boolean {
  if (made === null || made.decidedBy !== name || made.decision !== form.decision || made.ground !== form.ground) return false;
  if (made.note !== noteOf({ note: form.note, adult: form.isAdult ? form.adult : '' })) return false;
  if (form.decision === 'keep') return true;
  const judged = new Set([...made.actions.map(({ contentId }) => contentId), ...(desk?.uploadNames ?? [])].map(plainAddress));
  const places = form.allPlaces ? (desk?.unscreened ?? []) : [];
  const answers = new Map((desk?.foundAnswered ?? []).map(({ ref, answer }) => [ref, answer]));
  if (form.decision !== 'refer' && !Object.entries(form.ofFound).every(([ref, answer]) => answers.get(ref) === answer)) return false;
  return [...form.unscreened, ...places].every((place) => judged.has(plainAddress(place)));
}

/** Whether all that it was found to be like, and that is still to be decided, was left up for fewer people. */
function isOfLimited({ upload }: DeskReview): boolean {
  const open = upload.matches.filter(({ settled }) => settled === null);
  return open.length > 0 && open.every(({ isRestrictedHere }) => isRestrictedHere === true);
}

/** Whether nobody here has seen any of what it was found to be like. */
const isUnseen = ({ upload }: DeskReview): boolean =>
  upload !== null && upload.matches.length > 0 && upload.matches.every(({ isLookedOutFor }) => isLookedOutFor === true);
