import { lawsWith, serviceByDefault } from '@likeness/casework';
import { expect, test } from 'vitest';
import { lawSettings, lawsToday } from './law-settings.ts';

const before = { facts: serviceByDefault, interim: null };

test('what is said is set, and the rest stays', () => {
  const said = {
    service: 'hosting',
    territory: 'US, EU',
    follow: 'online-safety-act',
    target: 'digital-services-act=12,own-rules=36',
    interim: '40',
    memberState: 'IE',
  };
  const next = lawSettings(before, said);
  expect(next).toEqual({
    facts: {
      kind: 'hosting',
      territories: ['US', 'EU'],
      follows: ['online-safety-act'],
      targetHours: { 'digital-services-act': 12, 'own-rules': 36 },
      memberState: 'IE',
    },
    interim: { afterHours: 40, perSource: 20 },
  });
  if (!('facts' in next)) throw new Error('refused');
  expect(lawSettings(next, { interimUploads: '3' })).toEqual({ facts: next.facts, interim: { afterHours: 40, perSource: 3 } });
  expect(lawSettings(next, { interim: 'off', follow: 'none', target: 'none', territory: 'none', memberState: 'none' })).toEqual({
    facts: { kind: 'hosting', territories: [], follows: [], targetHours: {} },
    interim: null,
  });
});

test('all that cannot be is named at once', () => {
  const wrong = lawSettings(before, {
    service: 'forum',
    territory: 'US,MARS',
    follow: 'x',
    target: 'dmca=0',
    interim: 'soon',
    interimUploads: '0',
    memberState: 'US',
  });
  expect(wrong).toHaveLength(7);
});

test('what would change nothing is refused, not left out', () => {
  expect(lawSettings(before, { target: 'digital-services-act=12,take-it-down=1' })).toEqual([
    '--target: the hours of take-it-down are not the service’s to name; digital-services-act, dmca, own-rules take some.',
  ]);
  expect(lawSettings(before, { target: 'dmca=12,dmca=24' })).toEqual(['--target names dmca twice.']);
  for (const said of [{ interimUploads: '3' }, { interim: 'off', interimUploads: '3' }])
    expect(lawSettings(before, said)).toEqual([
      '--interim-uploads goes with --interim HOURS: nothing is restricted here before somebody decides.',
    ]);
});

test('restricting after no time at all, or later than a year, is refused with how it is switched off', () => {
  for (const interim of ['0', '0.0', '00', '8761', '9999'])
    expect(lawSettings(before, { interim }), interim).toEqual([
      '--interim takes the hours after the receipt, more than 0 and at most 8760; --interim off switches it off.',
    ]);
  expect(lawSettings(before, { interim: '0.5' })).toMatchObject({ interim: { afterHours: 0.5 } });
  expect(lawSettings(before, { interim: '8760' })).toMatchObject({ interim: { afterHours: 8760 } });
});

test('a law whose day is not confirmed is never shown as binding', () => {
  const facts = { ...serviceByDefault, territories: ['US', 'GB'] } as const;
  const states = (more = facts) => Object.fromEntries(lawsToday(lawsWith(), more, '2026-11-22').map(({ id, state }) => [id, state]));
  expect(states()).toEqual({
    'take-it-down': 'binding',
    'online-safety-act': 'unconfirmed',
    'digital-services-act': 'elsewhere',
    dmca: 'binding',
    'authority-order': 'when-ordered',
    'own-rules': 'otherwise',
  });
  expect(lawsToday(lawsWith(), { ...facts, follows: ['online-safety-act'] }, '2026-11-22').map(({ state }) => state)).toContain('followed');
});
