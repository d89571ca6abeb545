/** What happens when a moderator decides? One transaction: decision, actions, items and claims, bank changes, sweep, feed, webhooks, events, ledger. */
import {
  type AlsoRuled,
  afterComplaint,
  byRule,
  callsValid,
  carriedGround,
  type Decision,
  effectsOf,
  groundsFor,
  type MissingElement,
  needsSecondLook,
  requireGround,
} from '@likeness/casework';
import type { NotRestricted } from '@likeness/web/moderator';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { noteBankChanges } from '../store/banks.ts';
import { linkContents, type RequestRow, setYoung } from '../store/cases.ts';
import { takeCrops } from '../store/content-parts.ts';
import type { Tx } from '../store/database.ts';
import { hiddenForOthers } from '../store/meanwhile.ts';
import { keepReferredPlaces, referredPlaces } from '../store/places.ts';
import { identicalToReferred, referredOf } from '../store/referrals.ts';
import { type Answering, liftRestrictions } from '../store/restrictions.ts';
import { type AlsoUnfit, actBeside, chosenBeside } from './also-acted-on.ts';
import { closeReferred } from './answer-complaint.ts';
import { answerByReferral, answerOtherLaws, carriedTo } from './answer-other-laws.ts';
import { answeredRequest } from './answered-request.ts';
import { performEffects } from './carry-out.ts';
import { complaintsGoOn } from './complain.ts';
import { sealNote } from './decision-note.ts';
import { type NotOpen, requestTable, reviewTable, type Table } from './decision-table.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { type AnsweredBeside, type FindingProblem, type Found, findingProblems, sealFindings, testsAsked } from './findings.ts';
import { decidedTogetherWith, isAnsweredAlike, noteAnswers, type OfFound, unansweredOf } from './found-answers.ts';
import { judgedOf, onlyNamed } from './judged-contents.ts';
import { checkWith } from './new-items.ts';
import { joinCopies, openReferral } from './refer.ts';
import { notRestricted } from './restrictable.ts';
import { dropProposal, endProposal, proposalAbout, propose, secondLookOf } from './second-look.ts';
import { owedStatement } from './state-reasons.ts';
import { waitsForYoung, type YoungElsewhere, youngElsewhere } from './young-elsewhere.ts';

export interface Ruling {
  readonly about: { readonly trackingNumber: string } | { readonly reviewId: string };
  readonly decision: Decision;
  /** Key of a ground of the basis, or of `matchGrounds` for a review. */
  readonly ground: string;
  /** The moderator's own words, for colleagues; sealed. */
  readonly note: string;
  readonly moderatorId: string;
  /** Who agreed to it, where a second person had to. */
  readonly secondedBy?: string;
  /** Addresses or ids, confirmed by the moderator, of uploads that were never screened here: removed by the platform by what she gave. */
  readonly unscreened?: readonly string[];
  /** What she answered of uploads that were found by the requester's fingerprints; what was kept before for the filing counts, too. */
  readonly ofFound?: OfFound;
  /** What stands beside the pictures and is acted on, too; of a removal alone. */
  readonly also?: readonly AlsoRuled[];
  /** What she found of the content, by law. Left out: nothing is asked, and nothing kept. */
  readonly found?: Found;
  /** Of a request that says the person may have been under 18: how she knows that they certainly were not. Left out or empty, it is referred or nothing is decided. */
  readonly adult?: string;
  /**
   * What the moderator was shown, as `what-was-shown.ts` marks it. An upload that was found or screened again since then, or a place that was added, was not
   * judged, so nothing is decided. Left out: whatever is found counts as judged.
   */
  readonly shown?: readonly string[];
}

export type Ruled =
  | { readonly outcome: 'decided'; readonly decisionId: string }
  /** It waits for a second person, and nothing has changed. */
  | { readonly outcome: 'proposed' }
  /** What was agreed to came from somebody without access by now: it waits no more, and nothing is decided. */
  | { readonly outcome: 'proposer-left'; readonly proposedBy: string }
  | NotOpen
  | { readonly outcome: 'nothing-to-remove' }
  /** There is an upload that the moderator has not been shown as it is now. */
  | { readonly outcome: 'changed' }
  /** Nothing was decided: of these uploads, which were found by the requester's fingerprints, nobody has said what they show. */
  | { readonly outcome: 'unanswered'; readonly refs: readonly string[] }
  /** Nothing was decided: the request lacks this under its law, and the ground would call it valid. Another ground removes it all the same. */
  | { readonly outcome: 'incomplete'; readonly missing: readonly MissingElement[] }
  /** Nothing was decided: of what was chosen beside the pictures, this does not fit what is there. */
  | { readonly outcome: 'also-unfit'; readonly unfit: readonly AlsoUnfit[] }
  /** Nothing was decided: another request says that it may show somebody under 18. */
  | { readonly outcome: 'may-be-young'; readonly young: YoungElsewhere }
  /** Nothing was decided: all that the request names, or what the match is about, was referred, itself or the same file, and so is this. */
  | { readonly outcome: 'is-referred' }
  /** Nothing was decided: the request itself says so, and nobody says that the person was certainly no minor. */
  | { readonly outcome: 'not-said-adult' }
  /** Nothing was decided: it cannot be left up for fewer people. */
  | { readonly outcome: 'not-to-be-restricted'; readonly because: NotRestricted }
  /** A question is open, or its answer does not go together with the ground. */
  | { readonly outcome: 'not-found-so'; readonly problems: readonly FindingProblem[] };

/**
 * Decides a request or a match. Two moderators at once: one wins, the other is told who.
 * @throws Problem `request/unknown`; RangeError for a ground that does not fit the decision.
 */
export async function decide(engine: Engine, sent: Ruling): Promise<Ruled> {
  // Only a complaint leads to it, and that is judged elsewhere.
  if (sent.ground === afterComplaint.key) throw new RangeError('nobody chooses this ground');
  return engine.store.transact(async (tx) => {
    const ruled = await ruledIn(engine, tx, sent, secondLook);
    if (ruled.outcome !== 'decided') return ruled;
    const { changedItems, announcements, acts } = ruled.toWrite;
    const lastSeq = await noteBankChanges(
      tx,
      changedItems.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    for (let offset = 0; offset < changedItems.length; offset += 1) await engine.queue.sweep(tx, { seq: lastSeq - offset });
    await announce(tx, engine.queue, engine.random, announcements);
    await record(tx, ...acts);
    return { outcome: 'decided', decisionId: ruled.decisionId };
  });
}

/** What is still to be written of a decision, in this order: bank changes, feed, ledger. */
export interface DecisionToWrite {
  readonly changedItems: readonly string[];
  readonly announcements: readonly Announcement[];
  readonly acts: readonly Act[];
}

/**
 * Keeps what a match holds, because a complaint about the hold was right: whoever judged that is the second person already, and who else had proposed something of the match waits no more.
 * Null where it is not open any more.
 */
export async function keepAfterComplaint(
  engine: Engine,
  tx: Tx,
  { reviewId, moderatorId }: { readonly reviewId: string; readonly moderatorId: string },
): Promise<{ readonly decisionId: string; readonly toWrite: DecisionToWrite } | null> {
  const { decision, key: ground } = afterComplaint;
  const ruled = await ruledIn(engine, tx, { about: { reviewId }, decision, ground, note: '', moderatorId }, endsProposal);
  return ruled.outcome === 'decided' ? ruled : null;
}

/** What is decided, and not written whole. */
type RuledNow =
  | Exclude<Ruled, { outcome: 'decided' }>
  | { readonly outcome: 'decided'; readonly decisionId: string; readonly toWrite: DecisionToWrite };
type LookedAt = Ruling | 'wanted' | 'not-wanted' | Extract<Ruled, { outcome: 'proposer-left' }>;
type SecondLook = (engine: Engine, tx: Tx, table: Table, ruling: Ruling) => Promise<LookedAt>;

async function ruledIn(engine: Engine, tx: Tx, sent: Ruling, looks: SecondLook): Promise<RuledNow> {
  let ruling = sent;
  const found =
    'trackingNumber' in ruling.about
      ? await requestTable(
          engine,
          tx,
          ruling.about.trackingNumber,
          ruling.decision === 'keep' ? { named: [], ofFound: null } : { named: ruling.unscreened ?? [], ofFound: ruling.ofFound ?? {} },
        )
      : await reviewTable(tx, ruling.about.reviewId, ruling.shown ?? []);
  if ('outcome' in found) return found;
  if (found.isSaidYoung && ruling.decision !== 'refer') return { outcome: 'closed' };
  if (found.request !== null && (await namesOnlyReferred(tx, found))) return answerReferred(engine, tx, found, found.request, ruling);
  if (found.request === null && ruling.decision !== 'refer' && (await isAnyReferred(tx, found))) return { outcome: 'is-referred' };
  const isAdult = found.request?.isYoung === true && ruling.decision !== 'refer';
  if (isAdult && (ruling.adult ?? '').trim() === '') return { outcome: 'not-said-adult' };
  const table = isAdult ? asAdult(found) : found;
  const { shown } = ruling;
  if (shown !== undefined && !table.marks.every((mark) => shown.includes(mark))) return { outcome: 'changed' };
  const unanswered = unansweredOf(table.foundHere, ruling.decision, shown);
  if (unanswered === 'changed') return { outcome: 'changed' };
  // That it is the same picture is no reason where that one stays; the page offers it only of what met something else, which is gone by now.
  if (table.meetsOnlyLimited && ruling.ground === 'same-picture') return { outcome: 'changed' };
  const referredAlready = await referredOf(
    tx.sql,
    table.contents.map(({ ref }) => ref),
  );
  const wanted = namesActedOn(table, ruling);
  const referredThere = await referredPlaces(tx.sql, table.platformId, [...new Set([...wanted, ...table.places])]);
  // Of what was referred by its place nothing is ordered a second time either.
  const named = wanted.filter((name) => !referredThere.has(name));
  const exceptFiling = isAdult ? (table.request?.filingId ?? null) : null;
  // What another request says may show somebody under 18 is referred, which keeps it for those who have to be told: a removal would not, and a refusal would show it again.
  const young = await youngElsewhere(tx, {
    platformId: table.platformId,
    refs: table.contents.map(({ ref }) => ref),
    places: ruling.decision === 'keep' ? table.places.filter((name) => !referredThere.has(name)) : named,
    exceptFiling,
  });
  const isYoungElsewhere = waitsForYoung(young, ruling.decision);
  // Two requests that both say so would wait for each other: who is certainly adult in one is decided about, and nothing of it is listed or told.
  if (isYoungElsewhere && !isAdult) return { outcome: 'may-be-young', young };
  const lacked = lackedBy(engine, table, ruling);
  if (lacked.length > 0) return { outcome: 'incomplete', missing: lacked };
  const problems = contradictions(engine, table, ruling);
  if (problems.length > 0) return { outcome: 'not-found-so', problems };
  if (unanswered !== null) return { outcome: 'unanswered', refs: unanswered };
  const hidden = await hiddenForOthers(
    tx.sql,
    table.contents.map(({ ref }) => ref),
    answeredBy(engine, table, ruling),
  );
  const answering = answeringOf(engine, table, ruling);
  const { judged, places } = await judgedOf(
    tx,
    table.contents,
    judgesMatches(table, ruling.decision),
    named,
    answering,
    hidden,
    table.gonePlaces,
  );
  if (ruling.decision !== 'keep' && judged.length === 0) return { outcome: 'nothing-to-remove' };
  if (ruling.decision === 'restrict') {
    const because = await notRestricted(engine, tx, table, ruling.ground, { judged, isHidden: hidden.size > 0, answering });
    if (because !== null) return { outcome: 'not-to-be-restricted', because };
  }
  const { chosen, unfit } = await chosenBeside(engine, tx, table, ruling.decision === 'remove' ? (ruling.also ?? []) : []);
  if (unfit.length > 0) return { outcome: 'also-unfit', unfit };
  const second = await looks(engine, tx, table, ruling);
  if (second === 'wanted') return { outcome: 'proposed' };
  if (second !== 'not-wanted' && 'outcome' in second) return second;
  if (second !== 'not-wanted') ruling = second;
  const effects = effectsOf({
    matter: table.matter,
    decision: ruling.decision,
    ground: ruling.ground,
    contents: judged,
    // Hers may be of the one that was referred.
    claimantItems: referredAlready.size + referredThere.size > 0 ? [] : table.claimantItems,
    mayList: !isYoungElsewhere,
  });
  if (isAdult && table.request !== null) await setYoung(tx, table.request.filingId, false);
  const decisionId = await writeDecision(engine, tx, table, { ...ruling, note: noteOf(ruling), isAdult });
  const refs = table.contents.map(({ ref }) => ref);
  if (table.request !== null) await linkContents(tx, table.request.trackingNumber, refs);
  const answered =
    table.request === null ? null : await noteAnswers(tx, { ...table, request: table.request }, table.foundHere, ruling.moderatorId);
  const lifted = await lift(tx, table, decisionId, answering);
  const owed =
    (ruling.decision === 'remove' || ruling.decision === 'restrict') && !isYoungElsewhere
      ? await owedStatement(engine, tx, { ...table, ground: ruling.ground })
      : null;
  const foundBeside = new Set(decidedTogetherWith(table.foundHere));
  const [oneFound = null] = foundBeside;
  const owedOfFound =
    owed === null || oneFound === null ? owed : await owedStatement(engine, tx, { ...table, ground: ruling.ground, ref: oneFound });
  const owedOf = (ref: string | null) => (ref !== null && foundBeside.has(ref) ? owedOfFound : owed);
  // The service heard that it is withdrawn, and hears of the uploads alone.
  const ordered = table.isSaidYoung ? effects.filter(({ kind }) => kind !== 'tell') : effects;
  const done = await performEffects(engine, tx, table, decisionId, ordered, places, {
    owed: owedOf,
    found: ruling.found ?? {},
    lifted,
    isYoungElsewhere,
    by: [ruling.moderatorId, ...(ruling.secondedBy === undefined ? [] : [ruling.secondedBy])],
  });
  if (ruling.decision === 'remove' || ruling.decision === 'restrict') await complaintsGoOn(tx, decisionId, table.request);
  const beside = await actBeside(engine, tx, { table, decisionId, chosen, owed: owedOf, found: ruling.found ?? {} });
  const referral =
    ruling.decision === 'refer'
      ? await openReferral(engine, tx, { platformId: table.platformId, decisionId, contents: table.contents, places: onlyNamed(places) })
      : null;
  if (referral !== null && table.request !== null && !table.isSaidYoung)
    await keepReferredPlaces(tx, table.request.trackingNumber, onlyNamed(places));
  const copies =
    referral === null
      ? null
      : await joinCopies(engine, tx, referral.id, (await identicalToReferred(tx.sql, referral.id)).get(referral.id) ?? []);
  const closed =
    ruling.decision === 'refer'
      ? await closeReferred(engine, tx, {
          refs: [...refs, ...(copies?.refs ?? [])],
          at: { platformId: table.platformId, places: onlyNamed(places) },
          moderatorId: ruling.moderatorId,
        })
      : { announcements: [], acts: [] };
  const alsoAsked =
    ruling.decision === 'refer'
      ? await answerByReferral(engine, tx, {
          platformId: table.platformId,
          places: onlyNamed(places),
          refs: [...refs, ...(copies?.refs ?? [])],
          exceptFiling: table.request?.filingId ?? null,
          ground: ruling.ground,
          moderatorId: ruling.moderatorId,
        })
      : { announcements: [], acts: [] };
  await settleTable(tx, table, ruling, decisionId);
  const others =
    table.request === null
      ? { announcements: [], acts: [] }
      : await answerOtherLaws(engine, tx, {
          ...table,
          ...ruling,
          request: table.request,
          refs,
        });
  const suspensions = await checkWith(engine.index, engine.floodUploaders, table.platformId)(tx, done.changedItems);
  const announcements = [
    ...done.announcements,
    ...(copies?.announcements ?? []),
    ...beside,
    ...others.announcements,
    ...alsoAsked.announcements,
    ...closed.announcements,
  ];
  const subject = table.request === null ? { review: table.reviewId ?? '' } : { request: table.request.trackingNumber };
  const agreed: Record<string, string> = {
    ...(ruling.secondedBy === undefined ? {} : { second: ruling.secondedBy }),
    ...(isAdult ? { adult: 'certainly' } : {}),
  };
  const acts: Act[] = [
    {
      act: 'decision.made',
      subjects: {
        decision: decisionId,
        moderator: ruling.moderatorId,
        outcome: ruling.decision,
        ground: ruling.ground,
        ...agreed,
        ...subject,
      },
    },
    ...(answered === null ? [] : [answered]),
    ...(referral === null ? [] : [referral.act]),
    ...(copies?.acts ?? []),
    ...done.changedItems.map((item): Act => ({ act: 'item.listed', subjects: { item, decision: decisionId } })),
    ...suspensions,
    ...others.acts,
    ...alsoAsked.acts,
    ...closed.acts,
  ];
  return { outcome: 'decided', decisionId, toWrite: { changedItems: done.changedItems, announcements, acts } };
}

const isAnyReferred = async (tx: Tx, { contents }: Table): Promise<boolean> =>
  (
    await referredOf(
      tx.sql,
      contents.map(({ ref }) => ref),
    )
  ).size > 0;

const namesOnlyReferred = async (tx: Tx, { platformId, request, contents, places }: Table): Promise<boolean> => {
  const refs = contents.map(({ ref }) => ref);
  if (request === null || refs.length + places.length === 0) return false;
  return (await referredOf(tx.sql, refs)).size === refs.length && (await referredPlaces(tx.sql, platformId, places)).size === places.length;
};

/** Of what was referred already nothing is ordered or reported a second time: the request is answered by that, under every law of its filing. */
async function answerReferred(engine: Engine, tx: Tx, table: Table, request: RequestRow, ruling: Ruling): Promise<RuledNow> {
  if (ruling.decision !== 'refer') return { outcome: 'is-referred' };
  const proposal = await proposalAbout(tx.sql, engine.keys, { trackingNumber: request.trackingNumber }, true);
  if (proposal !== null) await endProposal(tx, proposal);
  const refs = table.contents.map(({ ref }) => ref);
  const decisionId = await writeDecision(engine, tx, table, ruling);
  await settleTable(tx, table, ruling, decisionId);
  const others = await answerOtherLaws(engine, tx, { ...table, ...ruling, request, refs });
  const { trackingNumber, platformId, basis } = request;
  const { toPlatform: reason } = requireGround(engine.laws.of(basis), 'refer', ruling.ground);
  const data = { trackingNumber, outcome: 'refer', ground: ruling.ground, reason, tellUploader: false } as const;
  const { moderatorId: moderator, ground } = ruling;
  const subjects = { decision: decisionId, moderator, outcome: 'refer', ground, request: trackingNumber };
  const announcements: Announcement[] = [{ platformId, type: 'request.decided', data }, ...others.announcements];
  const acts: Act[] = [{ act: 'decision.made', subjects }, ...others.acts];
  return { outcome: 'decided', decisionId, toWrite: { changedItems: [], announcements, acts } };
}

/** What is decided about once somebody has said that the person is certainly no minor: as any other. */
function asAdult({ request, siblings, ...table }: Table): Table {
  const adult = (one: RequestRow): RequestRow => ({ ...one, isYoung: false });
  return { ...table, request: request === null ? null : adult(request), siblings: siblings.map(adult) };
}

/** For colleagues: her note, and how she knows that the person was certainly no minor. */
export function noteOf({ note, adult = '' }: Pick<Ruling, 'note' | 'adult'>): string {
  const lines = [note.trim(), adult.trim() === '' ? '' : `Certainly 18 or older, because: ${adult.trim()}`];
  return lines.filter((line) => line !== '').join('\n');
}

/**
 * Removes one upload by the rule for identical copies; nobody looks, and nothing is listed. `isStill` is asked once the upload and its match are locked. Answers the
 * decision's id; null where it is not open any more. Call it last in the transaction.
 */
export async function removeByRule(engine: Engine, tx: Tx, reviewId: string, isStill: () => Promise<boolean>): Promise<string | null> {
  const table = await reviewTable(tx, reviewId, []);
  if ('outcome' in table || !(await isStill()) || (await isAnyReferred(tx, table))) return null;
  const { decision, key: ground } = byRule;
  const answering = { requests: [], judgesMatches: true };
  const { judged, places } = await judgedOf(tx, table.contents, true, [], answering);
  const made = { decision, ground, note: '', moderatorId: null };
  const effects = effectsOf({ matter: table.matter, decision, ground, contents: judged, claimantItems: [], mayList: false });
  const decisionId = await writeDecision(engine, tx, table, made);
  const lifted = await lift(tx, table, decisionId, answering);
  const owed = await owedStatement(engine, tx, { ...table, ground, isAutomatic: true });
  const owedOf = () => owed;
  const done = await performEffects(engine, tx, table, decisionId, effects, places, {
    owed: owedOf,
    found: {},
    by: [],
    lifted,
    isYoungElsewhere: false,
  });
  await complaintsGoOn(tx, decisionId, null);
  await settleTable(tx, table, made, decisionId);
  await announce(tx, engine.queue, engine.random, done.announcements);
  await record(tx, { act: 'decision.made', subjects: { decision: decisionId, rule: ground, outcome: decision, ground, review: reviewId } });
  return decisionId;
}

/** The ruling as it is made: agreed to, it is the first one's, if she still has access. `wanted`: it was written down for a second person. */
async function secondLook(engine: Engine, tx: Tx, table: Table, ruling: Ruling): Promise<LookedAt> {
  const { platformId, request, reviewId } = table;
  const { decision, ground, note, moderatorId, unscreened = [], ofFound = {}, also = [], found = {}, adult = '' } = ruling;
  const trackingNumber = request?.trackingNumber ?? null;
  const about = trackingNumber === null ? { reviewId: reviewId ?? '' } : { trackingNumber };
  const proposal = await proposalAbout(tx.sql, engine.keys, about, true);
  const isSame = proposal?.decision === decision && proposal.ground === ground && isAnsweredAlike(proposal.ofFound, ofFound);
  if (proposal !== null && proposal.moderatorId !== moderatorId && isSame) {
    if (proposal.hasLeft) {
      await dropProposal(tx, proposal, about, moderatorId);
      return { outcome: 'proposer-left', proposedBy: proposal.moderatorName };
    }
    await endProposal(tx, proposal);
    const notes = [proposal.note, note.trim()].filter((one) => one !== '');
    return { ...ruling, moderatorId: proposal.moderatorId, secondedBy: moderatorId, note: notes.join('\n') };
  }
  if (needsSecondLook(await secondLookOf(tx.sql, platformId), decision, ground)) {
    const filingId = request?.filingId ?? null;
    await propose(
      engine,
      tx,
      { platformId, trackingNumber, reviewId, filingId, decision, ground, note, adult, unscreened, ofFound, also, found, moderatorId },
      proposal,
    );
    return 'wanted';
  }
  if (proposal !== null) await endProposal(tx, proposal);
  return 'not-wanted';
}

/** Nobody has to agree; what waited for somebody to agree to waits no more. */
async function endsProposal(engine: Engine, tx: Tx, { reviewId }: Table): Promise<'not-wanted'> {
  const proposal = await proposalAbout(tx.sql, engine.keys, { reviewId: reviewId ?? '' }, true);
  if (proposal !== null) await endProposal(tx, proposal);
  return 'not-wanted';
}

/** What the request lacks, where the ground says that it lacks nothing. */
function lackedBy({ laws }: Engine, { request, missing }: Table, { decision, ground }: Ruling): readonly MissingElement[] {
  if (request === null || (decision !== 'remove' && decision !== 'restrict') || missing.length === 0) return [];
  const basis = laws.of(request.basis);
  return groundsFor(basis, null).some((one) => one.key === ground && one.decision === decision && callsValid(basis, one)) ? missing : [];
}

function contradictions({ laws }: Engine, { request, siblings }: Table, { decision, ground, found }: Ruling): FindingProblem[] {
  if (request === null || found === undefined) return [];
  return findingProblems(laws, testsAsked(laws, request, siblings), { decision, ground, found });
}

/** The requests that this decision answers: the one that it is about, and those of its filing under laws that have the same reason. */
function answeredBy({ laws }: Engine, { request, siblings }: Table, { decision, ground }: Ruling): string[] {
  if (request === null) return [];
  const carried = siblings.filter((one) => carriedGround(laws.of(request.basis), laws.of(one.basis), decision, ground) !== null);
  return [request, ...carried].map(({ trackingNumber }) => trackingNumber);
}

/** Which restrictions it ends, that stood until somebody decides; null: what is referred is out of view, and everything stays under that. */
function answeringOf(engine: Engine, table: Table, ruling: Ruling): Answering | null {
  if (ruling.decision === 'refer') return null;
  return { requests: answeredBy(engine, table, ruling), judgesMatches: judgesMatches(table, ruling.decision) };
}

async function lift(tx: Tx, { contents }: Table, decisionId: string, answering: Answering | null): Promise<ReadonlyMap<string, boolean>> {
  const refs = contents.map(({ ref }) => ref);
  return answering === null ? new Map() : liftRestrictions(tx, refs, decisionId, answering);
}

/** Refusing a request, or restricting what it is about, says nothing about a match of the same upload with somebody else's item: that stays held until its own review is decided. */
function judgesMatches(table: Table, decision: Decision): boolean {
  return table.request === null || (decision !== 'keep' && decision !== 'restrict');
}

/** What is acted on besides the uploads found here: what the moderator named, and of what is referred every place of the request, for nobody is to open it first. */
function namesActedOn(table: Table, { decision, unscreened = [] }: Ruling): readonly string[] {
  if (decision === 'keep') return [];
  return [...new Set([...unscreened, ...(decision === 'refer' ? table.places : table.gonePlaces.keys())])];
}

/** What is written of it; `moderatorId` is null where the rule for identical copies decided. */
type Made = Pick<Ruling, 'decision' | 'ground' | 'note' | 'found' | 'secondedBy'> & {
  readonly moderatorId: string | null;
  readonly isAdult?: boolean;
};

async function writeDecision(engine: Engine, tx: Tx, table: Table, ruling: Made): Promise<string> {
  const id = uuid(engine.random);
  const { request } = table;
  await tx.sql
    .insertInto('decision')
    .values({
      id,
      platform_id: table.platformId,
      tracking_number: request?.trackingNumber ?? null,
      review_id: table.reviewId,
      outcome: ruling.decision,
      ground: ruling.ground,
      note_sealed: sealNote(engine.keys, id, ruling.note),
      findings_sealed:
        request === null
          ? null
          : sealFindings(engine.keys, engine.laws, id, {
              law: request.basis,
              ground: ruling.ground,
              found: ruling.found ?? {},
              beside: besideOf(engine, table, ruling),
            }),
      is_adult: ruling.isAdult ?? false,
      moderator_id: ruling.moderatorId,
      seconded_by: ruling.secondedBy ?? null,
      decided_at: tx.now,
    })
    .execute();
  return id;
}

/** What was answered about laws that the decision leaves open: whoever decides about them finds it given. */
function besideOf(engine: Engine, { request, siblings, marks }: Table, { decision, ground, found }: Made): AnsweredBeside | null {
  const [shown] = marks;
  if (request === null || found === undefined || decision === 'refer' || shown === undefined) return null;
  const left = siblings.filter(
    (one) => one.outcome === null && one.closedAt === null && carriedTo(engine, request, one, { decision, ground, found }) === null,
  );
  return { shown, found: Object.fromEntries(left.flatMap(({ basis }) => (found[basis] === undefined ? [] : [[basis, found[basis]]]))) };
}

/** Closes what the decision answers: the request, the review, the matches it judged, and the upload's standing. */
async function settleTable(tx: Tx, table: Table, ruling: Pick<Ruling, 'decision' | 'ground'>, decisionId: string): Promise<void> {
  const refs = table.contents.map(({ ref }) => ref);
  // What was kept of the pictures while they were looked at: an item has it by now, or nobody wants it.
  await takeCrops(tx, refs);
  if (refs.length > 0 && judgesMatches(table, ruling.decision)) {
    await tx.sql.updateTable('match').set({ settled: ruling.decision }).where('ref', 'in', refs).where('settled', 'is', null).execute();
    await tx.sql
      .updateTable('review')
      .set({ closed_at: tx.now, decision_id: decisionId })
      .where('ref', 'in', refs)
      .where('closed_at', 'is', null)
      .execute();
    await tx.sql
      .updateTable('content')
      .set({ verdict: ruling.decision === 'keep' || ruling.decision === 'restrict' ? 'allow' : 'hold' })
      .where('ref', 'in', refs)
      .execute();
  }
  if (table.request === null || table.isSaidYoung) return;
  const { decision, ground } = ruling;
  await answeredRequest(tx, table.request, { decision, ground, placesLeft: table.placesLeft, foundLeft: table.foundLeft });
  if (decision === 'keep') await destroyForgotten(tx);
}
