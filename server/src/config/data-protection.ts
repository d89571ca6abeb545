/** Who answers for the data kept here, and how long is each class of it kept? One file beside the data, read by the purge and by the page that tells people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { plainReason, Refusal, systemErrorCode } from './refusal.ts';
import type { Settings } from './settings.ts';

const line = Type.String({ minLength: 1, maxLength: 500, pattern: '^(?!\\s*$)[^\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+$' });
/** A period in whole days; ten years at most, or it is no period. */
const days = (least: number) => Type.Integer({ minimum: least, maximum: 3653 });

/** Half a year, in which a decision may be complained about (DSA Art. 20(1)), and some days for what arrives late. */
const complaintDays = 190;

const File = Type.Object(
  {
    /** Who decides what is kept and why: the controller of GDPR Art. 4(7). */
    controller: Type.Object({ name: line, address: line }, { additionalProperties: false }),
    /** How that one is reached about data: an e-mail address, a page, a number. */
    contact: line,
    /** On what the keeping rests, as it is to be read by people: GDPR Art. 6 and 9, or the law that holds here. */
    lawfulBasis: line,
    keepDays: Type.Object(
      {
        /** Uploads that met nothing and that nobody asked about: how far back a look-back can reach. */
        uploads: days(1),
        /** Uploads that met something or were asked about, after the last that happened to them. */
        matchedUploads: days(complaintDays),
        /** What a person wrote in a request, after the request ended. */
        answers: days(complaintDays),
        /** What moderators and platforms noted about a decision, after it. */
        notes: days(complaintDays),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export type DataProtection = Static<typeof File>;
/** The classes of data that have a period. */
export type DataClass = keyof DataProtection['keepDays'];

export const dataProtectionFile = (dataDir: string): string => join(dataDir, 'data-protection.json');

/**
 * Reads the file, null where there is none. A server that others than this machine can reach does not start without it.
 * @throws Refusal `data-protection/missing`, `/unreadable` or `/damaged`, which names the field and what it should be
 */
export function readDataProtection(settings: Pick<Settings, 'dataDir' | 'isPublic'>): DataProtection | null {
  const file = dataProtectionFile(settings.dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemErrorCode(error);
    // Where there is no such folder either, whoever makes it says what is wrong with it.
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new Refusal('data-protection/unreadable', `${file} cannot be read: ${plainReason(error)}.`);
    if (!settings.isPublic) return null;
    throw new Refusal(
      'data-protection/missing',
      `Others can reach this server, and nothing says who answers for what it keeps: write ${file}, as docs/data-protection.md shows.`,
    );
  }
  return parsed(file, text);
}

function parsed(file: string, text: string): DataProtection {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Refusal('data-protection/damaged', `${file} is no JSON; docs/data-protection.md shows one.`);
  }
  if (Value.Check(File, content)) return content;
  const [first] = Value.Errors(File, content);
  const place = first === undefined || first.instancePath === '' ? 'the whole' : first.instancePath.slice(1).replaceAll('/', '.');
  throw new Refusal(
    'data-protection/damaged',
    `${file}: ${place} ${first === undefined ? 'is not as it should be' : whatIsWrong(first)}; docs/data-protection.md shows one.`,
  );
}

/** In words: a schema's own would show a pattern, or say that it is false. */
function whatIsWrong({ keyword, message, params }: ReturnType<typeof Value.Errors>[number]): string {
  const named = (field: string): string => (field in params ? [Reflect.get(params, field)].flat().join(', ') : '');
  switch (keyword) {
    case 'required':
      return `lacks ${named('requiredProperties')}`;
    case 'boolean':
      return 'is not a field that is known here';
    case 'type':
      return `must be ${{ integer: 'a whole number', string: 'text', object: 'an object' }[named('type')] ?? 'something else'}`;
    case 'minimum':
    case 'maximum':
      return `must be ${keyword === 'minimum' ? 'at least' : 'at most'} ${named('limit')}`;
    case 'pattern':
    case 'minLength':
    case 'maxLength':
      return 'must be one line of 1 to 500 characters, without control signs';
    default:
      return message;
  }
}
