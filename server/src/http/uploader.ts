/** What happens at the uploader's door? An address with a secret opens a statement of reasons, and one form complains about it: no account, no cookie, nothing in any address. */
import formBody from '@fastify/formbody';
import type { Words } from '@likeness/web/person';
import {
  failedPage,
  fieldNames,
  isMeanwhile,
  isUploadersReason,
  paths,
  readStatementForm,
  type StatementFormProblem,
  type StatementModel,
  statementPage,
  textAtMost,
} from '@likeness/web/uploader';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { DataProtection } from '../config/data-protection.ts';
import type { Settings } from '../config/settings.ts';
import { complainAsUploader } from '../workflows/complain.ts';
import type { Engine } from '../workflows/engine.ts';
import { readStatement, type StatementView } from '../workflows/read-statement.ts';
import { frameOfPages, shownStatus, wantsPage } from './calm-page.ts';
import { saysWhatItVariedBy, spokenTo } from './her-language.ts';
import { refuseForeignForm, sendPage } from './page-answers.ts';
import { answerProblem, answerWithPage } from './problem-answers.ts';
import { unwritableFields } from './writable.ts';

export interface UploaderOptions {
  readonly engine: Engine;
  readonly settings: Pick<Settings, 'exitUrl' | 'ownOrigins'>;
  readonly dataProtection: DataProtection | null;
}

const formLimitBytes = 64 * 1024;
const opensNothing = ({ uploader: said }: Words): StatementFormProblem => ({ field: 'secret', sentence: said.problems.unknown });

export const uploader: FastifyPluginAsync<UploaderOptions> = async (app, { engine, settings, dataProtection }) => {
  await app.register(formBody, { bodyLimit: formLimitBytes });
  const frame = frameOfPages(settings, dataProtection);
  app.addHook('preHandler', async (request, reply) => {
    saysWhatItVariedBy(request, reply);
    if (request.method === 'POST') refuseForeignForm(request, settings.ownOrigins);
  });

  // The other side's page would offer her code, and lose what was written.
  app.setErrorHandler((error, request, reply) => {
    if (!wantsPage(request)) return answerProblem(error, request, reply);
    return answerWithPage(frame, error, request, reply, (page, problem) => {
      const { retryAfterSeconds } = problem.place;
      const status = shownStatus(problem);
      // What another site had sent here is shown to nobody.
      const { secret, text } = readStatementForm(status === 403 ? {} : fieldsOf(request));
      const typed = unwritableFields(request).includes(fieldNames.text) ? '' : text;
      const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
      return { html: failedPage({ ...page, status, ...wait, secret, typed }), status };
    });
  });

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    statement: StatementModel | null,
    problems: readonly StatementFormProblem[] = [],
    status = problems.length > 0 ? 422 : 200,
  ): FastifyReply => sendPage(reply, statementPage({ ...spokenTo(frame, request), statement, problems }), status);

  const complains = async ({ actionId }: StatementView, reason: string, text: string) =>
    (await complainAsUploader(engine, { actionId, reason, text, via: 'page' })).was;

  app.get(paths.statement, async (request, reply) => show(request, reply, null));
  app.post(paths.statement, { config: { showsFormAgain: true } }, async (request, reply) => {
    const { language, words } = spokenTo(frame, request).speech;
    const { secret } = readStatementForm(fieldsOf(request));
    const view = await readStatement(engine, secret, language);
    return view === null ? show(request, reply, null, [opensNothing(words)]) : show(request, reply, modelOf(view, secret));
  });
  app.post(paths.complain, { config: { showsFormAgain: true } }, async (request, reply) => {
    const { language, words } = spokenTo(frame, request).speech;
    const { secret, reason, text } = readStatementForm(fieldsOf(request));
    const before = await readStatement(engine, secret, language);
    if (before === null) return show(request, reply, null, [opensNothing(words)]);
    // Sent twice, in other words, or too late: the page says what is so, and gives back what is not taken.
    if (before.mayComplainUntil === null) {
      const isSame = before.complaint !== null && isUploadersReason(before, reason) && (await complains(before, reason, text)) === 'before';
      const isReadable = !unwritableFields(request).includes(fieldNames.text);
      return isSame
        ? show(request, reply, modelOf(before, secret))
        : show(request, reply, { ...modelOf(before, secret), notTaken: isReadable ? text : '' }, [], 409);
    }
    const problems: StatementFormProblem[] = [
      ...(isUploadersReason(before, reason)
        ? []
        : [{ field: 'reason' as const, sentence: isMeanwhile(before) ? words.uploader.meanwhile.choose : words.uploader.problems.choose }]),
      ...(text.length > textAtMost ? [{ field: 'text' as const, sentence: words.uploader.problems.tooLong({ most: textAtMost }) }] : []),
      ...(unwritableFields(request).includes(fieldNames.text) ? [{ field: 'text' as const, sentence: words.unwritable }] : []),
    ];
    if (problems.length > 0) return show(request, reply, { ...modelOf(before, secret), entered: { reason, text } }, problems);
    const was = await complains(before, reason, text);
    const after = await readStatement(engine, secret, language);
    if (after === null) return show(request, reply, null);
    if (was === 'otherwise') return show(request, reply, { ...modelOf(after, secret), notTaken: text }, [], 409);
    return show(request, reply, { ...modelOf(after, secret), isFiledNow: true });
  });
};

function modelOf(view: StatementView, secret: string): StatementModel {
  return { ...view, secret, isFiledNow: false };
}

function fieldsOf({ body }: FastifyRequest): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
