/** What happens when a moderator decides? One transaction: decision, actions, items and claims, bank changes, sweep, feed, webhooks, events, ledger. */
import {
  type ClaimantItem,
  type Decision,
  type DecisionEffect,
  effectsOf,
  type MatchFound,
  type Matter,
  needsSecondLook,
  parseTrackingNumber,
  type StatementOfReasons,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { isAnyVariant, isExactKind, isFingerprintKind } from '@likeness/fingerprint';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { plainAddress } from '../store/address.ts';
import { noteBankChanges, storeCodes } from '../store/banks.ts';
import { contentRefsOf, linkContents, lockFiling, noteEvent, openAnswers, picturesOf, type RequestRow } from '../store/cases.ts';
import { type Content, contentsByRef, fingerprintsOf, locateContents, lockContents } from '../store/content.ts';
import { takeCrops } from '../store/content-parts.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { forgetPlaces } from '../store/places.ts';
import { lookedOutFor } from '../store/suspicion.ts';
import { answerOtherLaws } from './answer-other-laws.ts';
import { closeIfRemoved } from './close-removed.ts';
import { copiesOf } from './copies.ts';
import type { Engine } from './engine.ts';
import { type FindingProblem, type Found, findingProblems, sealFindings, testsAsked } from './findings.ts';
import { destroyForgotten } from './forget.ts';
import { judgedOf, onlyNamed, type Place } from './judged-contents.ts';
import { listItem } from './list-item.ts';
import { checkWith } from './new-items.ts';
import { openReferral } from './refer.ts';
import { reportRemoval } from './report-removal.ts';
import { dropProposal, endProposal, proposalAbout, propose, secondLookOf } from './second-look.ts';
import { owedStatement, stateReasons } from './state-reasons.ts';
import { markOfRequest, markOfUpload, unscreenedOf } from './what-was-shown.ts';

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
  /** What she found of the content, by law. Left out: nothing is asked, and nothing kept. */
  readonly found?: Found;
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
  | { readonly outcome: 'already'; readonly decidedBy: string; readonly at: Date }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'nothing-to-remove' }
  /** There is an upload that the moderator has not been shown as it is now. */
  | { readonly outcome: 'changed' }
  /** A question is open, or its answer does not go together with the ground. */
  | { readonly outcome: 'not-found-so'; readonly problems: readonly FindingProblem[] };

/** What is decided about, locked: nobody else decides it until commit. */
interface Table {
  readonly platformId: string;
  readonly request: RequestRow | null;
  /** The others of its filing, each under another law. */
  readonly siblings: readonly RequestRow[];
  readonly reviewId: string | null;
  readonly contents: readonly Content[];
  /** Marks of what the moderator has to have been shown. */
  readonly marks: readonly string[];
  /** Places of the request that are no upload here. */
  readonly places: readonly string[];
  /** How many of them the moderator did not name. */
  readonly placesLeft: number;
  readonly matter: Matter;
  readonly claimantItems: readonly ClaimantItem[];
}

/**
 * Decides a request or a match. Two moderators at once: one wins, the other is told who.
 * @throws Problem `request/unknown`; RangeError for a ground that does not fit the decision.
 */
export async function decide(engine: Engine, sent: Ruling): Promise<Ruled> {
  return engine.store.transact(async (tx) => {
    let ruling = sent;
    const table =
      'trackingNumber' in ruling.about
        ? await requestTable(engine, tx, ruling.about.trackingNumber, ruling.decision === 'keep' ? [] : (ruling.unscreened ?? []))
        : await reviewTable(tx, ruling.about.reviewId, ruling.shown ?? []);
    if ('outcome' in table) return table;
    const { shown } = ruling;
    if (shown !== undefined && !table.marks.every((mark) => shown.includes(mark))) return { outcome: 'changed' };
    const problems = contradictions(engine, table, ruling);
    if (problems.length > 0) return { outcome: 'not-found-so', problems };
    const named = namesActedOn(table, ruling);
    const { judged, places } = await judgedOf(tx, table.contents, judgesMatches(table, ruling.decision), named);
    if (ruling.decision !== 'keep' && judged.length === 0) return { outcome: 'nothing-to-remove' };
    const second = await secondLook(engine, tx, table, ruling);
    if (second === 'wanted') return { outcome: 'proposed' };
    if (second !== 'not-wanted' && 'outcome' in second) return second;
    if (second !== 'not-wanted') ruling = second;
    const effects = effectsOf({
      matter: table.matter,
      decision: ruling.decision,
      ground: ruling.ground,
      contents: judged,
      claimantItems: table.claimantItems,
      mayList: table.request?.isYoung !== true,
    });
    const decisionId = await writeDecision(engine, tx, table, ruling);
    const owed = ruling.decision === 'remove' ? await owedStatement(engine, tx, { ...table, ground: ruling.ground }) : null;
    const done = await performEffects(engine, tx, table, decisionId, effects, places, { owed, found: ruling.found ?? {} });
    const referral =
      ruling.decision === 'refer'
        ? [
            await openReferral(engine, tx, {
              platformId: table.platformId,
              decisionId,
              contents: table.contents,
              places: onlyNamed(places),
            }),
          ]
        : [];
    await settleTable(tx, table, ruling, decisionId);
    const others =
      table.request === null
        ? { announcements: [], acts: [] }
        : await answerOtherLaws(engine, tx, {
            ...table,
            ...ruling,
            request: table.request,
            refs: table.contents.map(({ ref }) => ref),
          });
    const suspensions = await checkWith(engine.index, engine.floodUploaders, table.platformId)(tx, done.changedItems);
    const lastSeq = await noteBankChanges(
      tx,
      done.changedItems.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    for (let offset = 0; offset < done.changedItems.length; offset += 1) await engine.queue.sweep(tx, { seq: lastSeq - offset });
    await announce(tx, engine.queue, engine.random, [...done.announcements, ...others.announcements]);
    const subject = table.request === null ? { review: table.reviewId ?? '' } : { request: table.request.trackingNumber };
    const agreed: Record<string, string> = ruling.secondedBy === undefined ? {} : { second: ruling.secondedBy };
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
      ...referral,
      ...done.changedItems.map((item): Act => ({ act: 'item.listed', subjects: { item, decision: decisionId } })),
      ...suspensions,
      ...others.acts,
    ];
    await record(tx, ...acts);
    return { outcome: 'decided', decisionId };
  });
}

/** The ruling as it is made: agreed to, it is the first one's, if she still has access. `wanted`: it was written down for a second person. */
async function secondLook(
  engine: Engine,
  tx: Tx,
  table: Table,
  ruling: Ruling,
): Promise<Ruling | 'wanted' | 'not-wanted' | Extract<Ruled, { outcome: 'proposer-left' }>> {
  const { platformId, request, reviewId } = table;
  const { decision, ground, note, moderatorId, unscreened = [], found = {} } = ruling;
  const trackingNumber = request?.trackingNumber ?? null;
  const about = trackingNumber === null ? { reviewId: reviewId ?? '' } : { trackingNumber };
  const proposal = await proposalAbout(tx.sql, engine.keys, about, true);
  if (proposal !== null && proposal.moderatorId !== moderatorId && proposal.decision === decision && proposal.ground === ground) {
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
      { platformId, trackingNumber, reviewId, filingId, decision, ground, note, unscreened, found, moderatorId },
      proposal,
    );
    return 'wanted';
  }
  if (proposal !== null) await endProposal(tx, proposal);
  return 'not-wanted';
}

function contradictions({ laws }: Engine, { request, siblings }: Table, { decision, ground, found }: Ruling): FindingProblem[] {
  if (request === null || found === undefined) return [];
  return findingProblems(laws, testsAsked(laws, request, siblings), { decision, ground, found });
}

async function requestTable(engine: Engine, tx: Tx, text: string, named: readonly string[]): Promise<Table | Ruled> {
  const number = parseTrackingNumber(text);
  const filing = number === null ? [] : await lockFiling(tx, number);
  const request = filing.find(({ trackingNumber }) => trackingNumber === number);
  if (request === undefined) throw new Problem('request/unknown');
  if (request.outcome === 'withdrawn') return { outcome: 'closed' };
  if (request.outcome !== null) return whoDecided(tx, 'tracking_number', request.trackingNumber);
  const answers = openAnswers(engine.keys, request);
  // What was screened or published since the request came in is found now, and so is what the moderator names.
  const located = await locateContents(tx.sql, request.platformId, answers?.contentIds ?? [], answers?.locations ?? []);
  const pointedAt = await locateContents(tx.sql, request.platformId, named, named);
  const linked = await contentRefsOf(tx.sql, request.trackingNumber);
  const asked = new Set([...linked, ...located.map(({ ref }) => ref)]);
  const contents = await lockContents(tx, [...new Set([...asked, ...pointedAt.map(({ ref }) => ref)])]);
  const ofRequest = contents.filter(({ ref }) => asked.has(ref));
  const unscreened = unscreenedOf(answers, ofRequest);
  const ticked = new Set(named.map(plainAddress));
  // Linked, so that it outlives the platform's DELETE until the request is closed.
  await linkContents(
    tx,
    request.trackingNumber,
    contents.map(({ ref }) => ref),
  );
  const pictures = await picturesOf(tx.sql, request.trackingNumber);
  return {
    platformId: request.platformId,
    request,
    siblings: filing.filter((one) => one !== request),
    reviewId: null,
    contents,
    marks: [markOfRequest(ofRequest, unscreened), ...contents.filter(({ ref }) => !asked.has(ref)).map(markOfUpload)],
    places: unscreened,
    placesLeft: unscreened.filter((place) => !ticked.has(plainAddress(place))).length,
    matter: { kind: 'request', trackingNumber: request.trackingNumber, basis: engine.laws.of(request.basis) },
    claimantItems: pictures.filter(({ state }) => state === 'pending'),
  };
}

/** The match, and the copies of its upload that stood on the page as they are now: one that came since, or changed, was not judged. */
async function reviewTable(tx: Tx, reviewId: string, shown: readonly string[]): Promise<Table | Ruled> {
  const found = await tx.sql.selectFrom('review').select('ref').where('id', '=', uuidOf(reviewId)).executeTakeFirst();
  if (found === undefined) throw new Problem('request/unknown', { detail: 'There is no such review.' });
  const copies = await shownCopies(tx, found.ref, shown);
  const locked = await lockContents(tx, [found.ref, ...copies]);
  const contents = locked.filter((content) => content.ref === found.ref || shown.includes(markOfUpload(content)));
  const review = await tx.sql.selectFrom('review').selectAll().where('id', '=', reviewId).forUpdate().executeTakeFirst();
  if (review === undefined) return { outcome: 'closed' };
  if (review.closed_at !== null) return whoDecided(tx, 'id', review.decision_id ?? '');
  const open = await stillOpen(
    tx,
    contents.map(({ ref }) => ref),
  );
  const judged = contents.filter(({ ref }) => ref === found.ref || open.has(ref));
  const matches: MatchFound[] = [];
  for (const { ref } of judged) {
    const match = await strongestMatch(tx, ref, review.platform_id);
    if (match !== null) matches.push(match);
    else if (ref === found.ref) return { outcome: 'closed' };
  }
  // The farthest of them: if that brings nothing new to list, none does.
  const match = matches.toSorted((a, b) => Number(bringsNew(b)) - Number(bringsNew(a)) || b.distance - a.distance)[0];
  if (match === undefined) return { outcome: 'closed' };
  return {
    platformId: review.platform_id,
    request: null,
    siblings: [],
    reviewId,
    contents: judged,
    marks: judged.filter(({ ref }) => ref === found.ref).map(markOfUpload),
    places: [],
    placesLeft: 0,
    matter: { kind: 'match', match },
    claimantItems: [],
  };
}

const bringsNew = ({ isOwnItem, kind }: MatchFound): boolean => !isOwnItem || !isExactKind(kind);

/** Of the copies that wait, those that stood on the page. */
async function shownCopies(tx: Tx, ref: string, shown: readonly string[]): Promise<string[]> {
  const [content] = shown.length > 1 ? await contentsByRef(tx.sql, [ref]) : [];
  if (content === undefined) return [];
  const copies = await copiesOf(tx.sql, content, await fingerprintsOf(tx.sql, ref));
  return copies.flatMap((copy) => (shown.includes(markOfUpload(copy.content)) ? [copy.content.ref] : []));
}

/** Uploads with an open match, which is locked until commit. */
async function stillOpen(tx: Tx, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('review')
    .select('ref')
    .where('ref', 'in', [...refs])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ ref }) => ref));
}

async function strongestMatch(tx: Tx, ref: string, platformId: string): Promise<MatchFound | null> {
  const row = await tx.sql
    .selectFrom('match')
    .innerJoin('bank', 'bank.id', 'match.bank_id')
    .innerJoin('item', 'item.id', 'match.item_id')
    .select(['match.item_id', 'match.kind', 'match.variant', 'match.distance', 'bank.platform_id', 'item.source'])
    .where('match.ref', '=', ref)
    .where('match.settled', 'is', null)
    .orderBy('match.of_earlier')
    .orderBy('match.distance')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || !isFingerprintKind(row.kind) || !isAnyVariant(row.variant)) return null;
  // What somebody asked to look out for stands in the service's own bank, and nobody there had looked at it before.
  const isOwnItem = row.platform_id === platformId && row.source !== lookedOutFor;
  return { itemId: row.item_id, kind: row.kind, variant: row.variant, distance: row.distance, isOwnItem };
}

async function whoDecided(tx: Tx, column: 'tracking_number' | 'id', value: string): Promise<Ruled> {
  const row = await tx.sql
    .selectFrom('decision')
    .innerJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .select(['moderator.name', 'decision.decided_at'])
    .where(`decision.${column}`, '=', value)
    .orderBy('decision.decided_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? { outcome: 'closed' } : { outcome: 'already', decidedBy: row.name, at: row.decided_at };
}

/** Refusing a request says nothing about a match of the same upload with somebody else's item: that stays held until its own review is decided. */
function judgesMatches(table: Table, decision: Decision): boolean {
  return table.request === null || decision !== 'keep';
}

/** What is acted on besides the uploads found here: what the moderator named, and of what is referred every place of the request, for nobody is to open it first. */
function namesActedOn(table: Table, { decision, unscreened = [] }: Ruling): readonly string[] {
  if (decision === 'keep') return [];
  return decision === 'refer' ? [...new Set([...unscreened, ...table.places])] : unscreened;
}

async function writeDecision(engine: Engine, tx: Tx, table: Table, ruling: Ruling): Promise<string> {
  const id = uuid(engine.random);
  const note = ruling.note.trim();
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
      note_sealed: note === '' ? null : engine.keys.seal('envelope', Buffer.from(note), Buffer.from(`decision:${id}:note`)),
      findings_sealed:
        request === null ? null : sealFindings(engine.keys, engine.laws, id, request.basis, ruling.ground, ruling.found ?? {}),
      moderator_id: ruling.moderatorId,
      seconded_by: ruling.secondedBy ?? null,
      decided_at: tx.now,
    })
    .execute();
  return id;
}

interface Performed {
  readonly announcements: readonly Announcement[];
  readonly changedItems: readonly string[];
}

async function performEffects(
  engine: Engine,
  tx: Tx,
  table: Table,
  decisionId: string,
  effects: readonly DecisionEffect[],
  places: ReadonlyMap<string, Place>,
  { owed, found }: { readonly owed: StatementOfReasons | null; readonly found: Found },
): Promise<Performed> {
  const { random } = engine;
  const announcements: Announcement[] = [];
  const changedItems: string[] = [];
  await storeCodes(tx, [
    ...effects.flatMap((effect) => (effect.kind === 'list' ? effect.codes : [])),
    ...table.claimantItems.flatMap(({ fingerprints }) => fingerprints),
  ]);
  for (const effect of effects) {
    switch (effect.kind) {
      case 'act': {
        const place = places.get(effect.contentId);
        if (place === undefined) throw new RangeError('an effect names content that was not on the table');
        const actionId = uuid(random);
        await tx.sql
          .insertInto('action')
          .values({
            id: actionId,
            platform_id: table.platformId,
            decision_id: decisionId,
            kind: effect.action,
            content_id: effect.contentId,
            ref: place.content?.ref ?? null,
            opened_at: tx.now,
            completed_at: null,
            completed: null,
          })
          .execute();
        const isTold = owed !== null && effect.action === 'content.remove';
        const statement = isTold ? await stateReasons(engine, tx, { platformId: table.platformId, decisionId, actionId }, owed) : null;
        if (isTold && statement !== null)
          await reportRemoval(engine, tx, { ...table, statementId: statement.id, statement: owed, content: place.content, found });
        announcements.push({
          platformId: table.platformId,
          type: effect.action,
          data: {
            actionId,
            ...place.named,
            ...(table.request === null ? {} : { trackingNumber: table.request.trackingNumber }),
            ground: effect.ground,
            reason: effect.sentence,
            ...(effect.action === 'content.restrict' ? { preserve: true, tellUploader: false } : {}),
            ...(statement === null ? {} : { statement }),
          },
        });
        break;
      }
      case 'list': {
        const refs = effect.contentIds.flatMap((contentId) => places.get(contentId)?.content?.ref ?? []);
        const { codes, claimed } = effect;
        const { platformId, request } = table;
        changedItems.push(await listItem(tx, random, { platformId, decisionId, refs, codes, claimed, request }));
        break;
      }
      case 'tell':
        announcements.push({
          platformId: table.platformId,
          type: 'request.decided',
          data: {
            trackingNumber: effect.trackingNumber,
            outcome: effect.decision,
            ground: effect.ground,
            reason: effect.toPlatform,
            ...(effect.decision === 'refer' ? { tellUploader: false } : {}),
          },
        });
        break;
      case 'sweep':
        // Each listed item is a bank change of its own, and each change is swept: the numbers are known only after they are noted.
        break;
    }
  }
  return { announcements, changedItems };
}

/** Closes what the decision answers: the request, the review, the matches it judged, and the upload's standing. */
async function settleTable(tx: Tx, table: Table, ruling: Ruling, decisionId: string): Promise<void> {
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
      .set({ verdict: ruling.decision === 'keep' ? 'allow' : 'hold' })
      .where('ref', 'in', refs)
      .execute();
  }
  if (table.request === null) return;
  const { trackingNumber } = table.request;
  const { decision, ground } = ruling;
  await tx.sql
    .updateTable('request')
    .set({ outcome: decision, closed_at: decision === 'keep' ? tx.now : null })
    .where('tracking_number', '=', trackingNumber)
    .execute();
  await forgetPlaces(tx, [trackingNumber]);
  const left = decision === 'remove' && table.placesLeft > 0 ? { placesLeft: table.placesLeft } : {};
  await noteEvent(tx, table.request, 'decided', { decision, ground, ...left });
  // Everything may be down and confirmed already: then there is no completion call to wait for.
  if (decision !== 'keep') await closeIfRemoved(tx, { ...table.request, outcome: decision });
  else await destroyForgotten(tx);
}
