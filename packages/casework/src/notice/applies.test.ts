import { describe, expect, test } from 'vitest';
import { basesFor, choicesFor, forceOn, hoursOf, type ServiceFacts, serviceByDefault } from './applies.ts';
import { basisOf, lawsWith } from './bases.ts';
import { correctedLaws } from './corrections.ts';

const laws = lawsWith();
const today = '2026-11-22';
const everywhere: ServiceFacts = { ...serviceByDefault, territories: ['US', 'GB', 'EU'] };

describe('a day in force', () => {
  test.each([
    [{ from: '2026-05-19', until: null, isConfirmed: true }, '2026-05-18', 'not-yet'],
    [{ from: '2026-05-19', until: null, isConfirmed: true }, '2026-05-19', 'binding'],
    [{ from: '2026-05-19', until: '2027-01-01', isConfirmed: true }, '2027-01-02', 'ended'],
    [{ from: '2026-05-19', until: null, isConfirmed: false }, '2030-01-01', 'unconfirmed'],
    [{ from: null, until: null, isConfirmed: true }, '2030-01-01', 'unconfirmed'],
  ])('%o on %s is %s', (inForce, day, force) => {
    expect(forceOn({ note: '', ...inForce }, day)).toBe(force);
  });
});

test('nothing is filed under a law whose day is not confirmed, until its operator follows it or confirms the day', () => {
  expect(basesFor(laws, everywhere, 'self', today)).toEqual(['take-it-down', 'digital-services-act']);
  expect(basesFor(laws, { ...everywhere, follows: ['online-safety-act'] }, 'self', today)).toEqual([
    'take-it-down',
    'online-safety-act',
    'digital-services-act',
  ]);
  const corrected = correctedLaws({
    'online-safety-act': {
      inForce: { from: '2026-09-01', isConfirmed: true },
      checkedOn: '2026-11-20',
      source: { title: 'Commencement regulations', url: 'https://www.legislation.gov.uk/' },
    },
  });
  if (!('of' in corrected)) throw new Error('refused');
  expect(basesFor(corrected, everywhere, 'self', today)).toContain('online-safety-act');
  expect(basesFor(corrected, everywhere, 'self', '2026-08-31')).not.toContain('online-safety-act');
});

test('who files decides: somebody else has the European notice, an authority its order, and where no law fits the rules of the service', () => {
  expect(basesFor(laws, everywhere, 'user', today)).toEqual(['digital-services-act']);
  expect(basesFor(laws, everywhere, 'trusted-flagger', today)).toEqual(['digital-services-act']);
  expect(basesFor(laws, everywhere, 'authority', today)).toEqual(['authority-order']);
  expect(basesFor(laws, serviceByDefault, 'user', today)).toEqual(['own-rules']);
  expect(basesFor(laws, { ...serviceByDefault, territories: ['GB'] }, 'self', today)).toEqual(['own-rules']);
});

test('what a service is decides: a search engine and a host have other laws than a forum', () => {
  expect(basesFor(laws, { ...everywhere, kind: 'search' }, 'self', today)).toEqual(['own-rules']);
  expect(basesFor(laws, { ...everywhere, kind: 'hosting' }, 'agent', today)).toEqual(['digital-services-act']);
});

test('a copyright notice is sent only by whoever asks for it, beside the rest', () => {
  expect(choicesFor(laws, everywhere, today)).toEqual(['dmca']);
  expect(basesFor(laws, everywhere, 'self', today, ['dmca'])).toEqual(['take-it-down', 'digital-services-act', 'dmca']);
  expect(choicesFor(laws, { ...everywhere, territories: ['EU'] }, today)).toEqual([]);
});

test('"without undue delay" takes the hours that the service set; hours that a law names are its own', () => {
  const facts = { targetHours: { 'digital-services-act': 12, 'take-it-down': 99 } };
  expect(hoursOf(basisOf('digital-services-act'), 'digital-services-act', facts)).toBe(12);
  expect(hoursOf(basisOf('digital-services-act'), 'digital-services-act', serviceByDefault)).toBe(24);
  expect(hoursOf(basisOf('take-it-down'), 'take-it-down', facts)).toBe(48);
});
