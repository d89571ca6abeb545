/** Do the reasons that a match offers say what may be said of it? */
import { expect, test } from 'vitest';
import { matchGrounds, unseenMatchGrounds } from './grounds.ts';

test('of a picture that nobody here has seen, being that picture is no reason by itself: what it shows is part of it', () => {
  const labels = (grounds: typeof matchGrounds) => new Map(grounds.map(({ key, label }) => [key, label]));
  const [seen, unseen] = [labels(matchGrounds), labels(unseenMatchGrounds)];
  expect([...unseen.keys()]).toEqual([...seen.keys()]);
  expect([...unseen].filter(([key, label]) => label !== seen.get(key))).toEqual([
    ['same-picture', 'It shows a person in an intimate way, and it is the picture that was threatened with'],
  ]);
});
