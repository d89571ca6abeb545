/** What would the child around ffmpeg say once somebody else controlled it? The actor of video-hostile.test.ts; never started by the server. */

const say = (content: object): void => void process.stdout.write(`${JSON.stringify(content)}\n`);
const frame = `0,100,${'0'.repeat(64)},0.000\n`;
const still = (bytes: number): string =>
  `${JSON.stringify({ kind: 'still', width: 2, height: 2, luma: Buffer.alloc(bytes).toString('base64') })}\n`;
const begin = (): void => say({ kind: 'video', width: 16, height: 16, codec: 'h264', seconds: 1 });

const ways: Readonly<Record<string, () => void>> = {
  'sends pixels': () => process.stdout.write(Buffer.alloc(3_000_000, 65)),
  'says a field too many': () => say({ kind: 'working', pid: 7, pixels: 'AAAA' }),
  'sends frames before the video': () => process.stdout.write(frame),
  'never stops sending frames': () => {
    begin();
    const more = (): void => void process.stdout.write(frame.repeat(1000), more);
    more();
  },
  'never stops sending stills': () => {
    const more = (): void => void process.stdout.write(still(4).repeat(100), more);
    more();
  },
  'sends a still that is shorter than it says': () => void process.stdout.write(still(3)),
  'ends without a frame': () => {
    begin();
    say({ kind: 'end', isDamaged: false });
  },
  'says ready twice': () => say({ kind: 'ready', hasDroppedRoot: true }),
  'refuses in its own words': () => say({ kind: 'refused', code: 'server/failed' }),
  'dies in silence': () => process.exit(0),
  'says nothing': () => void setTimeout(() => {}, 600_000),
};
say({ kind: 'ready', hasDroppedRoot: true });
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  if (text.includes('"open"')) say({ kind: 'opened' });
  if (text.includes('"decode"') || text.includes('"stills"')) ways[process.argv[2] ?? '']?.();
});
