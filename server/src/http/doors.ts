/** Which door stands where? The person at /, moderators at /console, platforms at /api/v1, operators at /healthz, /readyz and /metrics. */
import type { FastifyPluginAsync } from 'fastify';
import type { Provider } from '../access/provider.ts';
import type { DataProtection } from '../config/data-protection.ts';
import type { Settings } from '../config/settings.ts';
import type { DecodePool } from '../decode/pool.ts';
import type { VideoReader } from '../decode/video.ts';
import { openPreviews } from '../preview/preview.ts';
import type { Engine } from '../workflows/engine.ts';
import { assets } from './assets.ts';
import { consoleRoutes } from './console.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';
import { type Pace, uploadPace } from './pace.ts';
import { person } from './person.ts';
import { platformApi } from './platform-api.ts';
import { uploader } from './uploader.ts';

export interface DoorsOptions {
  readonly engine: Engine;
  readonly decode: DecodePool;
  /** Null: no frames of videos are shown. */
  readonly videos?: Pick<VideoReader, 'stillsOf'> | null;
  readonly settings: Settings;
  readonly dataProtection: DataProtection | null;
  /** Where people of the console may sign in without a password of ours. */
  readonly provider?: Provider | null;
  /** How fast an upload has to arrive; tests make it quicker. */
  readonly pace?: Pace;
}

export const doors: FastifyPluginAsync<DoorsOptions> = async (app, options) => {
  const { engine, decode, videos = null, settings, dataProtection, provider = null, pace = uploadPace } = options;
  await app.register(health, { engine, decode });
  await app.register(metrics, { engine });
  const { maxUploadBytes, uploadParts } = settings;
  await app.register(platformApi, { prefix: '/api/v1', engine, decode, maxUploadBytes, uploadParts, pace });
  await app.register(person, { engine, settings, dataProtection });
  await app.register(uploader, { engine, settings, dataProtection });
  const previews = openPreviews({ ...engine, decode, videos, maxBytes: maxUploadBytes });
  await app.register(consoleRoutes, {
    prefix: '/console',
    engine,
    previews,
    dataProtection,
    provider,
    requirePasskeys: settings.requirePasskeys,
    ownOrigins: settings.ownOrigins,
  });
  await app.register(assets);
};
