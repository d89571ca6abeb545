/** Does a receipt hold without this server, and does it show when one letter of it was changed? */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeyRing, openKeyRing } from '../config/key-ring.ts';
import { systemRandom } from '../config/random.ts';
import { type Receipt, receiptText, verifyReceipts } from './receipt.ts';

let folder: string;
let keys: KeyRing;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-receipt-'));
  keys = openKeyRing(join(folder, 'ring.json'), { create: true, now: () => new Date(), random: systemRandom });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const receipt: Receipt = {
  trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
  service: 'Harbour & Photos',
  law: 'TAKE IT DOWN Act, 47 U.S.C. 223a(a)',
  receivedAt: new Date('2026-11-21T14:05:00.000Z'),
  dueAt: new Date('2026-11-23T14:05:00.000Z'),
  completeAt: null,
};

test('it verifies with nothing but its text, and says what it proves and what not', () => {
  const text = receiptText(receipt, keys);
  expect(text).toContain('not who sent it, nor that what it says is true');
  expect(verifyReceipts(text)).toMatchObject([{ isWhole: true, number: 'LK-7Q2M-9XKA-0RTE-5', service: 'Harbour & Photos' }]);
});

test('every letter counts: whichever is changed, it is no longer whole', () => {
  const text = receiptText(receipt, keys);
  const signedFrom = text.indexOf('\n') + 1;
  fc.assert(
    fc.property(fc.integer({ min: signedFrom, max: text.indexOf('\nsignature: ') }), fc.constantFrom('x', '7', ' ', '\n'), (at, sign) => {
      fc.pre(text[at] !== sign);
      const changed = `${text.slice(0, at)}${sign}${text.slice(at + 1)}`;
      expect(verifyReceipts(changed).every(({ isWhole }) => !isWhole)).toBe(true);
    }),
  );
});

test('several in one file are each judged, also where HTML writes its signs otherwise', () => {
  const [one, two] = [receiptText(receipt, keys), receiptText({ ...receipt, trackingNumber: 'LK-0000-0000-0000-0' }, keys)];
  const page = `<!doctype html><pre>${one.replaceAll('&', '&amp;')}</pre><pre>${two.replaceAll('&', '&amp;').replace('received: 2026', 'received: 2025')}</pre>`;
  expect(verifyReceipts(page)).toMatchObject([
    { isWhole: true },
    { isWhole: false, number: 'LK-0000-0000-0000-0', reason: 'it was changed after it was signed' },
  ]);
  expect(verifyReceipts('nothing of the kind')).toEqual([]);
});

test('a key that somebody else made signs nothing for us', () => {
  const text = receiptText(receipt, keys);
  expect(verifyReceipts(text, 'AAAA')).toMatchObject([{ isWhole: false, reason: 'it was signed with another key' }]);
});

test('a name of two lines writes no line of its own', () => {
  const text = receiptText({ ...receipt, service: 'Harbour\nreceived: 2020-01-01T00:00:00.000Z' }, keys);
  expect(verifyReceipts(text)).toMatchObject([{ isWhole: true, received: '2026-11-21T14:05:00.000Z' }]);
});

test('a receipt of the first version still verifies', () => {
  const vector = readFileSync(new URL('../../../vectors/receipt-1.txt', import.meta.url), 'utf8');
  expect(verifyReceipts(vector)).toMatchObject([{ isWhole: true, number: 'LK-7Q2M-9XKA-0RTE-5' }]);
});
