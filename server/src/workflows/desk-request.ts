/** What does a moderator see of one request? Everything needed to decide it. Opening it is an act: the first time is noted for the person and in the ledger. */
import {
  type AmendmentRecord,
  type CaseEvent,
  type Clock,
  clockOf,
  type Filer,
  type LegalBasis,
  type MissingElement,
  parseTrackingNumber,
  provedBy,
  type Visibility,
  wantsMore,
  withLinesOf,
} from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import type { ItemState } from '@likeness/lookup';
import type {
  AlsoOnPage,
  DecisionMade,
  FoundAnswered,
  FoundOnPage,
  LawTests,
  NotRestricted,
  ProposalOnPage,
} from '@likeness/web/moderator';
import { type Act, record } from '../ledger/record.ts';
import { answeredCandidates, type Candidate, candidatesOf } from '../store/candidates.ts';
import {
  byFile,
  contentRefsOf,
  eventsOf,
  linkContents,
  linkedRequests,
  lockFiling,
  noteEvent,
  openAnswers,
  picturesOf,
  type RequestRow,
  requestByNumber,
  type SealedAnswers,
} from '../store/cases.ts';
import { type Content, contentsByRef, locateContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { goneAtOf, gonePlaces } from '../store/gone.ts';
import { referredPlaces } from '../store/places.ts';
import { referredOf } from '../store/referrals.ts';
import { askedBeside, besideOnPage } from './also-acted-on.ts';
import { answeredBefore } from './answered-before.ts';
import { passedOverBy } from './desk-break.ts';
import { closedForAnew } from './desk-complaints.ts';
import { decisionMade, decisionOfRequest, proposalOnPage } from './desk-decision.ts';
import { deskFound } from './desk-found.ts';
import { type DeskHold, holdFiling } from './desk-hold.ts';
import { type NextCase, nextAfterRequest } from './desk-queue.ts';
import { type DeskUpload, deskUpload } from './desk-uploads.ts';
import type { Engine } from './engine.ts';
import { byDue, missingOf } from './filed.ts';
import { testsAsked } from './findings.ts';
import { waysNow } from './restrictable.ts';
import { type SaidYoungNow, saidYoungNow } from './said-young.ts';
import { proposalAbout } from './second-look.ts';
import { markOfRequest, unscreenedOf } from './what-was-shown.ts';
import { type YoungElsewhere, youngElsewhere } from './young-elsewhere.ts';

export interface OtherLaw {
  readonly trackingNumber: string;
  readonly name: string;
  readonly statute: string;
  readonly dueAt: Date;
  readonly missing: readonly string[];
  readonly state: DeskRequest['state'];
}

export interface DeskRequest {
  readonly trackingNumber: string;
  readonly platformId: string;
  readonly serviceName: string;
  /** Whether the service lets its pictures be fetched for a moderator. */
  readonly hasPreview: boolean;
  readonly basis: LegalBasis;
  readonly filedVia: 'page' | 'api';
  readonly filer: Filer;
  /** It may show somebody under 18: nothing of it is shown, and it is referred. */
  readonly isYoung: boolean;
  /** All that it names was referred: nobody looks at it, and so is the request. */
  readonly isAllReferred: boolean;
  readonly partReferred: readonly string[];
  /** Of one that does not say so itself: whether another does about the same upload or place, and is open. */
  readonly youngElsewhere: YoungElsewhere;
  /** The same filing under other laws, each with its own time. */
  readonly otherLaws: readonly OtherLaw[];
  /** Open requests of other people about the same place. */
  readonly aboutTheSame: readonly string[];
  /** Who works on it; null once it is settled. */
  readonly hold: DeskHold | null;
  readonly clock: Clock;
  /** Since when all that it names is gone, while nobody has decided; null where something may be there. */
  readonly goneAt: Date | null;
  /** Put aside until then, because its filer is suspended (DSA Article 23); it may be decided all the same. */
  readonly asideUntil: Date | null;
  readonly missing: readonly MissingElement[];
  /** Null once they are erased. */
  readonly answers: SealedAnswers | null;
  /** What was added or changed since it came in. */
  readonly amendments: readonly AmendmentRecord[];
  /** One part of its uploads. */
  readonly uploads: readonly DeskUpload[];
  /** All of them, and which part this is, counted from 1. */
  readonly uploadCount: number;
  readonly part: number;
  readonly parts: number;
  /** What a removal may act on beside the uploads of this part. */
  readonly beside: readonly AlsoOnPage[];
  /** Marks of what stands on the page, for its form. */
  readonly shown: readonly string[];
  /** Every name of what it is about: ids and addresses of all its uploads. */
  readonly uploadNames: readonly string[];
  /** Uploads that the request does not name and that look like the requester's pictures. */
  readonly found: readonly (DeskUpload & FoundOnPage)[];
  /** As many more look like them, need an answer, and are not shown. */
  readonly moreFound: number;
  /** As many more have an answer, or are out of view. */
  readonly moreAnswered: number;
  /** Once it is decided: what was answered of those that were found. */
  readonly foundAnswered: readonly FoundAnswered[];
  /** Whether the comparison with what was screened before has not ended yet. */
  readonly isStillLooking: boolean;
  readonly pictures: readonly { readonly number: number; readonly fingerprints: readonly Fingerprint[]; readonly state: ItemState }[];
  /** Ids and addresses of the request that match nothing screened here. */
  readonly unscreened: readonly string[];
  readonly events: readonly CaseEvent[];
  readonly state: 'open' | 'decided' | 'withdrawn' | 'closed';
  /** Withdrawn, and it had said that the person may have been under 18: what is judged of that. */
  readonly saidYoung: SaidYoungNow | null;
  /** What each law that it is open under asks of the content; its own first. */
  readonly tests: readonly LawTests[];
  /** How the service can restrict who sees it, as far as that is enough here. */
  readonly restricts: readonly Visibility[];
  /** Laws of its filing that want it gone, where the service could restrict it otherwise. */
  readonly wantRemoval: readonly string[];
  /** Why none is offered, where the service could restrict it otherwise. */
  readonly notRestricted: NotRestricted | null;
  /** What waits for a second person. */
  readonly proposal: ProposalOnPage | null;
  readonly decision: DecisionMade | null;
  /** What whoever uploaded it said against the decision that is made anew, and nobody judged. */
  readonly closedComplaints: readonly string[];
  readonly next: NextCase | null;
}

/** Opens a request for a moderator, at a part of its uploads; null when there is none with this number. */
export async function openOnDesk(engine: Engine, moderatorId: string, text: string, part = 1): Promise<DeskRequest | null> {
  const number = parseTrackingNumber(text);
  if (number === null) return null;
  return engine.store.transact(async (tx) => {
    const found = await requestByNumber(tx.sql, number);
    if (found === null) return null;
    // Locked before its uploads are linked, as everywhere: request first, uploads second. A decided one, too: the service may confirm it at this moment, and the page says one thing.
    const filing = await lockFiling(tx, number);
    const request = filing.find(({ trackingNumber }) => trackingNumber === number) ?? found;
    const answers = openAnswers(engine.keys, request);
    const contents = await uploadsOf(tx, request, answers);
    const isOpen = request.outcome === null && request.closedAt === null;
    // One page shows what is asked under every law of the filing: all of it is opened with it.
    const looked: string[] = [];
    for (const one of isOpen ? filing : [])
      if (one.outcome === null && one.closedAt === null && (await noteEvent(tx, one, 'seen', {}, `seen:${one.trackingNumber}`)))
        looked.push(one.trackingNumber);
    const candidates = isOpen ? await candidatesOf(tx.sql, number) : [];
    const proposal = isOpen ? await proposalAbout(tx.sql, engine.keys, { trackingNumber: number }) : null;
    // Whoever waits for a second person keeps nobody from it.
    const saidYoung = await saidYoungNow(engine, tx, request);
    const hold =
      (isOpen || saidYoung?.state === 'open') && proposal?.moderatorId !== moderatorId ? await holdFiling(tx, request, moderatorId) : null;
    const { name: moderatorName } = await tx.sql
      .selectFrom('moderator')
      .select('name')
      .where('id', '=', moderatorId)
      .executeTakeFirstOrThrow();
    const others = filing.filter((one) => one !== request);
    const passedOver = await passedOverBy(tx, moderatorId);
    const desk = {
      ...(await describe(engine, tx, request, answers, { contents, part, candidates, hold, others, moderatorName, passedOver })),
      saidYoung,
      proposal: proposalOnPage(request.basis, proposal, moderatorId),
    };
    await record(tx, ...looked.map((opened): Act => ({ act: 'request.seen', subjects: { request: opened, moderator: moderatorId } })));
    return desk;
  });
}

/** The uploads of a request; what was screened or published since it came in is found and linked now. */
async function uploadsOf(tx: Tx, request: RequestRow, answers: SealedAnswers | null): Promise<Content[]> {
  if (request.outcome === null) {
    const located = await locateContents(tx.sql, request.platformId, answers?.contentIds ?? [], answers?.locations ?? []);
    await linkContents(
      tx,
      request.trackingNumber,
      located.map(({ ref }) => ref),
    );
  }
  return contentsByRef(tx.sql, await contentRefsOf(tx.sql, request.trackingNumber));
}

/** Uploads on one page: each with its picture and its fingerprints, so that a page stays quick to load whatever the request names. */
const partSize = 25;

async function describe(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  answers: SealedAnswers | null,
  {
    contents,
    part: wanted,
    candidates,
    hold,
    others,
    moderatorName,
    passedOver,
  }: {
    readonly contents: readonly Content[];
    readonly part: number;
    readonly candidates: readonly Candidate[];
    readonly hold: DeskHold | null;
    readonly others: readonly RequestRow[];
    readonly moderatorName: string;
    readonly passedOver: ReadonlySet<string>;
  },
): Promise<Omit<DeskRequest, 'proposal' | 'saidYoung'>> {
  const { trackingNumber, platformId } = request;
  const basis = engine.laws.of(request.basis);
  const events = await eventsOf(tx.sql, request);
  const clock = clockOf(basis, events, tx.now);
  if (clock === null) throw new RangeError(`request ${trackingNumber} has no receipt on file`);
  const pictures = await picturesOf(tx.sql, trackingNumber);
  const onDesk = async (some: readonly Content[]): Promise<DeskUpload[]> => {
    const uploads: DeskUpload[] = [];
    for (const content of some) uploads.push(await deskUpload(tx.sql, content, byFile(pictures), trackingNumber));
    return uploads;
  };
  const parts = Math.max(1, Math.ceil(contents.length / partSize));
  const part = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), parts) : 1;
  const onPage = contents.slice((part - 1) * partSize, part * partSize);
  const { marks, ...found } = await deskFound(tx.sql, candidates, byFile(pictures), trackingNumber);
  const unscreened = unscreenedOf(answers, contents);
  const gone = await gonePlaces(tx.sql, trackingNumber, unscreened);
  const platform = await tx.sql
    .selectFrom('platform')
    .select(['name', 'preview_url'])
    .where('id', '=', platformId)
    .executeTakeFirstOrThrow();
  const decisionId = await decisionOfRequest(tx.sql, trackingNumber);
  const referred = await referredOf(
    tx.sql,
    contents.map(({ ref }) => ref),
  );
  const there = await referredPlaces(tx.sql, platformId, unscreened);
  const isAllReferred = contents.length + unscreened.length > 0 && there.size === unscreened.length && referred.size === contents.length;
  const mark = markOfRequest(contents, unscreened, answers?.beside);
  const before = await answeredBefore(engine, tx.sql, [request, ...others], mark);
  return {
    trackingNumber,
    platformId,
    serviceName: platform.name,
    hasPreview: platform.preview_url !== null && !request.isYoung,
    basis,
    filedVia: request.filedVia,
    filer: request.filer,
    isYoung: request.isYoung,
    isAllReferred,
    partReferred: isAllReferred ? [] : [...contents.flatMap(({ ref, contentId }) => (referred.has(ref) ? [contentId] : [])), ...there],
    youngElsewhere:
      request.isYoung || stateOf(request) !== 'open'
        ? null
        : await youngElsewhere(tx, {
            platformId,
            refs: contents.map(({ ref }) => ref),
            places: unscreened.filter((place) => !there.has(place)),
          }),
    otherLaws: others.toSorted(byDue).map((other) => otherLaw(engine, other)),
    aboutTheSame: await linkedRequests(tx.sql, trackingNumber),
    hold,
    clock,
    goneAt: await goneAtOf(tx.sql, trackingNumber),
    asideUntil: await asideUntilOf(tx, trackingNumber),
    missing: answers === null ? [] : missingOf(engine.laws, request, answers),
    answers:
      answers === null
        ? null
        : withLinesOf(
            answers,
            others.map((other) => openAnswers(engine.keys, other) ?? {}),
          ),
    amendments: answers?.amendments ?? [],
    uploads: besideTheirLike(await onDesk(onPage)),
    uploadCount: contents.length,
    part,
    parts,
    beside:
      stateOf(request) === 'open' && !request.isYoung
        ? await besideOnPage(engine, tx.sql, platformId, onPage, { basis: request.basis, asked: askedBeside(answers) })
        : [],
    shown: [mark, ...marks],
    uploadNames: contents.flatMap(({ contentId, url }) => (url === null ? [contentId] : [contentId, url])),
    ...found,
    foundAnswered: stateOf(request) === 'decided' ? await answeredCandidates(tx.sql, trackingNumber) : [],
    isStillLooking: request.outcome === null && request.lookedAt === null && pictures.length > 0,
    pictures,
    unscreened: unscreened.filter((place) => !gone.has(place) && !there.has(place)),
    events,
    state: stateOf(request),
    ...(await restrictableOf(engine, tx, request, { others, contents, hasPlaces: unscreened.length > 0 || candidates.length > 0 })),
    // Asked where the person is said to be certainly no minor; a referral rests on none of them.
    tests: isAllReferred
      ? []
      : testsAsked(engine.laws, { ...request, isYoung: false }, others.toSorted(byDue)).map(
          (asked): LawTests => ({ ...asked, before: before.get(asked.law) ?? null }),
        ),
    decision: decisionId === null ? null : await decisionMade(engine, tx, decisionId),
    closedComplaints: stateOf(request) === 'open' ? await closedForAnew(tx.sql, request.filingId) : [],
    next: await nextAfterRequest(tx.sql, {
      dueAt: request.dueAt,
      trackingNumber,
      isYoung: request.isYoung,
      moderatorName,
      passedOver,
      now: tx.now,
    }),
  };
}

/** How its service can restrict who sees it; of a filing that a law wants gone not at all, and its page says which law. */
async function restrictableOf(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  {
    others,
    contents,
    hasPlaces,
  }: { readonly others: readonly RequestRow[]; readonly contents: readonly Content[]; readonly hasPlaces: boolean },
): Promise<Pick<DeskRequest, 'restricts' | 'wantRemoval' | 'notRestricted'>> {
  const { laws } = engine;
  const { platformId } = request;
  if (stateOf(request) !== 'open') return { restricts: [], wantRemoval: [], notRestricted: null };
  const { ways, because } = await waysNow(engine, tx, { platformId, contents, request, siblings: others, hasPlaces });
  if (ways.length === 0 && because === null) return { restricts: [], wantRemoval: [], notRestricted: null };
  const wanting = [request, ...others].filter(({ basis, outcome }) => wantsMore(laws.of(basis), outcome));
  if (wanting.length === 0) return { restricts: ways, wantRemoval: [], notRestricted: because };
  return { restricts: [], wantRemoval: wanting.map(({ basis }) => laws.of(basis).name), notRestricted: 'law-wants-more' };
}

async function asideUntilOf(tx: Tx, trackingNumber: string): Promise<Date | null> {
  const row = await tx.sql
    .selectFrom('request')
    .innerJoin('misuse_measure', 'misuse_measure.id', 'request.suspended_by')
    .select('misuse_measure.ends_at')
    .where('request.tracking_number', '=', trackingNumber)
    .where('misuse_measure.ends_at', '>', tx.now)
    .executeTakeFirst();
  return row?.ends_at ?? null;
}

/** Uploads that show the same are one card, at the first of them: fifty copies cost one look. */
function besideTheirLike(uploads: readonly DeskUpload[]): DeskUpload[] {
  const heads: DeskUpload[] = [];
  return uploads.map((upload) => {
    const head = heads.find(
      ({ standing, fingerprints }) => standing === upload.standing && provedBy(upload.fingerprints, fingerprints).length > 0,
    );
    if (head === undefined) heads.push(upload);
    return head === undefined ? upload : { ...upload, copyOf: head.contentId };
  });
}

function otherLaw({ laws, keys }: Engine, request: RequestRow): OtherLaw {
  const { name, statute } = laws.of(request.basis);
  const answers = openAnswers(keys, request);
  const missing = answers === null ? [] : missingOf(laws, request, answers).map(({ element }) => element);
  const labels = [...laws.of(request.basis).elements, ...laws.of(request.basis).agentElements];
  return {
    trackingNumber: request.trackingNumber,
    name,
    statute,
    dueAt: request.dueAt,
    missing: labels.flatMap(({ key, label }) => (missing.includes(key) ? [label] : [])),
    state: stateOf(request),
  };
}

function stateOf(request: RequestRow): DeskRequest['state'] {
  if (request.outcome === 'withdrawn') return 'withdrawn';
  if (request.outcome !== null) return 'decided';
  return request.closedAt === null ? 'open' : 'closed';
}
