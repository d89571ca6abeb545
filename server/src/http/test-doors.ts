/** How does a test stand before every door? A whole engine, real decoders, all doors on it, and what was logged. */

import { createApiKey, type Scope } from '../access/api-keys.ts';
import type { DataProtection } from '../config/data-protection.ts';
import { systemRandom } from '../config/random.ts';
import { readSettings } from '../config/settings.ts';
import { type DecodePool, openDecodePool } from '../decode/pool.ts';
import { openTestEngine, type TestEngine } from '../workflows/test-engine.ts';
import { openApp } from './app.ts';
import { frameOfPages } from './calm-page.ts';
import { doors } from './doors.ts';
import { uploadPace } from './pace.ts';

export interface TestDoors {
  readonly house: TestEngine;
  readonly app: ReturnType<typeof openApp>;
  readonly decode: DecodePool;
  /** Lines of the log, at its most talkative level. */
  readonly log: readonly string[];
  /** Method and pattern of every route. */
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  /** A new key of the first platform, as a header. */
  key(...scopes: readonly Scope[]): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

export async function openTestDoors(
  environment: Readonly<Record<string, string>> = {},
  pace = uploadPace,
  dataProtection: DataProtection | null = null,
): Promise<TestDoors> {
  const house = await openTestEngine();
  const { engine, platformId } = house;
  const settings = readSettings(environment, { uid: 1000, home: '/nowhere', cwd: '/nowhere' });
  const decode = await openDecodePool({ children: 1, maxBytes: settings.maxUploadBytes });
  const log: string[] = [];
  const app = openApp(
    { level: 'info', stream: { write: (line) => void log.push(line) } },
    { frame: frameOfPages(settings, dataProtection), trustedProxies: settings.trustedProxies },
  );
  const routes: { method: string; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  await app.register(doors, { engine, decode, settings, dataProtection, pace });
  await app.ready();
  return {
    house,
    app,
    decode,
    log,
    routes,
    key: async (...scopes) => {
      const wanted = { platformId, scopes: scopes.length === 0 ? (['platform'] as const) : scopes, label: 'test' };
      const { key } = await engine.store.transact((tx) => createApiKey(tx, systemRandom, wanted));
      return { authorization: `Bearer ${key}` };
    },
    close: async () => {
      await app.close();
      await decode.close();
      await house.close();
    },
  };
}
