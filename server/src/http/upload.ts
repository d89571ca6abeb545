/** What was in this multipart upload? The file goes to the decoder as it arrives; the fields beside it may stand before or after it. */
import type { MultipartFile } from '@fastify/multipart';
import { Problem, ScreenFields } from '@likeness/contract';
import type { Fingerprint } from '@likeness/fingerprint';
import type { FastifyRequest } from 'fastify';
import type { DecodePool } from '../decode/pool.ts';
import { atPace, type Pace, type ReadAhead } from './pace.ts';
import { reader } from './reader.ts';

const readFields = reader(ScreenFields, 'body');

export interface Intake {
  readonly decode: DecodePool;
  readonly maxBytes: number;
  readonly pace: Pace;
  readonly readAhead: ReadAhead;
}

export interface Uploaded {
  readonly fields: ScreenFields;
  readonly fingerprints: readonly Fingerprint[];
}

/** Reads the parts in order. Problems: `image/...` from the decoder, `body/...` for the form, among them one that arrives too slowly. */
export async function readUpload(request: FastifyRequest, intake: Intake): Promise<Uploaded> {
  const length = Number(request.headers['content-length'] ?? 0);
  // A megabyte for the fields and boundaries around the file.
  if (length > intake.maxBytes + 1024 * 1024) throw new Problem('image/too-large');
  let fingerprints: readonly Fingerprint[] | undefined;
  const raw: Record<string, string | string[]> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') fingerprints = await fingerprintsOfPart(part, fingerprints, intake);
      else if (typeof part.value === 'string') addField(raw, part.fieldname, part.value);
    }
  } catch (error) {
    throw isFormDamage(error)
      ? new Problem('body/malformed', { detail: 'The multipart form is damaged or ends too early. Send it again, whole.' })
      : error;
  }
  if (fingerprints === undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'The picture is missing: send its bytes in a field called file.' });
  return { fields: readFields(raw), fingerprints };
}

/** Whether an error of the multipart reader speaks about the form; it names them in words only. */
function isFormDamage(error: unknown): boolean {
  return (
    error instanceof Error && !(error instanceof Problem) && /multipart|part header|terminated early|boundary|aborted/i.test(error.message)
  );
}

async function fingerprintsOfPart(
  part: MultipartFile,
  earlier: readonly Fingerprint[] | undefined,
  { decode, pace, readAhead }: Intake,
): Promise<readonly Fingerprint[]> {
  if (part.fieldname !== 'file' || earlier !== undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'Send exactly one file, in a field called file.' });
  const { fingerprints, laterFrames } = await decode.fingerprint(await readAhead(atPace(part.file, pace)));
  // Of an animation, the middle and last frame are looked up like the first: a list may hold any of them.
  return [...fingerprints, ...laterFrames];
}

function addField(raw: Record<string, string | string[]>, name: string, value: string): void {
  if (name !== 'links') {
    raw[name] = value;
    return;
  }
  const links = raw['links'];
  raw['links'] = [...(Array.isArray(links) ? links : []), value];
}
