/** How does a test have a bad connection? A pipe that lets 400 kbit/s through each way, makes some segments late by the time of a retransmission, and cuts a connection when told. */
import { connect, createServer, type Socket } from 'node:net';

export interface PoorNetwork {
  /** For the browser's settings. */
  readonly server: string;
  /** Once, cuts the connection that carried these words of a request, when its answer begins: the request is done, and nobody hears of it. */
  losesTheAnswerTo(words: string): void;
  /** Once, keeps back the answer to the request that carried these words: it is done, and the browser goes on waiting. Resolves when there is an answer. */
  holdsTheAnswerTo(words: string): Promise<void>;
  /** How many segments went each way, and how many of them were late. */
  readonly segments: () => { readonly all: number; readonly late: number };
  close(): Promise<void>;
}

const segmentBytes = 1448;
/** A phone at the edge of its network. */
const poor = { bitsPerSecond: 400_000, delayMs: 40 };
/** Nothing of it is slow: for what is lost or held alone. */
export const good = { bitsPerSecond: Number.POSITIVE_INFINITY, delayMs: 0 };
const lateByMs = 300;
/** Two in a hundred. */
const lateEach = 50;

/** Pipes what comes in to this port of the machine. Which segments are late is the same in every run: every fiftieth. */
export async function openPoorNetwork(port: number, { bitsPerSecond, delayMs } = poor): Promise<PoorNetwork> {
  let held: { readonly words: string; readonly isAnswered: () => void } | null = null;
  let lost: string | null = null;
  let all = 0;
  let late = 0;
  const sockets = new Set<Socket>();

  /** All connections share the line, one way. */
  function line(): (bytes: number) => number {
    let freeAt = 0;
    return (bytes) => {
      freeAt = Math.max(freeAt, performance.now()) + (bytes * 8000) / bitsPerSecond;
      all += 1;
      const isLate = all % lateEach === 0;
      if (isLate) late += 1;
      return freeAt + delayMs + (isLate ? lateByMs : 0);
    };
  }
  const [up, down] = [line(), line()];

  function carry(from: Socket, to: Socket, arrives: (bytes: number) => number, isStopped: () => boolean): void {
    let lastAt = 0;
    const coming: (() => void)[] = [];
    // In order: what comes behind a late segment waits for it. Of two timers that are nearly due at once the later may be called first.
    const after = (at: number, act: () => void): void => {
      lastAt = Math.max(lastAt, at);
      coming.push(act);
      setTimeout(
        () => {
          const next = coming.shift();
          if (!to.destroyed) next?.();
        },
        Math.max(0, lastAt - performance.now()),
      );
    };
    from.on('data', (chunk) => {
      if (isStopped()) return;
      for (let at = 0; at < chunk.length; at += segmentBytes) {
        const segment = chunk.subarray(at, at + segmentBytes);
        after(arrives(segment.length), () => to.write(segment));
      }
    });
    from.on('end', () => after(0, () => to.end()));
    from.on('close', () => after(0, () => (from.readableEnded ? to.end() : to.destroy())));
  }

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let isLost = false;
    let answered: (() => void) | null = null;
    near.on('data', (chunk) => {
      if (held !== null && chunk.includes(held.words)) {
        answered = held.isAnswered;
        held = null;
      }
      if (lost === null || !chunk.includes(lost)) return;
      lost = null;
      isLost = true;
    });
    far.on('data', () => {
      answered?.();
      if (!isLost) return;
      near.resetAndDestroy();
      far.destroy();
    });
    carry(near, far, up, () => false);
    carry(far, near, down, () => answered !== null);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => void sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the network has no port');
  return {
    server: `http://127.0.0.1:${address.port}`,
    losesTheAnswerTo: (words) => {
      lost = words;
    },
    holdsTheAnswerTo: (words) =>
      new Promise((isAnswered) => {
        held = { words, isAnswered };
      }),
    segments: () => ({ all, late }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
