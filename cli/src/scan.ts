/** What are the fingerprints of everything that is already there? Whole folders and buckets, however long it takes and however often it is cut off. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { availableParallelism, constants } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { plainReason, Refusal } from '@likeness/server/config/refusal';
import type { Call, Command } from './command.ts';
import { screenedBy } from './file-outcome.ts';
import { readingOptions, videoReaderFor, wishOf } from './hash.ts';
import { Cores } from './scan/cores.ts';
import type { Journal } from './scan/journal.ts';
import { progressLine, showProgress, summaryOf } from './scan/progress.ts';
import type { Above, Remember } from './scan/results.ts';
import type { ReadVideo, Results } from './scan/run.ts';
import type { Source } from './scan/source.ts';
import { type Progress, Tally } from './scan/tally.ts';
import { settingsHere } from './settings.ts';
import { quoted } from './shown.ts';

const mostWorkers = 256;

export const scan: Command = {
  words: 'scan',
  operands: 'FOLDER... | s3://BUCKET/PREFIX',
  summary: 'Fingerprint all pictures and videos in folders or a bucket.',
  explanation: `Goes through everything below the folders, or through every object whose key starts with PREFIX, and computes
what likeness hash computes, on all cores. A file is judged by its content, not its name; what is no picture or video is
left out and counted by kind, and so is an empty file. Symbolic links are not followed. Files are only read. Videos need
ffmpeg, version 5.1 or newer; --no-video leaves them out.

--out FILE writes one JSON line for each picture and video, in the form of likeness hash --json. FILE is also the
memory of the scan: killed at any moment, the same command goes on where it stopped; no file comes twice, none is
missed. When FILE exists already, nothing in it is written over: if it holds such lines, what has a line is passed
over and the rest is added; if it holds anything else, it is refused. So to scan everything again, name a new FILE.
--remember writes into the server's store instead, so that whatever is listed from now on is found among what was
there before. Each picture is screened as an upload of PLATFORM under the id that is its path inside the folder, or its
key; one that matches a listed item opens a review. It works beside a running server and without one, and goes on in
the same way. Of a video its exact fingerprints are kept, so that the same file is found.
With neither, results are printed, and nothing is kept of a scan that is cut off.

What cannot be read has a line {"file","error":{"code","message"}}; then the exit status is 1 at the end, as that of
likeness hash. It is 1 too when a FOLDER is missing or is a file; then nothing is scanned. It is 3 when the scan cannot
go on: FILE cannot be written, the storage does not answer, a folder goes away as a whole.
A bucket is reached with AWS_ENDPOINT_URL (for storages other than Amazon's), AWS_REGION, AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, from the environment or the checkout's .env.

With --json progress comes as objects on standard error: {"event":"progress","fingerprinted","failed","earlier",
"earlierFailed","skipped","total","filesPerSecond","secondsLeft"}; the last one is "done", or "stopped" with "resume",
the command to type.`,
  options: [
    { name: 'out', value: 'FILE', sentence: 'Write JSON lines to FILE; go on with it when it has such lines already.' },
    { name: 'remember', sentence: 'Write into the server’s store, for look-ups to come.' },
    { name: 'platform', value: 'NAME', sentence: 'With --remember: whose pictures; not needed while there is only one platform.' },
    { name: 'workers', value: 'N', sentence: 'Decode so many files at once; else as many as there are cores.' },
    { name: 'no-video', sentence: 'Leave videos out and count them.' },
    ...readingOptions,
  ],
  examples: [
    {
      line: 'likeness scan --out pictures.jsonl /srv/uploads',
      sentence: 'One JSON line per picture. Type it again to go on after a stop.',
    },
    { line: 'likeness scan --remember --platform Forum /srv/uploads', sentence: 'Let later lists find what is already there.' },
    {
      line: 'AWS_ENDPOINT_URL=https://storage.example likeness scan --out pictures.jsonl s3://media/2024/',
      sentence: 'The objects of one prefix, read over the network and kept nowhere.',
    },
  ],
  async run(call) {
    const wish = scanWishOf(call);
    const stop = new AbortController();
    let journal: Journal | undefined;
    const { source, identity } = await sourceOf(call, stop.signal, (facts) => journal?.isOwn(facts) === true);
    const memory = wish.remember ? await openMemory(call) : undefined;
    journal = await openJournalOf(wish, memory, identity);
    let status: number | undefined;
    try {
      status = await scanAll(call, wish, source, journal, memory, stop);
    } finally {
      // What is remembered in the store needs no notes once the end was reached; a file of results is what was asked for.
      await journal?.close(wish.remember && status !== undefined && !stop.signal.aborted ? 'forget' : undefined);
    }
    return status;
  },
};

/** Answers the exit status: 0 when every picture has its fingerprints, 1 when something could not be read, that of the signal when it was stopped. */
async function scanAll(
  call: Call,
  { workers }: Wish,
  source: Source,
  journal: Journal | undefined,
  memory: Memory | undefined,
  stop: AbortController,
): Promise<number> {
  const { maxUploadBytes, requireSandbox, uploadParts } = settingsHere();
  const { asUpload, openDecodePool } = await import('@likeness/server/decode/pool');
  const { runScan } = await import('./scan/run.ts');
  // Left alone, V8 doubles its young generation twice on the way, after thousands of files, from 16 to 64 MiB; what a file leaves behind fits into the first 16.
  setFlagsFromString('--semi-space-growth-factor=1');
  const atOnce = workers * source.filesPerDecoder;
  // A slow network is no fault of the file: the source itself gives up on what has stopped.
  const receiveMs = 600_000;
  const pool = await openDecodePool({ children: workers, capacity: atOnce, maxBytes: maxUploadBytes, requireSandbox, receiveMs });
  call.atEnd(() => pool.close());
  const videos = call.option('no-video') === undefined ? videoReaderFor(call, workers, requireSandbox, atOnce) : undefined;
  const readVideo: ReadVideo | undefined =
    videos && (async ({ bytes, path }) => (await videos.get()).fingerprintVideo(path === undefined ? { bytes } : { file: path }));
  let signal: NodeJS.Signals | undefined;
  void call.takeSignals().then((taken) => {
    signal = taken;
    stop.abort();
    void pool.close();
    void videos?.close();
  });
  const tally = new Tally(performance.now());
  const progress = (): Progress => tally.at(performance.now(), journal?.earlier.count ?? 0);
  const display = showProgress(process.stderr, call.json, progress, progressLine);
  try {
    const results = await resultsOf(call, display.above, journal, memory);
    const cores = new Cores(workers);
    const read = memory === undefined ? wishOf(call) : { ...wishOf(call), ...asUpload(uploadParts) };
    await runScan({ source, pool, wish: read, readVideo, cores, results, tally, atOnce, stop });
  } finally {
    display.stop();
  }
  const end = progress();
  if (signal !== undefined) return sayStopped(call, signal, end, journal !== undefined);
  process.stderr.write(call.json ? `${JSON.stringify({ event: 'done', ...end })}\n` : `${summaryOf(end)}\n`);
  return end.failed === 0 ? 0 : 1;
}

interface Wish {
  readonly out: string | undefined;
  readonly remember: boolean;
  readonly workers: number;
}

/** @throws Refusal with exit status 2 for options that do not go together */
function scanWishOf(call: Call): Wish {
  const wrong = (sentence: string): never => {
    throw new Refusal('usage/scan', `${sentence}; see: likeness scan --help`, 2);
  };
  const out = call.option('out');
  const remember = call.option('remember') !== undefined;
  if (out !== undefined && remember) return wrong('scan takes --out FILE or --remember, not both');
  if (remember && call.option('variants') !== undefined) return wrong('The store computes what it needs; --variants goes with --out');
  if (!remember && call.option('platform') !== undefined) return wrong('--platform goes with --remember');
  if (remember && call.operands.length > 1) return wrong('With --remember name one folder: ids are paths inside it');
  if (call.operands.length > 1 && call.operands.some(isBucket)) return wrong('scan takes folders, or one bucket');
  const given = call.option('workers');
  const workers = given === undefined ? availableParallelism() : Number(given);
  if (!Number.isInteger(workers) || workers < 1 || workers > mostWorkers)
    return wrong(`--workers must be a whole number from 1 to ${mostWorkers}, not ${quoted(given ?? '')}`);
  return { out: out === undefined ? undefined : resolve(out), remember, workers };
}

const isBucket = (operand: string): boolean => operand.startsWith('s3://');

/** The source, and what is the same for two scans of the same thing only. */
async function sourceOf(
  call: Call,
  signal: AbortSignal,
  isOwn: (facts: Parameters<Journal['isOwn']>[0]) => boolean,
): Promise<{ readonly source: Source; readonly identity: readonly string[] }> {
  const [address = ''] = call.operands;
  if (isBucket(address)) {
    const { bucketOf, bucketToScan } = await import('./scan/bucket.ts');
    const { storageAccess } = await import('./scan/storage.ts');
    bucketOf(address);
    settingsHere();
    const access = storageAccess(process.env);
    return { source: bucketToScan(address, access, signal), identity: [access.endpoint?.href ?? '', address] };
  }
  const { foldersToScan } = await import('./scan/folder.ts');
  const source = await foldersToScan(call.operands, isOwn);
  return { source, identity: source.real };
}

interface Memory {
  readonly dataDir: string;
  readonly platformId: string;
  readonly remember: Remember;
}

/** The store of this installation, with its index: what is listed already is met at once, what comes later is met by its sweep. */
async function openMemory(call: Call): Promise<Memory> {
  const { installationHere, platformHere } = await import('./installation.ts');
  const { openBankIndex } = await import('@likeness/server/index/bank-index');
  const { screen } = await import('@likeness/server/workflows/screen');
  const { systemRandom } = await import('@likeness/server/config/random');
  const installation = await installationHere(call);
  const { store, keys, settings } = installation;
  const { id: platformId } = await platformHere(installation, call.option('platform'));
  const index = await openBankIndex(store, { onError: () => {} });
  call.atEnd(() => index.close());
  const engine = { store, keys, index, random: systemRandom, floodUploaders: settings.floodUploaders };
  const nothingElse = { url: null, uploaderRef: null, links: [], source: 'bytes' } as const;
  return {
    dataDir: settings.dataDir,
    platformId,
    remember: (contentId, read) => {
      return screen(engine, platformId, { contentId, ...nothingElse, fingerprints: screenedBy(read) }, 'online');
    },
  };
}

async function openJournalOf(wish: Wish, memory: Memory | undefined, identity: readonly string[]): Promise<Journal | undefined> {
  const { openJournal } = await import('./scan/journal.ts');
  if (wish.out !== undefined) return openJournal(wish.out, 'fingerprints');
  if (memory === undefined) return undefined;
  const folder = join(memory.dataDir, 'scans');
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new Refusal('scan/unwritable', `${folder} cannot be made: ${plainReason(error)}.`);
  });
  const name = createHash('sha256')
    .update(JSON.stringify([memory.platformId, ...identity]))
    .digest('hex')
    .slice(0, 32);
  return openJournal(join(folder, `${name}.jsonl`), 'verdict');
}

async function resultsOf(call: Call, above: Above, journal: Journal | undefined, memory: Memory | undefined): Promise<Results> {
  const { toFile, toStore, toTerminal } = await import('./scan/results.ts');
  if (journal === undefined) return toTerminal(call, above);
  return memory === undefined ? toFile(call, above, journal) : toStore(call, above, journal, memory.remember);
}

/** Says how to go on; answers the exit status of a program that was interrupted. */
function sayStopped(call: Call, signal: NodeJS.Signals, end: Progress, canGoOn: boolean): number {
  const resume = canGoOn ? commandLine(call) : null;
  if (call.json) process.stderr.write(`${JSON.stringify({ event: 'stopped', ...end, resume })}\n`);
  else {
    const way = resume === null ? 'Nothing was kept; with --out FILE a scan can go on.' : `To go on, type: ${resume}`;
    process.stderr.write(`Stopped. ${summaryOf(end)}\n${way}\n`);
  }
  return 128 + constants.signals[signal];
}

/** The command as it was typed, for a shell. */
function commandLine(call: Call): string {
  const options = scan.options.flatMap(({ name, value }) => {
    const given = call.option(name);
    if (given === undefined) return [];
    return value === undefined ? [`--${name}`] : [`--${name}`, given];
  });
  const operands = call.operands.some((operand) => operand.startsWith('-')) ? ['--', ...call.operands] : call.operands;
  const words = ['likeness', 'scan', ...options, ...(call.json ? ['--json'] : []), ...operands];
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
