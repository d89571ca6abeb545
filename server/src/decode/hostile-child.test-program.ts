/** What would a decoder child send once somebody else controlled it? The actor of pool.test.ts; never started by the server. */
import { type FrameKind, FrameReader, headerOf } from './pipe-frames.ts';

const send = (kind: FrameKind, payload: Buffer): void => {
  process.stdout.write(Buffer.concat([headerOf(kind, payload.length), payload]));
};
const json = (content: object): Buffer => Buffer.from(JSON.stringify(content));
const fingerprint = { kind: 'pdq', variant: 'whole', value: '0'.repeat(64), quality: 0 };
const believable = { format: 'jpeg', width: 1, height: 1, fingerprints: [fingerprint], laterFrames: [], derived: [] };

const answers: Readonly<Record<string, () => void>> = {
  'sends-pixels': () => send('fingerprints', Buffer.alloc(3_000_000)),
  'sends-a-field-too-many': () => send('fingerprints', json({ ...believable, pixels: 'AAAA' })),
  'sends-another-kind': () => send('preview', Buffer.alloc(64)),
  'speaks-nonsense': () => void process.stdout.write('Segmentation fault, or so it says\n'),
};

const way = process.argv[2] ?? '';
send('ready', json({ hasDroppedRoot: true }));
const reader = new FrameReader(['job', 'chunk', 'end', 'abort']);
for await (const piece of process.stdin) {
  for (const { kind } of reader.push(piece)) {
    if (kind === 'end') answers[way]?.();
    else if (kind === 'chunk' && way === 'answers-early') send('fingerprints', json(believable));
  }
}
