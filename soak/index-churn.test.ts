/** Does the index stay exact while it churns? A sample of `npm run soak -- index-churn`. */
import { expect, test } from 'vitest';
import { churn } from './index-churn.ts';

test('items come and go while a thread rebuilds and files are written, and every answer is that of a plain list', async () => {
  const done = await churn({ changes: 40_000, seed: 5, listed: 16_000, say: () => {} });
  expect(done.rebuilds).toBeGreaterThan(0);
  expect(done.files).toBe(done.rebuilds);
  expect(done.hits).toBeGreaterThan(100);
});
