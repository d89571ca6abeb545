/** What happens where she writes to a service elsewhere? The form, with or without an open case; the finished text; its file; and what she notes about it. */
import {
  type CaseCode,
  type CasePin,
  caseworkIn,
  describedService,
  isSearchEngine,
  type Letter,
  parseCaseCode,
  preparedAnswers,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type FieldProblem,
  type Frame,
  fieldNames,
  type LetterForm,
  paths,
  readLetterForm,
  readLetterNote,
  renderLetter,
  renderLetterForm,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import type { CasePlace } from '../workflows/in-her-case.ts';
import { isWholeInFile, letterPdf } from '../workflows/letter-pdf.ts';
import { keepLetter, type LetterKept, type LetterView, noteLetter } from '../workflows/letters.ts';
import { type CaseView, readCase } from '../workflows/open-case.ts';
import { goOn, spokenTo } from './her-language.ts';
import { pageHeaders, sendPage } from './page-answers.ts';
import { addressOf, chosenPin, newCode } from './person-code.ts';
import { fieldsOf, type Person, type PersonSessions } from './person-session.ts';
import { unwritableFields } from './writable.ts';

export interface LetterDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: PersonSessions;
  /** A code that nobody has. */
  readonly freshCode: () => string;
  /** What keeps a form from being taken that was filled in under another name of the site. */
  readonly underAnotherName: (request: FastifyRequest, words: Words) => readonly FieldProblem[];
}

/** The name of the file: neutral, as it is seen in a list of downloads. */
const fileName = 'document.pdf';

export function letterPages(app: FastifyInstance, { engine, frame, sessions, freshCode, underAnotherName }: LetterDoor): void {
  /** The open case of this browser; null where there is none, or it has ended. */
  const openCase = async (request: FastifyRequest): Promise<{ readonly who: Person; readonly view: CaseView } | null> => {
    const who = await sessions.personOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId, spokenTo(frame, request).speech.language);
    return who === null || view === null ? null : { who, view };
  };

  app.get(paths.elsewhere, async (request, reply) => {
    const open = await openCase(request);
    if (open === null)
      return sendPage(reply, renderLetterForm({ ...spokenTo(frame, request), csrf: null, caseCode: freshCode(), letterId: null }));
    const again = letterAsked(open.view, request);
    const entered = again === null ? enteredBefore(open.view) : enteredAs(again);
    const { signature, contact } = entered?.asked.answers ?? {};
    const isKnown = signature !== undefined || contact !== undefined;
    const filledIn = again !== null ? { filledIn: 'all' as const } : isKnown ? { filledIn: 'known' as const } : {};
    const letterId = again !== null && again.sentAt === null ? again.id : null;
    const csrf = sessions.tokenOf(open.who.session);
    return sendPage(
      reply,
      renderLetterForm({ ...spokenTo(frame, request), csrf, caseCode: null, letterId, ...filledIn, ...(entered && { entered }) }),
    );
  });

  app.post(paths.elsewhere, { config: { showsFormAgain: true } }, async (request, reply) => {
    const page = spokenTo(frame, request);
    const { language, words } = page.speech;
    const form = readLetterForm(fieldsOf(request), words);
    const isOpen = fieldsOf(request)[fieldNames.csrf] !== undefined;
    const who = isOpen ? await sessions.senderOf(request) : null;
    if (isOpen && who === null) return sessions.idle(request, reply);
    const code = parseCaseCode(form.caseCode);
    const pin = chosenPin(form.pin, language);
    const again = (problems: readonly FieldProblem[]): FastifyReply =>
      sendPage(
        reply,
        renderLetterForm({
          ...page,
          csrf: who === null ? null : sessions.tokenOf(who.session),
          caseCode: who === null ? (code.ok ? code.code.revealForReading() : freshCode()) : null,
          letterId: form.letterId || null,
          entered: form,
          problems,
        }),
        422,
      );
    const refused: FieldProblem[] = [
      ...underAnotherName(request, words),
      ...form.problems,
      ...(who !== null || code.ok ? [] : [newCode(words)]),
      ...(who === null ? pin.problems : []),
      ...unwritableFields(request).map((field) => ({ field, sentence: words.unwritable })),
    ];
    const place = placeOf(who, code.ok ? code.code : null, pin.pin, request);
    if (refused.length > 0 || place === null) return again(refused);
    const kept = await keepLetter(engine, place, form.asked, form.letterId || null).catch((error: unknown) => {
      // Whoever only found the code learns nothing more than the page for opening a case would say.
      if (error instanceof Problem && error.code === 'case/pin') return null;
      throw error;
    });
    if (kept === null) return again([{ field: fieldNames.pin, sentence: words.openCase.wrongPin }]);
    if (kept.outcome === 'ended') return sessions.idle(request, reply);
    if (kept.outcome !== 'kept') return again([{ sentence: refusalOf(words, kept.outcome) }]);
    if (who === null) await sessions.begin(request, reply, kept.caseId);
    const view = await readCase(engine, kept.caseId);
    const which = view?.letters.find(({ id }) => id === kept.id)?.which;
    return sessions.goIn(request, reply, which === undefined ? paths.case : `${paths.letter}?which=${which}`);
  });

  app.get(paths.letter, async (request, reply) => {
    const open = await openCase(request);
    if (open === null) return sessions.idle(request, reply);
    const letter = letterAsked(open.view, request);
    if (letter === null) return goOn(request, reply, paths.case);
    const page = spokenTo(frame, request);
    const { language } = page.speech;
    const model = {
      ...page,
      csrf: sessions.tokenOf(open.who.session),
      letter: caseLetter(letter),
      asked: letter.asked,
      letters: letter.letters.map((part) => ({
        ...part,
        isWholeInFile: isWholeInFile(part),
        isWholeInHers: part.inHerWords !== null && isWholeInFile(part.inHerWords),
      })),
      prepared: preparedAnswers(letter.asked, language),
      known: letter.asked.serviceId === null ? null : describedService(caseworkIn(language), letter.asked.serviceId),
    };
    return sendPage(reply, renderLetter(model));
  });

  app.get(paths.letterFile, async (request, reply) => {
    const open = await openCase(request);
    if (open === null) return sessions.idle(request, reply);
    const letter = letterAsked(open.view, request);
    const part = letter?.letters[numberOf(request, 'part') - 1];
    if (letter === null || part === undefined) return goOn(request, reply, paths.case);
    const { language, words } = spokenTo(frame, request).speech;
    const hers = numberOf(request, 'hers') === 1 ? inHers(part, words.letter.page.fileOfYoursNote) : undefined;
    if (hers === null) return goOn(request, reply, paths.case);
    return pageHeaders(reply)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type('application/pdf')
      .send(await letterPdf(hers === undefined ? part : { ...hers, language }, letter.madeAt));
  });

  app.post(paths.letterNoted, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    const noted = readLetterNote(fieldsOf(request));
    if (noted !== null) await noteLetter(engine, who.caseId, noted.letterId, noted.note);
    return goOn(request, reply, paths.case);
  });
}

/** What it says in her language, marked as hers to read below its title; null where there is none, or the file could not show it as it is written. */
function inHers({ inHerWords }: Pick<Letter, 'inHerWords'>, note: string): Pick<Letter, 'title' | 'blocks'> | null {
  if (inHerWords === null || !isWholeInFile(inHerWords)) return null;
  const [title, ...rest] = inHerWords.blocks;
  return { title: inHerWords.title, blocks: [...(title === undefined ? [] : [title]), { kind: 'paragraph', text: note }, ...rest] };
}

const refusalOf = ({ letter: { problems } }: Words, outcome: Exclude<LetterKept['outcome'], 'kept' | 'ended'>): string =>
  outcome === 'too-many' ? problems.tooMany : problems.sent;

function placeOf(who: Person | null, code: CaseCode | null, pin: CasePin | null, request: FastifyRequest): CasePlace | null {
  if (who !== null) return { caseId: who.caseId };
  return code === null ? null : { code, pin, source: addressOf(request) };
}

function numberOf({ query }: FastifyRequest, name: string): number {
  const given: Readonly<Record<string, unknown>> = typeof query === 'object' && query !== null ? { ...query } : {};
  const text = given[name];
  return typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0;
}

const letterAsked = ({ letters }: CaseView, request: FastifyRequest): LetterView | null => letters[numberOf(request, 'which') - 1] ?? null;

/** A letter as her pages show it. */
export function caseLetter({ id, which, asked, madeAt, sentAt, standing, letters }: LetterView) {
  return {
    id,
    which,
    serviceName: asked.serviceName,
    isSearchEngine: isSearchEngine(asked.serviceId),
    madeAt,
    sentAt,
    standing,
    isComplete: letters.every(({ missing }) => missing.length === 0),
    hasContact: asked.answers.contact !== undefined,
  };
}

type Entered = Omit<LetterForm, 'problems'>;

function enteredAs({ asked }: Pick<LetterView, 'asked'>): Entered {
  const { onBehalfOf } = asked.answers;
  return {
    caseCode: '',
    pin: null,
    letterId: '',
    choice: asked.serviceId ?? 'other',
    onBehalfOf: onBehalfOf === 'self' || onBehalfOf === 'agent' ? onBehalfOf : null,
    asked,
  };
}

/** What she said in this case before: nobody asks her twice. Which site, which places and which declarations are this one's own. */
function enteredBefore({ letters, requests }: CaseView): Entered | null {
  const before = letters.at(-1)?.asked.answers ?? requests.at(-1)?.answers;
  if (before === undefined) return null;
  const { agentAuthority, signature, contact, onBehalfOf } = before;
  const answers = { onBehalfOf, ...(agentAuthority && { agentAuthority }), ...(signature && { signature }), ...(contact && { contact }) };
  const asked = { serviceId: null, serviceName: '', bases: [], answers };
  return { ...enteredAs({ asked }), choice: '' };
}
