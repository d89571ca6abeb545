/** What was in this multipart upload? The file goes to the decoder as it arrives; the fields beside it may stand before or after it. */
import type { MultipartFile } from '@fastify/multipart';
import { Problem, ScreenFields } from '@likeness/contract';
import type { Fingerprint } from '@likeness/fingerprint';
import type { FastifyRequest } from 'fastify';
import type { DecodePool } from '../decode/pool.ts';
import { reader } from './app.ts';

const readFields = reader(ScreenFields, 'body');

export interface Uploaded {
  readonly fields: ScreenFields;
  readonly fingerprints: readonly Fingerprint[];
}

/** Reads the parts in order. Problems: `image/...` from the decoder, `body/...` for the form. */
export async function readUpload(request: FastifyRequest, decode: DecodePool, maxBytes: number): Promise<Uploaded> {
  const length = Number(request.headers['content-length'] ?? 0);
  // A megabyte for the fields and boundaries around the file.
  if (length > maxBytes + 1024 * 1024) throw new Problem('image/too-large');
  let fingerprints: readonly Fingerprint[] | undefined;
  const raw: Record<string, string | string[]> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') fingerprints = await fingerprintsOfPart(part, fingerprints, decode);
    else if (typeof part.value === 'string') addField(raw, part.fieldname, part.value);
  }
  if (fingerprints === undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'The picture is missing: send its bytes in a field called file.' });
  return { fields: readFields(raw), fingerprints };
}

async function fingerprintsOfPart(
  part: MultipartFile,
  earlier: readonly Fingerprint[] | undefined,
  decode: DecodePool,
): Promise<readonly Fingerprint[]> {
  if (part.fieldname !== 'file' || earlier !== undefined)
    throw new Problem('body/invalid', { pointer: '/file', detail: 'Send exactly one file, in a field called file.' });
  return (await decode.fingerprint(part.file)).fingerprints;
}

function addField(raw: Record<string, string | string[]>, name: string, value: string): void {
  if (name !== 'links') {
    raw[name] = value;
    return;
  }
  const links = raw['links'];
  raw['links'] = [...(Array.isArray(links) ? links : []), value];
}
