/** Has the platform done it? Its completion call is what lets us say "removed". */
import { type CompletedBody, Problem } from '@likeness/contract';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import { record } from '../ledger/record.ts';
import { lockRequest, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { placesAwaited } from '../store/places.ts';
import { alsoKindOf } from './also-acted-on.ts';
import { alsoWaitingFor, closeIfRemoved } from './close-removed.ts';
import { noteCopyRemoved, requestsOfCopy } from './copies-removed.ts';
import type { Engine } from './engine.ts';

/** Notes a completed action; a repeated call answers the first time's time. Problem `action/unknown` for another platform's. */
export async function completeAction(
  engine: Engine,
  platformId: string,
  actionId: string,
  body: CompletedBody,
): Promise<{ readonly completedAt: Date }> {
  return engine.store.transact(async (tx) => {
    const action = await tx.sql
      .selectFrom('action')
      .leftJoin('decision', 'decision.id', 'action.decision_id')
      .select([
        'action.id',
        'action.kind',
        'action.ref',
        'action.decision_id',
        'decision.tracking_number',
        'action.tracking_number as restricted_for',
      ])
      .where('action.id', '=', uuidOf(actionId))
      .where('action.platform_id', '=', platformId)
      .executeTakeFirst();
    if (action === undefined) throw new Problem('action/unknown');
    // Requests are locked before their actions, as everywhere, and before those are counted: of two last completions at once, the second sees the first.
    const waiting =
      action.kind !== 'content.restore' && alsoKindOf(action.kind) === null && action.ref !== null
        ? await alsoWaitingFor(tx.sql, action.ref)
        : [];
    const isOfPlace = action.kind === 'content.restrict' && action.ref === null;
    const atPlace = isOfPlace ? [...(await placesAwaited(tx.sql, { actionId: action.id })).keys()] : [];
    const copyOf = action.kind === 'content.remove' && action.ref !== null ? await requestsOfCopy(tx.sql, action.ref) : [];
    const requests: RequestRow[] = [];
    for (const number of new Set(
      [
        ...(action.tracking_number === null ? [] : await numbersOfFiling(tx, action.tracking_number)),
        ...waiting,
        ...atPlace,
        ...copyOf,
      ].toSorted(),
    )) {
      const request = await lockRequest(tx, number);
      if (request !== null) requests.push(request);
    }
    const locked = await tx.sql.selectFrom('action').select('completed_at').where('id', '=', action.id).forUpdate().executeTakeFirst();
    if (locked === undefined) throw new Problem('action/unknown');
    if (locked.completed_at !== null) return { completedAt: locked.completed_at };
    const { note, ...plain } = body;
    await tx.sql
      .updateTable('action')
      .set({
        completed_at: tx.now,
        completed: JSON.stringify(plain),
        note_sealed: note === undefined || note.trim() === '' ? null : sealNote(engine.keys, action.id, note),
      })
      .where('id', '=', action.id)
      .execute();
    for (const request of requests) await closeIfRemoved(tx, request);
    await noteCopyRemoved(
      tx,
      requests.filter(({ trackingNumber }) => copyOf.includes(trackingNumber)),
      action.id,
    );
    const { decision_id: decision, restricted_for: request } = action;
    const of: Record<string, string> = decision !== null ? { decision } : request !== null ? { request } : {};
    await record(tx, { act: 'action.completed', subjects: { action: action.id, ...of } });
    return { completedAt: tx.now };
  });
}

/** The request of this number, and those of its filing under other laws. */
async function numbersOfFiling(tx: Tx, trackingNumber: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('request as named')
    .innerJoin('request', 'request.filing_id', 'named.filing_id')
    .select('request.tracking_number')
    .where('named.tracking_number', '=', trackingNumber)
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

const placeOf = (actionId: string): Buffer => Buffer.from(`action:${actionId}:note`);

/** What a platform writes about a completed action may name people: it is sealed like every personal text. */
function sealNote(keys: KeyRing, actionId: string, note: string): Uint8Array {
  return keys.seal('envelope', Buffer.from(note), placeOf(actionId));
}

export function openNote(keys: KeyRing, actionId: string, sealed: Uint8Array): string {
  return Buffer.from(keys.open('envelope', sealed, placeOf(actionId))).toString('utf8');
}

const atOnce = 500;

/** Seals the notes that the first version stored in plain text; does nothing once they are sealed. */
export async function sealPlainNotes(engine: Pick<Engine, 'store' | 'keys'>): Promise<void> {
  for (let sealed = atOnce; sealed === atOnce; ) {
    sealed = await engine.store.transact(async (tx) => {
      const rows = await tx.sql
        .selectFrom('action')
        .select(['id', 'completed'])
        .where(sql<boolean>`completed ? 'note'`)
        .limit(atOnce)
        .forUpdate()
        .execute();
      for (const { id, completed } of rows) {
        const { note, ...plain } = completed ?? {};
        await tx.sql
          .updateTable('action')
          .set({ completed: JSON.stringify(plain), note_sealed: typeof note === 'string' ? sealNote(engine.keys, id, note) : null })
          .where('id', '=', id)
          .execute();
      }
      return rows.length;
    });
  }
}
