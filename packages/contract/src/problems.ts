/** Which errors can a caller meet at the HTTP doors, and what does each ask of the reader? One registry; RFC 9457 `application/problem+json`. */
import type { ProblemBody } from './problem-body.ts';

interface ProblemFacts {
  readonly status: number;
  /** Short, stable, the same at each occurrence (RFC 9457 §3.1.4). */
  readonly title: string;
  /** What the reader can do, when the place that throws has nothing more exact to say. */
  readonly detail: string;
}

export const problems = {
  'body/malformed': {
    status: 400,
    title: 'The body could not be read',
    detail: 'Send valid JSON, or multipart/form-data with one field called file.',
  },
  'body/invalid': {
    status: 400,
    title: 'A field is missing or has the wrong shape',
    detail: 'The pointer names the field; /api/v1/openapi.json describes each one.',
  },
  'body/too-large': { status: 413, title: 'The body is too large', detail: 'Send a smaller body.' },
  'body/unsupported-type': {
    status: 415,
    title: 'This content type is not understood here',
    detail: 'Send application/json, or multipart/form-data for a file.',
  },
  'body/too-slow': { status: 408, title: 'The request took too long to arrive', detail: 'Send it again, over a better connection.' },
  'head/too-large': { status: 431, title: 'The headers are too large', detail: 'Send fewer or shorter headers.' },
  'head/malformed': { status: 400, title: 'This is not an HTTP request', detail: 'Check the address, and whether http or https is meant.' },
  'key/missing': {
    status: 401,
    title: 'No API key was sent',
    detail: 'Send the header Authorization: Bearer <key>. Create a key in the console or with: likeness key create.',
  },
  'key/unknown': {
    status: 401,
    title: 'This API key is not valid',
    detail: 'Check that the whole key was copied and that it was not revoked.',
  },
  'key/scope': { status: 403, title: 'This API key may not do that', detail: 'Create a key whose scope covers this call.' },
  'content/unknown': {
    status: 404,
    title: 'There is no such content',
    detail: 'The content id was never screened for this platform, or was forgotten.',
  },
  'action/unknown': { status: 404, title: 'There is no such action', detail: 'Use the id from the webhook or from GET /api/v1/decisions.' },
  'request/unknown': { status: 404, title: 'There is no such request', detail: 'Check the tracking number.' },
  'request/closed': {
    status: 409,
    title: 'This request is already closed',
    detail: 'It was decided or withdrawn; file a new one if there is something new.',
  },
  'request/too-much': {
    status: 422,
    title: 'One request does not hold that much',
    detail:
      'A request takes 1,000 places, ids and addresses together, and 100 amendments. Nothing of this call was kept; file another request for the rest.',
  },
  'request/filed-by-person': {
    status: 403,
    title: 'The person filed this request herself',
    detail: 'A platform may add contentIds and locations to it, and changes nothing that she wrote.',
  },
  'request/stated': {
    status: 409,
    title: 'What was stated is not taken back by an amendment',
    detail: 'The request came with this statement. Leave the field out; whoever made it can withdraw the request.',
  },
  'clock/fixed': {
    status: 409,
    title: 'Nothing moves the time of this request',
    detail: 'The law names its hours, and they run from the first receipt. Decide it in time, or ask for what is missing meanwhile.',
  },
  'clock/ordered': {
    status: 409,
    title: 'The time of an order is not yours to move',
    detail: 'Whoever gave the order sets its time. Ask them; if they agree, they give a new order.',
  },
  'clock/over': {
    status: 409,
    title: 'The time of this request has passed',
    detail: 'A time that has passed is not made longer. Decide the request.',
  },
  'clock/move': {
    status: 422,
    title: 'The time cannot be moved like this',
    detail: 'Give a reason of 1 to 500 characters, and a time to come. All pauses and extensions of one request together have an end.',
  },
  'case/pin': {
    status: 403,
    title: 'This code needs its PIN',
    detail: 'The case of this code has a PIN. Send the PIN that was chosen with it, or use a new code.',
  },
  'complaint/already': {
    status: 409,
    title: 'There is a complaint about this already',
    detail:
      'Each removal, and each warning or suspension, is complained about once. The first complaint stands as it was; this one was not taken.',
  },
  'complaint/closed': {
    status: 409,
    title: 'No complaint is taken about this',
    detail:
      'A removal or a restriction can be complained about for six months, by its actionId, unless it was taken back, followed a complaint, or is one that nobody at the service may judge.',
  },
  'complaint/reason': {
    status: 422,
    title: 'This reason cannot be given here',
    detail: 'Each reason goes with some decisions and not with others. Use one of those that can be given against this one.',
  },
  'complaint/unknown': { status: 404, title: 'There is no such complaint', detail: 'It may have been mistyped.' },
  'measure/unknown': {
    status: 404,
    title: 'There is no such warning or suspension',
    detail: 'Use the measureId from the webhook or from GET /api/v1/decisions.',
  },
  'measure/complaint': {
    status: 409,
    title: 'No complaint is taken about this measure',
    detail: 'A warning or a suspension can be complained about once, for six months, unless it was taken back.',
  },
  'decision/unknown': { status: 404, title: 'There is no such decision', detail: 'It may have been mistyped.' },
  'decision/final': {
    status: 409,
    title: 'This decision cannot be taken back',
    detail: 'It was taken back before, or it is a referral, which a lead closes with a reason.',
  },
  'endpoint/unknown': { status: 404, title: 'There is no such webhook endpoint', detail: 'List them with GET /api/v1/webhook-endpoints.' },
  'route/unknown': { status: 404, title: 'There is nothing at this address', detail: 'The calls are described in /api/v1/openapi.json.' },
  'route/malformed': {
    status: 400,
    title: 'This address could not be read',
    detail: 'Write every special character of an id as %XX: encodeURIComponent does it.',
  },
  'route/method': {
    status: 405,
    title: 'This address does not take that method',
    detail: 'The calls are described in /api/v1/openapi.json.',
  },
  'target/refused': {
    status: 422,
    title: 'This address may not be called',
    detail: 'Only public addresses are called, and private ones that the operator allowed in LIKENESS_PRIVATE_TARGETS.',
  },
  'idempotency/reused': {
    status: 422,
    title: 'This Idempotency-Key was used with another body',
    detail: 'Use a new key for a new request; repeat a request with exactly the same body.',
  },
  'idempotency/running': {
    status: 409,
    title: 'A request with this Idempotency-Key is still being worked on',
    detail: 'Wait a moment and send it again.',
  },
  'image/empty': { status: 422, title: 'The file is empty', detail: 'Send the bytes of the picture in the field called file.' },
  'image/unsupported-type': {
    status: 415,
    title: 'This kind of file cannot be read',
    detail:
      'Send JPEG, PNG, WebP, GIF, AVIF or HEIC. The file is judged by its content, not its name. A video is compared by its fingerprints: send those of `likeness hash` as JSON.',
  },
  'image/damaged': {
    status: 422,
    title: 'The picture is damaged',
    detail: 'It ends too early or cannot be decoded. Send it again, or save it anew first.',
  },
  'image/cmyk': {
    status: 422,
    title: 'The picture uses print colours (CMYK)',
    detail:
      'Save it as an ordinary RGB picture first: browsers and servers read CMYK differently, so its fingerprint would not be reliable.',
  },
  'image/too-many-pixels': {
    status: 413,
    title: 'The picture has too many pixels',
    detail: 'At most 50 megapixels are read. Send a smaller copy.',
  },
  'image/too-many-frames': {
    status: 413,
    title: 'The animation has too many frames',
    detail: 'At most 10,000 frames are read. Send a shorter piece of it.',
  },
  'image/too-large': {
    status: 413,
    title: 'The file is too large',
    detail: 'Send a smaller file; the operator sets the limit with LIKENESS_MAX_UPLOAD_BYTES.',
  },
  'image/too-slow': { status: 422, title: 'The picture took too long to read', detail: 'Save it anew in a plain format and send that.' },
  'video/unsupported-type': {
    status: 415,
    title: 'This kind of video cannot be read',
    detail:
      'Send MP4, MOV, WebM, Matroska, AVI, MPEG, FLV, Ogg or WMV with a common codec. The file is judged by its content, not its name.',
  },
  'video/damaged': {
    status: 422,
    title: 'The video is damaged',
    detail: 'No frame of it can be decoded. It may have been cut off while it was sent: send it again.',
  },
  'video/no-frames': {
    status: 422,
    title: 'The video has no picture',
    detail: 'It holds sound alone, or lasts no time at all. There is nothing to compare by sight.',
  },
  'video/too-long': { status: 413, title: 'The video is too long', detail: 'Send it in pieces; by default up to four hours are read.' },
  'video/too-many-frames': {
    status: 413,
    title: 'The video has too many frames',
    detail: 'Send it in pieces, or at an ordinary frame rate.',
  },
  'video/too-many-pixels': {
    status: 413,
    title: 'The frames of the video are too large',
    detail: 'Frames of up to 16 megapixels are read. Send a smaller copy.',
  },
  'video/too-large': { status: 413, title: 'The video file is too large', detail: 'Send it in pieces, or at a lower bit rate.' },
  'video/too-slow': { status: 422, title: 'The video took too long to read', detail: 'Send it in pieces, or in a plainer format.' },
  'video/unavailable': {
    status: 503,
    title: 'This server reads no videos',
    detail: 'The operator can install ffmpeg 5.1 or newer. Fingerprints sent as JSON are still answered.',
  },
  'decode/busy': {
    status: 503,
    title: 'All decoders are busy',
    detail: 'Send the file again after the time in Retry-After. Fingerprints sent as JSON are still answered.',
  },
  'decode/crashed': {
    status: 422,
    title: 'The decoder stopped while reading this file',
    detail: 'The file may be damaged. Save it anew and send that.',
  },
  'screen/busy': {
    status: 503,
    title: 'Too many uploads are being screened at once',
    detail: 'Send it again after the time in Retry-After. Removal requests are still taken.',
  },
  'password/busy': {
    status: 503,
    title: 'Too many passwords are being checked at once',
    detail: 'Send it again after the time in Retry-After.',
  },
  'storage/full': {
    status: 503,
    title: 'The server has no room to store this',
    detail: 'Nothing was kept of this call. Send it again after the time in Retry-After; the operator has to make room on the disk first.',
  },
  'server/unready': { status: 503, title: 'The server is starting or stopping', detail: 'Try again in a few seconds.' },
  'server/failed': {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'Nothing was half done. Try again; the operator finds the reason in the log under the id given here.',
  },
  'form/foreign': {
    status: 403,
    title: 'This form did not come from this site',
    detail: 'Open the page again and send the form from there.',
  },
  'console/not-allowed': {
    status: 403,
    title: 'Your role does not cover this',
    detail: 'Ask somebody whose role does; an admin can change roles.',
  },
  'limit/reached': { status: 429, title: 'Too many attempts', detail: 'Wait for the time in Retry-After.' },
} as const satisfies Record<string, ProblemFacts>;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

export interface ProblemPlace {
  /** RFC 6901 JSON pointer of the bad field. */
  readonly pointer?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly retryAfterSeconds?: number;
}

/** An outcome that the caller must hear about; HTTP doors turn it into a `ProblemBody`. Its message never carries a sensitive value. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly place: ProblemPlace;
  constructor(code: ProblemCode, place: ProblemPlace = {}) {
    super(place.detail ?? problems[code].detail);
    this.name = 'Problem';
    this.code = code;
    this.place = place;
  }
  body(instance?: string): ProblemBody {
    const { status, title, detail } = problems[this.code];
    return {
      type: `urn:likeness:problem:${this.code}`,
      code: this.code,
      title,
      status,
      detail: this.place.detail ?? detail,
      ...(this.place.pointer === undefined ? {} : { pointer: this.place.pointer }),
      ...(this.place.errors === undefined ? {} : { errors: [...this.place.errors] }),
      ...(instance === undefined ? {} : { instance }),
    };
  }
}

/** That more was sent than is taken at once: the same words at every door, with how much there is and how much may be. */
export const tooMany = (count: number, of: string, atMost: number): string =>
  `There are ${count.toLocaleString('en')} ${of}; send at most ${atMost.toLocaleString('en')}.`;
