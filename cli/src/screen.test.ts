/** Does the help of `likeness screen` name what its answer has? */
import { MatchBody } from '@likeness/contract';
import { expect, test } from 'vitest';
import { screen } from './screen.ts';

test('its help names every key of a match as the API answers it, and which of them may lack', () => {
  const [, keys = ''] = /"matches":\[\{(.*?)\}\]/s.exec(screen.explanation) ?? [];
  const always = new Set<string>(MatchBody.required);
  const answered = Object.keys(MatchBody.properties).map((key) => (always.has(key) ? `"${key}"` : `"${key}"?`));
  expect(keys.replaceAll(/\s/g, '').split(',').toSorted()).toEqual(answered.toSorted());
});
