/**
 * What is told to the DSA Transparency Database about a removal, and may exactly this leave? Article 24(5): every statement of reasons of an online platform,
 * without personal data. Fields and values are those of `POST /api/v1/statement`; every text is a template, every other value is one of a closed list.
 */
import { binds, type ServiceFacts } from '../notice/applies.ts';
import type { BasisId, Laws } from '../notice/bases.ts';
import type { TestAnswer } from '../notice/basis.ts';
import { alsoGrounds } from './also.ts';
import { type StatementOfReasons, statedTexts } from './statement.ts';
import { type Country, countryOf, europeanCountries } from './visibility.ts';

/** The body of one submission, in the register's own words. */
export interface TransparencyEntry {
  /** Names it to the register: drawn by chance, and the name of nothing else. */
  readonly puid: string;
  /** One of the two: an account is suspended, anything else is no longer seen. */
  readonly decision_visibility?: readonly [(typeof visibilityValues)[number]];
  /** Countries of the European Economic Area; left out, all of them. */
  readonly territorial_scope?: readonly Country[];
  readonly decision_account?: 'DECISION_ACCOUNT_SUSPENDED';
  readonly decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' | 'DECISION_GROUND_INCOMPATIBLE_CONTENT';
  readonly illegal_content_legal_ground?: string;
  readonly illegal_content_explanation?: string;
  readonly incompatible_content_ground?: string;
  readonly incompatible_content_explanation?: string;
  readonly content_type: readonly ContentType[];
  readonly content_type_other?: string;
  readonly category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE' | 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS';
  readonly category_specification?: readonly ('KEYWORD_NON_CONSENSUAL_IMAGE_SHARING' | 'KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE')[];
  /** YYYY-MM-DD, as are all days here. */
  readonly content_date: string;
  readonly application_date: string;
  readonly decision_facts: string;
  readonly source_type: (typeof sources)[number];
  readonly automated_detection: 'Yes' | 'No';
  readonly automated_decision: 'AUTOMATED_DECISION_FULLY' | 'AUTOMATED_DECISION_NOT_AUTOMATED';
}

const visibilityValues = [
  'DECISION_VISIBILITY_CONTENT_REMOVED',
  'DECISION_VISIBILITY_CONTENT_DISABLED',
  'DECISION_VISIBILITY_CONTENT_DEMOTED',
  'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED',
] as const;
const contentTypes = [
  'CONTENT_TYPE_IMAGE',
  'CONTENT_TYPE_VIDEO',
  'CONTENT_TYPE_TEXT',
  'CONTENT_TYPE_SYNTHETIC_MEDIA',
  'CONTENT_TYPE_OTHER',
] as const;
type ContentType = (typeof contentTypes)[number];
const sources = ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_TYPE_OTHER_NOTIFICATION', 'SOURCE_VOLUNTARY'] as const;

/** `unknown`: nobody here has seen the file, only its address or its checksum. */
export type RemovedMedium = 'image' | 'video' | 'unknown';

export interface ReportedRemoval {
  readonly statement: StatementOfReasons;
  /** The laws that the request was filed under; none: a match that nobody asked about. */
  readonly filedUnder: readonly BasisId[];
  readonly medium: RemovedMedium;
  readonly isMadeUp: boolean;
  /** A day by which the content was there. */
  readonly contentDay: string;
  readonly decidedDay: string;
}

/** Whether the register's law binds the service on that day. Whether the service is a platform in the law's sense and not a small one, its operator says with a token. */
export function isOwedToTransparencyDatabase(laws: Laws, service: ServiceFacts, day: string): boolean {
  return binds(laws.of('digital-services-act'), service, day);
}

/**
 * Whether a moderator found it to be made up: whoever says that people would, or would not, take it for a real one has said so. Where that is unclear, or nobody was
 * asked, it counts as real: that it was shared without consent is true of both.
 */
export function isFoundMadeUp(found: Readonly<Partial<Record<BasisId, Readonly<Record<string, TestAnswer>>>>>): boolean {
  return Object.values(found).some((answers) => answers['indistinguishable'] === 'yes' || answers['indistinguishable'] === 'no');
}

/** The entry for one removal; `puid` is a random (version 4) UUID that is used for nothing else. */
export function transparencyEntry(removal: ReportedRemoval, puid: string): TransparencyEntry {
  const { statement, filedUnder, contentDay, decidedDay } = removal;
  const { ground, facts, automation } = statement;
  const isWork = isAboutWork(removal);
  return {
    puid,
    ...restrictionFields(statement),
    ...(ground.kind === 'law'
      ? {
          decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
          illegal_content_legal_ground: ground.reference,
          illegal_content_explanation: ground.text,
        }
      : {
          decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
          incompatible_content_ground: ground.reference,
          incompatible_content_explanation: ground.text,
        }),
    ...mediumFields(removal),
    ...(isWork
      ? { category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS' }
      : {
          category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
          ...(isAllowedSo(statement) ? {} : { category_specification: keywordOf(removal) }),
        }),
    content_date: contentDay < earliestContent ? earliestContent : contentDay,
    application_date: decidedDay,
    decision_facts: facts.text,
    source_type: sourceOf(facts.basis, filedUnder),
    automated_detection: automation.detection ? 'Yes' : 'No',
    automated_decision: automation.decision ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
  };
}

/** The rules allow it with a limit: then nobody found that it was shared without consent. */
const isAllowedSo = ({ restriction, ground }: StatementOfReasons): boolean =>
  restriction.visibility !== undefined && ground.kind === 'terms';

const keywordOf = ({ isMadeUp }: ReportedRemoval): NonNullable<TransparencyEntry['category_specification']> => [
  isMadeUp ? 'KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE' : 'KEYWORD_NON_CONSENSUAL_IMAGE_SHARING',
];

function restrictionFields({
  restriction,
}: StatementOfReasons): Pick<TransparencyEntry, 'decision_visibility' | 'decision_account' | 'territorial_scope'> {
  switch (restriction.type) {
    case 'removal':
      return { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] };
    case 'restriction': {
      const { visibility } = restriction;
      if (visibility === 'age-gate') return { decision_visibility: ['DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED'] };
      if (visibility === 'not-recommended') return { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DEMOTED'] };
      const country = visibility === undefined ? null : countryOf(visibility);
      return {
        decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
        ...(country === null ? {} : { territorial_scope: [country] }),
      };
    }
    case 'suspension':
      return { decision_account: 'DECISION_ACCOUNT_SUSPENDED' };
  }
}

/** The register takes no day of content before this one, and none of a decision before the other. */
const earliestContent = '2000-01-01';
const earliestDecision = '2020-01-01';
const latestDay = '2038-01-01';

const unknownMedium = 'A picture or a video';
const linkMedium = 'A link to another place';

function mediumFields({ statement, medium, isMadeUp }: ReportedRemoval): Pick<TransparencyEntry, 'content_type' | 'content_type_other'> {
  if (statement.restriction.scope === 'text') return { content_type: ['CONTENT_TYPE_TEXT'] };
  if (statement.restriction.scope === 'link') return { content_type: ['CONTENT_TYPE_OTHER'], content_type_other: linkMedium };
  const seen: readonly ContentType[] = medium === 'unknown' ? [] : [medium === 'image' ? 'CONTENT_TYPE_IMAGE' : 'CONTENT_TYPE_VIDEO'];
  const types = isMadeUp ? [...seen, 'CONTENT_TYPE_SYNTHETIC_MEDIA' as const] : seen;
  return types.length === 0 ? { content_type: ['CONTENT_TYPE_OTHER'], content_type_other: unknownMedium } : { content_type: types };
}

/** A copyright notice says whose work it is, and nothing about consent: its ground alone tells them apart, for its rules may be broken as well. */
function isAboutWork({ statement, filedUnder }: ReportedRemoval): boolean {
  return statement.ground.kind === 'law' && filedUnder[0] === 'dmca';
}

function sourceOf(basis: StatementOfReasons['facts']['basis'], filedUnder: readonly BasisId[]): TransparencyEntry['source_type'] {
  switch (basis) {
    case 'trusted-notice':
      return 'SOURCE_TRUSTED_FLAGGER';
    case 'notice':
      // A notice under another law alone need not hold what Article 16 asks for.
      return filedUnder.includes('digital-services-act') ? 'SOURCE_ARTICLE_16' : 'SOURCE_TYPE_OTHER_NOTIFICATION';
    case 'match':
    case 'exact-copy':
      return 'SOURCE_VOLUNTARY';
  }
}

type Rule = (value: unknown) => boolean;
const oneOf =
  (...values: readonly string[]): Rule =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const someOf =
  (...values: readonly string[]): Rule =>
  (value) =>
    Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every(oneOf(...values));
const dayBetween =
  (first: string, last: string): Rule =>
  (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && value >= first && value <= last;

const { facts: factTexts, grounds } = statedTexts();
const of = (kind: 'law' | 'terms', part: 'reference' | 'text'): readonly string[] =>
  grounds.filter((ground) => ground.kind === kind).map((ground) => ground[part]);
const ofMore = (kind: 'law' | 'terms'): readonly string[] =>
  alsoGrounds.flatMap(({ stated }) => (stated.kind === kind ? [stated.text] : []));

const rules: Readonly<Record<keyof TransparencyEntry, Rule>> = {
  puid: (value) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value),
  decision_visibility: someOf(...visibilityValues),
  territorial_scope: someOf(...europeanCountries),
  decision_account: oneOf('DECISION_ACCOUNT_SUSPENDED'),
  decision_ground: oneOf('DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'),
  illegal_content_legal_ground: oneOf(...of('law', 'reference')),
  illegal_content_explanation: oneOf(...of('law', 'text'), ...ofMore('law')),
  incompatible_content_ground: oneOf(...of('terms', 'reference')),
  incompatible_content_explanation: oneOf(...of('terms', 'text'), ...ofMore('terms')),
  content_type: someOf(...contentTypes),
  content_type_other: oneOf(unknownMedium, linkMedium),
  category: oneOf('STATEMENT_CATEGORY_CYBER_VIOLENCE', 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS'),
  category_specification: someOf('KEYWORD_NON_CONSENSUAL_IMAGE_SHARING', 'KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE'),
  content_date: dayBetween(earliestContent, latestDay),
  application_date: dayBetween(earliestDecision, latestDay),
  decision_facts: oneOf(...factTexts),
  source_type: oneOf(...sources),
  automated_detection: oneOf('Yes', 'No'),
  automated_decision: oneOf('AUTOMATED_DECISION_FULLY', 'AUTOMATED_DECISION_NOT_AUTOMATED'),
};

/**
 * Fields that must not leave: unknown ones, and those whose value is neither a template nor in its closed list. It looks for no e-mail address and no name, because it
 * lets nothing through that somebody could have typed. None: the entry may leave.
 */
export function fieldsThatMustNotLeave(entry: Readonly<Record<string, unknown>>): readonly string[] {
  const known = new Map<string, Rule>(Object.entries(rules));
  return Object.entries(entry).flatMap(([field, value]) => (known.get(field)?.(value) === true ? [] : [field]));
}
