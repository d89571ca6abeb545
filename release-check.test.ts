/** Is a release refused once a help line has not been read for 90 days, and not before? */
import { expect, test } from 'vitest';
import { linesTooOld, shownLines } from './release-check.ts';

test('a line may be 90 days old on the day of the release, and not a day older', () => {
  const line = { name: 'A line', checkedOn: '2026-11-22' };
  expect(linesTooOld([line], '2026-11-22')).toEqual([]);
  expect(linesTooOld([line], '2027-02-20')).toEqual([]);
  expect(linesTooOld([line], '2027-02-21')).toEqual([line]);
});

test('each old line is named; one that nobody has read yet says so on its page and holds nothing up', () => {
  const lines = [
    { name: 'old', checkedOn: '2026-01-01' },
    { name: 'new', checkedOn: '2026-11-01' },
    { name: 'never', checkedOn: null },
    { name: 'older', checkedOn: '2025-01-01' },
  ];
  expect(linesTooOld(lines, '2026-11-22').map(({ name }) => name)).toEqual(['old', 'older']);
});

test('it looks at help lines and at the hotlines of referrals', () => {
  const names = shownLines.map(({ name }) => name);
  for (const name of ['StopNCII.org', 'Samaritans', 'Take It Down', 'NCMEC CyberTipline']) expect(names).toContain(name);
});
