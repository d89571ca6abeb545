/** Do packed frames come back as they were, and is nothing else taken for them? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexOfBytes } from '../hex.ts';
import { matchVideos } from './match.ts';
import { framesThatCount, packedFrameLength, packFrames, unpackFrames } from './packed.ts';

const frames = fc.array(
  fc.record({ value: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hexOfBytes), quality: fc.integer({ min: 0, max: 100 }) }),
  { maxLength: 20 },
);

test('frames come back as they were packed, 44 characters each, which a form sends as they are', () => {
  fc.assert(
    fc.property(frames, (given) => {
      const text = packFrames(given);
      expect(unpackFrames(text)).toEqual(given);
      expect(text.length).toBe(packedFrameLength * given.length);
      expect(new URLSearchParams({ a: text }).toString()).toBe(`a=${text}`);
    }),
  );
});

test('what is no packed frame is not read', () => {
  const [good] = [packFrames([{ value: '0f'.repeat(32), quality: 100 }])];
  expect(unpackFrames(good.slice(1))).toBeUndefined();
  expect(unpackFrames(`${good.slice(0, 43)}=`)).toBeUndefined();
  expect(unpackFrames(`${good.slice(0, 43)}é`)).toBeUndefined();
  // 101 stands where the quality does.
  expect(unpackFrames(`${good.slice(0, 42)}Zl`)).toBeUndefined();
  expect(unpackFrames('')).toEqual([]);
});

test('the frames left out change no match', () => {
  fc.assert(
    fc.property(frames, frames, (a, b) => {
      const timed = (all: readonly { value: string; quality: number }[]) =>
        all.map((frame, number) => ({ ...frame, number, atSeconds: number }));
      const whole = matchVideos(timed([...a, ...a.slice(0, 3)]), timed([...b, ...a.slice(2)]));
      const less = matchVideos(timed(framesThatCount([...a, ...a.slice(0, 3)])), timed(framesThatCount([...b, ...a.slice(2)])));
      expect([less.isMatch, less.query, less.target]).toEqual([whole.isMatch, whole.query, whole.target]);
    }),
  );
});
