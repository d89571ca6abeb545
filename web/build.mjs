/**
 * How do the pages become what Node can render and a browser can load? `node web/build.mjs`; does nothing when no input changed.
 *
 *   dist/render/           tsc: every .ts and .tsx that renders on the server, with declarations
 *   dist/assets/           vite: each file in web/<room>/entries/, named by its content
 *   dist/built-assets.js   which entry became which file, with its sha384
 *
 * Types are not checked here (`npm run types` does), so that a fresh install builds in seconds.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = import.meta.dirname;
const root = dirname(web);
const dist = join(web, 'dist');
const stampName = 'inputs.sha256';

const heicFolder = dirname(createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.js'));
const heicDecoder = { 'person/heic.js': join(heicFolder, 'libheif.js'), 'person/heic.wasm': join(heicFolder, 'libheif.wasm') };

/** Everything that can change the result. Rooms that the browser files import are inputs too. */
function inputs() {
  const sources = globSync(['web/**/*', 'packages/{fingerprint,casework,contract}/src/**/*'], {
    cwd: root,
    exclude: (name) => /(^|\/)(dist[^/]*|node_modules)(\/|$)|\.test\.tsx?$/.test(name),
  }).filter((name) => !/\.test\.tsx?$/.test(name) && statSync(join(root, name)).isFile());
  return [...sources, 'tsconfig.base.json', 'package-lock.json'].filter((name) => existsSync(join(root, name))).sort();
}

function inputsDigest() {
  const digest = createHash('sha256');
  for (const name of inputs())
    digest
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  return digest.digest('hex');
}

/** `web/person/entries/request.ts` is `person/request.js`. */
function entryName(file) {
  const room = basename(dirname(dirname(file)));
  return `${room}/${basename(file).replace(/\.ts$/, '.js')}`;
}

function emitRendering(out) {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(web, 'tsconfig.render.json'), '--outDir', join(out, 'render')], {
    stdio: 'inherit',
    cwd: root,
  });
}

async function bundleEntries(out) {
  const entries = globSync('*/entries/*', { cwd: web }).sort();
  const bundled = entries.filter((file) => ['.ts', '.css'].includes(extname(file)));
  const copied = entries.filter((file) => !bundled.includes(file));
  const assets = join(out, 'assets');
  mkdirSync(assets, { recursive: true });
  const built = {};
  const described = (file) => {
    const bytes = readFileSync(join(assets, file));
    return { file, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`, bytes: bytes.length };
  };
  if (bundled.length > 0) {
    const { build: viteBuild } = await import('vite');
    await viteBuild({
      root: web,
      configFile: false,
      logLevel: 'warn',
      base: '/assets/',
      publicDir: false,
      worker: { format: 'es', rollupOptions: { output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' } } },
      build: {
        outDir: assets,
        emptyOutDir: false,
        assetsDir: '',
        // No data: addresses: the pages' policy allows files of our own origin and nothing else.
        assetsInlineLimit: 0,
        modulePreload: false,
        // Older phones still in use; WASM SIMD itself starts at Chrome 91, Firefox 89 and Safari 16.4.
        target: ['chrome91', 'firefox90', 'safari15'],
        manifest: 'vite-manifest.json',
        rollupOptions: {
          input: Object.fromEntries(
            bundled.map((file) => [
              `${basename(dirname(dirname(file)))}-${basename(file, extname(file))}${extname(file) === '.css' ? '-style' : ''}`,
              join(web, file),
            ]),
          ),
          output: { entryFileNames: '[name]-[hash].js', chunkFileNames: 'shared-[hash].js', assetFileNames: '[name]-[hash][extname]' },
        },
      },
    });
    const manifest = JSON.parse(readFileSync(join(assets, 'vite-manifest.json'), 'utf8'));
    rmSync(join(assets, 'vite-manifest.json'));
    for (const file of bundled) {
      const made = manifest[file.replaceAll('\\', '/')];
      if (made === undefined) throw new Error(`vite built nothing for ${file}`);
      built[entryName(file)] = described(made.file);
    }
  }
  // Workers are loaded by the entries, not by pages; a page still says how large one is.
  for (const file of globSync('*/behaviour/*.worker.ts', { cwd: web })) {
    const made = globSync(`${basename(file, '.ts')}-*.js`, { cwd: assets });
    if (made.length !== 1) throw new Error(`vite built ${made.length} files for ${file}`);
    built[entryName(file)] = described(made[0]);
  }
  // The HEIC decoder: two files of the library as they come, which her page loads only when she asks for it.
  for (const [name, file] of Object.entries(heicDecoder)) {
    const bytes = readFileSync(file);
    const made = `heic-${createHash('sha256').update(bytes).digest('base64url').slice(0, 8)}${extname(file)}`;
    writeFileSync(join(assets, made), bytes);
    built[name] = described(made);
  }
  for (const file of copied) {
    const hash = createHash('sha256')
      .update(readFileSync(join(web, file)))
      .digest('base64url')
      .slice(0, 8);
    const name = `${entryName(file).replace('/', '-').replace(extname(file), '')}-${hash}${extname(file)}`;
    copyFileSync(join(web, file), join(assets, name));
    built[entryName(file)] = described(name);
  }
  return built;
}

function writeBuiltAssets(out, built) {
  const text = `/** Made by web/build.mjs. */
import { fileURLToPath } from 'node:url';
export const builtAssets = ${JSON.stringify(built, null, 2)};
export const builtAssetsDir = fileURLToPath(new URL('./assets/', import.meta.url));
`;
  writeFileSync(join(out, 'built-assets.js'), text);
}

/** Builds when an input changed since the last build, and says whether it did. The finished folder replaces the old one in one step. */
export async function build() {
  const digest = inputsDigest();
  const stamp = join(dist, stampName);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  const out = `${dist}.${process.pid}`;
  const old = `${dist}.${process.pid}.old`;
  try {
    mkdirSync(out, { recursive: true });
    writeBuiltAssets(out, await bundleEntries(out));
    emitRendering(out);
    writeFileSync(join(out, stampName), digest);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(out, dist);
  } finally {
    rmSync(out, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const startedAt = performance.now();
  const built = await build();
  console.log(built ? `web: built in ${Math.round(performance.now() - startedAt)} ms` : `web: nothing changed (${relative(root, dist)})`);
}
