/** What was added to a request or changed in it later, by whom and when? A moderator reads an amendment as one, and what stood there before is not lost. */
import type { Additions } from '../case/additions.ts';
import type { AlsoKind } from '../decision/also.ts';
import type { Filer } from '../notice/basis.ts';
import type { Contact, RequestAnswers } from './answers.ts';
import type { BesideAsked } from './beside-asked.ts';
import type { SentFiles } from './files.ts';

/** The person on her page, or the service through its API. */
export type AmendedBy = 'person' | 'platform';

/** The answers that are texts, and whoever signs. */
export const amendableFields = [
  'onBehalfOf',
  'agentAuthority',
  'locationDetails',
  'beside',
  'signature',
  'contact',
  'statement',
  'isYoung',
  'declarations',
  'signatures',
  'texts',
] as const;
export type AmendableField = (typeof amendableFields)[number];

export interface AmendmentRecord {
  /** ISO 8601. */
  readonly at: string;
  readonly by: AmendedBy;
  /** Ids and addresses that came with it. */
  readonly places: readonly string[];
  /** Pictures and videos that she sent fingerprints of. */
  readonly pictures: number;
  /** Answers that were given now for the first time. */
  readonly given: readonly AmendableField[];
  /** Answers that were replaced, as they stood before. */
  readonly replaced: Readonly<Partial<Record<AmendableField, string>>>;
  /** What was named beside the picture with it; never in `given` or `replaced`, for it only grows. Left out: nothing, or it was written before records said so. */
  readonly beside?: readonly BesideAsked[];
  /** Answers that were taken out at her wish. */
  readonly erased?: readonly AmendableField[];
  /** Asked where it is, she said that the link she gave is right. */
  readonly linkIsRight?: true;
}

type Answers = Omit<RequestAnswers, 'fingerprints'>;

/** What changed from one to the other; null when nothing did. */
export function amendmentRecord(
  before: Answers,
  after: Answers,
  {
    at,
    by,
    pictures,
    linkIsRight = false,
  }: { readonly at: Date; readonly by: AmendedBy; readonly pictures: number; readonly linkIsRight?: boolean },
): AmendmentRecord | null {
  const known = new Set([...(before.contentIds ?? []), ...(before.locations ?? [])]);
  const places = [...(after.contentIds ?? []), ...(after.locations ?? [])].filter((place) => !known.has(place));
  const named = new Set((before.beside ?? []).map(besideText));
  const beside = (after.beside ?? []).filter((one) => !named.has(besideText(one)));
  const changed = amendableFields.filter((field) => field !== 'beside' && textOf(before, field) !== textOf(after, field));
  if (places.length === 0 && beside.length === 0 && changed.length === 0 && pictures === 0 && !linkIsRight) return null;
  return {
    at: at.toISOString(),
    by,
    places,
    pictures,
    given: changed.filter((field) => textOf(before, field) === ''),
    replaced: Object.fromEntries(changed.flatMap((field) => (textOf(before, field) === '' ? [] : [[field, textOf(before, field)]]))),
    ...(beside.length > 0 && { beside }),
    ...(linkIsRight && { linkIsRight }),
  };
}

/** What came with it, in names and counts: for the events of the case, which hold nothing personal. */
export function additionsOf({ places, given, replaced, beside = [], linkIsRight }: AmendmentRecord, files: SentFiles): Additions {
  const count = (kind: AlsoKind): number => beside.filter((one) => one.kind === kind).length;
  return {
    places: places.length,
    files,
    given,
    changed: amendableFields.filter((field) => replaced[field] !== undefined),
    ...(beside.length > 0 && { beside: { text: count('text'), link: count('link'), account: count('account') } }),
    ...(linkIsRight && { linkIsRight }),
  };
}

/** An answer as one line for people; empty where none was given. */
function textOf(answers: Answers, field: AmendableField): string {
  switch (field) {
    case 'onBehalfOf':
      return filerWords[answers.onBehalfOf];
    case 'isYoung':
      return answers.isYoung === true ? 'under 18, or perhaps' : '';
    case 'declarations':
    case 'signatures':
    case 'texts':
      return byLawText(answers[field] ?? {});
    case 'contact':
      return contactText(answers.contact ?? {});
    case 'statement': {
      const { notConsensual = false, goodFaith = false, details = '' } = answers.statement ?? {};
      return [...(notConsensual ? ['shared without consent'] : []), ...(goodFaith ? ['in good faith'] : []), details]
        .filter(Boolean)
        .join('; ');
    }
    case 'beside':
      return (answers.beside ?? []).map(besideText).join('; ');
    default:
      return answers[field] ?? '';
  }
}

const besideText = ({ kind, says, at }: BesideAsked): string => `${besideWords[kind]} “${says}”${at === undefined ? '' : ` at ${at}`}`;
const besideWords: Readonly<Record<BesideAsked['kind'], string>> = { text: 'words', link: 'link', account: 'account' };

const filerWords: Readonly<Record<Filer, string>> = {
  self: 'the person in the picture',
  agent: 'someone acting for the person in the picture',
  user: 'someone else who saw it',
  'trusted-flagger': 'a trusted flagger',
  hub: 'a hub',
  authority: 'an authority',
};

/** "online-safety-act: intimate, true" */
function byLawText(given: Readonly<Partial<Record<string, string | Readonly<Record<string, string | boolean>>>>>): string {
  return Object.entries(given)
    .flatMap(([law, said = '']) => {
      const what = typeof said === 'string' ? said : entriesText(said);
      return what === '' ? [] : [`${law}: ${what}`];
    })
    .join('; ');
}

function entriesText(said: Readonly<Record<string, string | boolean>>): string {
  return Object.entries(said)
    .flatMap(([key, value]) => (value === true ? [key] : value === false || value === '' ? [] : [`${key} “${value}”`]))
    .join(', ');
}

function contactText({ name, email, phone, other }: Contact): string {
  return [name, email, phone, other].filter((way) => way !== undefined && way !== '').join(', ');
}

/** The records without how anybody could be reached, and that it was erased: what stood there before is gone, that it was given stays. */
export function withoutContact(records: readonly AmendmentRecord[], at: Date): AmendmentRecord[] {
  const erasure: AmendmentRecord = {
    at: at.toISOString(),
    by: 'person',
    places: [],
    pictures: 0,
    given: [],
    replaced: {},
    erased: ['contact'],
  };
  return [
    ...records.map(({ replaced: { contact: before, ...replaced }, given, ...record }) => ({
      ...record,
      given: before === undefined ? given : [...given, 'contact' as const],
      replaced,
    })),
    erasure,
  ];
}
