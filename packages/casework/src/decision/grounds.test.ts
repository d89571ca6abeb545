/** Do the reasons that a match offers say what may be said of it? */
import { expect, test } from 'vitest';
import { limitedMatchGrounds, matchGrounds, requireMatchGround, unseenMatchGrounds } from './grounds.ts';

test('of a picture that nobody here has seen, being that picture is no reason by itself: what it shows is part of it', () => {
  const labels = (grounds: typeof matchGrounds) => new Map(grounds.map(({ key, label }) => [key, label]));
  const [seen, unseen] = [labels(matchGrounds), labels(unseenMatchGrounds)];
  expect([...unseen.keys()]).toEqual([...seen.keys()]);
  expect([...unseen].filter(([key, label]) => label !== seen.get(key))).toEqual([
    ['same-picture', 'It shows a person in an intimate way, and it is the picture that was threatened with'],
  ]);
});

test('of a copy of what a decision left up for fewer people, being that picture is no reason to remove it', () => {
  const removing = limitedMatchGrounds.filter(({ decision }) => decision === 'remove');
  expect(removing.map(({ key }) => key)).toEqual(['not-agreed', 'own-rules']);
  for (const { key, toPlatform } of removing) expect(requireMatchGround('remove', key).toPlatform).toBe(toPlatform);
  for (const { toPlatform } of removing) expect(toPlatform).not.toMatch(/stay down|same picture/);
});
