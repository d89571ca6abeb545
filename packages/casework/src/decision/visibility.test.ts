/** Is a restriction offered where the law allows one and nowhere else, and does everybody read what it is? */
import { describe, expect, test } from 'vitest';
import { type CaseEvent, stateOf } from '../case/events.ts';
import { standing } from '../case/standing.ts';
import { languages } from '../language/languages.ts';
import { basisIds, basisOf, lawsWith } from '../notice/bases.ts';
import { clockOf } from '../request/clock.ts';
import { caseworkIn } from '../words/catalogue.ts';
import { testProblems } from './content-tests.ts';
import { effectsOf, type JudgedContent } from './effects.ts';
import { carriedGround, groundsFor, groundsOf, matchGrounds, offeredGrounds, requireGround } from './grounds.ts';
import { actsOfReversal, type TakenBackUpload } from './reversal.ts';
import { statementOf } from './statement.ts';
import { restrictGroundsOf, visibilities, visibilityFrom, visibilityOf, visibilitySentence, wantsMore } from './visibility.ts';

const dsa = basisOf('digital-services-act');
const upload = (more: Partial<JudgedContent> = {}): JudgedContent => ({
  contentId: 'photo-1',
  state: 'visible',
  fingerprints: [],
  ...more,
});
const hour = (hours: number): Date => new Date(hours * 3_600_000);

describe('a restriction is offered', () => {
  test('under a European notice, the service’s own rules and an order; never where the law wants it gone', () => {
    const offering = basisIds.filter((id) => restrictGroundsOf(basisOf(id)).length > 0);
    expect(offering).toEqual(['digital-services-act', 'authority-order', 'own-rules']);
    for (const id of ['take-it-down', 'online-safety-act', 'dmca'] as const)
      for (const { key } of groundsOf(dsa).filter(({ decision }) => decision === 'restrict'))
        expect(() => requireGround(basisOf(id), 'restrict', key)).toThrow(RangeError);
  });

  test('as far as the service says that it can carry it out, and not at all until it says so', () => {
    const restrictions = (can: Parameters<typeof offeredGrounds>[1]) =>
      offeredGrounds(groundsFor(dsa, 'self'), can).flatMap(({ key, decision }) => (decision === 'restrict' ? [key] : []));
    expect(restrictions([])).toEqual([]);
    expect(restrictions(['age-gate', 'not-in-DE'])).toEqual(['rules-age-gate', 'illegal-there-de']);
    expect(offeredGrounds(matchGrounds, ['not-recommended']).filter(({ decision }) => decision === 'restrict')).toHaveLength(1);
  });

  test('one country is only ever for what its law or its authority says: no rule of a service, no match', () => {
    for (const ground of [...restrictGroundsOf(basisOf('own-rules')), ...matchGrounds.filter(({ decision }) => decision === 'restrict')])
      expect(visibilityOf(ground.key)).not.toMatch(/^not-in-/);
    expect(restrictGroundsOf(dsa).some(({ visibility }) => visibility === 'not-in-US')).toBe(false);
    expect(restrictGroundsOf(basisOf('authority-order')).some(({ visibility }) => visibility === 'not-in-AU')).toBe(true);
  });

  test('what was found illegal everywhere is not left behind an age gate', () => {
    expect(testProblems(dsa, 'restrict', 'rules-age-gate', { illegal: 'yes' })).toHaveLength(1);
    expect(testProblems(dsa, 'restrict', 'rules-age-gate', { illegal: 'no' })).toEqual([]);
    expect(testProblems(dsa, 'restrict', 'illegal-there-de', { illegal: 'yes', evident: 'no' })).toEqual([]);
    expect(testProblems(dsa, 'restrict', 'illegal-there-de', {})).toHaveLength(2);
  });

  test('a word that names none is none', () => {
    expect(visibilities.map(visibilityFrom)).toEqual(visibilities);
    expect(visibilityFrom('not-in-XX')).toBeNull();
  });
});

describe('of two laws on one request', () => {
  test('the stricter wins: one that wants it gone and is open stands in the way, one that was refused does not', () => {
    expect(wantsMore(basisOf('take-it-down'), null)).toBe(true);
    expect(wantsMore(basisOf('take-it-down'), 'keep')).toBe(false);
    expect(wantsMore(basisOf('own-rules'), null)).toBe(false);
    expect(wantsMore(basisOf('own-rules'), 'remove')).toBe(true);
  });

  test('a restriction answers another law by the very same reason, and by no other', () => {
    expect(carriedGround(dsa, basisOf('own-rules'), 'restrict', 'rules-age-gate')?.key).toBe('rules-age-gate');
    expect(carriedGround(dsa, basisOf('own-rules'), 'restrict', 'illegal-there-de')).toBeNull();
    expect(carriedGround(dsa, basisOf('take-it-down'), 'restrict', 'rules-age-gate')).toBeNull();
  });
});

describe('a restriction', () => {
  const decided = {
    matter: { kind: 'request', trackingNumber: 'T', basis: dsa },
    decision: 'restrict',
    ground: 'rules-age-gate',
    claimantItems: [],
  } as const;

  test('restricts what is up, leaves what is down, and has copies asked about, never held; what she sent stays hers', () => {
    const fingerprints = [{ kind: 'pdq', variant: 'whole', value: 'a'.repeat(64), quality: 100 }] as const;
    const gone = upload({ contentId: 'gone', state: 'removed', fingerprints });
    const effects = effectsOf({
      ...decided,
      claimantItems: [{ itemId: 'hers', fingerprints }],
      contents: [upload({ fingerprints }), gone],
    });
    expect(effects.map(({ kind }) => kind)).toEqual(['act', 'list', 'sweep', 'tell']);
    expect(effects[1]).toMatchObject({ contentIds: ['photo-1'], asksOnly: true, claimed: [] });
    expect(effects[0]).toMatchObject({ action: 'content.restrict', contentId: 'photo-1', visibility: 'age-gate' });
  });

  test('of an earlier decision stays when what held the upload since is refused', () => {
    const keep = { ...decided, decision: 'keep', ground: 'not-depicted' } as const;
    const [restored] = effectsOf({ ...keep, contents: [upload({ state: 'held' })] });
    expect(restored).toMatchObject({ action: 'content.restore' });
    const [asBefore] = effectsOf({ ...keep, contents: [upload({ state: 'held', restricted: 'age-gate' })] });
    expect(asBefore).toMatchObject({ action: 'content.restrict', visibility: 'age-gate', isAsBefore: true });
  });

  test('taken back shows it to everybody, unless another one restricts it or wants it down', () => {
    const was: TakenBackUpload = {
      contentId: 'photo-1',
      was: 'restricted',
      isWantedDown: false,
      isHeldAgain: false,
      isRestrictedAgain: false,
      visibility: null,
    };
    expect(actsOfReversal('complaint', [was])).toEqual([
      { action: 'content.restore', contentId: 'photo-1', sentence: expect.stringContaining('against the restriction') },
    ]);
    expect(actsOfReversal('undone', [{ ...was, was: 'removed', visibility: 'age-gate' }])).toMatchObject([
      { action: 'content.restrict', visibility: 'age-gate' },
    ]);
    expect(actsOfReversal('undone', [{ ...was, isWantedDown: true }])).toEqual([]);
  });

  test('settles the request only once the service has confirmed it', () => {
    const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
    const restricted: CaseEvent = { kind: 'decided', at: hour(1), decision: 'restrict', ground: 'rules-age-gate' };
    const done: CaseEvent = { kind: 'limited', at: hour(2) };
    expect(clockOf(dsa, [received, restricted], hour(3))?.state).toBe('running');
    expect(clockOf(dsa, [received, restricted, done], hour(3))?.stoppedAt).toEqual(hour(2));
    expect(stateOf([received, restricted, done]).removedAt).toBeNull();
  });

  test('that was too little for whoever asked opens the request again; one that was too much makes no answer late', () => {
    const before: CaseEvent[] = [
      { kind: 'received', at: hour(0), missing: [] },
      { kind: 'decided', at: hour(1), decision: 'restrict', ground: 'rules-age-gate' },
      { kind: 'limited', at: hour(2) },
    ];
    const tooLittle = stateOf([...before, { kind: 'reversed', at: hour(9), because: 'complaint', isReopened: true }]);
    expect([tooLittle.settledAt, tooLittle.reopenedAt]).toEqual([null, hour(9)]);
    const tooMuch = stateOf([...before, { kind: 'reversed', at: hour(9), because: 'complaint' }]);
    expect(tooMuch.settledAt).toEqual(hour(2));
  });

  test('is told as what it is in each language, and never as a removal', () => {
    for (const language of languages) {
      const words = caseworkIn(language);
      const read = new Set(
        ['rules-age-gate', 'rules-not-recommended', 'illegal-there-de', 'illegal-there-fr'].map(
          (ground) =>
            standing(
              dsa,
              [
                { kind: 'received', at: hour(0), missing: [] },
                { kind: 'decided', at: hour(1), decision: 'restrict', ground },
                { kind: 'limited', at: hour(2) },
              ],
              hour(3),
              words,
            ).sentence,
        ),
      );
      expect(read.size).toBe(4);
      expect(new Set(visibilities.map((one) => visibilitySentence(one, words))).size).toBe(visibilities.length);
    }
  });

  test('is stated to whoever posted it with how it is still seen, and where; of an order nobody is told', () => {
    const service = { kind: 'user-content', territories: ['EU'], follows: [], targetHours: {} } as const;
    const stated = (basis: 'digital-services-act' | 'authority-order', ground: string) =>
      statementOf(
        lawsWith(),
        service,
        { ground, decidedAt: hour(0), isAutomatic: false, request: { basis, alsoUnder: [], isTrusted: false, isYoung: false } },
        '2026-11-22',
      );
    expect(stated('digital-services-act', 'illegal-there-de')).toMatchObject({
      restriction: { type: 'restriction', visibility: 'not-in-DE', territory: 'DE', endsAt: null },
      ground: { kind: 'law' },
    });
    expect(stated('digital-services-act', 'rules-age-gate')).toMatchObject({
      restriction: { visibility: 'age-gate', territory: 'everywhere' },
      ground: { kind: 'terms', text: expect.stringContaining('limit who may see it') },
    });
    expect(stated('authority-order', 'ordered-there-de')).toBeNull();
  });
});
