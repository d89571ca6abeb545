/** With which database and keys does a command work? Those of the running server on this data folder, or the same ones without it. */

import { systemRandom } from '@likeness/server/config/random';
import { Refusal } from '@likeness/server/config/refusal';
import type { Settings } from '@likeness/server/config/settings';
import { type Installation, openInstallation } from '@likeness/server/installation';
import { connectionFor } from '@likeness/server/store/postgres';
import { ensurePlatform, listPlatforms, type Platform } from '@likeness/server/workflows/platforms';
import type { Call } from './command.ts';
import { settingsHere } from './settings.ts';

/** Opens database and keys until the command is over. @throws Refusal */
export async function installationHere(call: Call): Promise<Installation & { readonly settings: Settings }> {
  const settings = settingsHere();
  const postgres = await connectionFor(settings, { log: (sentence) => call.note(sentence) });
  call.atEnd(() => postgres.stop());
  // A connection that breaks is reported by the query that waits for it.
  const installation = await openInstallation(settings, postgres.url, () => {});
  call.atEnd(() => installation.store.close());
  return { ...installation, settings };
}

/** The platform of that name; without a name the only one there is. @throws Refusal `platform/unknown` or `platform/unnamed` */
export async function platformHere({ store }: Installation, name: string | undefined): Promise<Platform> {
  await ensurePlatform({ store, random: systemRandom });
  const platforms = await listPlatforms(store.db);
  const fitting = name === undefined ? platforms : platforms.filter((platform) => platform.name === name);
  const [platform] = fitting;
  const names = platforms.map((known) => JSON.stringify(known.name)).join(', ');
  if (platform === undefined) throw new Refusal('platform/unknown', `There is no platform ${JSON.stringify(name)}; there is: ${names}.`);
  if (fitting.length > 1) throw new Refusal('platform/unnamed', `Say which platform with --platform NAME; there is: ${names}.`);
  return platform;
}
