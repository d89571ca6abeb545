/** Does every clock fire once and in time? A sample of `npm run soak -- clocks`. */
import { expect, test } from 'vitest';
import { liveThrough } from './clocks.ts';

test('two hundred times thirty days with restarts, clock steps and jobs that run twice: no clock fires twice, late or not at all', () => {
  const done = liveThrough({ runs: 200, seed: 1 });
  expect(done.latestMs).toBeLessThanOrEqual(60_000);
  expect(done.fired).toBeGreaterThan(2000);
  expect(done.restarts).toBeGreaterThan(2000);
  expect(done.steps).toBeGreaterThan(500);
  expect(done.twice).toBeGreaterThan(100);
});
