/** Does the register learn what the law asks, from templates alone, and is anything that somebody typed kept back? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceFacts } from '../notice/applies.ts';
import { type BasisId, basisIds, lawsWith } from '../notice/bases.ts';
import { trackingNumber, trackingNumberRandomBytes } from '../request/tracking.ts';
import { type AlsoRuled, actsOn, alsoGround, alsoGrounds, statementOfAlso } from './also.ts';
import { type StatedDecision, statementOf } from './statement.ts';
import {
  fieldsThatMustNotLeave,
  isFoundMadeUp,
  isOwedToTransparencyDatabase,
  type ReportedRemoval,
  type TransparencyEntry,
  transparencyEntry,
} from './transparency.ts';

const laws = lawsWith();
const european: ServiceFacts = { kind: 'user-content', territories: ['US', 'EU'], follows: [], targetHours: {} };
const day = '2026-11-22';
const puid = '4b1f6a52-7c0d-4e7b-9a86-0d6c4f1f2a33';

interface Case {
  readonly basis: BasisId | null;
  readonly alsoUnder?: readonly BasisId[];
  readonly ground?: string;
  readonly isTrusted?: boolean;
  readonly isAutomatic?: boolean;
  readonly medium?: ReportedRemoval['medium'];
  readonly isMadeUp?: boolean;
  readonly contentDay?: string;
  /** What stands beside the picture, in place of it. */
  readonly beside?: Pick<AlsoRuled, 'kind' | 'act' | 'ground'>;
}

function entryFor({ basis, alsoUnder = [], ground = 'valid-request', isTrusted = false, ...more }: Case): TransparencyEntry | null {
  const decision: StatedDecision = {
    ground,
    decidedAt: new Date(`${day}T10:00:00.000Z`),
    isAutomatic: basis === null && more.isAutomatic === true,
    request: basis === null ? null : { basis, alsoUnder, isTrusted, isYoung: false },
  };
  const ofPicture = statementOf(laws, european, decision, day);
  if (ofPicture === null) return null;
  const besideGround = more.beside === undefined ? null : alsoGround(more.beside, basis);
  const statement =
    besideGround === null || more.beside === undefined ? ofPicture : statementOfAlso(ofPicture, besideGround, more.beside.act);
  const { medium = 'image', isMadeUp = false, contentDay = '2026-11-20' } = more;
  const filedUnder = basis === null ? [] : [basis, ...alsoUnder];
  return transparencyEntry({ statement, filedUnder, medium, isMadeUp, contentDay, decidedDay: day }, puid);
}

const someCase: fc.Arbitrary<Case> = fc.record({
  basis: fc.constantFrom(null, ...basisIds),
  alsoUnder: fc.subarray([...basisIds]),
  ground: fc.constantFrom('valid-request', 'own-rules', 'same-picture', 'rules-age-gate', 'rules-not-recommended', 'illegal-there-de'),
  isTrusted: fc.boolean(),
  isAutomatic: fc.boolean(),
  medium: fc.constantFrom('image', 'video', 'unknown'),
  isMadeUp: fc.boolean(),
  contentDay: fc.constantFrom('1999-05-01', '2026-11-20'),
  beside: fc.constantFrom(...alsoGrounds.flatMap(({ kind, key }) => actsOn[kind].map((act) => ({ kind, act, ground: key }))), {
    kind: 'text' as const,
    act: 'remove' as const,
    ground: 'no-such-ground',
  }),
});

describe('of what stands beside a picture, an entry says', () => {
  const beside = (kind: AlsoRuled['kind'], act: AlsoRuled['act'], ground: string) =>
    entryFor({ basis: 'digital-services-act', beside: { kind, act, ground } });

  test('words that were removed: text, no longer seen, under the law that the picture went by', () => {
    expect(beside('text', 'remove', 'names-the-person')).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      content_type: ['CONTENT_TYPE_TEXT'],
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_explanation: expect.stringContaining('who the person'),
    });
  });

  test('a link that was hidden: disabled, not removed', () => {
    expect(beside('link', 'restrict', 'own-rules')).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      content_type: ['CONTENT_TYPE_OTHER'],
      content_type_other: 'A link to another place',
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    });
  });

  test('an account: suspended, with nothing said of what is seen', () => {
    const entry = beside('account', 'restrict', 'posts-such-pictures');
    expect(entry).toMatchObject({
      decision_account: 'DECISION_ACCOUNT_SUSPENDED',
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    });
    expect(entry).not.toHaveProperty('decision_visibility');
  });

  test('a copyright notice is no ground to act on who somebody is', () => {
    expect(alsoGround({ kind: 'text', act: 'remove', ground: 'names-the-person' }, 'dmca')).toBeNull();
    expect(alsoGround({ kind: 'account', act: 'remove', ground: 'posts-such-pictures' }, 'digital-services-act')).toBeNull();
  });
});

describe('of a decision to restrict, an entry says', () => {
  test('an age gate by the rules of the service: age restricted, and not that anything was shared without consent', () => {
    const entry = entryFor({ basis: 'digital-services-act', ground: 'rules-age-gate' });
    expect(entry).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED'],
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_explanation: expect.stringContaining('limit who may see it'),
    });
    expect(entry).not.toHaveProperty('category_specification');
    expect(entryFor({ basis: null, ground: 'rules-not-recommended' })).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DEMOTED'],
      decision_facts: expect.stringContaining('may stay, with a limit'),
    });
  });

  test('one country: disabled there, and there alone', () => {
    expect(entryFor({ basis: 'digital-services-act', ground: 'illegal-there-de' })).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      territorial_scope: ['DE'],
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    });
  });
});

describe('an entry says', () => {
  test('of a real picture that somebody gave notice of: cyber violence, image sharing, Article 16', () => {
    expect(entryFor({ basis: 'digital-services-act' })).toEqual({
      puid,
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: expect.stringMatching(/member states/),
      illegal_content_explanation: expect.stringMatching(/publication/),
      content_type: ['CONTENT_TYPE_IMAGE'],
      category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
      category_specification: ['KEYWORD_NON_CONSENSUAL_IMAGE_SHARING'],
      content_date: '2026-11-20',
      application_date: '2026-11-22',
      decision_facts: expect.stringMatching(/received a notice/),
      source_type: 'SOURCE_ARTICLE_16',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
  });

  test('of a made-up one: a deepfake, and synthetic media', () => {
    expect(entryFor({ basis: 'digital-services-act', isMadeUp: true, medium: 'video' })).toMatchObject({
      content_type: ['CONTENT_TYPE_VIDEO', 'CONTENT_TYPE_SYNTHETIC_MEDIA'],
      category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
      category_specification: ['KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE'],
    });
  });

  test('who found it: a trusted flagger, somebody under another law, or a machine, and whether a machine decided', () => {
    expect(entryFor({ basis: 'take-it-down', alsoUnder: ['digital-services-act'] })?.source_type).toBe('SOURCE_ARTICLE_16');
    expect(entryFor({ basis: 'digital-services-act', isTrusted: true })?.source_type).toBe('SOURCE_TRUSTED_FLAGGER');
    expect(entryFor({ basis: 'take-it-down' })?.source_type).toBe('SOURCE_TYPE_OTHER_NOTIFICATION');
    expect(entryFor({ basis: null, ground: 'same-picture' })).toMatchObject({
      source_type: 'SOURCE_VOLUNTARY',
      automated_detection: 'Yes',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
    expect(entryFor({ basis: null, isAutomatic: true })).toMatchObject({
      automated_detection: 'Yes',
      automated_decision: 'AUTOMATED_DECISION_FULLY',
    });
  });

  test('the rules of the service where those were broken, and a copyright notice as one', () => {
    const broken = entryFor({ basis: 'digital-services-act', ground: 'own-rules' });
    expect(broken).toMatchObject({
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: expect.stringMatching(/rules/),
    });
    expect(broken).not.toHaveProperty('illegal_content_legal_ground');
    const work = entryFor({ basis: 'dmca' });
    expect(work?.category).toBe('STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS');
    expect(work).not.toHaveProperty('category_specification');
  });

  test('that nobody here has seen the file, where nobody has, and no day before the first that the register takes', () => {
    expect(entryFor({ basis: 'digital-services-act', medium: 'unknown', contentDay: '1999-12-31' })).toMatchObject({
      content_type: ['CONTENT_TYPE_OTHER'],
      content_type_other: 'A picture or a video',
      content_date: '2000-01-01',
    });
  });
});

test('it counts as made up only where a moderator said so', () => {
  expect(isFoundMadeUp({ 'take-it-down': { indistinguishable: 'yes' } })).toBe(true);
  expect(isFoundMadeUp({ dmca: { work: 'yes' }, 'take-it-down': { indistinguishable: 'no' } })).toBe(true);
  for (const answer of ['unclear', 'beside'] as const) expect(isFoundMadeUp({ 'take-it-down': { indistinguishable: answer } })).toBe(false);
  expect(isFoundMadeUp({})).toBe(false);
});

test('an entry is owed by a service that the Digital Services Act binds, from its day on', () => {
  expect(isOwedToTransparencyDatabase(laws, european, day)).toBe(true);
  expect(isOwedToTransparencyDatabase(laws, european, '2024-02-16')).toBe(false);
  expect(isOwedToTransparencyDatabase(laws, { ...european, territories: ['US'] }, day)).toBe(false);
});

describe('what may leave', () => {
  test('is every entry that is made here, whatever was decided', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const entry = entryFor(one);
        if (entry !== null) expect(fieldsThatMustNotLeave({ ...entry })).toEqual([]);
      }),
    );
  });

  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  const personal = fc.oneof(
    fc.emailAddress(),
    fc.webUrl(),
    fc.tuple(word, fc.nat(300)).map(([street, number]) => `${street} street ${number}`),
    fc.stringMatching(/^\+?[0-9 ()-]{7,16}$/),
    fc.uint8Array({ minLength: trackingNumberRandomBytes, maxLength: trackingNumberRandomBytes }).map(trackingNumber),
    fc.stringMatching(/^[0-9a-f]{64}$/),
    fc.stringMatching(/^post-[0-9]{1,9}$/),
    fc.string(),
  );

  test('is no e-mail address, street, phone number, tracking number, address, fingerprint, content id or other text, alone or inside a template, in any field', () => {
    fc.assert(
      fc.property(someCase, personal, fc.nat(), fc.nat(), fc.boolean(), (one, text, where, at, isAlone) => {
        const entry = entryFor(one);
        fc.pre(entry !== null && !['', 'Yes', 'No'].includes(text));
        const fields: Record<string, unknown> = { ...entry };
        const names = Object.keys(fields);
        const name = names[where % names.length] ?? '';
        const before = [fields[name]].flat().join();
        const spoilt = isAlone ? text : `${before.slice(0, at % before.length)}${text}${before.slice(at % before.length)}`;
        fields[name] = Array.isArray(fields[name]) ? [...fields[name], spoilt] : spoilt;
        expect(fieldsThatMustNotLeave(fields)).toEqual([name]);
      }),
    );
  });

  test('is no field that the entry does not have, were it one of the register', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('source_identity', 'decision_ground_reference_url', 'content_id', '__proto__x'), fc.string()),
        (name) => {
          const entry = entryFor({ basis: 'digital-services-act' });
          fc.pre(entry !== null && !Object.hasOwn(entry, name) && name !== '__proto__');
          const [field] = fieldsThatMustNotLeave({ ...entry, [name]: 'maria@example.org' });
          expect(field).toBe(name);
        },
      ),
    );
  });
});
