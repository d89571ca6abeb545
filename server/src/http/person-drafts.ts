/** What happens with a request that she saves to send later: where it is saved, how her case and her file show it, and how it is deleted? */
import { sentFiles } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  askedIn,
  type CaseDraft,
  type DownloadModel,
  type FieldProblem,
  type Fields,
  fieldNames,
  inOneList,
  keepsContact,
  keptFields,
  paths,
  type RequestForm,
  type RequestFormModel,
  readLater,
  readRequestForm,
  type Service,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance } from 'fastify';
import { uuid } from '../config/random.ts';
import { isUuid } from '../store/ids.ts';
import { type DraftView, deleteDraft, draftDays, draftsAtMost, keepDraft } from '../workflows/drafts.ts';
import type { Engine } from '../workflows/engine.ts';
import { FormSentBefore } from '../workflows/file-request.ts';
import type { CasePlace } from '../workflows/in-her-case.ts';
import { goOn } from './her-language.ts';
import { fieldsOf, type PersonSessions } from './person-session.ts';

export function draftPages(
  app: FastifyInstance,
  {
    engine,
    sessions,
    caseOnceDeleted,
    caseWhereSent,
  }: {
    readonly engine: Engine;
    readonly sessions: PersonSessions;
    readonly caseOnceDeleted: string;
    /** Another tab had sent it. */
    readonly caseWhereSent: string;
  },
): void {
  app.post(paths.deleteDraft, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    const { wasSent } = await deleteDraft(engine, who.caseId, readLater(fieldsOf(request)).draft);
    return goOn(request, reply, wasSent ? caseWhereSent : caseOnceDeleted);
  });
}

/** For the page of a form: the id that came with it, or one of its own. A form about somebody who may be under 18 has none: it goes at once. */
export function asDraft({ random }: Pick<Engine, 'random'>, way: RequestForm['way'], posted: Fields = {}): Pick<RequestFormModel, 'draft'> {
  const { draft } = readLater(posted);
  return way === 'young' ? {} : { draft: { id: isUuid(draft) ? draft : uuid(random), days: draftDays } };
}

/** What keeps a form from being saved: what stands at a field can be put right before it is sent. What may show somebody under 18 is not saved, and not sent in its place either. */
export function inTheWayOfSaving({ problems, way }: RequestForm, words: Words): readonly FieldProblem[] {
  return way === 'young' ? [{ sentence: words.later.problems.young }] : problems.filter(({ field }) => field === undefined);
}

/** What stands above the problems of a form that was to be saved, or that was sent before. */
export function headingOf(problems: readonly FieldProblem[], isForLater: boolean, { later }: Words): { readonly problemsHeading?: string } {
  const wasSent = problems.some(({ sentence }) => sentence === later.problems.sentBefore);
  return isForLater || wasSent ? { problemsHeading: later.problems.heading } : {};
}

/** What she reads where a form that was sent before is sent once more and nothing of it waits; null for any other failure. */
export const sentBefore = (error: unknown, words: Words): FieldProblem | null =>
  error instanceof FormSentBefore ? { sentence: words.later.problems.sentBefore } : null;

/** Saves the posted form in that case. Answers what keeps it from that; null where the case has ended meanwhile. */
export async function saveForLater(
  engine: Engine,
  where: CasePlace,
  posted: Fields,
  words: Words,
): Promise<{ readonly caseId: string } | FieldProblem | null> {
  const { draft = { id: '' } } = asDraft(engine, 'picture', posted);
  const { problems } = words.later;
  const saved = await keepDraft(engine, where, draft.id, keptFields(posted)).catch((error: unknown) => {
    // Whoever only found the code learns nothing more than the page for opening a case would say.
    if (error instanceof Problem && error.code === 'case/pin') return null;
    throw error;
  });
  if (saved === null) return { field: fieldNames.pin, sentence: words.openCase.wrongPin };
  if (saved.outcome === 'too-many') return { sentence: problems.tooMany({ most: draftsAtMost }) };
  if (saved.outcome === 'sent-already') return { sentence: problems.sent };
  return saved.caseId === null ? null : { caseId: saved.caseId };
}

/** Of how many pictures and videos her case held fingerprints then: what a decision or she herself has taken out of it since does not go along. */
export const heldBefore = ({ said }: DraftView): { readonly heldBefore: number } => ({
  heldBefore: Number(said[fieldNames.heldFiles] ?? 0),
});

/** The form as she saved it, for its page. */
export const savedForm = ({ said }: DraftView, words: Words): RequestForm => readRequestForm(said, words);

const namesOf = (form: RequestForm, services: readonly Pick<Service, 'id' | 'name'>[]): string[] =>
  services.filter(({ id }) => askedIn(form).some(({ serviceId }) => serviceId === id)).map(({ name }) => name);

/** As her case shows it; `caseEndsAt`: it goes with her case. */
export function caseDraft(
  draft: DraftView,
  services: readonly Pick<Service, 'id' | 'name'>[],
  words: Words,
  caseEndsAt: Date | null,
): CaseDraft {
  const { id, which, keptAt, said } = draft;
  const until = caseEndsAt !== null && caseEndsAt < draft.until ? caseEndsAt : draft.until;
  return { id, which, keptAt, until, serviceNames: namesOf(savedForm(draft, words), services), hasContact: keepsContact(said) };
}

/** As her file shows it, and as a program reads it there. */
export function draftInFile(
  draft: DraftView,
  services: readonly Pick<Service, 'id' | 'name'>[],
  words: Words,
): { readonly shown: DownloadModel['drafts'][number]; readonly data: unknown } {
  const form = savedForm(draft, words);
  const { keptAt, until } = draft;
  const serviceNames = namesOf(form, services);
  const files = sentFiles(form.pictures.map((picture) => picture.map(({ kind }) => kind)));
  const asked = askedIn(form).map(({ serviceId, answers: { fingerprints: _apart, ...answers } }) => ({ serviceId, answers }));
  const nameOf = (serviceId: string): string | null =>
    asked.length < 2 ? null : (services.find(({ id }) => id === serviceId)?.name ?? null);
  // She signs in sending: until then her name stands apart from what a service would get.
  const { fingerprints: _apart, signature: typedName = null, ...shared } = form.answers;
  const each = asked.length === 0 ? [{ serviceId: '', answers: shared }] : asked;
  return {
    shown: {
      serviceNames,
      keptAt,
      until,
      asked: each.map(({ serviceId, answers }) => ({ serviceName: nameOf(serviceId), answers, files })),
      whoAsks: form.onBehalfOf,
      typedName,
    },
    data: {
      services: serviceNames,
      keptAt,
      until,
      // A form on which nobody has said who asks reads as hers: her file does not say it for her.
      answers: each.map(({ answers: { onBehalfOf, ...rest } }) => ({ ...(form.onBehalfOf !== null && { onBehalfOf }), ...rest })),
      typedName,
      fingerprints: inOneList(form.pictures),
    },
  };
}
