/**
 * How does an engineer outside this house get `@likeness/fingerprint`? `npm run pack:fingerprint` writes a tarball that `npm install` takes:
 * plain JavaScript with types, no dependencies. Inside the house Node runs the sources themselves. Prints the tarball's path; `--to FOLDER` for another place.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('packages/fingerprint/', import.meta.url));
const { to } = parseArgs({ options: { to: { type: 'string', default: join(here, 'dist') } } }).values;
const contents = join(to, 'package');

rmSync(contents, { recursive: true, force: true });
mkdirSync(contents, { recursive: true });
const emit = [
  '--noEmit',
  'false',
  '--rootDir',
  join(here, 'src'),
  '--outDir',
  contents,
  '--declaration',
  '--rewriteRelativeImportExtensions',
];
execFileSync('tsc', ['-p', here, ...emit], { stdio: 'inherit' });

const { exports: _sources, ...facts } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const published = { ...facts, types: './index.d.ts', exports: { '.': { types: './index.d.ts', default: './index.js' } } };
writeFileSync(join(contents, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
copyFileSync(join(here, 'README.md'), join(contents, 'README.md'));
copyFileSync(fileURLToPath(new URL('LICENSE', import.meta.url)), join(contents, 'LICENSE'));

const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', to, contents], { encoding: 'utf8' }));
console.log(join(to, filename));
