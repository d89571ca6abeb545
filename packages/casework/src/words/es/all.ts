/** All that casework says to a person, in Spanish. */
import type { Translation } from '../../language/catalogue.ts';
import type { english } from '../en/all.ts';
import { caseWords } from './case.ts';
import { decisionWords } from './decision.ts';
import { letterWords } from './letter.ts';

export const spanish: Translation<typeof english> = { case: caseWords, decision: decisionWords, letter: letterWords };
