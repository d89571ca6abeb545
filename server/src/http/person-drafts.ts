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
import type { CasePlace } from '../workflows/in-her-case.ts';
import { goOn } from './her-language.ts';
import { fieldsOf, type PersonSessions } from './person-session.ts';

export function draftPages(
  app: FastifyInstance,
  { engine, sessions, caseAfterwards }: { readonly engine: Engine; readonly sessions: PersonSessions; readonly caseAfterwards: string },
): void {
  app.post(paths.deleteDraft, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    await deleteDraft(engine, who.caseId, readLater(fieldsOf(request)).draft);
    return goOn(request, reply, caseAfterwards);
  });
}

/** For the page of a form: the id that came with it, or one of its own. A form about somebody who may be under 18 has none: it goes at once. */
export function asDraft({ random }: Pick<Engine, 'random'>, way: RequestForm['way'], posted: Fields = {}): Pick<RequestFormModel, 'draft'> {
  const { draft } = readLater(posted);
  return way === 'young' ? {} : { draft: { id: isUuid(draft) ? draft : uuid(random), days: draftDays } };
}

/** What keeps a form from being saved: what stands at a field can be put right before it is sent. */
export function inTheWayOfSaving({ problems }: RequestForm): readonly FieldProblem[] {
  return problems.filter(({ field }) => field === undefined);
}

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

/** The form as she saved it, for its page. */
export const savedForm = ({ said }: DraftView, words: Words): RequestForm => readRequestForm(said, words);

const namesOf = (form: RequestForm, services: readonly Pick<Service, 'id' | 'name'>[]): string[] =>
  services.filter(({ id }) => askedIn(form).some(({ serviceId }) => serviceId === id)).map(({ name }) => name);

/** As her case shows it. */
export function caseDraft(draft: DraftView, services: readonly Pick<Service, 'id' | 'name'>[], words: Words): CaseDraft {
  const { id, which, keptAt, until, said } = draft;
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
  const asked = askedIn(form).map(({ answers: { fingerprints: _apart, ...answers } }) => answers);
  const { fingerprints: _apart, ...shared } = form.answers;
  const answers = asked.length === 0 ? [shared] : asked;
  return {
    shown: { serviceNames, keptAt, until, asked: answers.map((each) => ({ answers: each, files })) },
    data: { services: serviceNames, keptAt, until, answers, fingerprints: inOneList(form.pictures) },
  };
}
