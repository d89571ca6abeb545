/** How does an admin answer an uploader or a colleague who asks what is kept about her, or wants it gone? What is handed out or erased is an act in the ledger. */
import { Readable } from 'node:stream';
import { Problem } from '@likeness/contract';
import {
  type DataModel,
  type DataStep,
  dataPage,
  fieldLimits,
  fieldNames,
  paths,
  personDataPage,
  readUploaderForm,
  uploaderDataPage,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { DataProtection } from '../config/data-protection.ts';
import type { Engine } from '../workflows/engine.ts';
import { eraseModerator, everybodyOnFile, moderatorExport, moderatorHeld } from '../workflows/moderator-data.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { eraseUploader, uploaderCounts, uploaderExport } from '../workflows/subject-data.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, signedIn } from './console-session.ts';
import { pageHeaders, sendPage } from './page-answers.ts';

type Options = { readonly engine: Engine; readonly dataProtection: DataProtection | null };

/** No file is named after whom it is about: the name stands in a list of downloads. */
const sendFile = (reply: FastifyReply, name: string, type: string, body: string | Readable): FastifyReply =>
  pageHeaders(reply).header('content-disposition', `attachment; filename="${name}"`).type(`${type}; charset=utf-8`).send(body);

export const dataRoutes: FastifyPluginAsync<Options> = async (app, { engine, dataProtection }) => {
  const { store } = engine;

  const start = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<Pick<DataModel, 'notFound' | 'entered' | 'problems'>> = {},
    status = 200,
  ): Promise<FastifyReply> => {
    const model = {
      ...frameOf(engine, request),
      services: await listPlatforms(store.db),
      people: await everybodyOnFile(store.db),
      notFound: null,
      news: await newsOf(engine, request, ['uploader-erased', 'person-erased']),
      ...more,
    };
    return sendPage(reply, dataPage(model), status);
  };
  app.get('/data', may('answer-about-data'), (request, reply) => start(request, reply));

  /** Whom the form names, and how much is kept about her. */
  const uploaderHere = async (request: FastifyRequest) => {
    const entered = readUploaderForm(fieldsOf(request));
    const platforms = await listPlatforms(store.db);
    const platform = platforms.find(({ id }) => id === entered.platformId);
    const { uploaderRef } = entered;
    const problems = [
      ...(platform === undefined ? [{ field: fieldNames.platform, sentence: 'Choose the service of this account.' }] : []),
      ...(uploaderRef === '' || uploaderRef.length > fieldLimits.uploaderRef
        ? [{ field: fieldNames.uploaderRef, sentence: `Give the reference of the account, 1 to ${fieldLimits.uploaderRef} characters.` }]
        : []),
    ];
    if (platform === undefined || problems.length > 0) return { entered, problems, found: null };
    const counts = await uploaderCounts(store, platform.id, uploaderRef);
    const found = { platformId: platform.id, serviceName: platforms.length > 1 ? platform.name : null, uploaderRef, counts };
    return { entered, problems, found: counts.uploads + counts.measures === 0 ? null : found };
  };
  const uploader =
    (step: DataStep) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { entered, problems, found } = await uploaderHere(request);
      if (problems.length > 0) return start(request, reply, { entered, problems }, 422);
      if (found === null) return start(request, reply, { entered, notFound: entered.uploaderRef });
      return sendPage(reply, uploaderDataPage({ ...frameOf(engine, request), ...found, step, keepDays: dataProtection?.keepDays ?? null }));
    };
  app.post('/data/uploader', may('answer-about-data'), uploader('found'));
  app.post('/data/uploader/erase', may('answer-about-data'), uploader('erase'));

  app.post('/data/uploader/export', may('answer-about-data'), async (request, reply) => {
    const { entered, problems, found } = await uploaderHere(request);
    if (problems.length > 0) return start(request, reply, { entered, problems }, 422);
    if (found === null) return start(request, reply, { entered, notFound: entered.uploaderRef });
    const held = uploaderExport(engine, found.platformId, found.uploaderRef, signedIn(request).id);
    // The first line is fetched before anything is answered: what fails until then is a page that says so.
    const first = await held.next();
    const lines = async function* () {
      for (let one = first; one.done !== true; one = await held.next()) yield `${JSON.stringify(one.value)}\n`;
    };
    return sendFile(reply, 'what-is-kept.jsonl', 'application/jsonl', Readable.from(lines()));
  });
  app.post('/data/uploader/erase/confirmed', may('answer-about-data'), async (request, reply) => {
    const { entered, problems, found } = await uploaderHere(request);
    if (problems.length > 0) return start(request, reply, { entered, problems }, 422);
    if (found === null) return start(request, reply, { entered, notFound: entered.uploaderRef });
    await eraseUploader(engine, found.platformId, found.uploaderRef, signedIn(request).id);
    return goSaying(engine, request, reply, paths.data, 'uploader-erased');
  });

  const person = async (request: FastifyRequest, reply: FastifyReply, step: DataStep): Promise<FastifyReply> => {
    const held = await moderatorHeld(store.db, paramOf(request, 'personId'));
    const onFile = (await everybodyOnFile(store.db)).find(({ id }) => id === held?.id);
    if (held === null || onFile === undefined) throw new Problem('route/unknown');
    const counts = {
      decisions: held.decisions.length,
      passkeys: held.passkeys.length,
      shownInWeek: held.shownAt.length,
      acts: Object.values(held.acts).reduce((sum, count) => sum + count, 0),
    };
    const canErase = onFile.leftAt !== null && !onFile.isErased;
    const model = { ...frameOf(engine, request), step: canErase ? step : ('found' as const), person: onFile, counts };
    return sendPage(reply, personDataPage({ ...model, hasProvider: held.account !== null }));
  };
  app.get('/data/people/:personId', may('answer-about-data'), (request, reply) => person(request, reply, 'found'));
  app.get('/data/people/:personId/erase', may('answer-about-data'), (request, reply) => person(request, reply, 'erase'));

  app.post('/data/people/:personId/export', may('answer-about-data'), async (request, reply) => {
    const held = await moderatorExport(engine, paramOf(request, 'personId'), signedIn(request).id);
    if (held === null) throw new Problem('route/unknown');
    return sendFile(reply, 'what-is-kept.json', 'application/json', `${JSON.stringify(held)}\n`);
  });
  app.post('/data/people/:personId/erase', may('answer-about-data'), async (request, reply) => {
    const erased = await eraseModerator(engine, paramOf(request, 'personId'), signedIn(request).id);
    if (erased === 'unknown') throw new Problem('route/unknown');
    // Her access is there again, or never ended: the page says what comes first.
    if (erased === 'has-access') return person(request, reply, 'found');
    return goSaying(engine, request, reply, paths.data, 'person-erased');
  });
};
