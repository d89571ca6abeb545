/**
 * Does the index stay exact and its memory flat, whatever comes and goes? `npm run soak -- index-churn` lists and withdraws a million items while a thread rebuilds
 * and each rebuild is written to a file, and holds answers against a plain list. `--changes N` for another number, `--seed N` for other items.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import { hexOfBytes } from '@likeness/fingerprint';
import { openIndex } from '@likeness/lookup';
import { writeIndexFile } from '../server/src/index/index-on-disk.ts';
import { openRebuilding } from '../server/src/index/rebuild.ts';
import { flip, skewedCodes, seeded as wordsFrom } from '../vectors/codes.ts';
import { seeded } from './seeded.ts';

export interface ChurnOptions {
  readonly changes: number;
  readonly seed: number;
  /** So many items are listed at a time, about. */
  readonly listed: number;
  readonly say: (line: string) => void;
}

export interface Churned {
  readonly rebuilds: number;
  readonly files: number;
  readonly questions: number;
  readonly hits: number;
  /** Resident MiB after each tenth of the changes. */
  readonly memory: readonly number[];
  readonly seconds: number;
}

const holdRadius = 30;
/** One answer in so many changes is compared. */
const askedEvery = 400;

/** Runs it and gives the text for docs/soak.md. Throws when an answer was not exact, or memory grew. */
export async function soakIndexChurn(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { changes: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
  });
  const done = await churn({
    changes: Number(values.changes),
    seed: Number(values.seed),
    listed: 60_000,
    say: (line) => console.log(line),
  });
  const [warm = 0, last = 0] = [Math.max(...done.memory.slice(2, 5)), Math.max(...done.memory.slice(-3))];
  if (last > 1.15 * warm) throw new Error(`Memory grew from ${warm} to ${last} MiB after it was warm.`);
  return [
    `Seed ${values.seed}: ${values.changes} items listed or withdrawn, about 60000 at a time, in ${Math.round(done.seconds)} s; ${done.rebuilds} rebuilds in a thread, ${done.files} files written meanwhile.`,
    `${done.questions} answers with ${done.hits} matches compared with a plain list: all the same.`,
    `Resident memory in MiB after each tenth: ${done.memory.join(', ')}.`,
  ].join('\n');
}

/** Throws an Error at the first answer that is not that of the plain list. */
export async function churn({ changes, seed, listed, say }: ChurnOptions): Promise<Churned> {
  const began = performance.now();
  const chance = seeded(seed);
  const words = wordsFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'likeness-churn-'));
  const index = await openIndex();
  let files = 0;
  const rebuilding = await openRebuilding({
    sets: Object.values(index.sets),
    log: (line) => {
      throw new Error(line);
    },
    onRebuilt: async () => {
      const held = index.hold(crc32);
      await writeIndexFile(folder, held, { seq: 1, subjectId: '00000000-0000-4000-8000-000000000000', at: 0 }).finally(() =>
        held.release(),
      );
      files += 1;
    },
  });
  let seq = 1;
  index.apply({ seq, kind: 'bank', bank: { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null } });
  const plain = new PlainList(Math.ceil(1.2 * listed));
  const memory: number[] = [];
  let [questions, hits] = [0, 0];
  // Near the codes of some that are listed, so that answers are full.
  const origins = skewedCodes(200, seed);
  const aCode = (): Uint8Array => {
    const code = chance() < 0.2 ? origins.slice(32 * Math.floor(200 * chance())).slice(0, 32) : skewedCodes(1, words());
    flip(code, Math.floor(20 * chance()), words);
    return code;
  };
  try {
    for (let change = 1; change <= changes; change++) {
      seq += 1;
      if (plain.size < listed * 0.9 || (plain.size < listed * 1.1 && chance() < 0.5)) {
        const id = `00000000-0000-4000-8000-${seq.toString(16).padStart(12, '0')}`;
        const code = aCode();
        index.apply({
          seq,
          kind: 'item',
          item: {
            id,
            bankId: 'own',
            state: 'active',
            source: 'soak',
            addedAt: '2026-11-22T00:00:00.000Z',
            codes: [{ kind: 'pdq', variant: 'whole', value: hexOfBytes(code), quality: 100, provenance: 'confirmed' }],
          },
        });
        plain.add(id, code);
      } else {
        const gone = plain.removeAt(Math.floor(plain.size * chance()));
        index.apply({ seq, kind: 'item-gone', itemId: gone });
      }
      if (change % 50 === 0) rebuilding.check();
      if (change % 20 === 0) await breathe();
      if (change % askedEvery === 0) {
        const asked = chance() < 0.5 ? plain.codeAt(Math.floor(plain.size * chance())) : aCode();
        const fingerprints = [{ kind: 'pdq' as const, variant: 'rotate90' as const, value: hexOfBytes(asked), quality: 100 }];
        const found = index
          .look({ platformId: 'any', source: 'bytes', fingerprints })
          .map(({ itemId, distance }) => `${itemId} ${distance}`);
        const expected = plain.near(asked, holdRadius);
        if (found.sort().join() !== expected.sort().join())
          throw new Error(`After change ${change} (seed ${seed}) an answer was not exact.`);
        questions += 1;
        hits += found.length;
      }
      if (change % Math.ceil(changes / 10) === 0) {
        await rebuilding.settled();
        memory.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
        say(`${change} changes, ${rebuilding.count} rebuilds, ${memory.at(-1)} MiB`);
      }
    }
    await rebuilding.settled();
  } finally {
    await rebuilding.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { rebuilds: rebuilding.count, files, questions, hits, memory, seconds: (performance.now() - began) / 1000 };
}

/** The oracle: every code compared, in the plainest way that does a million times sixty thousand. */
class PlainList {
  readonly #ids: string[] = [];
  readonly #words: Uint32Array;

  constructor(most: number) {
    this.#words = new Uint32Array(8 * most);
  }

  get size(): number {
    return this.#ids.length;
  }

  add(id: string, code: Uint8Array): void {
    this.#words.set(new Uint32Array(code.slice().buffer), 8 * this.#ids.length);
    this.#ids.push(id);
  }

  /** The last one takes its place. */
  removeAt(place: number): string {
    const gone = this.#ids[place] ?? '';
    const last = this.#ids.pop() ?? '';
    if (place === this.#ids.length) return gone;
    this.#ids[place] = last;
    this.#words.copyWithin(8 * place, 8 * this.#ids.length, 8 * this.#ids.length + 8);
    return gone;
  }

  codeAt(place: number): Uint8Array {
    return new Uint8Array(this.#words.slice(8 * place, 8 * place + 8).buffer);
  }

  near(code: Uint8Array, radius: number): string[] {
    const asked = new Uint32Array(code.slice().buffer);
    return this.#ids.flatMap((id, place) => {
      let distance = 0;
      for (let word = 0; word < 8 && distance <= radius; word++)
        distance += onesOf((this.#words[8 * place + word] ?? 0) ^ (asked[word] ?? 0));
      return distance <= radius ? [`${id} ${distance}`] : [];
    });
  }
}

function onesOf(word: number): number {
  let ones = 0;
  for (let left = word; left !== 0; left &= left - 1) ones++;
  return ones;
}
