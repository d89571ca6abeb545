import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisIds, basisOf } from './bases.ts';
import { correctedLaws } from './corrections.ts';

const sourced = { checkedOn: '2026-11-20', source: { title: 'A lawyer’s letter', url: 'https://lawyer.example/letter' } };

test('what is data can be corrected: days, hours, scope, words, complaint; the rest stays as it ships', () => {
  const laws = correctedLaws({
    'digital-services-act': {
      ...sourced,
      clock: { hours: 12 },
      scopeOfCopies: 'substantially-the-same',
      confidence: 'low',
      territories: ['EU'],
      uploader: { isTold: 'by-choice' },
      complaint: {
        name: 'Bundesnetzagentur',
        url: 'https://www.bundesnetzagentur.de/',
        sentence: 'You can write to the Bundesnetzagentur.',
      },
      elements: { accurate: { asks: 'All of this is right.' } },
    },
  });
  if (!('of' in laws)) throw new Error(JSON.stringify(laws));
  const law = laws.of('digital-services-act');
  expect(law).toMatchObject({ checkedOn: '2026-11-20', scopeOfCopies: 'substantially-the-same', confidence: 'low', territories: ['EU'] });
  expect(law.clock).toEqual({ ...basisOf('digital-services-act').clock, hours: 12 });
  expect(law.complaint?.name).toBe('Bundesnetzagentur');
  expect(law.elements.find(({ key }) => key === 'accurate')).toMatchObject({ asks: 'All of this is right.', rule: 'declaration' });
  expect(law.sources.at(-1)).toMatchObject({ title: 'A lawyer’s letter', mark: 'secondary-source' });
  expect(laws.of('take-it-down')).toBe(basisOf('take-it-down'));
});

test('everything that is wrong is named at once, each at its place, and nothing is applied', () => {
  const problems = correctedLaws({
    'digital-service-act': sourced,
    'take-it-down': { clock: { hours: 0 }, inForce: { from: 'May', isConfirmed: 'yes', sience: 1 }, grounds: [] },
    dmca: 'no',
    'online-safety-act': { ...sourced, inForce: { isConfirmed: true } },
  });
  if ('of' in problems) throw new Error('taken');
  expect(problems.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/digital-service-act',
    '/dmca',
    '/online-safety-act/inForce/from',
    '/take-it-down/checkedOn',
    '/take-it-down/clock/hours',
    '/take-it-down/grounds',
    '/take-it-down/inForce/from',
    '/take-it-down/inForce/isConfirmed',
    '/take-it-down/inForce/sience',
    '/take-it-down/source',
  ]);
});

test('an empty file corrects nothing, and any JSON is either taken or answered', () => {
  const laws = correctedLaws({});
  expect('of' in laws && laws.all.map(({ basis }) => basis)).toEqual(basisIds.map((id) => basisOf(id)));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...basisIds), fc.jsonValue())), (file) => {
      const answer = correctedLaws(file);
      if (!('of' in answer)) expect(answer.length).toBeGreaterThan(0);
    }),
  );
});
