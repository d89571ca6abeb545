/**
 * Which sentences does she read? All of them, by page, so that other languages can come beside these. What a law asks and what
 * happened in a case is said by casework, beside the data it belongs to.
 *
 * Short words, short sentences, the limit beside each promise. No word that blames, frightens or promises more than we can do.
 */
import { age, landing, threat, under18 } from './words/before-a-request.ts';
import { follow, openCase, theCase, withdraw, withdrawDone } from './words/case.ts';
import { disagree } from './words/disagree.ts';
import { download } from './words/download.ts';
import { frame, left, problem, siteTitle, time, unwritable } from './words/every-page.ts';
import { letter } from './words/letter.ts';
import { privacy } from './words/privacy.ts';
import { request } from './words/request.ts';
import { watch } from './words/watch.ts';

export const words = {
  siteTitle,
  frame,
  landing,
  age,
  under18,
  threat,
  watch,
  request,
  openCase,
  case: theCase,
  disagree,
  withdraw,
  withdrawDone,
  follow,
  download,
  letter,
  left,
  unwritable,
  privacy,
  problem,
  time,
} as const;
