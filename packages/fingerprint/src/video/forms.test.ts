/** Are vPDQ files of others read as they were meant, and ours written as they read them? */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readVpdqJson, readVpdqText, vpdqJson, vpdqText } from './forms.ts';
import type { VideoFrame } from './frame.ts';

const hexDigit = fc.constantFrom(...'0123456789abcdef');
const anyFrame: fc.Arbitrary<VideoFrame> = fc.record({
  number: fc.nat(10_000_000),
  atSeconds: fc.nat(36_000_000).map((ms) => ms / 1000),
  quality: fc.integer({ min: 0, max: 100 }),
  value: fc.array(hexDigit, { minLength: 64, maxLength: 64 }).map((digits) => digits.join('')),
});

const value = 'd6a596d90d384b697969000fbfd20583e5867d7d0169d7c896b7a4a4fef4480e';

test('what is written as text is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(anyFrame), (frames) => {
      expect(readVpdqText(vpdqText(frames))).toEqual({ frames, errors: [] });
    }),
  );
});

test('what is written as JSON is read back as it was, numbered by place', () => {
  fc.assert(
    fc.property(fc.array(anyFrame), (frames) => {
      expect(readVpdqJson(vpdqJson(frames))).toEqual({ frames: frames.map((frame, number) => ({ ...frame, number })), errors: [] });
    }),
  );
});

test('text of any kind is read without an exception, and each line is a frame, an error or empty', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          anyFrame.map((frame) => vpdqText([frame]).trim()),
        ),
      ),
      (lines) => {
        const text = lines.join('\n');
        const { frames, errors } = readVpdqText(text);
        expect(frames.length + errors.length).toBe(text.split(/\r?\n/).filter((line) => line !== '').length);
      },
    ),
  );
});

test('a line that is none is named by its number, and the others are read', () => {
  const { frames, errors } = readVpdqText(
    `0,100,${value},0.000\n1,101,${value},0.033\r\n\n2,100,${value.slice(1)},0.067\n3,7,${value},0.1\n`,
  );
  expect(frames.map(({ number }) => number)).toEqual([0, 3]);
  expect(errors.map(({ line }) => line)).toEqual([2, 4]);
});

test('the JSON of python-threatexchange is read, with its exponents, and so is the older object', () => {
  expect(readVpdqJson(`["${value},100,0.0", "${value.toUpperCase()},83,1.23e+03"]`)).toEqual({
    frames: [
      { number: 0, atSeconds: 0, quality: 100, value },
      { number: 1, atSeconds: 1230, quality: 83, value },
    ],
    errors: [],
  });
  expect(readVpdqJson(`{"30": {"quality": 100, "hash": "${value}", "timestamp": 1.001}}`)).toEqual({
    frames: [{ number: 30, atSeconds: 1.001, quality: 100, value }],
    errors: [],
  });
});

test('JSON that is no vPDQ is an error, never an exception', () => {
  expect(readVpdqJson('{').errors).toHaveLength(1);
  expect(readVpdqJson('7').errors).toHaveLength(1);
  expect(readVpdqJson('["", 3, null]').errors.map(({ line }) => line)).toEqual([1, 2, 3]);
  fc.assert(fc.property(fc.json(), (json) => void readVpdqJson(json)));
});

const samples = new URL('../../../../../shared/vectors/vpdq/', import.meta.url);
const hasSamples = existsSync(samples);
if (!hasSamples) console.warn(`${samples.pathname} is absent: the text form is checked against lines written here alone.`);

test(
  hasSamples
    ? 'every sample of the reference is read whole and written as it was, byte for byte'
    : `stands on the lines above alone, because ${samples.pathname} is absent`,
  () => {
    const names = hasSamples ? readdirSync(samples).filter((name) => name.endsWith('.txt')) : [];
    for (const name of names) {
      const text = readFileSync(new URL(name, samples), 'utf8');
      const { frames, errors } = readVpdqText(text);
      expect(errors, name).toEqual([]);
      expect(vpdqText(frames), name).toBe(text);
    }
    expect(names.length > 0).toBe(hasSamples);
  },
);
