/** What is a service in the eyes of the laws, and which of them hold for it? */
import { Refusal } from '@likeness/server/config/refusal';
import type { LawToday } from '@likeness/server/workflows/law-settings';
import type { CopyRule } from '@likeness/server/workflows/remove-copies';
import type { ServiceLaw } from '@likeness/server/workflows/service-facts';
import type { Call, Command } from './command.ts';
import { shown } from './shown.ts';

const platformOption = { name: 'platform', value: 'NAME', sentence: 'The platform it is about; not needed while there is only one.' };
const json =
  'With --json one line: {"id","name","service","territories","follows","targetHours","memberState","interim","secondLook",\n"actsOn","restricts","removeCopies","laws"}.';

export const platformCreate: Command = {
  words: 'platform create',
  operands: '',
  summary: 'Add a platform beside those that there are.',
  explanation: `One installation can serve several platforms: each has its name, its API keys, its bank, its settings and its own
requests, and sees nothing of the others. People see the name, so take the one that they know. A person can ask several
of them with one form. The first platform is made by itself, and gets its name at the first run of the console.

Say next what it is (likeness platform set --platform NAME) and give it a key (likeness key create --platform NAME).

With --json one line: {"id","name"}.`,
  options: [{ name: 'name', value: 'NAME', sentence: 'What people call it: 1 to 100 characters, and no other platform’s name.' }],
  examples: [{ line: 'likeness platform create --name "Harbour Photos"', sentence: 'A second service of the same operator.' }],
  run: async (call) => {
    const name = (call.option('name') ?? '').trim();
    if (name === '' || name.length > 100) throw new Refusal('usage/name', 'platform create needs --name NAME, of 1 to 100 characters.', 2);
    const { installationHere } = await import('./installation.ts');
    const { createPlatform } = await import('@likeness/server/workflows/platforms');
    const { systemRandom } = await import('@likeness/server/config/random');
    const { store } = await installationHere(call, { mayCreate: true });
    const created = await createPlatform({ store, random: systemRandom }, name);
    if (created === null)
      throw new Refusal('platform/exists', 'There is a platform of that name already: nobody could tell the two apart.', 1);
    if (call.json) call.print(JSON.stringify({ id: created.id, name }));
    else call.print(`Added. Next: likeness platform set --platform ${JSON.stringify(name)} --service user-content --territory US,EU`);
    return 0;
  },
};

export const platformList: Command = {
  words: 'platform list',
  operands: '',
  summary: 'List the platforms of this installation.',
  explanation: `Each by its name, which is what --platform takes in other commands, oldest first. --platform also takes the id, which
stands here for the one that has no name yet.

With --json one line per platform: {"id","name"}; name is null for the one that was given none yet.`,
  options: [],
  examples: [{ line: 'likeness platform list', sentence: 'Which services are served here.' }],
  run: async (call) => {
    const { installationHere } = await import('./installation.ts');
    const { isUnnamed, listPlatforms } = await import('@likeness/server/workflows/platforms');
    const { store } = await installationHere(call);
    const platforms = await listPlatforms(store.db);
    for (const platform of platforms) {
      const name = isUnnamed(platform) ? null : platform.name;
      if (call.json) call.print(JSON.stringify({ id: platform.id, name }));
      else call.print(name === null ? `${platform.id}  not named yet: it gets its name at the first run of the console` : shown(name));
    }
    if (platforms.length === 0) call.note('There is no platform yet; likeness serve makes the first.');
    return 0;
  },
};

export const platformShow: Command = {
  words: 'platform show',
  operands: '',
  summary: 'Show which laws hold for a platform today.',
  explanation: `What the platform is, where it is offered, and how each law stands for it: binding; followed by choice; not called
binding because its first day is not confirmed; not in force yet, or any more; or of somewhere else.

${json}`,
  options: [platformOption],
  examples: [{ line: 'likeness platform show', sentence: 'Under which laws its requests are taken.' }],
  run: (call) => show(call, false),
};

export const platformSet: Command = {
  words: 'platform set',
  operands: '',
  summary: 'Say what a platform is and where it is offered.',
  explanation: `Requests are taken under every law that binds the platform. What is left out stays as it is. Requests that came in
before keep the time that they were given.

--service is user-content (mostly what its users post), own-content (mostly its own, with comments), search or hosting.
--member-state is where it is established in the Union: the reasons that whoever posted a picture reads name that
state's law. Without it they say "the laws of the member states", which names none.
--interim restricts what a complete request exactly locates when nobody has decided by that hour: it is no decision, it
can be undone, and it is off until you switch it on, and with --interim off (docs/laws.md).
--acts-on says what the service can do beside removing a picture, when a moderator decides so: a title and words, a
link, an account (docs/formats/webhooks.md). Until you name one, it is offered to nobody, and no words are kept.
--restricts says how the service can leave a picture up for fewer people, when a moderator decides so and no law
wants it gone: age-gate, not-recommended (in no search or feed), not-in-DE or any other country, with commas
(docs/laws.md). Until you name one, it is offered to nobody.
--remove-exact-copies is the one exception to "a match alone never removes", and off until you switch it on
(docs/decisions/0015-identical-copies.md). With more in an hour than you allow (100 with on) it stops, people are asked,
and you switch it on anew.

${json}`,
  options: [
    platformOption,
    { name: 'service', value: 'KIND', sentence: 'user-content, own-content, search or hosting.' },
    { name: 'territory', value: 'LIST', sentence: 'Where it is offered: US, GB, EU, IT, AU, with commas.' },
    {
      name: 'member-state',
      value: 'XX',
      sentence: 'Whose law statements of reasons name in the Union: DE, ES, FR, IE, IT, PL, SE, or none.',
    },
    { name: 'follow', value: 'LAWS', sentence: 'Laws to follow although they do not bind it, with commas, or none.' },
    { name: 'target', value: 'LAW=HOURS', sentence: 'Its own hours where a law says "without undue delay", with commas, or none.' },
    { name: 'interim', value: 'HOURS', sentence: 'Restrict after so many hours while nobody has decided, or off.' },
    { name: 'second-look', value: 'LIST', sentence: 'What a second person agrees to: keep, remove, keep:GROUND, with commas, or none.' },
    { name: 'acts-on', value: 'LIST', sentence: 'What it can act on beside a picture: text, link, account, with commas, or none.' },
    { name: 'restricts', value: 'LIST', sentence: 'How it can restrict: age-gate, not-recommended, not-in-DE, with commas, or none.' },
    {
      name: 'remove-exact-copies',
      value: 'N',
      sentence: 'Remove identical copies of what your people saw and removed: on, off, or so many an hour.',
    },
    { name: 'interim-uploads', value: 'N', sentence: 'So many uploads at most for one source; 20 where nothing is said.' },
  ],
  examples: [
    {
      line: 'likeness platform set --service user-content --territory US,EU',
      sentence: 'A forum for people in the United States and the Union.',
    },
    { line: 'likeness platform set --target digital-services-act=24', sentence: 'It wants to answer European notices within a day.' },
    {
      line: 'likeness platform set --restricts age-gate,not-recommended,not-in-DE',
      sentence: 'It can leave a picture up for adults alone, out of its search and feeds, or not shown in Germany.',
    },
    { line: 'likeness platform set --acts-on text,account', sentence: 'It can also take words down, and suspend an account.' },
  ],
  run: (call) => show(call, true),
};

async function show(call: Call, isChange: boolean): Promise<number> {
  const { installationHere, platformHere } = await import('./installation.ts');
  const { serviceLawOf, setServiceLaw, dayOf } = await import('@likeness/server/workflows/service-facts');
  const { lawSettings, lawsToday } = await import('@likeness/server/workflows/law-settings');
  const { secondLookOf, secondLookRules, setSecondLook } = await import('@likeness/server/workflows/second-look');
  const { actsOnOf, alsoKinds, setActsOn } = await import('@likeness/server/workflows/also-acted-on');
  const { restrictsOf, setRestricts, visibilities } = await import('@likeness/server/workflows/restrictable');
  const { copiesAnHourByDefault, copyRuleOf, setCopyRule } = await import('@likeness/server/workflows/remove-copies');
  const { readLaws } = await import('@likeness/server/config/laws-file');
  const said = {
    service: call.option('service'),
    territory: call.option('territory'),
    follow: call.option('follow'),
    target: call.option('target'),
    memberState: call.option('member-state'),
    interim: call.option('interim'),
    interimUploads: call.option('interim-uploads'),
  };
  const wanted = call.option('second-look');
  const wantedActs = call.option('acts-on');
  const wantedRestricts = call.option('restricts');
  const wantedCopies = call.option('remove-exact-copies');
  if (
    isChange &&
    [wanted, wantedActs, wantedRestricts, wantedCopies].every((word) => word === undefined) &&
    Object.values(said).every((word) => word === undefined)
  )
    throw new Refusal('usage/nothing', 'platform set needs something to set; see: likeness platform set --help', 2);
  const installation = await installationHere(call, { mayCreate: isChange });
  const platform = await platformHere(installation, call.option('platform'));
  const { store, settings } = installation;
  const before = await serviceLawOf(store.db, platform.id);
  const next = isChange ? lawSettings(before, said) : before;
  if (!('facts' in next)) throw new Refusal('usage/law', `${next.join(' ')} See: likeness platform set --help`, 2);
  const rules = wordsOf(wanted);
  const strangers = rules.filter((rule) => !secondLookRules.includes(rule));
  if (strangers.length > 0)
    throw new Refusal('usage/second-look', `--second-look knows ${secondLookRules.join(', ')}, not ${strangers.join(', ')}.`, 2);
  const copies =
    wantedCopies === 'on' ? copiesAnHourByDefault : wantedCopies === 'off' || wantedCopies === undefined ? null : Number(wantedCopies);
  if (copies !== null && !(Number.isInteger(copies) && copies > 0 && copies <= 10_000))
    throw new Refusal('usage/copies', '--remove-exact-copies is on, off, or a number from 1 to 10000.', 2);
  const kinds = wordsOf(wantedActs);
  const unknown = kinds.filter((word) => !alsoKinds.some((kind) => kind === word));
  if (unknown.length > 0)
    throw new Refusal('usage/acts-on', `--acts-on knows ${alsoKinds.join(', ')} or none, not ${unknown.join(', ')}.`, 2);
  const ways = wordsOf(wantedRestricts);
  const strange = ways.filter((word) => !visibilities.some((way) => way === word));
  if (strange.length > 0)
    throw new Refusal(
      'usage/restricts',
      `--restricts knows age-gate, not-recommended, not-in- and a country such as DE, or none, not ${strange.join(', ')}.`,
      2,
    );
  if (isChange) await setServiceLaw(store, platform.id, next);
  if (isChange && wanted !== undefined) await setSecondLook(store, platform.id, rules);
  if (isChange && wantedActs !== undefined)
    await setActsOn(
      store,
      platform.id,
      alsoKinds.filter((kind) => kinds.includes(kind)),
    );
  if (isChange && wantedRestricts !== undefined)
    await setRestricts(
      store,
      platform.id,
      visibilities.filter((way) => ways.includes(way)),
    );
  if (isChange && wantedCopies !== undefined) await setCopyRule(store, platform.id, copies);
  const secondLook = await secondLookOf(store.db, platform.id);
  const removeCopies = await copyRuleOf(store.db, platform.id);
  const actsOn = await actsOnOf(store.db, platform.id);
  const restricts = await restrictsOf(store.db, platform.id);
  const today = await store.transact(async (tx) => dayOf(tx.now));
  const laws = lawsToday(await readLaws(settings.lawsFile), next.facts, today);
  if (call.json)
    call.print(JSON.stringify({ id: platform.id, name: platform.name, ...plain(next), secondLook, actsOn, restricts, removeCopies, laws }));
  else printWords(call, next, laws, { secondLook, actsOn, restricts, removeCopies });
  return 0;
}

const wordsOf = (list: string | undefined): string[] =>
  list === undefined || list === 'none' ? [] : list.split(',').map((word) => word.trim());

function plain({ facts: { kind, ...facts }, interim }: ServiceLaw) {
  return { service: kind, ...facts, interim };
}

const stateWords: Readonly<Record<LawToday['state'], string>> = {
  binding: 'binding',
  followed: 'followed by choice',
  unconfirmed: 'not called binding: its first day is not confirmed',
  'not-yet': 'not in force yet',
  ended: 'not in force any more',
  elsewhere: 'does not bind this service',
  'when-ordered': 'taken whenever an authority orders',
  otherwise: 'for what no law covers',
};

const hoursWords: Readonly<Record<LawToday['clock'], (hours: number) => string>> = {
  hours: (hours) => `, ${hours} h`,
  'own-target': (hours) => `, no hours in it; the service's own: ${hours} h`,
  order: (hours) => `, by the time that the order names; else ${hours} h`,
};
/** Where requests are taken under it. */
const holds: ReadonlySet<LawToday['state']> = new Set(['binding', 'followed', 'when-ordered', 'otherwise'] as const);

function printWords(
  call: Call,
  { facts, interim }: ServiceLaw,
  laws: readonly LawToday[],
  {
    secondLook,
    actsOn,
    restricts,
    removeCopies,
  }: {
    secondLook: readonly string[];
    actsOn: readonly string[];
    restricts: readonly string[];
    removeCopies: CopyRule | null;
  },
): void {
  call.print(`${facts.kind}, offered in ${facts.territories.length === 0 ? 'no place that is known' : facts.territories.join(', ')}`);
  if (facts.memberState !== undefined) call.print(`statements of reasons name the law of ${facts.memberState}`);
  for (const { id, state, hours, clock, note } of laws)
    call.print(
      `${id.padEnd(22)}${stateWords[state]}${holds.has(state) ? hoursWords[clock](hours) : ''}${state === 'unconfirmed' ? ` (${note})` : ''}`,
    );
  call.print(
    interim === null
      ? 'nothing is restricted by itself before somebody decides'
      : `restricted after ${interim.afterHours} h while nobody has decided, ${interim.perSource} uploads for one source`,
  );
  call.print(secondLook.length === 0 ? 'no decision waits for a second person' : `a second person agrees to: ${secondLook.join(', ')}`);
  call.print(actsOn.length === 0 ? 'a decision acts on pictures alone' : `a decision can act on pictures, and on: ${actsOn.join(', ')}`);
  call.print(
    restricts.length === 0
      ? 'a picture is removed or stays: nothing is left up for fewer people'
      : `a decision can leave a picture up for fewer people: ${restricts.join(', ')}`,
  );
  call.print(copyWords(removeCopies));
}

function copyWords(rule: CopyRule | null): string {
  if (rule === null) return 'no upload is removed before somebody has looked';
  return rule.stoppedAt === null
    ? `identical copies of what was seen and removed are removed with nobody looking, ${rule.anHour} in an hour at most`
    : `identical copies wait for people since ${rule.stoppedAt.toISOString()}: there were more than ${rule.anHour} in an hour; switch it on anew with --remove-exact-copies`;
}
