/** Is a removal that somebody outside set aside put right, once, by those who may, and on a ground that belongs to it? */
import type { BasisId } from '@likeness/casework';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { complainAsRequester } from './complain.ts';
import { decisionMade } from './desk-decision.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';

let house: TestDesk;
let engine: Engine;
let platformId: string;
let ada: string;

beforeAll(async () => {
  house = await openTestDesk();
  ({ engine, platformId, ada } = house);
});
afterAll(() => house.close());

const removed = async (basis: BasisId = 'take-it-down', more = {}) => {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const { trackingNumber, caseId } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { basis, ...more }),
    bases: [basis],
    code: { code: aCode(), pin: null },
  });
  return { contentId, trackingNumber, caseId, decisionId: await house.decides({ trackingNumber }, 'remove', 'valid-request') };
};
const outside = (decisionId: string, ground = 'court', note = 'Case 12 of 3 March') =>
  setAside(engine, { decisionId, ground, note, moderatorId: ada });
const told = async ({ contentId, trackingNumber }: { readonly contentId: string; readonly trackingNumber: string }) =>
  (await house.feed()).filter(({ data }) => data.contentId === contentId || data.trackingNumber === trackingNumber);
const standingNow = (trackingNumber: string) =>
  engine.store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('decision')
      .select('id')
      .where('tracking_number', '=', trackingNumber)
      .where('reversed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { id: row.id, made: await decisionMade(engine, tx, row.id) };
  });

describe('a removal that is set aside', () => {
  test('by a court, whenever it was made: all is put right, both sides read so, and nobody complains about it here', async () => {
    const one = await removed();
    house.later(hours(24 * 300));
    expect(await outside(one.decisionId)).toBe('set-aside');
    expect((await told(one)).map(({ type, data }) => [type, data.outcome ?? data.ground ?? ''])).toEqual([
      ['request.received', ''],
      ['content.remove', 'valid-request'],
      ['request.decided', 'remove'],
      ['content.restore', ''],
      ['request.decided', 'keep'],
    ]);
    const { id, made } = await standingNow(one.trackingNumber);
    expect(made).toMatchObject({ decision: 'keep', ground: 'court', note: 'Case 12 of 3 March', undoUntil: null });
    const [hers] = (await readCase(engine, one.caseId))?.requests ?? [];
    expect(hers?.standing.sentence).toContain('The picture may be shown');
    expect(hers?.timeline.find(({ key }) => key === 'reversed')?.sentence).toContain('a court or another body');
    expect(hers?.disagreement.complain).toBeNull();
    const { trackingNumber, caseId } = one;
    await expect(complainAsRequester(engine, { caseId, trackingNumber, reason: 'other', text: '' })).rejects.toMatchObject({
      code: 'complaint/closed',
    });
    expect(await undoDecision(engine, id, ada)).toBe('over');
  });

  test('by the authority that gave the order, and a copyright notice by a counter-notice, and neither where it does not belong', async () => {
    const order = await removed('authority-order', {
      onBehalfOf: 'authority',
      texts: {
        'authority-order': {
          issuer: 'The prosecutor',
          reference: 'AZ 12',
          law: 'Law 1',
          reason: 'It is illegal.',
          scope: 'EU',
          redress: 'The court',
        },
      },
    });
    const plain = await removed();
    expect(await outside(plain.decisionId, 'order-revoked')).toBe('unfit');
    expect(await outside(plain.decisionId, 'counter-notice')).toBe('unfit');
    expect(await outside(order.decisionId, 'order-revoked')).toBe('set-aside');
    expect((await told(order)).at(-1)?.data).toMatchObject({ outcome: 'keep', ground: 'order-revoked' });
  });

  test('once: two at once, and a refusal or a referral never', async () => {
    const one = await removed();
    const both = await Promise.all([outside(one.decisionId), outside(one.decisionId)]);
    expect(both.toSorted()).toEqual(['already', 'set-aside']);
    const { id } = await standingNow(one.trackingNumber);
    expect(await outside(id)).toBe('not-a-removal');
    expect(await outside('none')).toBe('unknown');
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('by a lead: a moderator is refused', async () => {
    const one = await removed();
    await engine.store.db.updateTable('moderator').set({ role: 'moderator' }).where('id', '=', ada).execute();
    await expect(outside(one.decisionId)).rejects.toMatchObject({ code: 'console/not-allowed' });
    await engine.store.db.updateTable('moderator').set({ role: 'admin' }).where('id', '=', ada).execute();
  });
});
