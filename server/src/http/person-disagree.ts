/** How does she say that an answer is wrong, or what she thinks of a complaint? Two forms of her case page. */
import { Problem } from '@likeness/contract';
import {
  disagreeTextAtMost,
  type FieldProblem,
  type Frame,
  fieldNames,
  isRequestersReason,
  isSideAnswer,
  paths,
  readDisagreeForm,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerComplaint, complainAsRequester } from '../workflows/complain.ts';
import type { Engine } from '../workflows/engine.ts';
import { goOn, spokenTo } from './her-language.ts';
import { fieldsOf, type Person, type PersonSessions } from './person-session.ts';
import { unwritableFields } from './writable.ts';

export interface DisagreeOptions {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: Pick<PersonSessions, 'senderOf' | 'idle'>;
  /** Her case page, with what to correct. */
  readonly showCase: (
    request: FastifyRequest,
    reply: FastifyReply,
    who: Person,
    which: unknown,
    refused: { readonly problems: readonly FieldProblem[]; readonly problemsOf: string },
  ) => Promise<FastifyReply>;
  /** What the case page says afterwards, as its address carries it. */
  readonly news: Readonly<Record<'answered' | 'answered-late' | 'complained' | 'complained-before', string>>;
}

export function disagreeRoutes(app: FastifyInstance, { engine, frame, sessions, showCase, news }: DisagreeOptions): void {
  const said = async (
    request: FastifyRequest,
    reply: FastifyReply,
    isKnown: (choice: string) => boolean,
    send: (who: Person, form: ReturnType<typeof readDisagreeForm>) => Promise<keyof DisagreeOptions['news']>,
  ): Promise<FastifyReply> => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    const form = readDisagreeForm(fieldsOf(request));
    const { words } = spokenTo(frame, request).speech;
    const isWritable = !unwritableFields(request).includes(fieldNames.words);
    const problems: FieldProblem[] = [
      ...(isKnown(form.choice) ? [] : [{ field: fieldNames.choice, sentence: words.disagree.choose }]),
      ...(form.text.length > disagreeTextAtMost ? [{ field: fieldNames.words, sentence: words.disagree.tooLong }] : []),
      ...(isWritable ? [] : [{ field: fieldNames.words, sentence: words.unwritable }]),
    ];
    if (problems.length > 0) return showCase(request, reply, who, null, { problems, problemsOf: form.trackingNumber });
    try {
      return goOn(request, reply, `${paths.case}?n=${news[await send(who, form)]}`);
    } catch (error) {
      // Decided, or sent before: her page says what is so.
      if (error instanceof Problem && error.code === 'complaint/closed') return goOn(request, reply, paths.case);
      throw error;
    }
  };

  app.post(paths.answerComplaint, { config: { showsFormAgain: true } }, (request, reply) =>
    said(request, reply, isSideAnswer, async ({ caseId }, { trackingNumber, choice, text }) => {
      const isTaken =
        isSideAnswer(choice) && (await answerComplaint(engine, { caseId, trackingNumber, answer: choice, text })) === 'answered';
      return isTaken ? 'answered' : 'answered-late';
    }),
  );
  app.post(paths.complain, { config: { showsFormAgain: true } }, (request, reply) =>
    said(request, reply, isRequestersReason, async ({ caseId }, { trackingNumber, choice, text }) => {
      const { was, outcome } = await complainAsRequester(engine, { caseId, trackingNumber, reason: choice, text });
      return was === 'otherwise' || outcome !== null ? 'complained-before' : 'complained';
    }),
  );
}
