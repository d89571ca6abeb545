/** With which database and keys does a command work? Those of the running server on this data folder, or the same ones without it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemRandom } from '@likeness/server/config/random';
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Settings } from '@likeness/server/config/settings';
import { type Installation, openInstallation } from '@likeness/server/installation';
import { connectionFor } from '@likeness/server/store/postgres';
import { runningOwner } from '@likeness/server/store/postgres-owner';
import { ensurePlatform, isUnnamed, listPlatforms, type Platform } from '@likeness/server/workflows/platforms';
import type { Call } from './command.ts';
import { settingsHere } from './settings.ts';
import { quoted } from './shown.ts';
import { WRONG_USAGE } from './usage.ts';

export interface OpenWish {
  /** Whether the command may be the first one ever: then it makes the database. Default: what is not there is refused, for a mistyped folder is no new one. */
  readonly mayCreate?: boolean;
}

/** Opens database and keys until the command is over. @throws Refusal, among others `data-dir/none` */
export async function installationHere(
  call: Call,
  { mayCreate = false }: OpenWish = {},
): Promise<Installation & { readonly settings: Settings }> {
  const settings = settingsHere();
  const { dataDir, databaseUrl } = settings;
  // A server that is just making its database for the first time owns the folder already; it is waited for.
  if (!mayCreate && databaseUrl === null && !existsSync(join(dataDir, 'postgres')) && runningOwner(dataDir) === undefined)
    throw new Refusal(
      'data-dir/none',
      `There is no Likeness data in ${dataDir}; set LIKENESS_DATA_DIR to the folder that the server uses, or make one with likeness serve.`,
    );
  const postgres = await connectionFor(settings, { log: (sentence) => call.note(sentence) });
  call.atEnd(() => postgres.stop());
  // A connection that breaks is reported by the query that waits for it.
  const installation = await openInstallation(settings, postgres.url, () => {}, { mayCreate });
  call.atEnd(() => installation.store.close());
  return { ...installation, settings };
}

/** The platform of that name, or of that id; without a name the only one there is. @throws Refusal `platform/unknown` or `platform/unnamed` */
export async function platformHere({ store }: Installation, name: string | undefined): Promise<Platform> {
  await ensurePlatform({ store, random: systemRandom });
  const platforms = await listPlatforms(store.db);
  const fitting = name === undefined ? platforms : platforms.filter((platform) => platform.name === name || platform.id === name);
  const [platform] = fitting;
  const names = platforms
    .map(
      (one) =>
        platformWords(one) +
        (platforms.length === 1 || isToldByName(one, platforms) ? '' : ` (--platform ${platformArgument(one, platforms)})`),
    )
    .join(', ');
  if (platform === undefined)
    throw new Refusal('platform/unknown', `There is no platform ${quoted(name ?? '')}; there is: ${names}.`, NOT_SO);
  if (fitting.length > 1)
    throw new Refusal('platform/unnamed', `Say which platform with --platform NAME; there is: ${names}.`, WRONG_USAGE);
  return platform;
}

/** Before names were taken once only, two could have the same. */
const isToldByName = (platform: Platform, all: readonly Platform[]): boolean =>
  !isUnnamed(platform) && all.filter((one) => one.name === platform.name).length === 1;

/** What `--platform` takes for it: its name, or its id while no name tells it from the others. */
export const platformArgument = (platform: Platform, all: readonly Platform[]): string =>
  isToldByName(platform, all) ? quoted(platform.name) : platform.id;

/** A platform in a sentence: by its name, or by what it is while it has none. */
export function platformWords(platform: Platform): string {
  return isUnnamed(platform) ? 'your platform, which gets its name at the first run of the console' : quoted(platform.name);
}
