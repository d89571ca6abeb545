/** Is the server alive, and is it ready to answer? `/healthz` for the first, `/readyz` for the second. */
import type { FastifyPluginAsync } from 'fastify';
import type { DecodePool } from '../decode/pool.ts';
import { latestChange } from '../store/banks.ts';
import type { Engine } from '../workflows/engine.ts';

export interface HealthOptions {
  readonly engine: Engine;
  readonly decode: DecodePool;
}

export const health: FastifyPluginAsync<HealthOptions> = async (app, { engine, decode }) => {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const latest = await latestChange(engine.store.db).catch(() => null);
    const { isLoaded } = engine.index.facts;
    const body = {
      ready: latest !== null && isLoaded,
      status: latest === null ? 'database unreachable' : isLoaded ? 'ready' : 'index loading',
      database: latest === null ? 'unreachable' : 'migrated',
      index: {
        sequence: engine.index.seq,
        behind: latest === null ? null : Math.max(0, latest - engine.index.seq),
        codes: engine.index.codeCount,
      },
      // What protects the decoding of strangers' files, and what is missing here.
      missingProtections: decode.limitations(),
    };
    return reply
      .status(body.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(body);
  });
};
