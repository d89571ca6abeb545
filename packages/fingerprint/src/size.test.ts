/** What does an app pay that takes this package along? Everything it exports, with its WebAssembly, bundled and minified as a page would get it. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('all of the package with its WebAssembly is under 60 KiB, minified and before compression', async () => {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('index.ts', import.meta.url)), name: 'fingerprint', formats: ['iife'] },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) => ('output' in result ? result.output : []));
  const bytes = outputs.reduce((sum, output) => sum + (output.type === 'chunk' ? Buffer.byteLength(output.code) : output.source.length), 0);
  console.log(`The package is ${bytes} bytes, minified.`);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(60 * 1024);
});
