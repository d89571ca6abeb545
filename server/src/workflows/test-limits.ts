/** How does a test leave a post up for fewer people? A service that can carry it out, people who ask about posts of it, decisions that restrict, and what each side reads then. */
import type { BasisId } from '@likeness/casework';
import { expect } from 'vitest';
import { requestByNumber } from '../store/cases.ts';
import { completeAction } from './complete.ts';
import { decide, type Ruled, type Ruling } from './decide.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { setRestricts } from './restrictable.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import type { TestDesk } from './test-desk.ts';

/** Before every id. */
export const nobody = '00000000-0000-0000-0000-000000000000';

export interface Filed {
  readonly contentId: string;
  readonly trackingNumber: string;
  readonly caseId: string;
}

/** What an authority states with its order. */
export const ordered = {
  'authority-order': Object.fromEntries(['issuer', 'reference', 'law', 'reason', 'scope', 'redress'].map((key) => [key, 'x'])),
};

/** Lets the service carry out some limits, and answers how posts are filed about, restricted, and looked at. */
export async function limitsOn(house: TestDesk) {
  const { engine, platformId, ada } = house;
  await setRestricts(engine.store, platformId, ['age-gate', 'not-recommended', 'not-in-DE']);
  /** Uploads that were screened. */
  const seen = new Set<string>();
  const filed = async (bases: readonly BasisId[] = ['digital-services-act'], contentId = house.newName(), more = {}): Promise<Filed> => {
    if (!seen.has(contentId)) await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
    seen.add(contentId);
    const name = {
      contact: { name: 'Maria Example', email: 'maria@example.org' },
      statement: { notConsensual: true, goodFaith: true, details: 'It shows me.' },
    };
    const { requests, caseId } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { ...name, declarations: { 'digital-services-act': { accurate: true } }, ...more }),
      bases,
      code: { code: aCode(), pin: null },
    });
    return { contentId, caseId, trackingNumber: requests.find(({ basis }) => basis === bases[0])?.trackingNumber ?? '' };
  };
  const rule = (about: Ruling['about'], ground = 'rules-age-gate', more: Partial<Ruling> = {}): Promise<Ruled> =>
    decide(engine, { about, decision: 'restrict', ground, note: '', moderatorId: ada, ...more });
  const restricted = async (one: Filed, ground = 'rules-age-gate'): Promise<Filed & { readonly decisionId: string }> => ({
    ...one,
    decisionId: await house.decides({ trackingNumber: one.trackingNumber }, 'restrict', ground),
  });
  const standing = async (trackingNumber: string) => (await openOnDesk(engine, ada, trackingNumber))?.uploads[0]?.standing;
  const told = async (contentId: string) => (await house.told(contentId)).map(({ type, data }) => [type, data.visibility ?? null]);
  const confirm = async (contentId: string) => {
    const last = (await house.told(contentId)).at(-1);
    await completeAction(engine, platformId, last?.data.actionId ?? '', {});
  };
  const hers = async ({ caseId }: Filed) => {
    const request = (await readCase(engine, caseId))?.requests[0];
    if (request === undefined) throw new Error('no case');
    return request;
  };
  const row = async ({ trackingNumber }: Filed) => requestByNumber(engine.store.db, trackingNumber);
  const reviewOf = async (contentId: string): Promise<string> => {
    const found = await engine.store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .select('review.id')
      .where('content.content_id', '=', contentId)
      .where('review.closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return found.id;
  };
  /** A second upload of a picture that was removed before: held. */
  const held = async (basis: BasisId = 'digital-services-act', ground = 'own-rules'): Promise<string> => {
    const picture = aPicture();
    const [first, copy] = [house.newName(), house.newName()];
    await screen(engine, platformId, anUpload(first, pdq(picture)));
    seen.add(first).add(copy);
    const { trackingNumber } = await filed([basis], first);
    await house.decides({ trackingNumber }, 'remove', ground);
    expect(await screen(engine, platformId, anUpload(copy, pdq(picture)))).toMatchObject({ verdict: 'hold' });
    return copy;
  };

  return { filed, rule, restricted, standing, told, confirm, hers, row, seen, reviewOf, held };
}
