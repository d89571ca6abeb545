/** What was in this multipart upload? The file goes to the decoder as it arrives; the fields beside it may stand before or after it. */
import type { MultipartFile } from '@fastify/multipart';
import { Problem, ScreenFields } from '@likeness/contract';
import type { View } from '@likeness/fingerprint';
import type { FastifyRequest } from 'fastify';
import { asUpload, type DecodePool } from '../decode/pool.ts';
import { atPace, type Pace, type ReadAhead } from './pace.ts';
import { invalid, reader } from './reader.ts';
import { refuseUnwritable } from './writable.ts';

const readFields = reader(ScreenFields, 'body');

export interface Intake {
  readonly decode: DecodePool;
  /** Whether parts and tilts are computed for the job; while files wait for a decoder they are left out. */
  readonly hasParts: boolean;
  readonly maxBytes: number;
  readonly pace: Pace;
  readonly readAhead: ReadAhead;
}

export interface Uploaded {
  readonly fields: ScreenFields;
  readonly fingerprints: readonly View[];
}

/** Reads the parts in order. Problems: `image/...` from the decoder, `body/...` for the form, among them one that arrives too slowly. */
export async function readUpload(request: FastifyRequest, intake: Intake): Promise<Uploaded> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > intake.maxBytes + besideBytes) throw new Problem('image/too-large');
  let fingerprints: readonly View[] | undefined;
  const raw: Record<string, string | string[]> = {};
  const again = new Set<string>();
  try {
    const parts = request.parts();
    let next = parts.next();
    // Only now: the form has its reader, so that listening takes nothing away from it.
    const beside = watchBeside(request);
    for (let part = await Promise.race([next, beside.tooMuch]); part.done !== true; part = await Promise.race([next, beside.tooMuch])) {
      const { value } = part;
      if (value.type === 'file') fingerprints = await fingerprintsOfPart(value, fingerprints, beside.fileOf(value.file), intake);
      else if (typeof value.value === 'string') addField(raw, again, value.fieldname, value.value);
      next = parts.next();
    }
  } catch (error) {
    throw isFormDamage(error)
      ? new Problem('body/malformed', { detail: 'The multipart form is damaged or ends too early. Send it again, whole.' })
      : error;
  }
  if (fingerprints === undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'The picture is missing: send its bytes in a field called file.' });
  refuseUnwritable('body', raw);
  // Of two ids one would be screened and the other believed to be.
  if (again.size > 0)
    throw invalid(
      'body',
      [...again].map((name) => ({ pointer: `/${name}`, detail: 'this field came more than once; send it once' })),
    );
  return { fields: readFields(raw), fingerprints };
}

/** A megabyte for the fields and boundaries around the file. */
const besideBytes = 1024 * 1024;

/** What the form's reader may hold of a file that nobody has read yet. */
const heldBytes = 256 * 1024;

/** Counts what arrives beside the file's own bytes: a field that is too long is cut, but read on to its end, and that end may never come. */
function watchBeside({ raw }: FastifyRequest): {
  /** Rejects with Problem `body/too-large`; never resolves. */
  readonly tooMuch: Promise<never>;
  /** The same bytes, which do not count. */
  fileOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
} {
  const tooMuch = Promise.withResolvers<never>();
  // It may come when nobody waits for it any more.
  tooMuch.promise.catch(() => {});
  let beside = 0;
  raw.on('data', (chunk: Buffer) => {
    beside += chunk.length;
    if (beside > besideBytes + heldBytes)
      tooMuch.reject(new Problem('body/too-large', { detail: 'What stands beside the file is too long: send shorter fields.' }));
  });
  return {
    tooMuch: tooMuch.promise,
    async *fileOf(bytes) {
      for await (const chunk of bytes) {
        beside -= chunk.length;
        yield chunk;
      }
    },
  };
}

/** Whether an error of the multipart reader speaks about the form; it names them in words only. "Needle" is its word for a boundary that is too long. */
function isFormDamage(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof Problem) &&
    /multipart|part header|terminated early|boundary|needle|aborted/i.test(error.message)
  );
}

async function fingerprintsOfPart(
  part: MultipartFile,
  earlier: readonly View[] | undefined,
  bytes: AsyncIterable<Uint8Array>,
  { decode, hasParts, pace, readAhead }: Intake,
): Promise<readonly View[]> {
  if (part.fieldname !== 'file' || earlier !== undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'Send exactly one file, in a field called file.' });
  const { fingerprints, laterFrames, derived } = await readAhead(atPace(bytes, pace), (ahead) =>
    decode.fingerprint(ahead, asUpload(hasParts && !decode.isBusy)),
  );
  // Of an animation, the middle and last frame are looked up like the first: a list may hold any of them.
  return [...fingerprints, ...laterFrames, ...derived];
}

/** `again`: names of the contract's fields that came before, of which each takes one value. */
function addField(raw: Record<string, string | string[]>, again: Set<string>, name: string, value: string): void {
  if (name !== 'links') {
    // That a name is not known is said of it either way.
    if (Object.hasOwn(raw, name) && Object.hasOwn(ScreenFields.properties, name)) again.add(name);
    raw[name] = value;
    return;
  }
  const links = raw['links'];
  raw['links'] = [...(Array.isArray(links) ? links : []), value];
}
