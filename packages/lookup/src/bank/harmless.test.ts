import { describe, expect, test } from 'vitest';
import { forNear } from '../index/homes.ts';
import { FollowingIndex, type Upload } from '../index/live.ts';
import { PlainScan } from '../index/plain.ts';
import type { BankPolicy, ItemCode, ListedItem } from './policy.ts';

const picture = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22';
const file = 'a'.repeat(64);

/** The picture with the last so many bits flipped. */
function off(bits: number): string {
  const flipped = BigInt(`0x${picture}`) ^ ((1n << BigInt(bits)) - 1n);
  return flipped.toString(16).padStart(64, '0');
}

const own: BankPolicy = { id: 'own', name: 'Confirmed here', onMatch: 'hold', enabled: true, radius: null, platformId: 'forum' };
const theirs: BankPolicy = { id: 'theirs', name: 'Harbour hub', onMatch: 'hold', enabled: true, radius: null, platformId: null };
const harmless: BankPolicy = { ...theirs, id: 'harmless', name: 'Known pictures', onMatch: 'observe', isHarmless: true };

const pdq = (value: string, quality = 100): ItemCode => ({ kind: 'pdq', variant: 'whole', value, quality, provenance: 'confirmed' });
const sha256: ItemCode = { kind: 'sha256', variant: 'whole', value: file, quality: null, provenance: 'confirmed' };

function item(bank: BankPolicy, codes: readonly ItemCode[], more: Partial<ListedItem> = {}): ListedItem {
  return { id: `${bank.id}-item`, bankId: bank.id, state: 'active', source: 'list', addedAt: '2026-11-20T10:00:00.000Z', codes, ...more };
}

function look(items: readonly ListedItem[], upload: Partial<Upload> = {}) {
  const index = new FollowingIndex(forNear(() => new PlainScan()));
  let seq = 0;
  for (const bank of [own, theirs, harmless]) index.apply({ seq: ++seq, kind: 'bank', bank });
  for (const one of items) index.apply({ seq: ++seq, kind: 'item', item: one });
  const fingerprints = [
    { kind: 'pdq' as const, variant: 'whole' as const, value: picture, quality: 100 },
    { kind: 'sha256' as const, variant: 'whole' as const, value: file },
  ];
  return index.look({ platformId: 'forum', source: 'bytes', fingerprints, ...upload });
}

describe('a picture that is known to be harmless', () => {
  test('silences a list that it explains as well, and the answer says which item does', () => {
    const found = look([item(theirs, [pdq(off(10))]), item(harmless, [pdq(off(4))])]);
    expect(found).toMatchObject([
      { itemId: 'harmless-item', effect: 'observe', isHarmless: true, distance: 4 },
      { itemId: 'theirs-item', effect: 'observe', silencedBy: 'harmless-item', distance: 10 },
    ]);
  });

  test('silences nothing that lies nearer than it does', () => {
    const found = look([item(theirs, [pdq(off(4))]), item(harmless, [pdq(off(10))])]);
    expect(found.find(({ itemId }) => itemId === 'theirs-item')).toMatchObject({ effect: 'hold' });
    expect(found.find(({ itemId }) => itemId === 'harmless-item')).toMatchObject({ effect: 'observe', isHarmless: true });
  });

  test('does not silence the same file by a picture that only looks alike, and does by the same file', () => {
    const listed = item(theirs, [pdq(picture), sha256]);
    expect(look([listed, item(harmless, [pdq(picture)])]).find(({ itemId }) => itemId === 'theirs-item')?.effect).toBe('hold');
    expect(look([listed, item(harmless, [sha256])]).find(({ itemId }) => itemId === 'theirs-item')?.effect).toBe('observe');
  });

  test('silences nothing while it is not sure: too plain a picture, on either side, or an item that is doubted', () => {
    const listed = item(theirs, [pdq(off(10))]);
    const effect = (found: ReturnType<typeof look>) => found.find(({ itemId }) => itemId === 'theirs-item')?.effect;
    expect(effect(look([listed, item(harmless, [pdq(picture, 49)])]))).toBe('hold');
    expect(effect(look([listed, item(harmless, [pdq(picture)], { asksOnly: true })]))).toBe('hold');
    const plain = [{ kind: 'pdq' as const, variant: 'whole' as const, value: picture, quality: 30 }];
    expect(effect(look([listed, item(harmless, [pdq(picture)])], { fingerprints: plain }))).toBe('review');
  });

  test("never silences an exact copy of what the platform's own people confirmed, unless a person called it harmless", () => {
    const confirmed = item(own, [sha256], { isConfirmed: true });
    const effect = (found: ReturnType<typeof look>) => found.find(({ itemId }) => itemId === 'own-item')?.effect;
    expect(effect(look([confirmed, item(harmless, [sha256])]))).toBe('hold');
    expect(effect(look([confirmed, item(harmless, [sha256], { isConfirmed: true })]))).toBe('observe');
    // What nobody here confirmed, or what another platform did, is a list like any other.
    expect(effect(look([item(own, [sha256]), item(harmless, [sha256])]))).toBe('observe');
  });

  test('alone it says that it is known, and the upload passes', () => {
    expect(look([item(harmless, [pdq(picture)])])).toMatchObject([{ effect: 'observe', isHarmless: true }]);
  });
});
