/** Is every test that a document names still there? Read by the file and the sentence that stand in the last column of a table. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const documents = ['docs/situations.md'];

describe.each(documents)('%s', (document) => {
  const named = [...readFileSync(new URL(document, import.meta.url), 'utf8').matchAll(/\| `([^`]+\.test\.ts)`: (.+) \|$/gm)];

  test('names tests', () => {
    expect(named.length).toBeGreaterThan(0);
  });

  test.each(named.map(([, file = '', sentence = '']) => [file, sentence] as const))('%s: %s', (file, sentence) => {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(sentence);
  });
});
