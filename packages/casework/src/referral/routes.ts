/** To whom is a picture of somebody under 18, or perhaps so, reported? A table by the country in which the service is established (spec/law.md, duties around the removal). */
import { europeanHotlines } from './european-hotlines.ts';
import type { ReportingRoute } from './route.ts';

/** Where no law that we have read says how long, ours is the longest that one does. */
const ownRule = { preserveDays: 365, preserveBecause: 'No law that we have read says how long; a year is our own rule.' } as const;

const unitedStates: ReportingRoute = {
  id: 'us-cybertipline',
  countries: ['US'],
  name: 'NCMEC CyberTipline',
  url: 'https://report.cybertip.org',
  duty: '18 U.S.C. 2258A: as soon as reasonably possible after the service knows of it.',
  how: 'Report by the form or the reporting API of NCMEC. The service registers there as an electronic service provider once.',
  preserveDays: 365,
  preserveBecause: '18 U.S.C. 2258A(h): what a report contains is kept for one year after it.',
  source: {
    title: '18 U.S.C. 2258A, as amended by Public Law 118-59',
    url: 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title18-section2258A',
    mark: 'read-in-the-law',
  },
  checkedOn: '2026-11-22',
  confidence: 'high',
};

const unitedKingdom: ReportingRoute = {
  id: 'gb-iwf',
  countries: ['GB'],
  name: 'Internet Watch Foundation (IWF), and the National Crime Agency (NCA) where a child may be in danger',
  url: 'https://report.iwf.org.uk',
  duty: null,
  how: 'Report the address to the IWF. Where a child may be in danger now, call the police (999) first.',
  ...ownRule,
  source: { title: 'Internet Watch Foundation, reporting', url: 'https://report.iwf.org.uk', mark: 'general-knowledge' },
  checkedOn: null,
  confidence: 'medium',
};

const europeanUnion: readonly ReportingRoute[] = europeanHotlines.map(({ country, name, url }) => ({
  id: `eu-${country.toLowerCase()}`,
  countries: [country],
  name: `${name}, and the police`,
  url,
  duty: 'Regulation (EU) 2022/2065, Art. 18: the police or a judicial authority are told promptly of a suspected crime that threatens a life or safety.',
  how: 'Report the address to the hotline, which passes it on to the police and to the hotline of the country where it is hosted. Tell the police yourself where a child may be in danger now (112).',
  ...ownRule,
  source: { title: 'INHOPE, the association of hotlines', url: 'https://www.inhope.org', mark: 'general-knowledge' },
  checkedOn: null,
  confidence: 'low',
}));

const elsewhere: ReportingRoute = {
  id: 'police',
  countries: [],
  name: 'The police where the service is established',
  url: null,
  duty: null,
  how: 'Tell the police. The association of hotlines (inhope.org) names the hotline of many countries.',
  ...ownRule,
  source: null,
  checkedOn: null,
  confidence: 'low',
};

/** Every route; the last is for every country that no other names. */
export const reportingRoutes: readonly ReportingRoute[] = [unitedStates, unitedKingdom, ...europeanUnion, elsewhere];

/** The route of a service that is established in this country; null where nobody said in which. */
export function routeFor(country: string | null): ReportingRoute | null {
  if (country === null) return null;
  return reportingRoutes.find(({ countries }) => countries.includes(country)) ?? elsewhere;
}

/** The route of this id; null when this version does not know it. */
export function routeOf(id: string): ReportingRoute | null {
  return reportingRoutes.find((route) => route.id === id) ?? null;
}
