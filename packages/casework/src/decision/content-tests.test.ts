import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bases, basisOf } from '../notice/bases.ts';
import { type TestAnswer, testAnswers } from '../notice/basis.ts';
import { answersTo, findings, type TestAnswers, testProblems } from './content-tests.ts';
import { groundsOf } from './grounds.ts';

const unitedStates = basisOf('take-it-down');
const met: TestAnswers = { intimate: 'yes', identifiable: 'yes', 'consent-to-publication': 'no', indistinguishable: 'beside' };

test('a removal because the law asks for it needs an answer to every question of the law', () => {
  expect(testProblems(unitedStates, 'remove', 'valid-request', met)).toEqual([]);
  const { identifiable: _left, ...rest } = met;
  expect(testProblems(unitedStates, 'remove', 'valid-request', rest)).toEqual([
    { test: 'identifiable', sentence: 'Please answer: Can the person be recognised in it?' },
  ]);
});

test('an answer that contradicts the ground is named in a sentence', () => {
  expect(testProblems(unitedStates, 'remove', 'valid-request', { ...met, intimate: 'no' })).toEqual([
    {
      test: 'intimate',
      sentence:
        'You answered “No” to “Is it an intimate picture, as the law means it?”, and chose “The request is valid under this law”. The two do not go together: change one of them.',
    },
  ]);
  expect(testProblems(unitedStates, 'keep', 'not-intimate', met).map(({ test: key }) => key)).toEqual(['intimate']);
  expect(testProblems(unitedStates, 'keep', 'consented-publication', met).map(({ test: key }) => key)).toEqual(['consent-to-publication']);
});

test('agreeing to the making of a picture is not asked, and doubt about consent does not outweigh her statement', () => {
  expect(testProblems(unitedStates, 'remove', 'valid-request', { ...met, 'consent-to-publication': 'unclear' })).toEqual([]);
});

test('a refusal, our own rules and a referral need no question answered; the ground gives the answer that it rests on', () => {
  for (const [decision, ground, kept] of [
    ['keep', 'not-intimate', { intimate: 'no' }],
    ['keep', 'consented-publication', { 'consent-to-publication': 'yes' }],
    ['keep', 'cannot-locate', {}],
    ['remove', 'own-rules', {}],
    ['refer', 'under-18', {}],
  ] as const) {
    expect(testProblems(unitedStates, decision, ground, {})).toEqual([]);
    expect(findings(unitedStates, ground, {})).toEqual(kept);
  }
});

test('a restriction needs each answer that it can rest on, and never gives one itself: an age gate would leave up what is illegal', () => {
  const european = basisOf('digital-services-act');
  const open = testProblems(european, 'restrict', 'rules-age-gate', {});
  expect(open.map(({ test: key, sentence }) => [key, sentence.startsWith('Please answer: Is it illegal')])).toEqual([['illegal', true]]);
  expect(testProblems(european, 'restrict', 'rules-age-gate', { illegal: 'yes' })[0]?.sentence).toContain('The two do not go together');
  expect(testProblems(european, 'restrict', 'rules-age-gate', { illegal: 'no' })).toEqual([]);
  expect(testProblems(basisOf('own-rules'), 'restrict', 'rules-not-recommended', {}).map(({ test: key }) => key)).toEqual(['own-rules']);
  for (const basis of Object.values(bases))
    for (const { key } of groundsOf(basis).filter(({ decision }) => decision === 'restrict')) expect(findings(basis, key, {})).toEqual({});
});

describe.each(Object.values(bases).map((basis) => [basis.id, basis] as const))('%s', (_id, basis) => {
  test('names only grounds of its own and answers that can be given, and its own test can be met', () => {
    const grounds = [...groundsOf(basis).map(({ key }) => key), ...basis.restricts];
    for (const one of basis.contentTests)
      for (const [ground, answers] of Object.entries(one.fits)) {
        expect(grounds).toContain(ground);
        expect(answers.length).toBeGreaterThan(0);
        for (const answer of answers) expect(answersTo(one)).toContain(answer);
      }
    for (const ground of basis.grounds.filter(({ restsOnTests }) => restsOnTests === true)) {
      const best = Object.fromEntries(basis.contentTests.map((one): [string, TestAnswer] => [one.key, one.fits[ground.key]?.[0] ?? 'yes']));
      expect(testProblems(basis, ground.decision, ground.key, best)).toEqual([]);
    }
  });

  test('whatever is answered: what is kept never contradicts the ground, and keeps each answer that was given', () => {
    const grounds = groundsOf(basis);
    fc.assert(
      fc.property(
        fc.constantFrom(...grounds),
        fc.dictionary(fc.constantFrom(...basis.contentTests.map(({ key }) => key), 'toString'), fc.constantFrom(...testAnswers)),
        (ground, given) => {
          const kept = findings(basis, ground.key, given);
          for (const one of basis.contentTests) {
            const answer = given[one.key];
            if (answer !== undefined && answersTo(one).includes(answer)) expect(kept[one.key]).toBe(answer);
          }
          if (testProblems(basis, ground.decision, ground.key, given).length === 0)
            expect(testProblems(basis, ground.decision, ground.key, kept)).toEqual([]);
        },
      ),
    );
  });
});
