/** What beside the picture can a decision act on, and how is it carried out and taken back? Each has an act, a statement and a word to the platform of its own. */
import {
  type AlsoKind,
  type AlsoNamed,
  type AlsoRuled,
  alsoGround,
  alsoGroundsFor,
  alsoKinds,
  type BasisId,
  type BesideAsked,
  type BesideFit,
  fitOfAccount,
  fitOfText,
  nameOfAlso,
  noLongerAlso,
  type RequestAnswers,
  type StatementOfReasons,
  statementBesideTakenBack,
  statementOfAlso,
} from '@likeness/casework';
import type { FeedData, FeedType } from '@likeness/contract';
import type { AlsoOnPage, AskedHere } from '@likeness/web/moderator';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import type { Announcement } from '../outbox/feed.ts';
import { plainAddress } from '../store/address.ts';
import type { Content } from '../store/content.ts';
import { textsOf } from '../store/content-text.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { incidentsOf } from '../store/misuse.ts';
import type { Table } from './decision-table.ts';
import type { Engine } from './engine.ts';
import type { Found } from './findings.ts';
import { statedAbout } from './give-back.ts';
import { reportRemoval } from './report-removal.ts';
import { stateReasons } from './state-reasons.ts';

export { alsoKinds } from '@likeness/casework';

const isAlsoKind = (word: string): word is AlsoKind => alsoKinds.some((kind) => kind === word);

/** What a platform said that it can act on beside a picture. Until it has, nothing of it is offered to a moderator, and nothing of it is sent. */
export async function actsOnOf(db: Db, platformId: string): Promise<readonly AlsoKind[]> {
  const row = await db.selectFrom('platform').select('acts_on').where('id', '=', platformId).executeTakeFirst();
  return (row?.acts_on ?? []).filter(isAlsoKind);
}

/** The same of every platform, by its id. */
export async function actsOnOfAll(db: Db): Promise<ReadonlyMap<string, readonly AlsoKind[]>> {
  const rows = await db.selectFrom('platform').select(['id', 'acts_on']).execute();
  return new Map(rows.map(({ id, acts_on }) => [id, acts_on.filter(isAlsoKind)]));
}

/** Without `text` nothing is kept of the words that came before. */
export async function setActsOn(store: Store, platformId: string, kinds: readonly AlsoKind[]): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql
      .updateTable('platform')
      .set({ acts_on: [...kinds] })
      .where('id', '=', platformId)
      .execute();
    if (!kinds.includes('text'))
      await tx.sql
        .deleteFrom('content_text')
        .where('ref', 'in', (eb) => eb.selectFrom('content').select('content.ref').where('content.platform_id', '=', platformId))
        .execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}

/** Something that stands beside an upload and can be acted on. */
export interface AlsoOffered extends AlsoNamed {
  readonly ref: string;
  /** Title and words, of a text; null where only the request says what they are. */
  readonly text: string | null;
  /** Of an account. */
  readonly uploaderRef: string | null;
  /** What the request says of it. */
  readonly asked: readonly AskedHere[];
  /** Of an account: so many other uploads of it were removed as illegal before. */
  readonly earlier: number;
}

/** What a request asks about beside the picture; where it names one place alone, that is where it stands. */
export function askedBeside(answers: Pick<RequestAnswers, 'beside' | 'contentIds' | 'locations'> | null): readonly BesideAsked[] {
  const { beside = [], contentIds = [], locations = [] } = answers ?? {};
  const [only, ...more] = [...contentIds, ...locations];
  return only === undefined || more.length > 0 ? beside : beside.map((one) => ({ at: only, ...one }));
}

/**
 * All that stands beside these uploads; an account once. Of what the platform deleted only the account is left. Words and links that the platform did not
 * tell are offered where the request says that they stand; no account is.
 */
export async function offeredBeside(
  { keys }: Pick<Engine, 'keys'>,
  db: Db,
  platformId: string,
  contents: readonly Content[],
  asked: readonly BesideAsked[],
): Promise<readonly AlsoOffered[]> {
  const kinds = await actsOnOf(db, platformId);
  if (kinds.length === 0 || contents.length === 0) return [];
  const refs = contents.map(({ ref }) => ref);
  const texts = kinds.includes('text') ? await textsOf(db, keys, refs) : new Map<string, string>();
  const rows = kinds.includes('link') ? await db.selectFrom('content').select(['ref', 'links']).where('ref', 'in', refs).execute() : [];
  const links = new Map(rows.map((row) => [row.ref, row.links]));
  const earlier = kinds.includes('account') ? await earlierOf(db, platformId, contents) : new Map<string, number>();
  const offered = contents.flatMap((content): AlsoOffered[] => {
    const { ref, contentId, uploaderRef, deletedAt } = content;
    const isThere = deletedAt === null;
    const here = asked.filter(({ at }) => at === undefined || isAt(content, at));
    const text = texts.get(ref) ?? null;
    const known = isThere ? [...new Set(links.get(ref))] : [];
    const told = isThere ? here.filter(({ at }) => at !== undefined) : [];
    const words = text === null ? unseen(told, 'text') : fitting(here, 'text', (says) => fitOfText(says, text));
    const linksTold = kinds.includes('link') ? unseen(told, 'link') : [];
    const more = linksTold.filter(({ says }) => !known.some((link) => isOneAddress(says, link)));
    const beside = { ref, contentId, link: null, uploaderRef: null, text: null, earlier: 0 };
    return [
      ...(isThere && kinds.includes('text') && (text !== null || words.length > 0)
        ? [{ ...beside, kind: 'text' as const, text, asked: words }]
        : []),
      ...known.map((link) => ({
        ...beside,
        kind: 'link' as const,
        link,
        asked: fitting(here, 'link', (says) => (isOneAddress(says, link) ? 'same' : null)),
      })),
      ...more.map((one) => ({ ...beside, kind: 'link' as const, link: one.says, asked: [one] })),
      ...(kinds.includes('account') && uploaderRef !== null
        ? [
            {
              ...beside,
              kind: 'account' as const,
              uploaderRef,
              earlier: earlier.get(uploaderRef) ?? 0,
              asked: fitting(here, 'account', (says) => fitOfAccount(says, uploaderRef)),
            },
          ]
        : []),
    ];
  });
  const names = offered.map((one) => nameOfAlso(one, one.uploaderRef));
  return offered.filter((_, place) => names.indexOf(names[place] ?? '') === place);
}

/** By account: how many of its uploads beside these people removed as illegal, and nobody took back (`store/misuse.ts`). */
async function earlierOf(db: Db, platformId: string, contents: readonly Content[]): Promise<ReadonlyMap<string, number>> {
  const accounts = new Set(contents.flatMap(({ uploaderRef }) => uploaderRef ?? []));
  const now = new Set(contents.map(({ contentId }) => contentId));
  const earlier = new Map<string, number>();
  for (const account of accounts) {
    const incidents = await incidentsOf(db, { platformId, kind: 'illegal-content', account }, new Date(0));
    earlier.set(account, incidents.filter(({ about }) => !now.has(about)).length);
  }
  return earlier;
}

const isOneAddress = (one: string, other: string): boolean => plainAddress(one) === plainAddress(other);
const isAt = ({ contentId, url }: Content, place: string): boolean => contentId === place || (url !== null && isOneAddress(url, place));

/** What a request says of something that the platform told. */
function fitting(asked: readonly BesideAsked[], kind: AlsoKind, fitOf: (says: string) => BesideFit | null): AskedHere[] {
  return asked.flatMap(({ kind: of, says }) => {
    const fit = of === kind ? fitOf(says) : null;
    return fit === null ? [] : [{ says, fit }];
  });
}

const unseen = (asked: readonly BesideAsked[], kind: AlsoKind): AskedHere[] => fitting(asked, kind, () => 'unseen');

/** The same for a page; `basis` is null for a match. */
export async function besideOnPage(
  engine: Pick<Engine, 'keys'>,
  db: Db,
  platformId: string,
  contents: readonly Content[],
  { basis, asked }: { readonly basis: BasisId | null; readonly asked: readonly BesideAsked[] },
): Promise<AlsoOnPage[]> {
  const offered = await offeredBeside(engine, db, platformId, contents, asked);
  return offered.map(({ kind, contentId, link, text, uploaderRef, asked, earlier }) => ({
    kind,
    contentId,
    link,
    text,
    uploaderRef,
    asked,
    earlier,
    grounds: alsoGroundsFor(kind, basis, earlier),
  }));
}

export interface AlsoChosen {
  readonly ruled: AlsoRuled;
  readonly offered: AlsoOffered;
}

/** Of what was chosen: `not-there`: nothing of the kind stands beside what is decided about, or not any more. `twice`: it was chosen before, as this or otherwise. */
export interface AlsoUnfit {
  readonly ruled: AlsoRuled;
  readonly why: 'not-there' | 'ground' | 'twice';
}

/** What was ticked, held against what stands there now: all of it, or what does not fit. */
export async function chosenBeside(
  engine: Pick<Engine, 'keys'>,
  tx: Tx,
  table: Pick<Table, 'platformId' | 'contents' | 'request' | 'asked'>,
  also: readonly AlsoRuled[],
): Promise<{ readonly chosen: readonly AlsoChosen[]; readonly unfit: readonly AlsoUnfit[] }> {
  if (also.length === 0) return { chosen: [], unfit: [] };
  const offered = await offeredBeside(engine, tx.sql, table.platformId, table.contents, table.asked);
  const chosen = new Map<string, AlsoChosen>();
  const unfit: AlsoUnfit[] = [];
  for (const ruled of also) {
    const found = offered.find(({ kind, contentId, link }) => kind === ruled.kind && contentId === ruled.contentId && link === ruled.link);
    const name = found === undefined ? '' : nameOfAlso(found, found.uploaderRef);
    if (found === undefined) unfit.push({ ruled, why: 'not-there' });
    else if (alsoGround(ruled, table.request?.basis ?? null, found.earlier) === null) unfit.push({ ruled, why: 'ground' });
    else if (chosen.has(name)) unfit.push({ ruled, why: 'twice' });
    else chosen.set(name, { ruled, offered: found });
  }
  return { chosen: [...chosen.values()], unfit };
}

export interface ActedOn {
  readonly table: Table;
  readonly decisionId: string;
  readonly chosen: readonly AlsoChosen[];
  /** What is owed for the picture; null where no law asks for a statement. */
  readonly owed: (ref: string | null) => StatementOfReasons | null;
  readonly found: Found;
}

/** Writes an act for each; answers what the platform is told. */
export async function actBeside(engine: Engine, tx: Tx, { table, decisionId, chosen, owed, found }: ActedOn): Promise<Announcement[]> {
  const { platformId, request } = table;
  const told: Announcement[] = [];
  for (const { ruled, offered } of chosen) {
    const ground = alsoGround(ruled, request?.basis ?? null);
    const content = table.contents.find(({ ref }) => ref === offered.ref);
    if (ground === null || content === undefined) throw new RangeError('what was chosen was not held against what stands there');
    const type = typeOf(ruled.kind, ruled.act);
    const actionId = await insertAct(engine, tx, { platformId, decisionId, type, content, target: targetOf(offered), ground: ground.key });
    const reasons = owed(content.ref);
    const facts = reasons === null ? null : statementOfAlso(reasons, ground, ruled.act);
    const statement = facts === null ? null : await stateReasons(engine, tx, { platformId, decisionId, actionId }, facts);
    if (facts !== null && statement !== null)
      await reportRemoval(engine, tx, { ...table, statementId: statement.id, statement: facts, content, found });
    told.push({
      platformId,
      type,
      data: {
        actionId,
        ...named(content),
        target: targetTold(ruled.kind, targetOf(offered)),
        ...(request === null ? {} : { trackingNumber: request.trackingNumber }),
        ground: ground.key,
        reason: ground.sentence,
        ...(statement === null ? {} : { statement }),
      },
    });
  }
  return told;
}

const targetOf = ({ kind, link, uploaderRef }: AlsoOffered): string | null => (kind === 'link' ? link : uploaderRef);
const named = ({ contentId, url }: Pick<Content, 'contentId' | 'url'>): FeedData => ({ contentId, ...(url === null ? {} : { url }) });

function targetTold(kind: AlsoKind, target: string | null): NonNullable<FeedData['target']> {
  switch (kind) {
    case 'text':
      return { kind };
    case 'link':
      return { kind, url: target ?? '' };
    case 'account':
      return { kind, uploaderRef: target ?? '' };
  }
}

function typeOf(kind: AlsoKind, act: AlsoRuled['act'] | 'restore'): FeedType {
  if (kind !== 'account') return `${kind}.${act}`;
  if (act === 'remove') throw new RangeError('no decision about a picture ends an account');
  return `account.${act}`;
}

async function insertAct(
  { random }: Pick<Engine, 'random'>,
  tx: Tx,
  act: {
    readonly platformId: string;
    readonly decisionId: string | null;
    readonly type: FeedType;
    readonly content: { readonly contentId: string; readonly ref: string | null };
    readonly target: string | null;
    readonly ground: string | null;
  },
): Promise<string> {
  const id = uuid(random);
  await tx.sql
    .insertInto('action')
    .values({
      id,
      platform_id: act.platformId,
      decision_id: act.decisionId,
      kind: act.type,
      content_id: act.content.contentId,
      ref: act.content.ref,
      opened_at: tx.now,
      completed_at: null,
      completed: null,
      target: act.target,
      ground: act.ground,
    })
    .execute();
  return id;
}

/** What an act is about, by its kind; null for one about the post with its picture. */
export function alsoKindOf(actionKind: string): AlsoKind | null {
  const [kind = ''] = actionKind.split('.');
  return isAlsoKind(kind) ? kind : null;
}

/** Whether it takes something away, so that whoever posted it may complain. */
export const takesAway = (actionKind: string): boolean =>
  actionKind === 'content.remove' || (alsoKindOf(actionKind) !== null && !actionKind.endsWith('.restore'));

/** All that these decisions ordered beside their pictures, or these acts alone. */
export type BesideTakenBack = { readonly decisionIds: readonly string[] } | { readonly actionIds: readonly string[] };

/**
 * Takes back what was ordered beside the picture. The platform is told of each that no other decision wants still, also
 * where it has confirmed it.
 */
export async function takeBackBeside(engine: Pick<Engine, 'random'>, tx: Tx, of: BesideTakenBack): Promise<Announcement[]> {
  if ('actionIds' in of && of.actionIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('action')
    .selectAll()
    .where((eb) => ('actionIds' in of ? eb('id', 'in', [...of.actionIds]) : eb('decision_id', 'in', [...of.decisionIds])))
    .where('kind', 'not like', 'content.%')
    .where('kind', 'not like', '%.restore')
    .where('taken_back_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const stated = await statedAbout(tx, rows);
  const told: Announcement[] = [];
  for (const row of rows) {
    const kind = alsoKindOf(row.kind);
    if (kind === null) continue;
    await tx.sql.updateTable('action').set({ taken_back_at: tx.now }).where('id', '=', row.id).execute();
    // It went with its post.
    if (row.gone_at !== null) continue;
    const another = await tx.sql
      .selectFrom('action')
      .select('id')
      .where('platform_id', '=', row.platform_id)
      .where('kind', 'in', [`${kind}.remove`, `${kind}.restrict`])
      .where('taken_back_at', 'is', null)
      .where('target', 'is not distinct from', row.target)
      .$if(kind !== 'account', (query) => query.where('content_id', '=', row.content_id))
      .limit(1)
      .executeTakeFirst();
    if (another !== undefined) continue;
    const content = await tx.sql.selectFrom('content').select('url').where('ref', '=', row.ref).executeTakeFirst();
    const place = { contentId: row.content_id, ref: row.ref, url: content?.url ?? null };
    const type = typeOf(kind, 'restore');
    const actionId = await insertAct(engine, tx, {
      platformId: row.platform_id,
      decisionId: row.decision_id,
      type,
      content: place,
      target: row.target,
      ground: null,
    });
    told.push({
      platformId: row.platform_id,
      type,
      data: {
        actionId,
        ...named(place),
        target: targetTold(kind, row.target),
        reason: noLongerAlso,
        ...(stated.has(row.id) ? { answer: statementBesideTakenBack[kind] } : {}),
      },
    });
  }
  return told;
}
