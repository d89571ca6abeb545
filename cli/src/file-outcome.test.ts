/** Is a file that has no fingerprints named with a reason that helps where it is read: at a terminal? */
import { Refusal } from '@likeness/server/config/refusal';
import { openVideoReader } from '@likeness/server/decode/video';
import { VideoError } from '@likeness/server/decode/video-error';
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

test('a damaged video reads as a sentence, and what stops everything is no file’s failure', async () => {
  expect(await failureOf(new VideoError('video/damaged'))).toEqual({
    code: 'video/damaged',
    message: expect.stringMatching(/^The video is damaged\. .+\.$/),
  });
  const gone = new Refusal('scan/folder', 'The folder is gone.');
  await expect(failureOf(gone)).rejects.toBe(gone);
});
