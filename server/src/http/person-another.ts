/** How does she ask another service here, from her open case? What she said in it is filled in; the place, what she declares and that she signs are asked for each. */
import { noFiles, type SentFiles } from '@likeness/casework';
import {
  type FieldProblem,
  type Frame,
  fieldNames,
  fieldOf,
  paths,
  type RequestForm,
  readRequestForm,
  renderRequestForm,
  type Service,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { fileInCase } from '../workflows/file-request.ts';
import { type CaseView, readCase } from '../workflows/open-case.ts';
import { filesHeld } from '../workflows/pictures-of-case.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { addressOf } from './person-code.ts';
import { fieldsOf, type Person, type PersonSessions } from './person-session.ts';
import { unwritableFields } from './writable.ts';

export interface AnotherDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: PersonSessions;
  readonly services: () => Promise<readonly Service[]>;
  /** What keeps a form from being taken that was filled in under another name of the site. */
  readonly underAnotherName: (request: FastifyRequest, words: Words) => readonly FieldProblem[];
  /** What is said where a request cannot take all of it. */
  readonly tooMuch: (words: Words, error: unknown, serviceIds: readonly string[]) => FieldProblem | null;
  /** Where her case opens after a service was asked. */
  readonly caseAfterwards: string;
}

/** Services that nothing of this case waits at. None where it has asked nobody, or is about to end. */
export function othersOf<One extends Pick<Service, 'id'>>(
  { requests, withdrawalDueAt }: CaseView,
  services: readonly One[],
): readonly One[] {
  if (requests.length === 0 || withdrawalDueAt !== null) return [];
  return services.filter(({ id }) => !requests.some(({ platformId, isOpen }) => isOpen && platformId === id));
}

export function anotherServicePages(
  app: FastifyInstance,
  { engine, frame, sessions, services, underAnotherName, tooMuch, caseAfterwards }: AnotherDoor,
): void {
  const modelOf = async (request: FastifyRequest, who: Person, view: CaseView) => {
    const files: SentFiles = isYoung(view) ? noFiles : await filesHeld(engine, who.caseId);
    return {
      ...spokenTo(frame, request),
      way: isYoung(view) ? 'young' : 'picture',
      caseCode: '',
      within: { csrf: sessions.tokenOf(who.session), files },
    } as const;
  };

  app.get(paths.another, async (request, reply) => {
    const who = await sessions.personOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId);
    if (who === null || view === null) return sessions.idle(request, reply);
    const others = othersOf(view, await services());
    if (others.length === 0) return goOn(request, reply, paths.case);
    const entered = enteredBefore(view);
    return sendPage(reply, renderRequestForm({ ...(await modelOf(request, who, view)), services: others, ...(entered && { entered }) }));
  });

  app.post(paths.another, { config: { showsFormAgain: true } }, async (request, reply) => {
    const writer = await sessions.writerOf(request);
    const view = writer === null ? null : await readCase(engine, writer.who.caseId);
    if (writer === null || view === null) return sessions.idle(request, reply);
    const { who, isStale } = writer;
    const { words } = spokenTo(frame, request).speech;
    const posted = fieldsOf(request);
    // What the case is about is not the form's to say.
    const form = readRequestForm({ ...posted, [fieldNames.apart]: 'yes', [fieldNames.isYoung]: isYoung(view) ? 'yes' : '' }, words);
    const known = await services();
    const asked = form.apart?.filter(({ isChosen }) => isChosen) ?? [];
    const isKnown = asked.every(({ serviceId }) => known.some(({ id }) => id === serviceId));
    const again = async (problems: readonly FieldProblem[]): Promise<FastifyReply> => {
      const others = othersOf(view, known);
      const offered = known.filter((one) => others.includes(one) || asked.some(({ serviceId }) => serviceId === one.id));
      return sendPage(
        reply,
        renderRequestForm({ ...(await modelOf(request, who, view)), services: offered, entered: form, problems }),
        422,
      );
    };
    const refused: FieldProblem[] = [
      ...(isStale ? [{ sentence: words.case.stale }] : []),
      ...underAnotherName(request, words),
      ...form.problems,
      ...(isKnown ? [] : [{ field: fieldNames.service, sentence: words.request.problems.service }]),
      ...unwritableFields(request).map((field) => ({ field, sentence: words.unwritable })),
    ];
    if (refused.length > 0) return again(refused);
    const filed = await fileInCase(engine, who.caseId, {
      requests: asked.map(({ serviceId, answers: { fingerprints: _none, ...answers }, chosen }) => ({
        platformId: serviceId,
        answers,
        bases: 'all-that-apply' as const,
        chosen,
      })),
      withPictures: !form.withoutPictures,
      source: addressOf(request),
    }).catch((error: unknown) => {
      const problem = tooMuch(
        words,
        error,
        asked.map(({ serviceId }) => serviceId),
      );
      if (problem === null) throw error;
      return problem;
    });
    if (filed === null) return sessions.idle(request, reply);
    return 'sentence' in filed ? again([filed]) : goOn(request, reply, caseAfterwards);
  });
}

/** Of what may show somebody under 18 nothing is asked anew as if it did not. */
const isYoung = ({ requests }: CaseView): boolean => requests.some(({ answers }) => answers.isYoung === true);

/** What she said in this case before. Which place it is, what she declares and that she signs are each service's own. */
function enteredBefore({ requests }: CaseView): Omit<RequestForm, 'problems'> | null {
  const before = requests.at(-1)?.answers;
  if (before === undefined) return null;
  const { basis, onBehalfOf, agentAuthority, signature, contact, statement } = before;
  const details = statement?.details;
  return {
    caseCode: '',
    pin: null,
    serviceId: '',
    apart: [],
    withoutPictures: false,
    way: 'picture',
    onBehalfOf,
    answers: {
      basis,
      onBehalfOf,
      ...(agentAuthority && { agentAuthority }),
      ...(signature && { signature }),
      ...(contact && { contact }),
      ...(details && { statement: { notConsensual: false, goodFaith: false, details } }),
    },
    chosen: [],
    pictures: [],
  };
}

/** Beside its field where one service was asked, and for all of them otherwise. */
export function atService({ field, sentence }: FieldProblem, serviceIds: readonly string[]): FieldProblem {
  const [only] = serviceIds;
  return field === undefined || only === undefined || serviceIds.length > 1 ? { sentence } : { field: fieldOf(field, only), sentence };
}
