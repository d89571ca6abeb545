/** How does she add pictures and videos to requests that wait? A page of her case: fingerprints come, a file never does, and none of a request about somebody young. */
import { fileCount } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type FieldProblem,
  type Frame,
  fieldNames,
  helpersOf,
  inOneList,
  paths,
  readAddPictures,
  renderAddPictures,
  takesPictures,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { amendRequest } from '../workflows/amend-request.ts';
import type { Engine } from '../workflows/engine.ts';
import { type CaseView, type FilingView, readCase } from '../workflows/open-case.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import type { ShowCase } from './person-disagree.ts';
import { fieldsOf, type PersonSessions } from './person-session.ts';

export interface AddPicturesDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: Pick<PersonSessions, 'personOf' | 'writerOf' | 'idle' | 'tokenOf'>;
  readonly showCase: ShowCase;
  /** What the case page says afterwards, as its address carries it. */
  readonly news: Readonly<Record<'added' | 'added-in-part', string>>;
}

/** What became of it at one service. `known`: it had every picture already. */
type Outcome = 'added' | 'known' | 'decided' | 'full';

export function addPicturesPages(app: FastifyInstance, { engine, frame, sessions, showCase, news }: AddPicturesDoor): void {
  const modelOf = ({ requests }: CaseView) => ({
    namesAtEnd: helpersOf(requests),
    requests: requests.filter(takesPictures).map(({ trackingNumber, platformName }) => ({ trackingNumber, serviceName: platformName })),
  });

  app.get(paths.addPictures, async (request, reply) => {
    const who = await sessions.personOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId);
    if (who === null || view === null) return sessions.idle(request, reply);
    if (!view.requests.some(takesPictures)) return goOn(request, reply, paths.case);
    return sendPage(reply, renderAddPictures({ ...spokenTo(frame, request), csrf: sessions.tokenOf(who.session), ...modelOf(view) }));
  });

  app.post(paths.addPictures, { config: { showsFormAgain: true } }, async (request: FastifyRequest, reply) => {
    const writer = await sessions.writerOf(request);
    const view = writer === null ? null : await readCase(engine, writer.who.caseId);
    if (writer === null || view === null) return sessions.idle(request, reply);
    const { who, isStale } = writer;
    const page = spokenTo(frame, request);
    const { words } = page.speech;
    const form = readAddPictures(fieldsOf(request), words);
    const named = view.requests.filter((filing) => form.trackingNumbers.some((number) => isOf(filing, number)));
    const chosen = named.filter(takesPictures);
    const wasDecided = named.some(({ isOpen }) => !isOpen);
    const again = (
      now: CaseView,
      problems: readonly FieldProblem[],
      entered: typeof form | null = form,
    ): Promise<FastifyReply> | FastifyReply => {
      if (now.requests.some(takesPictures))
        return sendPage(
          reply,
          renderAddPictures({
            ...page,
            csrf: sessions.tokenOf(who.session),
            ...modelOf(now),
            problems,
            ...(entered === null ? {} : { entered }),
          }),
          422,
        );
      return wasDecided || chosen.length > 0 ? showCase(request, reply, who, 'answered-late', {}) : goOn(request, reply, paths.case);
    };
    const refused: FieldProblem[] = [
      ...(isStale ? [{ sentence: words.case.stale }] : []),
      ...form.problems,
      ...(chosen.length > 0 ? [] : [atServices(wasDecided ? words.addPictures.problems.decided : words.watch.problems.services)]),
    ];
    const isOfAnother = form.trackingNumbers.length > 0 && named.length === 0;
    if (isStale && isOfAnother) return again(view, [{ sentence: words.case.otherCase }], null);
    if (refused.length > 0) return again(view, refused);

    const taken: { readonly filing: FilingView; readonly outcome: Exclude<Outcome, 'known'> }[] = [];
    const fingerprints = inOneList(form.pictures);
    for (const filing of chosen) {
      const outcome = await amendRequest(engine, { caseId: who.caseId }, filing.trackingNumber, { fingerprints }).then(
        () => 'added' as const,
        (error: unknown) => {
          if (error instanceof Problem && error.code === 'request/closed') return 'decided' as const;
          if (error instanceof Problem && error.code === 'request/too-much') return 'full' as const;
          throw error;
        },
      );
      taken.push({ filing, outcome });
    }
    const after = await readCase(engine, who.caseId);
    if (after === null) return sessions.idle(request, reply);
    const outcomes = new Set<Outcome>([
      ...(wasDecided ? ['decided' as const] : []),
      ...taken.map(({ filing, outcome }) => (outcome === 'added' && !hasMore(filing, after) ? 'known' : outcome)),
    ]);
    if (!outcomes.has('added')) return again(after, problemsOf(outcomes, words));
    const isInPart = outcomes.has('decided') || outcomes.has('full');
    return goOn(request, reply, `${paths.case}?n=${news[isInPart ? 'added-in-part' : 'added']}`);
  });
}

const isOf = ({ laws }: FilingView, number: string): boolean => laws.some(({ trackingNumber }) => trackingNumber === number);

const atServices = (sentence: string): FieldProblem => ({ field: fieldNames.trackingNumber, sentence });

/** Whether the request holds more pictures than before. */
function hasMore({ trackingNumber, files }: FilingView, after: CaseView): boolean {
  const now = after.requests.find((filing) => isOf(filing, trackingNumber));
  return now !== undefined && fileCount(now.files) > fileCount(files);
}

/** Why nothing was added anywhere. */
function problemsOf(outcomes: ReadonlySet<Outcome>, { addPictures: { problems: said } }: Words): FieldProblem[] {
  return [
    ...(outcomes.has('known') ? [{ field: `${fieldNames.fingerprints}-files`, sentence: said.known }] : []),
    ...(outcomes.has('decided') ? [atServices(said.decided)] : []),
    ...(outcomes.has('full') ? [atServices(said.full)] : []),
  ];
}
