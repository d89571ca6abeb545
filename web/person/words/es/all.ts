/** Which sentences does she read, in Spanish? All of them, by page. */
import type { AllWords } from '../in-each-language.ts';
import * as beforeARequest from './before-a-request.ts';
import * as ofTheCase from './case.ts';
import * as disagree from './disagree.ts';
import * as download from './download.ts';
import * as everyPage from './every-page.ts';
import * as fingerprints from './fingerprints.ts';
import * as later from './later.ts';
import * as letter from './letter.ts';
import * as privacy from './privacy.ts';
import * as request from './request.ts';
import * as takeOut from './take-out.ts';
import * as talk from './talk.ts';
import * as uploader from './uploader.ts';
import * as watch from './watch.ts';

export const spanish: AllWords = {
  ...everyPage,
  ...beforeARequest,
  ...request,
  ...fingerprints,
  ...ofTheCase,
  ...disagree,
  ...download,
  ...later,
  ...letter,
  ...watch,
  ...privacy,
  ...talk,
  ...takeOut,
  ...uploader,
};
