/** Does anything that looks like a picture and is none cost more than an answer? A short seeded run; `npm run soak -- decode` is the long one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DecodeError } from './decode-error.ts';
import { fileFormats } from './file-format.ts';
import { type DecodePool, openDecodePool } from './pool.ts';
import { mutated, wholeFiles } from './test-mutations.ts';

let pool: DecodePool;
beforeAll(async () => {
  pool = await openDecodePool({ children: 1, decodeMs: 10_000 });
});
afterAll(() => pool.close());

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await pool.fingerprint(once(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  }
}

test.each(fileFormats)('80 mutated %s files are each read or refused within ten seconds, and the same child reads on', async (format) => {
  const files = (await wholeFiles())[format];
  const outcomes = new Map<string, number>();
  for (let seed = 0; seed < 80; seed++) {
    const whole = files[seed % files.length];
    if (whole === undefined) throw new Error('There are no files.');
    const outcome = await outcomeOf(mutated(whole, seed));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const names = [...outcomes.keys()];
  expect(
    names.filter((outcome) => !/^(read|image\/(damaged|unsupported-type|empty|cmyk|too-many-pixels|too-many-frames))$/.test(outcome)),
  ).toEqual([]);
  expect(outcomes.get('image/damaged')).toBeGreaterThan(5);
  expect(outcomes.get('read')).toBeGreaterThan(0);
  for (const whole of files) expect(['read', 'image/cmyk']).toContain(await outcomeOf(whole));
});
