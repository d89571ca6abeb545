/** Do rows keep what is written, and do held ones keep still? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rows } from './rows.ts';

const bytesOf = (pieces: readonly Uint8Array[]): Buffer => Buffer.concat(pieces);

test('rows that are taken, written and given back, before, while and after all are held: each keeps its words, what is held keeps still, and is room for the same rows', () => {
  // Far apart, so that pieces that nobody wrote lie between.
  const row = fc.oneof(fc.nat(40), fc.integer({ min: 16_370, max: 16_400 }), fc.integer({ min: 49_000, max: 49_010 }));
  const act = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('set' as const), row, value: fc.nat(2 ** 32 - 1) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('take' as const, 'free' as const), row, value: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('hold' as const, 'release' as const), row, value: fc.nat(9) }) },
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      const rows = new Rows(3);
      const expected = new Map<number, number>();
      const taken: number[] = [];
      let held: { pieces: Uint8Array[]; copy: Buffer; ends: Rows['ends']; words: Map<number, number> } | null = null;
      for (const { kind, row, value } of acts) {
        if (kind === 'set') {
          rows.set(row, 2, value);
          expected.set(row, value);
        } else if (kind === 'take') {
          const one = rows.take();
          expect(taken).not.toContain(one);
          taken.push(one);
          rows.set(one, 2, value);
          expected.set(one, value);
        } else if (kind === 'free') {
          const one = taken.pop();
          if (one === undefined) continue;
          rows.free(one);
          expected.set(one, 0);
        } else if (kind === 'hold' && held === null) {
          const pieces = rows.hold();
          expect(() => rows.hold()).toThrow(RangeError);
          held = { pieces, copy: bytesOf(pieces), ends: rows.ends, words: new Map(expected) };
        } else if (kind === 'release') {
          rows.release();
          held = null;
        }
        if (held !== null) expect(bytesOf(held.pieces).equals(held.copy)).toBe(true);
      }
      for (const [one, value] of expected) expect(rows.get(one, 2)).toBe(value);
      if (held === null) return;
      const again = Rows.room(3, held.ends);
      let at = 0;
      for (const piece of again.pieces) {
        piece.set(held.copy.subarray(at, at + piece.length));
        at += piece.length;
      }
      expect(at).toBe(held.copy.length);
      for (const [one, value] of held.words) expect(again.rows.get(one, 2)).toBe(value);
      expect(again.rows.ends).toEqual(held.ends);
    }),
    { numRuns: 200 },
  );
});
