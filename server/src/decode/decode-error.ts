/** Why was a file not turned into fingerprints or a preview? */
import { isProblemCode, Problem, type ProblemCode } from '@likeness/contract/problems';

/** `image/...`: the file is at fault, sending it again changes nothing. `decode/...`: this server is. */
export type DecodeCode = Extract<ProblemCode, `image/${string}` | `decode/${string}`>;

/** After this many seconds a full queue has usually moved on. */
const retryAfterSeconds = 2;

/** A file that could not be read. It is a Problem, so the HTTP doors answer it as it is; the code is one of the registry's. */
export class DecodeError extends Problem {
  override readonly name = 'DecodeError';
  declare readonly code: DecodeCode;

  constructor(code: DecodeCode, detail?: string) {
    super(code, { ...(detail === undefined ? {} : { detail }), ...(code === 'decode/busy' ? { retryAfterSeconds } : {}) });
  }
}

export function isDecodeCode(code: string): code is DecodeCode {
  return isProblemCode(code) && /^(image|decode)\//.test(code);
}
