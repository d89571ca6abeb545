/** What does a decision act on? Uploads as they stand with what may be listed of them, and places that only the platform knows. */
import type { JudgedContent } from '@likeness/casework';
import { plainAddress } from '../store/address.ts';
import { type Content, isDown, isLimited, isListable, standingsOf, withCodes } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { referredOf } from '../store/referrals.ts';
import { type Answering, restrictionsOf, type StandingRestriction } from '../store/restrictions.ts';

/** Where an act happens: an upload that was screened here, or an address or id that only the platform knows. */
export interface Place {
  readonly content: Content | null;
  /** How an earlier decision that stands restricts it. */
  readonly restriction?: StandingRestriction | null;
  /** Of a place: since when the service has deleted what was there. */
  readonly goneAt?: Date | null;
  readonly named: { readonly contentId?: string; readonly url?: string };
}

/** The places that are no upload here. */
export const onlyNamed = (places: ReadonlyMap<string, Place>): string[] =>
  [...places].flatMap(([name, { content }]) => (content === null ? [name] : []));

/**
 * Each upload as it stands, and each named place; `judgesMatches`: whether what a match holds is judged as well; `hidden`: uploads that another request keeps from
 * being seen, which stay so; `answering`: what the decision answers, and so which restrictions it ends; null: none;
 * `gone`: the named places of which the service has deleted what was there.
 */
export async function judgedOf(
  tx: Tx,
  contents: readonly Content[],
  judgesMatches: boolean,
  unscreened: readonly string[],
  answering: Answering | null,
  hidden: ReadonlySet<string> = new Set(),
  gone: ReadonlyMap<string, Date> = new Map(),
): Promise<{ judged: JudgedContent[]; places: Map<string, Place> }> {
  const places = new Map<string, Place>();
  const judged: JudgedContent[] = [];
  const standings = await standingsOf(tx.sql, contents);
  const referred = await referredOf(
    tx.sql,
    contents.map(({ ref }) => ref),
  );
  const refs = contents.map(({ ref }) => ref);
  const before = await restrictionsOf(tx.sql, refs);
  const left = await restrictionsOf(tx.sql, refs, answering);
  for (const { content, fingerprints } of await withCodes(tx.sql, contents)) {
    const standing = standings.get(content.ref) ?? 'visible';
    // What was restricted for a request is given back with its refusal, unless a match holds it as well.
    const isHeld = standing === 'held' || (standing === 'restricted' && content.verdict === 'hold');
    const isLeftHeld = hidden.has(content.ref) || (isHeld && !judgesMatches);
    // One that stands until somebody decides is lifted by a refusal.
    const restriction = left.get(content.ref) ?? null;
    const isSeenAsBefore = restriction !== null && restriction.visibility === before.get(content.ref)?.visibility;
    const isAsItStays = standing === 'visible' || (isLimited(standing) && isSeenAsBefore);
    // Nothing is ordered of what was referred, whatever else is decided with it.
    const isReferred = answering !== null && referred.has(content.ref);
    const state = isReferred || isDown(standing) ? 'removed' : isLeftHeld || isAsItStays ? 'visible' : 'held';
    // What was referred enters no bank, whoever decides what about it later.
    judged.push({
      contentId: content.contentId,
      state,
      restricted: restriction?.visibility ?? null,
      fingerprints: referred.has(content.ref) ? [] : fingerprints.filter(isListable),
    });
    places.set(content.contentId, {
      content,
      restriction,
      named: { contentId: content.contentId, ...(content.url === null ? {} : { url: content.url }) },
    });
  }
  const addresses = new Set(contents.flatMap(({ url }) => (url === null ? [] : [plainAddress(url)])));
  for (const name of unscreened) {
    if (places.has(name) || addresses.has(plainAddress(name))) continue;
    const goneAt = gone.get(name) ?? null;
    judged.push({ contentId: name, state: goneAt === null ? 'visible' : 'removed', fingerprints: [] });
    places.set(name, { content: null, goneAt, named: /^https?:\/\//i.test(name) ? { url: name } : { contentId: name } });
  }
  return { judged, places };
}
