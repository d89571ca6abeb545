/** Is a slow sender let go, and is a slow reader never blamed for it? */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atPace, openReadAhead, type Pace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pace: Pace = { bytes: 100, windowMs: 10_000 };
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const never = (): Promise<void> => new Promise(() => {});

/** Gives a chunk after each pause. */
async function* sender(chunks: readonly (readonly [ms: number, bytes: number])[], end: () => Promise<void> = async () => {}) {
  for (const [ms, bytes] of chunks) {
    await pause(ms);
    yield new Uint8Array(bytes);
  }
  await end();
}

async function readAll(source: AsyncIterable<Uint8Array>, readMs = 0): Promise<number> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (readMs > 0) await pause(readMs);
  }
  return size;
}

/** What becomes of it, once that much time has passed. */
async function after<T>(ms: number, work: Promise<T>): Promise<T | string> {
  const outcome = work.catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([outcome, Promise.resolve('still waiting')]);
}

test('what keeps the pace arrives whole', async () => {
  expect(
    await after(
      30_000,
      readAll(
        atPace(
          sender([
            [9_000, 100],
            [9_000, 60],
            [900, 60],
            [9_000, 7],
          ]),
          pace,
        ),
      ),
    ),
  ).toBe(227);
});

test('a sender that stops is let go after one window, one that dribbles too', async () => {
  expect(await after(9_999, readAll(atPace(sender([[0, 99]], never), pace)))).toBe('still waiting');
  expect(await after(10_000, readAll(atPace(sender([[0, 99]], never), pace)))).toContain('arrives too slowly');
  const dribble = Array.from({ length: 100 }, () => [500, 1] as const);
  expect(await after(10_001, readAll(atPace(sender(dribble), pace)))).toContain('arrives too slowly');
});

test('time in which nobody asked for more is not the sender’s', async () => {
  expect(
    await after(
      400_000,
      readAll(
        atPace(
          sender([
            [10, 30],
            [10, 30],
            [10, 30],
            [10, 30],
          ]),
          pace,
        ),
        60_000,
      ),
    ),
  ).toBe(120);
});

const sizesOf = async (source: AsyncIterable<Uint8Array>): Promise<number> => readAll(source);

test('a decoder is asked for once a beginning is there, or all of a small file', async () => {
  const ahead = openReadAhead({ bytes: 100, together: 1000 });
  expect(await after(1_000, ahead(sender([[500, 20]]), sizesOf))).toBe(20);
  let isAsked = false;
  const slow = ahead(
    sender([
      [500, 60],
      [500, 60],
      [500, 60],
    ]),
    async (bytes) => {
      isAsked = true;
      return readAll(bytes);
    },
  );
  await after(999, slow);
  expect(isAsked).toBe(false);
  expect(await after(501, slow)).toBe(180);
});

test('together they hold a bounded amount: beyond it an upload goes straight on, and what ended, failed or was handed on is given back', async () => {
  const ahead = openReadAhead({ bytes: 100, together: 100 });
  const never100 = (): AsyncGenerator<Uint8Array> =>
    sender(
      [
        [0, 60],
        [0, 50],
      ],
      never,
    );
  const held = Promise.withResolvers<void>();
  const first = ahead(never100(), async () => held.promise);
  await after(1, first);
  // There is no room to hold another beginning.
  expect(
    await after(
      0,
      ahead(sender([[500, 60]]), async () => 'handed on'),
    ),
  ).toBe('handed on');
  held.resolve();
  await first;
  const refused = ahead(never100(), async () => Promise.reject(new Error('no decoder')));
  expect(await after(1, refused)).toContain('no decoder');
  expect(
    await after(
      499,
      ahead(sender([[500, 60]]), async () => 'early'),
    ),
  ).toBe('still waiting');
});
