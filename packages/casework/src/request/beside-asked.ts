/**
 * What does a request ask about beside the picture: what the title and words say, where a link leads, whose account it is? And does that name what a service
 * knows? What only looks alike is shown to a person, and never taken for the same.
 */
import type { AlsoKind } from '../decision/also.ts';

export interface BesideAsked {
  readonly kind: AlsoKind;
  /** Of a text, what it says; of a link, where it leads; of an account, its name as it is seen there. */
  readonly says: string;
  /** One of the places of the request; left out, all of them. */
  readonly at?: string;
}

/** Of one request together. */
export const besideAtMost = 100;

/** `unseen`: the service has told nothing that it could be compared with. */
export type BesideFit = 'same' | 'similar' | 'unseen';

/** Whether a name that somebody typed is this account's. `similar`: in other letters that look the same, or in capitals; many a service has both. */
export function fitOfAccount(typed: string, known: string): 'same' | 'similar' | null {
  if (plain(typed) === plain(known)) return 'same';
  return skeleton(typed).replace(/^@/, '') === skeleton(known).replace(/^@/, '') ? 'similar' : null;
}

/** Whether these words stand in the text. `similar`: but for capitals, or letters that look the same. */
export function fitOfText(typed: string, text: string): 'same' | 'similar' | null {
  if (plain(text).includes(plain(typed))) return 'same';
  return skeleton(text).includes(skeleton(typed)) ? 'similar' : null;
}

/** Two ways to write one sequence of signs are the same (RFC 8264, section 5.2.4: NFC); spaces are where they are. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Letters of another script that people take for Latin ones: of the prototypes of UTS 39, those of whole alphabets in daily use, and the two figures. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'],
    ['аеорсухіјѕһԁӏкԛԝ', 'aeopcyxijshdlkqw'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αοινρκχ', 'aoivpkx'],
    ['ıɑɡ01', 'iagol'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, place): [string, string] => [letter, [...to][place] ?? letter])),
);

/** What an eye keeps of a text (UTS 39, section 4, in small): compatibility forms, unseen signs, look-alikes and capitals taken away. */
function skeleton(text: string): string {
  const seen = plain(text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  return [...seen]
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
    .toLowerCase();
}
