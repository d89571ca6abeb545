/** Which complaints wait, and what does somebody need to judge one? The decision, what either side said, and whether it is theirs to judge. */
import {
  caseworkIn,
  complaintAnswer,
  complaintGroundLabel,
  complaintReasonLabel,
  decidedAnew,
  requireComplaintGround,
  sideAnswersIn,
  theRule,
  unjudgedBecause,
} from '@likeness/casework';
import type { ComplaintCard, ComplaintRow, ListPart } from '@likeness/web/moderator';
import { sql } from 'kysely';
import type { Db, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { matchHold, sinceRestricted } from '../store/meanwhile.ts';
import { referredOf } from '../store/referrals.ts';
import { actionsOf, openOfTheOtherSide } from '../store/reversals.ts';
import { requestsAbout } from '../store/same-file.ts';
import { sinceStated } from '../store/since-stated.ts';
import { alsoKindOf } from './also-acted-on.ts';
import { openComplaint } from './complain.ts';
import { decisionMade } from './desk-decision.ts';
import type { Engine } from './engine.ts';
import { partInQuestion } from './reverse-part.ts';
import { complaintWaitsForYoung } from './young-elsewhere.ts';

/** Whether the case of the person who asked had ended when it was judged, or has while it is not. */
const isEndedBefore = ({ withdrawn_at: ended, decided_at: judged }: { withdrawn_at: Date | null; decided_at: Date | null }): boolean =>
  ended !== null && (judged === null || ended <= judged);

/** Open complaints, those that can be decided for longest first. The cursor is the place after which a part begins. */
export async function openComplaints(db: Db, moderatorId: string, cursor: string | null, size: number): Promise<ListPart<ComplaintRow>> {
  const [, atMs = '0', afterId = '00000000-0000-0000-0000-000000000000'] =
    /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '') ?? [];
  const { rows } = await sql<{
    id: string;
    service: string;
    complainant: 'uploader' | 'requester';
    reason: string;
    filed_at: Date;
    decidable_at: Date;
    is_own: boolean;
    is_meanwhile: boolean;
    is_young: boolean;
    aside_until: Date | null;
  }>`
    select complaint.id, platform.name as service, complaint.complainant, complaint.reason, complaint.filed_at, complaint.decidable_at,
      coalesce(${moderatorId}::uuid in (decision.moderator_id, coalesce(decision.seconded_by, decision.moderator_id)), ${moderatorId}::uuid = against.restricted_by, false) as is_own,
      complaint.decision_id is null as is_meanwhile,
      complaint.complainant = 'uploader' and (against.kind like 'content.%' or against.kind = ${matchHold}) and exists (
        select from action acted cross join lateral ${requestsAbout(sql`acted.ref`)} as named join request young on young.tracking_number = named.tracking_number
        where (acted.id = against.id or acted.decision_id = complaint.decision_id) and young.is_young and young.outcome is null and young.closed_at is null) as is_young,
      case when complaint.complainant = 'uploader' and complaint.reason <> 'depicted' then (
        select max(misuse_measure.ends_at) from misuse_measure join action on action.id = complaint.action_id join content on content.ref = action.ref
        where misuse_measure.platform_id = complaint.platform_id and misuse_measure.kind = 'unfounded-complaints' and misuse_measure.measure = 'suspension'
          and misuse_measure.account = content.uploader_ref and misuse_measure.ended_at is null and misuse_measure.decided_at <= complaint.filed_at) end as aside_until
    from complaint left join decision on decision.id = complaint.decision_id left join action against on against.id = complaint.action_id join platform on platform.id = complaint.platform_id
    where complaint.decided_at is null and (complaint.decidable_at, complaint.id) > (${new Date(Number(atMs))}, ${afterId}::uuid)
    order by complaint.decidable_at, complaint.id limit ${size + 1}`.execute(db);
  const total = await openComplaintCount(db);
  const shown = rows.slice(0, size).map(
    (row): ComplaintRow => ({
      complaintId: row.id,
      serviceName: row.service,
      by: row.complainant,
      reasonLabel: complaintReasonLabel(row.complainant, row.reason),
      filedAt: row.filed_at,
      decidableAt: row.decidable_at,
      isOwnDecision: row.is_own,
      isMeanwhile: row.is_meanwhile,
      waitsForYoung: row.is_young,
      asideUntil: row.aside_until,
    }),
  );
  const last = shown.at(-1);
  return {
    rows: shown,
    total,
    isFirst: cursor === null,
    next: rows.length > size && last !== undefined ? `${last.decidableAt.getTime()}_${last.complaintId}` : null,
  };
}

export async function openComplaintCount(db: Db): Promise<number> {
  const { total } = await db
    .selectFrom('complaint')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return total;
}

/** Complaints of whoever uploaded what a filing is about that whoever decides anew can read: those that nobody judged, for it is decided anew, and those that were right about one of several pictures. */
export async function closedForAnew(db: Db, filingId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('request', 'request.tracking_number', 'complaint.tracking_number')
    .select('complaint.id')
    .where('request.filing_id', '=', filingId)
    .where('complaint.complainant', '=', 'uploader')
    .where((eb) => eb.or([eb('complaint.ground', '=', decidedAnew.key), eb('complaint.outcome', '=', 'upheld')]))
    .orderBy('complaint.filed_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** One complaint; null when there is none with this id. */
export async function deskComplaint(engine: Engine, complaintId: string, moderatorId: string): Promise<ComplaintCard | null> {
  return engine.store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('complaint')
      .leftJoin('decision', 'decision.id', 'complaint.decision_id')
      .innerJoin('platform', 'platform.id', 'complaint.platform_id')
      .leftJoin('moderator', 'moderator.id', 'complaint.decided_by')
      .leftJoin('action', 'action.id', 'complaint.action_id')
      .leftJoin('request', 'request.tracking_number', 'complaint.tracking_number')
      .leftJoin('case_file', 'case_file.id', 'request.case_id')
      .selectAll('complaint')
      .select([
        (eb) => eb.fn.coalesce('decision.moderator_id', 'action.restricted_by').as('first_by'),
        'decision.seconded_by',
        'decision.review_id',
        'decision.reversed_at',
        'platform.name as service',
        'case_file.withdrawn_at',
      ])
      .select([
        'moderator.name as judged_by',
        'action.content_id',
        'action.ref',
        'action.kind as action_kind',
        'action.target',
        'action.taken_back_at',
        'action.opened_at',
      ])
      .select((eb) =>
        eb
          .selectFrom('review as held')
          .select('held.id')
          .whereRef('held.ref', '=', 'action.ref')
          .where('action.kind', '=', matchHold)
          .orderBy('held.opened_at', 'desc')
          .limit(1)
          .as('held_review_id'),
      )
      .select((eb) =>
        eb
          .selectFrom('moderator as restrictor')
          .select('restrictor.name')
          .whereRef('restrictor.id', '=', 'action.restricted_by')
          .as('restrictor'),
      )
      .where('complaint.id', '=', uuidOf(complaintId))
      .executeTakeFirst();
    if (row === undefined) return null;
    const decision = row.decision_id === null ? null : await decisionMade(engine, tx, row.decision_id);
    const since = decision === null && row.action_id !== null ? await sinceRestricted(tx.sql, row.action_id) : null;
    const waitsForYoung = row.decided_at === null && (await complaintWaitsForYoung(tx, row));
    const isHeld = row.action_kind === matchHold;
    const { id, complainant: by } = row;
    const isEnded = by === 'requester' && isEndedBefore(row);
    const isTakenBack =
      row.reversed_at !== null ||
      row.taken_back_at !== null ||
      since?.kind === 'over' ||
      since?.kind === 'removed' ||
      since?.kind === 'limited';
    const beside = besideOf(row.action_kind, row.target, row.ref !== null && (await referredOf(tx.sql, [row.ref])).size > 0);
    const text = (name: 'text' | 'answer' | 'note', sealed: Buffer | null): string => openComplaint(engine.keys, id, name, sealed);
    return {
      complaintId: id,
      serviceName: row.service,
      by,
      via: row.filed_via,
      reason: row.reason,
      reasonLabel: complaintReasonLabel(by, row.reason),
      text: text('text', row.text_sealed),
      filedAt: row.filed_at,
      decidableAt: row.decidable_at,
      contentId: row.content_id,
      beside,
      of:
        row.tracking_number !== null
          ? { kind: 'request', id: row.tracking_number }
          : { kind: 'review', id: row.review_id ?? row.held_review_id ?? '' },
      decision,
      meanwhile:
        decision === null && row.opened_at !== null
          ? { at: row.opened_at, by: row.restrictor ?? (isHeld ? theMatch : theRule), isReferred: since?.kind === 'referred' }
          : null,
      isTakenBack,
      otherSide:
        row.asked_at === null
          ? null
          : {
              askedAt: row.asked_at,
              answeredAt: row.answered_at,
              endedAt: row.answered_at === null && isEndedBefore(row) ? row.withdrawn_at : null,
              answerLabel:
                sideAnswersIn(caseworkIn('en'), decision?.decision === 'restrict').find(({ key }) => key === row.answer)?.label ?? null,
              text: text('answer', row.answer_sealed),
            },
      isEnded,
      ...(row.decision_id === null ||
      row.action_id === null ||
      by !== 'uploader' ||
      row.decided_at !== null ||
      isTakenBack ||
      beside !== null
        ? { alsoGivenBack: [], rest: [] }
        : await reachOf(tx, row.decision_id, row.action_id)),
      openOfTheOtherSide: row.decision_id === null ? [] : await openOfTheOtherSide(tx.sql, row.decision_id, by),
      state:
        row.decided_at !== null
          ? 'decided'
          : [row.first_by, row.seconded_by].includes(moderatorId)
            ? 'not-yours'
            : tx.now < row.decidable_at
              ? 'waiting'
              : waitsForYoung
                ? 'may-be-young'
                : 'open',
      judged:
        row.decided_at === null || row.outcome === null || row.ground === null
          ? null
          : {
              outcome: row.outcome,
              unjudged: unjudgedBecause(by, row.ground),
              groundLabel: complaintGroundLabel(requireComplaintGround(by, row.outcome, row.ground), isEnded),
              answer: complaintAnswer(caseworkIn('en'), {
                by,
                outcome: row.outcome,
                key: row.ground,
                isMeanwhile: decision === null,
                isHeld,
                isShownAgain: row.action_id !== null && (await sinceStated(tx.sql, row.action_id)).kind === 'shown',
              }),
              by: row.judged_by ?? '',
              at: row.decided_at,
              note: text('note', row.note_sealed),
            },
    };
  });
}

/** What an answer that gives it back would show again beside it, and what would stay as it was decided, by the service's ids. */
async function reachOf(tx: Tx, decisionId: string, actionId: string): Promise<Pick<ComplaintCard, 'alsoGivenBack' | 'rest'>> {
  const part = await partInQuestion(tx.sql, decisionId, actionId);
  const acted = await actionsOf(tx, [decisionId]);
  const own = acted.find(({ id }) => id === actionId)?.content_id;
  const down = acted.filter((action) => action.decision_id === decisionId && action.kind !== 'content.restore' && action.gone_at === null);
  const together = part === null ? down : down.filter(({ id }) => part.actionIds.includes(id));
  return { alsoGivenBack: [...new Set(together.map((action) => action.content_id))].filter((id) => id !== own), rest: part?.rest ?? [] };
}

/** In the place of whoever chose to hide it. */
const theMatch = 'The match, by itself';

function besideOf(actionKind: string | null, target: string | null, isPictureReferred: boolean): ComplaintCard['beside'] {
  const kind = actionKind === null ? null : alsoKindOf(actionKind);
  return kind === null ? null : { kind, target, ...(isPictureReferred ? { isPictureReferred } : {}) };
}
