/** What may a moderator ask whoever filed before deciding? A closed list in the words of the person's language: nobody's own words, and nothing that would prove who somebody is. */
import type { Additions } from '../case/additions.ts';
import type { ElementRule, Filer } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import type { AmendableField } from './amendments.ts';
import { fileCount } from './files.ts';

export const questionKeys = ['where', 'which', 'more', 'acting'] as const;
export type QuestionKey = (typeof questionKeys)[number];

export interface RequestQuestion {
  readonly key: QuestionKey;
  /** What the moderator ticks. */
  readonly label: string;
  /** In which field the answer is given. */
  readonly rule: Extract<ElementRule, 'locate' | 'explanation' | 'authority'>;
  /** Which fields answer it when they are given or changed. */
  readonly answeredBy: readonly AmendableField[];
  /** JSON pointers into the request, for a service whose own form it came through. */
  readonly pointers: readonly string[];
  /** Left out: whoever files. */
  readonly onlyFor?: Filer;
}

const questions: Readonly<Record<QuestionKey, Omit<RequestQuestion, 'key'>>> = {
  where: {
    label: 'Where exactly it is',
    rule: 'locate',
    answeredBy: ['locationDetails'],
    pointers: ['/locations', '/contentIds', '/locationDetails'],
  },
  which: { label: 'Which of the pictures there it is', rule: 'locate', answeredBy: ['locationDetails'], pointers: ['/locationDetails'] },
  more: { label: 'More about why it should go', rule: 'explanation', answeredBy: ['statement'], pointers: ['/statement/details'] },
  acting: {
    label: 'How they may act for the person',
    rule: 'authority',
    answeredBy: ['agentAuthority'],
    pointers: ['/agentAuthority'],
    onlyFor: 'agent',
  },
};

export const isQuestionKey = (key: unknown): key is QuestionKey => questionKeys.some((one) => one === key);

export function questionOf(key: QuestionKey): RequestQuestion {
  return { key, ...questions[key] };
}

/** Whether what was added answers it: its field, an address where a place was asked for, or her word that the link is right, or a picture where the picture was. */
export function isAnsweredBy(key: QuestionKey, { places, files, given, changed, linkIsRight }: Additions): boolean {
  if (key === 'where' && (places > 0 || linkIsRight === true)) return true;
  if (key === 'which' && fileCount(files) > 0) return true;
  return questions[key].answeredBy.some((field) => given.includes(field) || changed.includes(field));
}

/** What can be asked of whoever filed. */
export function questionsFor(filer: Filer): readonly RequestQuestion[] {
  return questionKeys.map(questionOf).filter(({ onlyFor }) => onlyFor === undefined || onlyFor === filer);
}

/** The question as it is read. */
export function questionSentence(key: QuestionKey, words: CaseworkWords): string {
  return words.case.questions[key];
}
