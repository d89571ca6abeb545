/** Why was a video not turned into fingerprints? */
import { isProblemCode, Problem, type ProblemCode } from '@likeness/contract/problems';

/** `video/...`: the file is at fault, except `video/unavailable`. `decode/...`: this server is, for the moment. */
export type VideoCode = Extract<ProblemCode, `video/${string}` | 'decode/busy' | 'decode/crashed'>;

/** After this many seconds a full queue has usually moved on; videos take longer than pictures. */
const retryAfterSeconds = 30;

/** A video that could not be read. It is a Problem, so the HTTP doors answer it as it is; the code is one of the registry's. */
export class VideoError extends Problem {
  override readonly name = 'VideoError';
  declare readonly code: VideoCode;

  constructor(code: VideoCode, detail?: string) {
    super(code, { ...(detail === undefined ? {} : { detail }), ...(code === 'decode/busy' ? { retryAfterSeconds } : {}) });
  }
}

export function isVideoCode(code: string): code is VideoCode {
  return isProblemCode(code) && /^(video\/.*|decode\/busy|decode\/crashed)$/.test(code);
}
