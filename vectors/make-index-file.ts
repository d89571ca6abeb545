/** How was `index-file-2.bin` made? Never run it again for version 2: the file stands for what was once written. A new version gets a file of its own, as `index-file-1.bin` was. */
import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { buildImage, fileHeader, loadBands, openIndex, placesOf } from '@likeness/lookup';
import { uniformCodes } from './codes.ts';

const codes = uniformCodes(40, 2026);
const valueAt = (place: number, bytes = 32): string => Buffer.from(codes.subarray(32 * place, 32 * place + bytes)).toString('hex');
const idOf = (number: number): string => (number === 5 ? 'five' : `01234567-89ab-4cde-8f01-${String(number).padStart(12, '0')}`);
const engines = await loadBands();
const index = await openIndex();
for (let number = 0; number < 30; number++) {
  if (number === 20) {
    for (const set of Object.values(index.sets)) {
      const engine = engines.empty();
      for (const _ of buildImage(engine, set.beginRebuild()));
      set.finishRebuild(engine);
    }
  }
  const common = {
    quality: number === 3 ? null : 100 - number,
    provenance: number % 7 === 1 ? ('claimant' as const) : ('confirmed' as const),
  };
  index.apply({
    seq: number + 1,
    kind: 'item',
    item: {
      id: idOf(number),
      bankId: number % 2 === 0 ? 'even' : 'odd',
      state: 'active',
      source: `source ${number % 3}`,
      addedAt: new Date(1_790_000_000_000 + number).toISOString(),
      asksOnly: number === 8,
      isConfirmed: number === 9,
      codes: [
        // Items 10 and 11 share a code.
        { kind: 'pdq', variant: 'whole', value: valueAt(number === 11 ? 10 : number), ...common },
        { kind: 'pdq', variant: 'flipX', value: valueAt(39 - number), ...common },
        { kind: 'sha256', variant: 'whole', value: valueAt(number), ...common },
        { kind: 'md5', variant: 'whole', value: valueAt(number, 16), ...common },
        // Frames a second and a half apart, one without a time; a crop.
        { kind: 'vpdq', variant: 'whole', value: valueAt(number), atSeconds: 1.5 * number, ...common },
        { kind: 'vpdq', variant: 'whole', value: valueAt(39 - number), ...common },
        { kind: 'pdq', variant: 'cropSquare', value: valueAt(30 + (number % 9)), ...common },
      ],
    },
  });
}
// One that was sorted and one that was not are gone.
index.apply({ seq: 101, kind: 'item-gone', itemId: idOf(2) });
index.apply({ seq: 102, kind: 'item-gone', itemId: idOf(25) });

const { parts } = index.hold();
const lengths = parts.map(({ bytes }) => bytes);
const places = placesOf(lengths);
const file = Buffer.alloc(places.bytes);
const sums = parts.map(({ name, pieces }, i) => {
  const bytes = Buffer.concat([...pieces]);
  file.set(bytes, places.parts[i]?.at ?? 0);
  return name.endsWith('-image') ? 0 : crc32(bytes);
});
file.set(fileHeader({ seq: 4711, subjectId: idOf(29), at: 1_790_000_000_029 }, lengths, sums));
writeFileSync(new URL('index-file-2.bin', import.meta.url), file);
