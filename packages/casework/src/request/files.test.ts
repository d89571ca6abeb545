import { expect, test } from 'vitest';
import { caseworkIn } from '../words/catalogue.ts';
import { filesText, noFiles, sentFiles } from './files.ts';

test('frames make a video, a view of the whole a picture, and of exact copies alone nothing more is said', () => {
  const files = sentFiles([
    ['pdq', 'pdq', 'sha256', 'md5'],
    ['sha256', 'md5', 'vpdq', 'vpdq'],
    ['sha256', 'md5'],
  ]);
  expect(files).toEqual({ pictures: 1, videos: 1, others: 1 });
});

test.each([
  [{}, ''],
  [{ pictures: 1 }, '1 picture'],
  [{ videos: 2 }, '2 videos'],
  [{ others: 1 }, '1 file'],
  [{ pictures: 1200, videos: 1 }, '1,200 pictures and 1 video'],
  [{ pictures: 2, videos: 1, others: 3 }, '2 pictures, 1 video and 3 other files'],
])('%o is written %s', (some, text) => {
  expect(filesText({ ...noFiles, ...some }, caseworkIn('en'))).toBe(text);
});
