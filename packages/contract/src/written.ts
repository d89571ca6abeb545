/** How is text described that has to be written in one way? A pattern for programs, and beside it the words that say what is expected, for whoever sent something else. */
import { type TString, type TStringOptions, Type } from 'typebox';

/** The keyword under which the words stand, in `/api/v1/openapi.json` too; a refusal says "must be" and then them, never the pattern. */
export const expectedKeyword = 'x-expected';

/** Text of this pattern; `expected` goes on after "must be". */
export const Written = (pattern: string, expected: string, options: TStringOptions = {}): TString =>
  Type.String({ ...options, pattern, [expectedKeyword]: expected });
