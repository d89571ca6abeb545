/** Is anything acknowledged lost by a kill? A sample of `npm run soak -- kill`. */
import { expect, test } from 'vitest';
import { kill } from './kill.ts';

test('the server is killed twice while it is written to, and nothing acknowledged is lost', async () => {
  const survived = await kill({ kills: 2, seed: 7, mostMs: 800, say: () => {} });
  expect(survived.answered).toBeGreaterThanOrEqual(30);
});
