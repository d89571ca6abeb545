/** Does every country lead to somebody who can be told, and does each line say how sure it is? */
import { expect, test } from 'vitest';
import { reportingRoutes, routeFor, routeOf } from './routes.ts';

test('a service in the United States reports to the CyberTipline and keeps what it reported for a year', () => {
  expect(routeFor('US')).toMatchObject({ name: 'NCMEC CyberTipline', preserveDays: 365, confidence: 'high' });
  expect(routeFor('US')?.duty).toContain('18 U.S.C. 2258A');
});

test('each country of the European Union has its hotline, and the rest of the world its police', () => {
  const european = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
  expect(european.map((country) => routeFor(country)?.id)).toEqual(european.map((country) => `eu-${country.toLowerCase()}`));
  expect(routeFor('GB')?.id).toBe('gb-iwf');
  expect(routeFor('BR')?.id).toBe('police');
  expect(routeFor(null)).toBeNull();
});

test('no country stands in two routes, and each route is found by its id', () => {
  const countries = reportingRoutes.flatMap((route) => route.countries);
  expect(new Set(countries).size).toBe(countries.length);
  for (const route of reportingRoutes) expect(routeOf(route.id)).toBe(route);
});

test('what nobody has compared with its source never calls itself sure', () => {
  for (const { id, checkedOn, source, confidence } of reportingRoutes)
    if (checkedOn === null || source?.mark !== 'read-in-the-law') expect([id, confidence]).not.toEqual([id, 'high']);
});
