/** How does a platform have an upload compared, say where it stands, and have it forgotten? */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  batchFingerprintsAtMost,
  ContentId,
  ContentPatch,
  fingerprintsAtMost,
  framesAtMost,
  Problem,
  ScreenAnswer,
  ScreenBatchAnswer,
  ScreenBatchBody,
  ScreenBody,
  tooMany,
  UploadForm,
} from '@likeness/contract';
import { isFrameKind } from '@likeness/fingerprint';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { KeysInMind } from '../access/api-keys.ts';
import type { ScreenedUpload } from '../store/content.ts';
import { forgetContent, setContentUrl } from '../workflows/forget.ts';
import { openScreening } from '../workflows/screen.ts';
import { fingerprintsOf, requireAddress, requireAddresses } from './bodies.ts';
import { openReadAhead } from './pace.ts';
import type { PlatformApiOptions } from './platform-api.ts';
import { refusals } from './platform-routes.ts';
import { invalid, reader } from './reader.ts';
import { readUpload } from './upload.ts';

const byContentId = Type.Object({ contentId: ContentId });

export interface ScreeningRoutesOptions extends PlatformApiOptions {
  readonly keysInMind: KeysInMind;
}

export const screeningRoutes: FastifyPluginAsyncTypebox<ScreeningRoutesOptions> = async (
  app,
  { engine, decode, maxUploadBytes, uploadParts, pace, keysInMind },
) => {
  const screening = openScreening(engine);
  const intake = { decode, hasParts: uploadParts, maxBytes: maxUploadBytes, pace, readAhead: openReadAhead() };
  const screened = async ({ platformId, keyId }: FastifyRequest, upload: ScreenedUpload): Promise<ScreenAnswer> => {
    try {
      return await screening({ platformId, keyId }, upload);
    } catch (error) {
      if (keyId !== null && error instanceof Problem && error.code === 'key/unknown') keysInMind.forget(keyId);
      throw error;
    }
  };
  const readScreen = reader(ScreenBody, 'body');
  app.post(
    '/screen',
    {
      config: { scope: 'screen', asksWithWrite: true },
      schema: {
        summary:
          'Is this upload on a list? Send the file as multipart/form-data (file, contentId, optional url, uploaderRef, links, text) or fingerprints as JSON.',
        body: { content: { 'application/json': { schema: ScreenBody }, 'multipart/form-data': { schema: UploadForm } } },
        response: { 200: ScreenAnswer, ...refusals },
      },
      // Two content types share the route: JSON is checked in the handler, multipart field by field.
      validatorCompiler: () => (value) => ({ value }),
    },
    async (request) => {
      if (request.isMultipart()) {
        const { fields, fingerprints } = await readUpload(request, intake);
        return screened(request, { ...placeOf(fields), source: 'bytes', fingerprints });
      }
      return screened(request, uploadOf(readScreen(request.body), ''));
    },
  );

  app.post(
    '/screen/batch',
    {
      config: { scope: 'screen', asksWithWrite: true },
      schema: {
        summary: `Many uploads by their fingerprints, at most ${batchFingerprintsAtMost} fingerprints together. Each is screened as by itself; results come in order. A call that is refused screens nothing.`,
        body: ScreenBatchBody,
        response: { 200: ScreenBatchAnswer, ...refusals },
      },
    },
    async (request) => {
      const uploads = request.body.items.map((item, index) => uploadOf(item, `/items/${index}`));
      const count = uploads.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
      if (count > batchFingerprintsAtMost)
        throw invalid('body', [{ pointer: '/items', detail: tooMany(count, 'fingerprints', batchFingerprintsAtMost) }]);
      return { results: await Promise.all(uploads.map((upload) => screened(request, upload))) };
    },
  );

  app.patch(
    '/content/:contentId',
    {
      config: { scope: 'screen' },
      schema: {
        summary: 'Sets the address once the upload is published.',
        params: byContentId,
        body: ContentPatch,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { url } = request.body;
      requireAddress('/url', url);
      await setContentUrl(engine, request.platformId, request.params.contentId, url);
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/content/:contentId',
    {
      config: { scope: 'screen' },
      schema: {
        summary:
          'Forgets an upload that you have deleted, except for what an open request still needs. It counts as gone: nobody waits any more for its removal or restriction, a granted request that waits for nothing else is closed at once, and whoever asked for it reads that it is gone. A request that nobody has decided stays open: a decision about it announces no `content.remove` for this upload, and is done at once. What was referred to an authority you keep, and confirm.',
        params: byContentId,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      await forgetContent(engine, request.platformId, request.params.contentId);
      return reply.status(204).send(null);
    },
  );
};

/** Problem `body/invalid` with its pointer, below the one given, where a fingerprint or the address is not right. */
function uploadOf(body: ScreenBody, pointer: string): ScreenedUpload {
  const fingerprints = body.fingerprints.flatMap((one, index) => fingerprintsOf(one, `${pointer}/fingerprints/${index}`));
  const frames = fingerprints.filter(({ kind }) => isFrameKind(kind)).length;
  const others = fingerprints.length - frames;
  const detail =
    frames > framesAtMost
      ? tooMany(frames, 'frames of a video', framesAtMost)
      : others > fingerprintsAtMost
        ? tooMany(others, 'fingerprints that are no frames of a video', fingerprintsAtMost)
        : null;
  if (detail !== null) throw invalid('body', [{ pointer: `${pointer}/fingerprints`, detail }]);
  return { ...placeOf(body, pointer), source: 'fingerprints', fingerprints };
}

function placeOf(
  fields: { contentId: string; url?: string; uploaderRef?: string; links?: string[]; text?: string },
  pointer = '',
): {
  contentId: string;
  url: string | null;
  uploaderRef: string | null;
  links: string[];
  text: string | null;
} {
  if (fields.url !== undefined) requireAddress(`${pointer}/url`, fields.url);
  requireAddresses(`${pointer}/links`, fields.links ?? []);
  const { contentId, url = null, uploaderRef = null, links = [], text = null } = fields;
  return { contentId, url, uploaderRef, links, text };
}
