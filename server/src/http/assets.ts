/** How do styles and scripts leave? From memory: they are a few hundred kilobytes that never change, and reading files would wait behind whatever else keeps the disk's threads busy. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Problem } from '@likeness/contract';
import { assetsDir, assetsPath } from '@likeness/web/assets';
import type { FastifyPluginAsync } from 'fastify';
import { assetHeaders } from './page-answers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Every built file under its name; nothing else has an address here, whatever the address says. */
export const assets: FastifyPluginAsync = async (app) => {
  const files = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  for (const name of await readdir(assetsDir))
    files.set(name, { bytes: await readFile(join(assetsDir, name)), type: types[extname(name)] ?? 'application/octet-stream' });

  app.get<{ Params: { file: string } }>(`${assetsPath}:file`, async (request, reply) => {
    const found = files.get(request.params.file);
    if (found === undefined) throw new Problem('route/unknown');
    assetHeaders(reply);
    // The name carries a hash of the content, so it is its own validator. RFC 9110 §14.2: a Range may be ignored.
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(found.type).send(found.bytes);
  });
};
