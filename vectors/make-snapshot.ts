/** How was `lookup-snapshot-1.bin` made? Never run it again for version 1: the file stands for what was once written. A new version gets a file of its own. */
import { writeFileSync } from 'node:fs';
import { buildImage, loadBands, sealSnapshot } from '@likeness/lookup';
import { plantCluster, uniformCodes } from './codes.ts';

const codes = uniformCodes(90, 2026);
plantCluster(codes, 11, 0.3, 10);
const count = codes.length / 32;
// Position 7 is removed.
const live = Uint8Array.from({ length: Math.ceil(count / 8) }, (_, byte) => (byte === 0 ? 0b01111111 : byte === 11 ? 0b11 : 0xff));
const engine = (await loadBands()).empty();
const steps = buildImage(
  engine,
  {
    count,
    live,
    kept: new Uint8Array(),
    added: { positions: Uint32Array.from({ length: count }, (_, i) => i), codes },
    attached: new TextEncoder().encode('what the positions mean'),
  },
  { layout: new Array<number>(32).fill(8), hotBucket: 8 },
);
while (steps.next().done !== true);
writeFileSync(new URL('lookup-snapshot-1.bin', import.meta.url), sealSnapshot(engine, 4711));
