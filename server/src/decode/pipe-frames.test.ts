/** Are frames found however the pipe cuts them, and refused before they are held when they are too large? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkBytes, FrameBroken, FrameReader, headerOf } from './pipe-frames.ts';

test('frames come out as they went in, wherever the stream is cut', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(payloads, fc.integer({ min: 1, max: 40 }), (sent, cut) => {
      const stream = Buffer.concat(sent.flatMap((payload) => [headerOf('chunk', payload.length), Buffer.from(payload)]));
      const reader = new FrameReader(['chunk']);
      const received: number[][] = [];
      for (let at = 0; at < stream.length; at += cut) {
        for (const { payload } of reader.push(stream.subarray(at, at + cut))) received.push([...payload]);
      }
      expect(received).toEqual(sent.map((payload) => [...payload]));
    }),
    { seed: 3 },
  );
});

test('a payload above its limit, an unknown kind and an unexpected kind are refused at the header', () => {
  const refused = (header: Buffer): void => expect(() => [...new FrameReader(['chunk']).push(header)]).toThrow(FrameBroken);
  refused(headerOf('chunk', chunkBytes + 1));
  refused(headerOf('preview', 1));
  refused(Buffer.from([99, 0, 0, 0, 0]));
});
