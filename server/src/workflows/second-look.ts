/** Does this decision wait for a second person, and what did the first one say? What is proposed changes nothing: the request stays open, its clock runs on, and nobody outside hears of it. */
import { type AlsoRuled, type Decision, isFoundAnswer, readAlso, testAnswers } from '@likeness/casework';
import type { KeyRing } from '../config/key-ring.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import type { Engine } from './engine.ts';
import type { Found } from './findings.ts';
import type { OfFound } from './found-answers.ts';

export { secondLookRules } from '@likeness/casework';

/** What is decided about. */
export type About = { readonly trackingNumber: string } | { readonly reviewId: string };

export interface Proposal {
  readonly id: string;
  readonly decision: Exclude<Decision, 'refer'>;
  readonly ground: string;
  readonly moderatorId: string;
  readonly moderatorName: string;
  /** Whoever proposed it may not decide here any more: nobody can agree to it. */
  readonly hasLeft: boolean;
  readonly at: Date;
  readonly note: string;
  /** How whoever proposed it knows that the person was certainly no minor; empty where nothing says otherwise. */
  readonly adult: string;
  readonly unscreened: readonly string[];
  /** What was answered of uploads that were found by the requester's fingerprints. */
  readonly ofFound: OfFound;
  readonly also: readonly AlsoRuled[];
  readonly found: Found;
}

/** The rules of a service: outcomes, or outcomes with a ground. */
export async function secondLookOf(db: Db, platformId: string): Promise<readonly string[]> {
  const row = await db.selectFrom('platform').select('second_look').where('id', '=', platformId).executeTakeFirst();
  return row?.second_look ?? [];
}

export async function setSecondLook(store: Store, platformId: string, rules: readonly string[]): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql
      .updateTable('platform')
      .set({ second_look: [...rules] })
      .where('id', '=', platformId)
      .execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}

const placeOf = (id: string): Buffer => Buffer.from(`proposal:${id}:said`);

/** What waits for a second person about this; null when nothing does. `isToEnd`: locked until commit, so that a refusal at the same time finds it gone, or is found. */
export async function proposalAbout(db: Db, keys: KeyRing, about: About, isToEnd = false): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal')
    .innerJoin('moderator', 'moderator.id', 'proposal.moderator_id')
    .selectAll('proposal')
    .select(['moderator.name', 'moderator.left_at'])
    .where((eb) =>
      'trackingNumber' in about ? eb('tracking_number', '=', about.trackingNumber) : eb('review_id', '=', uuidOf(about.reviewId)),
    )
    .$if(isToEnd, (query) => query.forUpdate('proposal'))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, outcome, ground, moderator_id: moderatorId, name, proposed_at: at } = row;
  const said: unknown = JSON.parse(Buffer.from(keys.open('envelope', row.said_sealed, placeOf(id))).toString('utf8'));
  return { id, decision: outcome, ground, moderatorId, moderatorName: name, hasLeft: row.left_at !== null, at, ...saidIn(said) };
}

function saidIn(said: unknown): Pick<Proposal, 'note' | 'adult' | 'unscreened' | 'ofFound' | 'also' | 'found'> {
  const given: Readonly<Record<string, unknown>> = typeof said === 'object' && said !== null ? { ...said } : {};
  const { note, adult, unscreened, ofFound, also, found } = given;
  const laws = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  return {
    note: typeof note === 'string' ? note : '',
    adult: typeof adult === 'string' ? adult : '',
    unscreened: Array.isArray(unscreened) ? unscreened.filter((place) => typeof place === 'string') : [],
    ofFound: Object.fromEntries(
      Object.entries(typeof ofFound === 'object' && ofFound !== null ? ofFound : {}).flatMap(([ref, answer]) =>
        isFoundAnswer(answer) ? [[ref, answer]] : [],
      ),
    ),
    also: Array.isArray(also) ? also.flatMap((one) => readAlso(one) ?? []) : [],
    found: Object.fromEntries(laws.map(([law, answers]) => [law, answersIn(answers)])),
  };
}

const answersIn = (answers: unknown) =>
  Object.fromEntries(
    Object.entries(typeof answers === 'object' && answers !== null ? answers : {}).flatMap(([test, given]) => {
      const answer = testAnswers.find((one) => one === given);
      return answer === undefined ? [] : [[test, answer]];
    }),
  );

export interface Proposed {
  readonly platformId: string;
  readonly trackingNumber: string | null;
  readonly reviewId: string | null;
  /** Nobody keeps it from a colleague. */
  readonly filingId: string | null;
  readonly decision: Decision;
  readonly ground: string;
  readonly note: string;
  readonly adult: string;
  readonly unscreened: readonly string[];
  readonly ofFound: OfFound;
  readonly also: readonly AlsoRuled[];
  readonly found: Found;
  readonly moderatorId: string;
}

/** Writes down what waits for a second person, in place of what waited before. What it is about is locked. */
export async function propose({ keys, random }: Engine, tx: Tx, proposed: Proposed, before: Proposal | null): Promise<void> {
  const { platformId, trackingNumber, reviewId, filingId, decision, ground, note, adult, unscreened, ofFound, also, found, moderatorId } =
    proposed;
  if (decision === 'refer') throw new RangeError('a referral waits for nobody');
  if (before !== null) await tx.sql.deleteFrom('proposal').where('id', '=', before.id).execute();
  const id = uuid(random);
  await tx.sql
    .insertInto('proposal')
    .values({
      id,
      platform_id: platformId,
      tracking_number: trackingNumber,
      review_id: reviewId,
      outcome: decision,
      ground,
      said_sealed: keys.seal(
        'envelope',
        Buffer.from(JSON.stringify({ note: note.trim(), adult: adult.trim(), unscreened, ofFound, also, found })),
        placeOf(id),
      ),
      moderator_id: moderatorId,
      proposed_at: tx.now,
    })
    .execute();
  if (filingId !== null) await tx.sql.deleteFrom('desk_hold').where('filing_id', '=', filingId).execute();
  await record(tx, { act: 'decision.proposed', subjects: { moderator: moderatorId, outcome: decision, ground, ...subjectOf(proposed) } });
}

const subjectOf = ({ trackingNumber, reviewId }: Pick<Proposed, 'trackingNumber' | 'reviewId'>): Record<string, string> =>
  trackingNumber === null ? { review: reviewId ?? '' } : { request: trackingNumber };

/** It was agreed to, or something else was decided. */
export async function endProposal(tx: Tx, { id }: Proposal): Promise<void> {
  await tx.sql.deleteFrom('proposal').where('id', '=', id).execute();
}

/** Whoever proposed it has no access any more, so her word is no first one: it falls, and what it was about is open for a decision. */
export async function dropProposal(
  tx: Tx,
  { id, moderatorId: by, decision, ground }: Proposal,
  about: About,
  moderatorId: string,
): Promise<void> {
  await tx.sql.deleteFrom('proposal').where('id', '=', id).execute();
  const subject: Record<string, string> = 'trackingNumber' in about ? { request: about.trackingNumber } : { review: about.reviewId };
  await record(tx, { act: 'decision.fallen', subjects: { moderator: moderatorId, by, outcome: decision, ground, ...subject } });
}

/** `gone`: somebody agreed, refused or decided meanwhile. */
export type Refused = 'refused' | 'gone';

/** A colleague does not agree, or whoever proposed it takes it back: it is open as before. Two at once: one wins. */
export async function refuseProposal({ store }: Engine, about: About, moderatorId: string): Promise<Refused> {
  return store.transact(async (tx) => {
    const gone = await tx.sql
      .deleteFrom('proposal')
      .where((eb) =>
        'trackingNumber' in about ? eb('tracking_number', '=', about.trackingNumber) : eb('review_id', '=', uuidOf(about.reviewId)),
      )
      .returning(['outcome', 'ground', 'moderator_id'])
      .executeTakeFirst();
    if (gone === undefined) return 'gone';
    const subject: Record<string, string> = 'trackingNumber' in about ? { request: about.trackingNumber } : { review: about.reviewId };
    const act: Act = {
      act: 'decision.not-agreed',
      subjects: { moderator: moderatorId, by: gone.moderator_id, outcome: gone.outcome, ground: gone.ground, ...subject },
    };
    await record(tx, act);
    return 'refused';
  });
}

/** What nobody has to agree to any more: the request ended, or the match was closed. */
export async function endIdleProposals({ store }: Pick<Engine, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql
      .deleteFrom('proposal')
      .where(({ or, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('request')
              .select('request.tracking_number')
              .whereRef('request.tracking_number', '=', 'proposal.tracking_number')
              .where((eb) => eb.or([eb('request.outcome', 'is not', null), eb('request.closed_at', 'is not', null)])),
          ),
          exists(
            selectFrom('review')
              .select('review.id')
              .whereRef('review.id', '=', 'proposal.review_id')
              .where('review.closed_at', 'is not', null),
          ),
        ]),
      )
      .execute();
  });
}
