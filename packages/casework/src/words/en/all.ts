/** All that casework says to a person, in English: what every other language translates. */
import { caseWords } from './case.ts';
import { decisionWords } from './decision.ts';
import { letterWords } from './letter.ts';

export const english = { case: caseWords, decision: decisionWords, letter: letterWords } as const;
