/** How does the one process start, and how does it stop? Opens everything in order, says where it can be reached, and closes it in the opposite order. */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { offerFirstRun } from './access/moderators.ts';
import { passkeySiteOf } from './access/passkeys.ts';
import { openProvider } from './access/provider.ts';
import { readDataProtection } from './config/data-protection.ts';
import { readDsaTokens } from './config/dsa-tokens.ts';
import { readLaws } from './config/laws-file.ts';
import { readProviderSecret } from './config/provider-secret.ts';
import { systemRandom } from './config/random.ts';
import { plainReason, Refusal, systemErrorCode } from './config/refusal.ts';
import { noteServedAddress } from './config/served-address.ts';
import type { Settings } from './config/settings.ts';
import { openDecodePool } from './decode/pool.ts';
import { openVideoReader } from './decode/video.ts';
import { openApp } from './http/app.ts';
import { frameOfPages } from './http/calm-page.ts';
import { providerReturn } from './http/console-provider.ts';
import { doors } from './http/doors.ts';
import { startBankIndex } from './index/bank-index.ts';
import { openInstallation } from './installation.ts';
import { handlersOf } from './jobs/handlers.ts';
import { checkpoint, damageOf } from './ledger/checkpoint.ts';
import { record } from './ledger/record.ts';
import { openQueue } from './outbox/queue.ts';
import { openTargets } from './outbox/targets.ts';
import { openPostgres } from './store/postgres.ts';
import type { Engine } from './workflows/engine.ts';
import { ensurePlatform } from './workflows/platforms.ts';

/** An upload that finds no decoder for so long is told to come again: its sender's own patience ends soon after. */
const decoderWaitMs = 10_000;

export interface ServeIo {
  /** A sentence for the operator's terminal. */
  readonly say: (sentence: string) => void;
  /** Told when the server cannot go on, for example because its PostgreSQL ended. */
  readonly onLost?: (sentence: string) => void;
}

export interface Serving {
  /** Where it listens, such as `http://127.0.0.1:8420`. */
  readonly url: string;
  /** The one-time link that makes the first moderator; null once there is one. */
  readonly firstRunUrl: string | null;
  /** Ends cleanly: what was begun is answered, the ledger's head is signed, PostgreSQL is stopped last. */
  stop(): Promise<void>;
}

/** Starts the server. Resolves when pages and API answer. Throws a Refusal, with everything closed again, when something needed is missing. */
export async function serve(settings: Settings, io: ServeIo): Promise<Serving> {
  const closers: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      // One that fails, because PostgreSQL is lost for example, keeps no other from being closed.
      for (const close of closers.toReversed())
        await close().catch((error: unknown) => io.say(`Something did not close as it should: ${plainReason(error)}.`));
    })();
    return stopping;
  };
  try {
    return await open(settings, io, closers, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(settings: Settings, io: ServeIo, closers: (() => Promise<unknown>)[], stop: () => Promise<void>): Promise<Serving> {
  const dataProtection = readDataProtection(settings);
  const dsaTokens = settings.dsaTokenFile === null ? null : await readDsaTokens(settings.dsaTokenFile);
  const provider =
    settings.provider === null
      ? null
      : openProvider(settings.provider, readProviderSecret(settings.provider.secretFile), `${settings.publicUrl}${providerReturn}`);
  // Where there can be no passkey, nobody who has to have one could come in.
  if (settings.requirePasskeys && passkeySiteOf(settings.publicUrl) === null)
    throw new Refusal(
      'config/passkeys',
      `LIKENESS_REQUIRE_PASSKEYS is set, and no passkey can be made at ${settings.publicUrl}: set LIKENESS_PUBLIC_URL to https with a name.`,
    );
  await checkPort(settings);
  const postgres = await openPostgres(settings, { log: io.say, ...(io.onLost === undefined ? {} : { onLost: io.onLost }) });
  closers.push(() => postgres.stop());
  const app = openApp({ level: 'warn' }, { frame: frameOfPages(settings, dataProtection), trustedProxies: settings.trustedProxies });
  // Logged by kind, code and place (http/problem-answers.ts): a driver's error carries its whole connection.
  const onError = (error: Error): void => app.log.error({ err: error }, 'background work failed');
  const { store, keys } = await openInstallation(settings, postgres.url, onError);
  closers.push(() => store.close());
  const checkpoints = join(settings.dataDir, 'checkpoints.log');
  // With DATABASE_URL nothing else has made the folder.
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new Refusal('data-dir/unwritable', `The data folder ${settings.dataDir} cannot be made: ${plainReason(error)}.`);
  });
  const damage = await damageOf(checkpoints);
  if (damage !== null) io.say(damage);
  closers.push(() => checkpoint(store, keys, checkpoints, true));
  const decode = await openDecodePool({
    requireSandbox: settings.requireSandbox,
    maxBytes: settings.maxUploadBytes,
    waitMs: decoderWaitMs,
  });
  closers.push(() => decode.close());
  // One film at a time: somebody waits for a few stills of it, and nobody for more. Started when the first is asked for.
  const videos = await openVideoReader({ children: 1, requireSandbox: settings.requireSandbox, maxBytes: settings.maxUploadBytes });
  closers.push(() => videos.close());
  await ensurePlatform({ store, random: systemRandom });
  const index = startBankIndex(store, { onError, log: (line) => app.log.warn(line), folder: join(settings.dataDir, 'index') });
  closers.push(() => index.close());
  const queue = await openQueue(store, { onError });
  closers.push(() => queue.stop());
  const targets = openTargets(settings.privateTargets);
  const { publicUrl, floodUploaders, undoMinutes, reportingCountry, exposure, misuse } = settings;
  const laws = await readLaws(settings.lawsFile);
  const engine: Engine = {
    store,
    keys,
    random: systemRandom,
    index,
    queue,
    targets,
    publicUrl,
    floodUploaders,
    undoMinutes,
    laws,
    reportingCountry,
    exposure,
    misuse,
    transparency: dsaTokens === null ? null : { url: settings.dsaUrl, tokens: dsaTokens },
  };

  await app.register(doors, { engine, decode, videos, settings, dataProtection, provider });
  await app.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
    throw cannotListen(settings, error);
  });
  closers.push(() => app.close());
  await noteServedAddress(settings.dataDir, settings.publicUrl).then(
    (forget) => closers.push(forget),
    (error: unknown) =>
      io.say(`Commands here will not know the address ${settings.publicUrl}: it could not be noted (${plainReason(error)}).`),
  );
  // Who asks meanwhile is answered: requests are taken, uploads are told to come again, and /readyz says why.
  await index.loaded;
  await store.transact((tx) => record(tx, { act: 'installation.started', subjects: {} }));
  await queue.work(handlersOf(engine, checkpoints, dataProtection));

  const token = await offerFirstRun(store, keys, systemRandom);
  const firstRunUrl = token === null ? null : `${settings.publicUrl}/console/first-run#${token.reveal()}`;
  if (!isSecureOrigin(settings.publicUrl))
    io.say(
      `Browsers keep the session cookie only over https: put a TLS proxy in front and set LIKENESS_PUBLIC_URL to its https address, or nobody can sign in at ${settings.publicUrl}.`,
    );
  for (const protection of decode.limitations()) io.say(`Protection missing: ${protection}`);
  return { url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`, firstRunUrl, stop };
}

/** Whether browsers keep a Secure cookie there: https, or this very machine. */
function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

/** Tries the port before anything is started, so that the answer is quick and nothing has to be undone. */
async function checkPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()));
  }).catch((error: unknown) => {
    throw cannotListen(settings, error);
  });
}

function cannotListen({ host, port }: Settings, error: unknown): Refusal {
  const isTaken = systemErrorCode(error) === 'EADDRINUSE';
  const reason = isTaken ? 'another program listens there; stop it, or set LIKENESS_PORT to a free port' : plainReason(error);
  return new Refusal('serve/port', `Cannot listen on ${host} port ${port}: ${reason}.`);
}
