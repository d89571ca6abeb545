/** Are these pictures listed? The operator's look; a platform screens through the API, which also remembers the upload. */
import type { LookUp } from '@likeness/server/workflows/look-up';
import type { Command } from './command.ts';
import { type FileOutcome, screenedBy } from './file-outcome.ts';
import { decodeFiles, printOutcome } from './hash.ts';
import { shown } from './shown.ts';

export const screen: Command = {
  words: 'screen',
  operands: 'FILE...',
  summary: 'Say what an upload of these pictures and videos would be told.',
  explanation: `Compares files with every bank that a platform's uploads are compared with, and answers what an upload would be
told: allow, review (a person will look) or hold (not to be published until a person has decided). It only looks:
nothing is remembered and no review opens. A platform screens with POST /api/v1/screen; banks and items are named here
as that platform sees them there. Of a video the SHA-256 and MD5 are compared, so that the same file is found; this
needs ffmpeg and ffprobe, version 5.1 or newer. Over HTTP a video is screened by these fingerprints, sent as JSON.

With --json each file is one line: {"file","verdict","matches":[{"bank","itemId","kind","variant","distance","addedAt",
"source","effect","agreed","video"?,"harmless"?,"silencedBy"?}],"matchesInAll"?}, or
{"file","error":{"code","message"}}. "agreed" has every kind and view in which the two meet, the strongest first; what
each key says stands at POST /api/v1/screen in /api/v1/openapi.json. A missing or unreadable file is named in its
place, the others are screened, and the exit status is 1 at the end.`,
  options: [{ name: 'platform', value: 'NAME', sentence: 'Whose uploads; not needed while there is only one platform.' }],
  examples: [
    { line: 'likeness screen holiday.jpg', sentence: 'The verdict, and each match with its distance.' },
    { line: 'likeness screen clip.mp4', sentence: 'The same for a video.' },
    { line: 'likeness screen --json uploads/*.jpg', sentence: 'One JSON line per file.' },
  ],
  async run(call) {
    const { installationHere, platformHere } = await import('./installation.ts');
    const { openBankIndex } = await import('@likeness/server/index/bank-index');
    const { asUpload } = await import('@likeness/server/decode/pool');
    const { lookUp } = await import('@likeness/server/workflows/look-up');
    const installation = await installationHere(call);
    const platform = await platformHere(installation, call.option('platform'));
    const index = await openBankIndex(installation.store, { onError: () => {} });
    call.atEnd(() => index.close());
    let failed = 0;
    const take = async (file: string, outcome: FileOutcome): Promise<void> => {
      if ('failure' in outcome) {
        failed++;
        printOutcome(call, file, outcome);
        return;
      }
      const found = await lookUp({ store: installation.store, index }, platform.id, screenedBy(outcome));
      call.print(call.json ? JSON.stringify({ file, ...found }) : readable(file, found));
    };
    await decodeFiles(call, call.operands, take, { ...asUpload(false), videos: true });
    return failed === 0 ? 0 : 1;
  },
};

type VideoMatch = NonNullable<LookUp['matches'][number]['video']>;

const framesText = (whose: string, { found, counted }: VideoMatch['upload']): string => `${found} of ${whose} ${counted} frames`;

const offsetText = (offset: VideoMatch['offset']): string =>
  offset === undefined ? '' : `, ${Math.abs(offset.seconds)} s ${offset.seconds < 0 ? 'earlier' : 'later'} in the listed video`;

function readable(file: string, { verdict, matches, matchesInAll = matches.length }: LookUp): string {
  const lines = matches.map(
    ({ bank, itemId, kind, variant, distance, effect, video }) =>
      `  ${effect}: item ${itemId} in ${shown(bank)}, by ${kind} of ${variant}, ${distance === 0 ? 'identical' : `${distance} bits apart`}${
        video === undefined
          ? ''
          : `, ${framesText('its', video.upload)}, ${framesText('the listed', video.item)}${offsetText(video.offset)}`
      }`,
  );
  const more = matchesInAll - matches.length;
  return [`${shown(file)}  ${verdict}`, ...lines, ...(more === 0 ? [] : [`  and ${more} more`])].join('\n');
}
