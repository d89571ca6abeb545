/** How does she ask another service here, from her open case? What she said in it is filled in; the place, what she declares and that she signs are asked for each. */
import { noFiles, type SentFiles } from '@likeness/casework';
import {
  askedIn,
  type FieldProblem,
  type Frame,
  fieldNames,
  fieldOf,
  paths,
  type RequestForm,
  readLater,
  readRequestForm,
  renderRequestForm,
  type Service,
  saidOfThese,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DraftView } from '../workflows/drafts.ts';
import type { Engine } from '../workflows/engine.ts';
import { fileInCase } from '../workflows/file-request.ts';
import { type CaseView, readCase } from '../workflows/open-case.ts';
import { filesHeld } from '../workflows/pictures-of-case.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { addressOf } from './person-code.ts';
import { asDraft, headingOf, heldBefore, inTheWayOfSaving, savedForm, saveForLater, sentBefore } from './person-drafts.ts';
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
  /** The same after it was saved to be sent later. */
  readonly caseOnceSaved: string;
}

/** Services that nothing of this case waits at. None where it has asked nobody, or is about to end. */
export function othersOf<One extends Pick<Service, 'id'>>(view: CaseView, services: readonly One[]): readonly One[] {
  return view.requests.length === 0 || view.withdrawalDueAt !== null ? [] : offeredIn(view, services, []);
}

/** The same on a form that names some of them already. */
function offeredIn<One extends Pick<Service, 'id'>>(
  { requests }: CaseView,
  services: readonly One[],
  asked: readonly { readonly serviceId: string }[],
): readonly One[] {
  const waits = (id: string): boolean => requests.some(({ platformId, isOpen }) => isOpen && platformId === id);
  return services.filter(({ id }) => !waits(id) || asked.some(({ serviceId }) => serviceId === id));
}

export function anotherServicePages(
  app: FastifyInstance,
  { engine, frame, sessions, services, underAnotherName, tooMuch, caseAfterwards, caseOnceSaved }: AnotherDoor,
): void {
  /** `kept`: the one that she saved, where it is that one's form. */
  const modelOf = async (request: FastifyRequest, who: Person, view: CaseView, kept: DraftView | undefined) => {
    const files: SentFiles = isYoung(view) ? noFiles : await filesHeld(engine, who.caseId);
    const page = spokenTo(frame, request);
    const way = isYoung(view) ? 'young' : 'picture';
    return {
      ...page,
      // In another language it is the same one.
      here: kept === undefined ? page.here : `${paths.another}?kept=${kept.which}`,
      way,
      caseCode: '',
      within: { csrf: sessions.tokenOf(who.session), files, isKept: kept !== undefined, ...(kept && heldBefore(kept)) },
      ...asDraft(engine, way, kept === undefined ? fieldsOf(request) : { [fieldNames.draft]: kept.id }),
    } as const;
  };

  app.get(paths.another, async (request, reply) => {
    const who = await sessions.personOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId);
    if (who === null || view === null) return sessions.idle(request, reply);
    const known = await services();
    const kept = keptAsked(view, request);
    const saved = kept === undefined ? null : savedForm(kept, spokenTo(frame, request).speech.words);
    const others = saved === null ? othersOf(view, known) : offeredIn(view, known, askedIn(saved));
    if (others.length === 0) return goOn(request, reply, paths.case);
    const entered = saved ?? enteredBefore(view);
    return sendPage(
      reply,
      renderRequestForm({ ...(await modelOf(request, who, view, kept)), services: others, ...(entered && { entered }) }),
    );
  });

  app.post(paths.another, { config: { showsFormAgain: true } }, async (request, reply) => {
    const writer = await sessions.writerOf(request);
    const view = writer === null ? null : await readCase(engine, writer.who.caseId);
    if (writer === null || view === null) return sessions.idle(request, reply);
    const { who, isStale } = writer;
    const { words } = spokenTo(frame, request).speech;
    const known = await services();
    const said = saidOfThese(
      fieldsOf(request),
      known.map(({ id }) => id),
    );
    // What the case is about is not the form's to say.
    const posted = { ...said, [fieldNames.apart]: 'yes', [fieldNames.isYoung]: isYoung(view) ? 'yes' : '' };
    const form = readRequestForm(posted, words);
    const { draft, isForLater } = readLater(posted);
    const asked = askedIn(form);
    const isKnown = isForLater || asked.every(({ serviceId }) => known.some(({ id }) => id === serviceId));
    const again = async (problems: readonly FieldProblem[]): Promise<FastifyReply> => {
      const kept = view.drafts.find(({ id }) => id === draft);
      const offered = offeredIn(view, known, asked);
      return sendPage(
        reply,
        renderRequestForm({
          ...(await modelOf(request, who, view, kept)),
          services: offered,
          entered: form,
          problems,
          ...headingOf(problems, isForLater, words),
        }),
        422,
      );
    };
    const refused: FieldProblem[] = [
      ...(isStale ? [{ sentence: words.case.stale }] : []),
      ...underAnotherName(request, words),
      ...(isForLater ? inTheWayOfSaving(form, words) : form.problems),
      ...(isKnown ? [] : [{ field: fieldNames.service, sentence: words.request.problems.service }]),
      ...unwritableFields(request).map((field) => ({ field, sentence: words.unwritable })),
    ];
    if (refused.length > 0) return again(refused);
    if (isForLater) {
      const saved = await saveForLater(engine, { caseId: who.caseId }, posted, words);
      if (saved === null) return sessions.idle(request, reply);
      return 'sentence' in saved ? again([saved]) : goOn(request, reply, caseOnceSaved);
    }
    const filed = await fileInCase(engine, who.caseId, {
      requests: asked.map(({ serviceId, answers: { fingerprints: _listed, ...answers }, chosen }) => ({
        platformId: serviceId,
        answers,
        bases: 'all-that-apply' as const,
        chosen,
      })),
      pictures: form.pictures,
      withPictures: !form.withoutPictures,
      source: addressOf(request),
      draft,
    }).catch((error: unknown) => {
      const problem =
        sentBefore(error, words) ??
        tooMuch(
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

/** Which of those that she saved she wants to go on with, by its place; none in a case that is about to end. */
function keptAsked({ drafts, withdrawalDueAt }: CaseView, { query }: FastifyRequest): DraftView | undefined {
  const asked = typeof query === 'object' && query !== null && 'kept' in query ? query.kept : undefined;
  return withdrawalDueAt === null && typeof asked === 'string' ? drafts.find(({ which }) => String(which) === asked) : undefined;
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
