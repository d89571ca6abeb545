/** Does an upload arrive fast enough to be waited for? A decoder takes one file at a time, so a handful of senders who dribble would keep everybody else out. */
import { Problem } from '@likeness/contract';

/** Each `bytes` of a file must arrive within `windowMs` of waiting for it; time in which nobody asked for more does not count. */
export interface Pace {
  readonly bytes: number;
  readonly windowMs: number;
}

/** 16 KiB a second, over ten seconds: a server on a poor line is far above it. */
export const uploadPace: Pace = { bytes: 160 * 1024, windowMs: 10_000 };

/** The same bytes as they arrive. Throws Problem `body/too-slow` when they fall behind the pace. */
export async function* atPace(source: AsyncIterable<Uint8Array>, { bytes, windowMs }: Pace): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let arrived = 0;
  let waitedMs = 0;
  try {
    for (;;) {
      const askedAt = performance.now();
      const next = await within(chunks.next(), windowMs - waitedMs);
      waitedMs += performance.now() - askedAt;
      if (next === null)
        throw new Problem('body/too-slow', {
          detail: `The file arrives too slowly: at least ${Math.round(bytes / 1024)} KiB are needed in ${windowMs / 1000} s. Send it again, over a better connection.`,
        });
      if (next.done === true) return;
      arrived += next.value.length;
      if (arrived >= bytes) {
        arrived = 0;
        waitedMs = 0;
      }
      yield next.value;
    }
  } finally {
    // Not awaited: a source that is waiting for its own next bytes answers only after them.
    void Promise.resolve(chunks.return?.()).catch(() => {});
  }
}

async function within<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), Math.max(0, ms));
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Bytes that are read before a decoder is taken, and at how many uploads at once: 16 MiB in all. One more upload goes straight to the decoders. */
const aheadBytes = 256 * 1024;
const aheadAtMost = 64;

/** Resolves to the same bytes once a beginning of them is there, so that whoever is slow from the first byte on never takes a decoder. */
export type ReadAhead = (source: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>;

export function openReadAhead(limits = { bytes: aheadBytes, atOnce: aheadAtMost }): ReadAhead {
  let reading = 0;
  return async (source) => {
    if (reading >= limits.atOnce) return source;
    reading += 1;
    try {
      const chunks = source[Symbol.asyncIterator]();
      const held: Uint8Array[] = [];
      for (let size = 0; size < limits.bytes; ) {
        const next = await chunks.next();
        if (next.done === true) break;
        held.push(next.value);
        size += next.value.length;
      }
      return resumed(held, chunks);
    } finally {
      reading -= 1;
    }
  };
}

async function* resumed(held: Uint8Array[], chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Each is let go when it is handed on.
  for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) yield chunk;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
