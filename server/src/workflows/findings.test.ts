import { lawsWith, type TestAnswer } from '@likeness/casework';
import { expect, test } from 'vitest';
import { findingProblems } from './findings.ts';

const laws = lawsWith();
const asked = (...of: ('take-it-down' | 'online-safety-act' | 'digital-services-act' | 'dmca')[]) => of.map((law) => ({ law }));
const european = { 'digital-services-act': { illegal: 'yes', evident: 'yes' } } as const;
const american = (consent: TestAnswer) => ({
  'take-it-down': { intimate: 'yes', identifiable: 'yes', 'consent-to-publication': consent, indistinguishable: 'beside' } as const,
});

test('that the person agreed, found under one law, does not stand beside a removal for lack of consent under another: both are named', () => {
  const remove = (found: object) =>
    findingProblems(laws, asked('digital-services-act', 'take-it-down'), { decision: 'remove', ground: 'valid-request', found });
  const problems = remove({ ...european, ...american('yes') });
  expect(problems).toMatchObject([{ law: 'take-it-down', test: 'consent-to-publication' }]);
  expect(problems[0]?.sentence).toMatch(
    /TAKE IT DOWN Act.*“Yes” to “Did the person agree to its publication\?.*and chose “It is illegal content”\. The two do not go together/,
  );
  for (const consent of ['no', 'unclear'] as const) expect(remove({ ...european, ...american(consent) })).toEqual([]);
});

test('the same of a refusal because they agreed, where they were found not to', () => {
  const keep = (consent: TestAnswer) =>
    findingProblems(laws, asked('online-safety-act', 'take-it-down'), {
      decision: 'keep',
      ground: 'consented-publication',
      found: american(consent),
    });
  expect(keep('no')).toMatchObject([{ law: 'take-it-down', test: 'consent-to-publication' }]);
  expect(keep('yes')).toEqual([]);
});

test('what one law alone asks leaves its own request open, and a copyright notice says nothing of consent', () => {
  const narrow = { 'take-it-down': { ...american('no')['take-it-down'], intimate: 'no' } } as const;
  const remove = (first: 'digital-services-act' | 'dmca', found: object) =>
    findingProblems(laws, asked(first, 'take-it-down'), { decision: 'remove', ground: 'valid-request', found });
  expect(remove('digital-services-act', { ...european, ...narrow })).toEqual([]);
  expect(remove('dmca', { dmca: { work: 'yes' }, ...american('yes') })).toEqual([]);
});
