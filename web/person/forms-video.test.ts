/** Are the videos in the request form's field read as the panel wrote them, and is anything else refused as a whole? */

import { hexOfBytes, packedFrameLength, packFrames } from '@likeness/fingerprint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRequestForm } from './forms.ts';
import { panelValue } from './picture-fields.ts';
import { words } from './words.ts';

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hexOfBytes);
const exact = hex.map((value) => ({ kind: 'sha256', variant: 'whole', value }) as const);
const picture = fc
  .record({ value: hex, quality: fc.integer({ min: 0, max: 100 }), file: exact })
  .map(({ value, quality, file }) => [{ kind: 'pdq', variant: 'whole', value, quality } as const, file]);
const video = fc
  .record({
    file: exact,
    frames: fc.array(fc.record({ value: hex, quality: fc.integer({ min: 50, max: 100 }) }), { minLength: 1, maxLength: 9 }),
  })
  .map(({ file, frames }) => [file, ...frames.map((frame) => ({ kind: 'vpdq', variant: 'whole', ...frame }) as const)]);

test('pictures and videos come back as they were, and in the one list of the answers each video stays whole', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(picture, video), { minLength: 1, maxLength: 6 }), (files) => {
      const { pictures, answers } = readRequestForm({ fingerprints: panelValue(files) }, words);
      expect(pictures).toEqual(files);
      const isPicture = ([first]: (typeof files)[number]): boolean => first?.kind === 'pdq';
      expect(answers.fingerprints).toEqual([...files.filter(isPicture), ...files.filter((file) => !isPicture(file))].flat());
    }),
  );
});

const good = packFrames([{ value: '5a'.repeat(32), quality: 90 }]);
const file = [{ kind: 'sha256', variant: 'whole', value: 'ab'.repeat(32) }];
test.each([
  ['frames cut short', [{ fingerprints: file, frames: good.slice(1) }]],
  ['a quality over 100', [{ fingerprints: file, frames: `${good.slice(0, 42)}Zl` }]],
  ['no file', [{ frames: good }]],
  ['a file within a file', [{ fingerprints: { fingerprints: file, frames: good }, frames: good }]],
  ['frames that are no text', [{ fingerprints: file, frames: [good] }]],
  ['over two hours in one', [{ fingerprints: file, frames: good.repeat(7201) }]],
  ['over two hours together', Array.from({ length: 2 }, () => ({ fingerprints: file, frames: good.repeat(3601) }))],
])('%s is refused', (_, content) => {
  const { pictures, problems } = readRequestForm({ fingerprints: JSON.stringify(content) }, words);
  expect(pictures).toEqual([]);
  expect(problems[0]).not.toHaveProperty('field');
});

test('two hours of frames and fifty pictures are less than the form takes', () => {
  const clear = Array.from({ length: 8 }, () => ({ kind: 'pdq', variant: 'flipMinus1', value: 'ab'.repeat(32), quality: 100 }));
  const fifty = Array.from({ length: 49 }, () => [...clear, ...file, ...file]);
  const field = JSON.stringify([...fifty, { fingerprints: file, frames: good.repeat(7200) }]);
  expect(readRequestForm({ fingerprints: field }, words).problems.filter((problem) => problem.field === undefined)).toEqual([]);
  // server/src/http/person.ts takes 512 KiB.
  expect(new URLSearchParams({ fingerprints: field }).toString().length).toBeLessThan(480 * 1024);
  expect(good.length).toBe(packedFrameLength);
});
