/** What does this room offer? The lists that others keep, read with errors by line and written in the same forms. */
export { csvHeader, csvHeaderWithTimes, csvLine, csvText, readCsv } from './lists/csv.ts';
export { type BadLine, isBad, type ListedFingerprint, type ReadLine } from './lists/entry.ts';
export { readExactList } from './lists/exact.ts';
export { jsonLine, readJsonLines } from './lists/json-lines.ts';
export type { TextSource } from './lists/lines.ts';
export { pdqLine, readPdqText } from './lists/pdq.ts';
export {
  readTmk,
  TmkRefused,
  type TmkRule,
  type TmkScores,
  type TmkVideo,
  tmkLevel1,
  tmkLevel2,
  tmkMatches,
  tmkRule,
} from './lists/tmk.ts';
export { readVpdqJsonStream, readVpdqLines } from './lists/vpdq.ts';
