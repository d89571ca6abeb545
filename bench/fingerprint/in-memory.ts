/** How much memory does a decoder of the server hold at most, while it reads photographs like those of phones? Needs Linux's /proc. */
import { openDecodePool } from '@likeness/server/decode/pool';
import { type Measure, withinLimit } from '../measure.ts';
import { descendantsOf, highWaterMegabytes } from './peak-memory.ts';
import { picture } from './pictures.ts';

const pictures = 10;
const mostMegabytes = 256;

export async function* inMemory(): AsyncGenerator<Measure> {
  const { jpeg } = await picture(4032, 3024);
  const pool = await openDecodePool({ children: 1 });
  try {
    for (let i = 0; i < pictures; i++) {
      const found = await pool.fingerprint(inChunks(jpeg));
      if (found.width !== 4032) throw new Error('The picture was not read as it was made.');
    }
    const peak = Math.max(...descendantsOf(process.pid).map(highWaterMegabytes));
    yield withinLimit(`peak memory of a decoder, ${pictures} 12-megapixel JPEGs at full size`, peak, mostMegabytes);
  } finally {
    await pool.close();
  }
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}
