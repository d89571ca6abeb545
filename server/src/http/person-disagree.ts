/** How does she say that an answer is wrong, or what she thinks of a complaint? Two forms of her case page. */
import type { Amendment } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type CaseNews,
  type DisagreeSaid,
  disagreeTextAtMost,
  type FieldProblem,
  type Frame,
  fieldNames,
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
  readonly sessions: Pick<PersonSessions, 'writerOf' | 'idle'>;
  readonly showCase: ShowCase;
  /** What the case page says afterwards, as its address carries it. */
  readonly news: Readonly<Record<'answered' | 'answered-late' | 'complained' | 'complained-before', string>>;
}

/** Her case page after something that was not taken: what to correct, in the form of one request, or `givenBack` what nobody takes any more. */
export type ShowCase = (
  request: FastifyRequest,
  reply: FastifyReply,
  who: Person,
  news: CaseNews | null,
  refused: {
    readonly problems?: readonly FieldProblem[];
    readonly problemsOf?: string;
    /** What was not taken, so that it need not be typed again. */
    readonly typed?: Amendment;
    readonly said?: DisagreeSaid;
    readonly givenBack?: string;
  },
) => Promise<FastifyReply>;

const isChosen = (choice: string): boolean => choice !== '';

export function disagreeRoutes(app: FastifyInstance, { engine, frame, sessions, showCase, news }: DisagreeOptions): void {
  const said = async (
    request: FastifyRequest,
    reply: FastifyReply,
    of: DisagreeSaid['form'],
    isKnown: (choice: string) => boolean,
    send: (who: Person, form: ReturnType<typeof readDisagreeForm>) => Promise<keyof DisagreeOptions['news']>,
  ): Promise<FastifyReply> => {
    const form = readDisagreeForm(fieldsOf(request));
    const writer = await sessions.writerOf(request);
    if (writer === null) return sessions.idle(request, reply, form.text);
    const { who, isStale } = writer;
    const { words } = spokenTo(frame, request).speech;
    const isWritable = !unwritableFields(request).includes(fieldNames.words);
    const problems: FieldProblem[] = [
      ...(isStale ? [{ field: fieldNames.words, sentence: words.case.stale }] : []),
      ...(isKnown(form.choice) ? [] : [{ field: fieldNames.choice, sentence: words.disagree.choose }]),
      ...(form.text.length > disagreeTextAtMost ? [{ field: fieldNames.words, sentence: words.disagree.tooLong }] : []),
      ...(isWritable ? [] : [{ field: fieldNames.words, sentence: words.unwritable }]),
    ];
    const again = (wrong: readonly FieldProblem[]): Promise<FastifyReply> =>
      showCase(request, reply, who, null, {
        problems: wrong,
        problemsOf: form.trackingNumber,
        said: { ...form, form: of, text: isWritable ? form.text : '' },
        givenBack: isWritable ? form.text : '',
      });
    if (problems.length > 0) return again(problems);
    const outcome = await send(who, form).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'complaint/closed') return 'answered-late' as const;
      if (error instanceof Problem && error.code === 'complaint/reason') return 'not-offered' as const;
      throw error;
    });
    // It goes with another answer than the one that stands by now: the form shows those that go with this one.
    if (outcome === 'not-offered') return again([{ field: fieldNames.choice, sentence: words.disagree.choose }]);
    // What was not taken comes back, for her to keep.
    if ((outcome === 'answered-late' || outcome === 'complained-before') && form.text !== '')
      return showCase(request, reply, who, outcome, { givenBack: form.text });
    return goOn(request, reply, `${paths.case}?n=${news[outcome]}`);
  };

  app.post(paths.answerComplaint, { config: { showsFormAgain: true } }, (request, reply) =>
    said(request, reply, 'question', isSideAnswer, async ({ caseId }, { trackingNumber, choice, text }) => {
      const isTaken =
        isSideAnswer(choice) && (await answerComplaint(engine, { caseId, trackingNumber, answer: choice, text })) === 'answered';
      return isTaken ? 'answered' : 'answered-late';
    }),
  );
  app.post(paths.complain, { config: { showsFormAgain: true } }, (request, reply) =>
    said(request, reply, 'complain', isChosen, async ({ caseId }, { trackingNumber, choice, text }) => {
      const { was, outcome } = await complainAsRequester(engine, { caseId, trackingNumber, reason: choice, text });
      return was === 'otherwise' || outcome !== null ? 'complained-before' : 'complained';
    }),
  );
}
