import { expect, test } from 'vitest';
import { needsSecondLook, secondLookRules } from './second-look.ts';

test('an outcome means all its grounds, an outcome with a ground means that one', () => {
  expect(needsSecondLook(['keep'], 'keep', 'not-intimate')).toBe(true);
  expect(needsSecondLook(['keep'], 'remove', 'own-rules')).toBe(false);
  expect(needsSecondLook(['remove:own-rules'], 'remove', 'own-rules')).toBe(true);
  expect(needsSecondLook(['remove:own-rules'], 'remove', 'valid-request')).toBe(false);
  expect(needsSecondLook([], 'remove', 'valid-request')).toBe(false);
});

test('a referral waits for nobody, whatever the rules say', () => {
  expect(needsSecondLook(['refer', 'refer:under-18', 'remove', 'keep'], 'refer', 'under-18')).toBe(false);
  expect(secondLookRules.some((rule) => rule.startsWith('refer'))).toBe(false);
  expect(secondLookRules).toContain('keep:different-picture');
});
