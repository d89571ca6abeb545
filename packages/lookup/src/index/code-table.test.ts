/** Does the table of entries find what was put in, whatever was taken out before? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeTable } from './code-table.ts';

test('after any history an entry is found by its hash exactly while it is in, with hashes that collide at will', () => {
  const act = fc.record({ entry: fc.nat(400), isAdded: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 600 }),
      fc.constantFrom(1, 0x0100_0193, 0x9e37_79b1),
      fc.constantFrom(1, 7, 2 ** 31),
      (acts, factor, few) => {
        const hashOf = (entry: number): number => Math.imul(entry % few, factor);
        const table = new CodeTable(hashOf);
        const expected = new Set<number>();
        for (const { entry, isAdded } of acts) {
          if (isAdded && !expected.has(entry)) table.add(entry);
          if (isAdded) expected.add(entry);
          else {
            table.remove(entry);
            expected.delete(entry);
          }
        }
        for (let entry = 0; entry <= 400; entry++) {
          expect(table.find(hashOf(entry), (found) => found === entry)).toBe(expected.has(entry) ? entry : -1);
        }
      },
    ),
    { numRuns: 150 },
  );
});
