/** Is a file that has no fingerprints named with a reason that helps where it is read: at a terminal? */
import { isProblemCode, problems } from '@likeness/contract';
import { Refusal } from '@likeness/server/config/refusal';
import { DecodeError, isDecodeCode } from '@likeness/server/decode/decode-error';
import { openVideoReader } from '@likeness/server/decode/video';
import { isVideoCode, VideoError } from '@likeness/server/decode/video-error';
import { expect, test } from 'vitest';
import { failureOf, outcomeOf } from './file-outcome.ts';

test('without ffmpeg a video is named with what is to be installed', async () => {
  const reader = await openVideoReader({ searchPath: '/nowhere', children: 1 });
  const outcome = await outcomeOf(async () => ({ video: await reader.fingerprintVideo({ file: '/nowhere/film.mp4' }) }));
  await reader.close();
  expect(outcome).toEqual({
    failure: {
      code: 'video/unavailable',
      message: expect.stringMatching(/ffmpeg and ffprobe, version 5\.1 or newer, are not installed\.$/),
    },
  });
});

test('at a terminal nothing is to be sent: each reason says what is wrong with the file, and what to do with it', async () => {
  const codes = Object.keys(problems).filter(isProblemCode);
  const seen = [
    ...codes.filter(isDecodeCode).map((code) => new DecodeError(code)),
    ...codes.filter(isVideoCode).map((code) => new VideoError(code)),
  ];
  expect(seen.length).toBeGreaterThan(15);
  for (const error of seen) {
    if (error.code === 'video/unavailable') continue;
    const { message } = await failureOf(error);
    expect(message).toMatch(/^[A-Z][^\n]*\.$/);
    expect(message.startsWith(problems[error.code].title)).toBe(true);
    expect(message).not.toMatch(/\b(send|sent|field|Retry-After|JSON|server)\b/i);
  }
  expect((await failureOf(new VideoError('decode/busy', 'There is no room left.'))).message).toBe(
    'All decoders are busy. There is no room left.',
  );
});

test('a damaged video reads as a sentence, and what stops everything is no file’s failure', async () => {
  expect(await failureOf(new VideoError('video/damaged'))).toEqual({
    code: 'video/damaged',
    message: expect.stringMatching(/^The video is damaged\. .+\.$/),
  });
  const gone = new Refusal('scan/folder', 'The folder is gone.');
  await expect(failureOf(gone)).rejects.toBe(gone);
});
