/** Does a command start without what it does not need? A command line of 1,100 files took a second before it did anything. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/likeness.js', import.meta.url));
/** Prints each module's address to standard error as it is loaded. */
const telling = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context); } });",
)}`;

test('help and version load neither what speaks to a database nor the library of shapes', () => {
  const loaded = execFileSync('sh', ['-c', '"$0" --import "$1" "$2" --version 2>&1 >/dev/null', process.execPath, telling, bin], {
    encoding: 'utf8',
  });
  expect(loaded).toContain('cli/src/main.ts');
  for (const heavy of ['kysely', 'typebox', 'pg', 'pg-boss', 'sharp', 'fastify']) expect(loaded).not.toContain(`/node_modules/${heavy}/`);
});
