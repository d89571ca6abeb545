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

/** Held of one upload before it takes a decoder, and of all uploads together: every ordinary picture is whole by then, and whoever is slow has no decoder. */
const aheadBytes = 16 * 1024 * 1024;
const aheadBytesTogether = 96 * 1024 * 1024;

/**
 * Runs `use` with the same bytes once so much of them is there, or all. When the uploads together hold what they may, one goes straight on with what it has.
 * What was held is given back when `use` has ended, however it ends.
 */
export type ReadAhead = <T>(source: AsyncIterable<Uint8Array>, use: (bytes: AsyncIterable<Uint8Array>) => Promise<T>) => Promise<T>;

export function openReadAhead(limits = { bytes: aheadBytes, together: aheadBytesTogether }): ReadAhead {
  let heldTogether = 0;
  return async (source, use) => {
    const chunks = source[Symbol.asyncIterator]();
    const held: Uint8Array[] = [];
    let size = 0;
    const give = (bytes: number): void => {
      size -= bytes;
      heldTogether -= bytes;
    };
    try {
      while (size < limits.bytes && heldTogether < limits.together) {
        const next = await chunks.next();
        if (next.done === true) break;
        held.push(next.value);
        size += next.value.length;
        heldTogether += next.value.length;
      }
      return await use(resumed(held, chunks, give));
    } finally {
      give(size);
      // A source that was not read to its end, because there was no decoder for example, is told so.
      void Promise.resolve(chunks.return?.()).catch(() => {});
    }
  };
}

async function* resumed(held: Uint8Array[], chunks: AsyncIterator<Uint8Array>, give: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  // Each is let go when it is handed on.
  for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) {
    give(chunk.length);
    yield chunk;
  }
  yield* { [Symbol.asyncIterator]: () => chunks };
}
