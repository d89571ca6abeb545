/**
 * Does any broken file bring down the server, or keep a decoder busy for more than ten seconds? `npm run soak -- decode` gives each decoder 100,000 mutated
 * files; `--files N` fewer, `--from SEED` other ones, `--format gif` one decoder alone. A run can be repeated: the seed of a file is its number.
 */
import { parseArgs } from 'node:util';
import { DecodeError } from '../server/src/decode/decode-error.ts';
import { type FileFormat, fileFormats } from '../server/src/decode/file-format.ts';
import { type DecodePool, openDecodePool } from '../server/src/decode/pool.ts';
import { mutated, wholeFiles } from '../server/src/decode/test-mutations.ts';

const hangMs = 10_000;
const atWork = 8;

const head = [
  '| decoder | mutated files | server crashes | over 10 s | children ended | slowest, with waiting | answers | took |',
  '| --- | --: | --: | --: | --: | --: | --- | --: |',
];

interface Findings {
  readonly format: FileFormat;
  readonly files: number;
  /** How often each answer was given: `read` or a code. */
  readonly answers: Map<string, number>;
  /** Seeds of files that ended their child, and of those that took it longer than ten seconds. */
  readonly crashed: number[];
  readonly hung: number[];
  slowestMs: number;
  readonly seconds: number;
}

/** Runs it and gives the rows for docs/soak.md. Throws when a file hung, or the answer was none of the agreed ones. */
export async function soakDecode(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: 'string', default: '100000' }, from: { type: 'string', default: '0' }, format: { type: 'string' } },
  });
  const pool = await openDecodePool({ decodeMs: hangMs });
  try {
    const rows: string[] = [];
    for (const format of fileFormats.filter((format) => values.format === undefined || values.format === format)) {
      const findings = await mutateAll(pool, format, Number(values.from), Number(values.files));
      rows.push(rowOf(findings));
      console.log(rows.at(-1));
      if (findings.hung.length > 0) throw new Error(`${format} files with these seeds took over ten seconds: ${findings.hung.join(', ')}`);
    }
    return [...head, ...rows].join('\n');
  } finally {
    await pool.close();
  }
}

async function mutateAll(pool: DecodePool, format: FileFormat, from: number, files: number): Promise<Findings> {
  const wholes = (await wholeFiles())[format];
  const began = performance.now();
  const found = { format, files, answers: new Map<string, number>(), crashed: [] as number[], hung: [] as number[], slowestMs: 0 };
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < from + files) {
      const seed = next++;
      const whole = wholes[seed % wholes.length];
      if (whole === undefined) throw new Error(`There are no ${format} files.`);
      const start = performance.now();
      const answer = await answerOf(pool, mutated(whole, seed));
      found.slowestMs = Math.max(found.slowestMs, performance.now() - start);
      found.answers.set(answer, (found.answers.get(answer) ?? 0) + 1);
      if (answer === 'decode/crashed') found.crashed.push(seed);
      if (answer === 'image/too-slow') found.hung.push(seed);
    }
  };
  await Promise.all(Array.from({ length: atWork }, worker));
  return { ...found, seconds: (performance.now() - began) / 1000 };
}

async function answerOf(pool: DecodePool, bytes: Uint8Array): Promise<string> {
  try {
    await pool.fingerprint(once(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function rowOf({ format, files, answers, crashed, hung, slowestMs, seconds }: Findings): string {
  const said = [...answers].sort(([, a], [, b]) => b - a).map(([answer, count]) => `${answer} ${count}`);
  const seeds = crashed.length === 0 ? '0' : `${crashed.length} (seeds ${crashed.slice(0, 5).join(', ')})`;
  return `| ${format} | ${files} | 0 | ${hung.length} | ${seeds} | ${Math.round(slowestMs)} ms | ${said.join(', ')} | ${Math.round(seconds)} s |`;
}
