/** Which full figures can be measured, and where do they go? `npm run soak -- NAME [OPTIONS]` runs one and adds its result to docs/soak.md; without a name it lists them. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

interface Soak {
  readonly sentence: string;
  /** Answers the text for docs/soak.md; throws when the figure is not reached. */
  readonly run: (args: readonly string[]) => Promise<string>;
}

const soaks: Readonly<Record<string, Soak>> = {
  kill: {
    sentence: 'Kills the server at random instants under writes: nothing acknowledged may be lost. --kills N, --seed N',
    run: async (args) => (await import('./kill.ts')).soakKill(args),
  },
  clocks: {
    sentence: 'Lives through thirty days many times, with restarts and clock steps: every clock fires once, in time. --runs N, --seed N',
    run: async (args) => (await import('./clocks.ts')).soakClocks(args),
  },
  decode: {
    sentence: 'Gives each decoder mutated files: nothing may crash the server or hang. --files N, --from SEED, --format NAME',
    run: async (args) => (await import('./decode.ts')).soakDecode(args),
  },
  'decode-modes': {
    sentence: 'Compares the decoding modes on many pictures.',
    run: async (args) => (await import('./decode-modes.ts')).soakDecodeModes(args),
  },
  pdq: {
    sentence: 'Compares both PDQ kernels with the reference on pictures of random sizes: no bit may differ. --pictures N',
    run: async (args) => (await import('./pdq.ts')).soakPdq(args),
  },
  recall: {
    sentence: 'Changes pictures in 64 ways and counts which copies and which strangers are found. --photographs FOLDER',
    run: async (args) => (await import('./recall.ts')).soakRecall(args),
  },
  'index-churn': {
    sentence: 'Lists and withdraws many items while the index is rebuilt: exact answers, flat memory. --changes N, --seed N',
    run: async (args) => (await import('./index-churn.ts')).soakIndexChurn(args),
  },
  import: {
    sentence: 'Takes a long list over, killed again and again on the way: each line must be there once. --lines N, --kills N, --seed N',
    run: async (args) => (await import('./import.ts')).soakImport(args),
  },
  proxy: {
    sentence: 'Records all that a browser sends while a person fingerprints files of five kinds: nothing of them may leave. --files N',
    run: async (args) => (await import('./proxy.ts')).soakProxy(args),
  },
  scan: {
    sentence: 'Scans many small files and watches the memory: it must stay flat. --files N, --bucket',
    run: async (args) => (await import('./scan.ts')).soakScan(args),
  },
};

const results = fileURLToPath(new URL('../docs/soak.md', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(soaks, name) ? soaks[name] : undefined;
if (soak === undefined) {
  console.log('npm run soak -- NAME, where NAME is one of');
  for (const [one, { sentence }] of Object.entries(soaks)) console.log(`  ${one.padEnd(14)}${sentence}`);
  process.exitCode = name === '' ? 0 : 2;
} else {
  const text = await soak.run(args);
  if (!existsSync(results))
    appendFileSync(results, '# What the long runs found\n\nEach run of `npm run soak` adds its result below, the newest last.\n');
  appendFileSync(
    results,
    `\n## ${[name, ...args].join(' ')}\n\n${new Date().toISOString().slice(0, 10)}, ${commit()}, ${machine()}.\n\n${text}\n`,
  );
  console.log(text);
}

function commit(): string {
  try {
    return `commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()}`;
  } catch {
    return 'no commit';
  }
}

function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`;
}
