/** What happens where somebody is threatened with a picture? First steps, the form that asks services to look out for it, and going on with it or ending it in her case. */
import { parseCaseCode } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  type FieldProblem,
  type Frame,
  fieldNames,
  paths,
  readWatchChoice,
  readWatchForm,
  renderThreat,
  renderWatchForm,
  type Words,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { askToLookOut, endLookOut, lookOutDays, lookOutLonger, platformsLookingOut } from '../workflows/look-out.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { addressOf, chosenPin, newCode } from './person-code.ts';
import { fieldsOf, type PersonSessions } from './person-session.ts';

export interface LookOutDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: PersonSessions;
  /** A code that nobody has. */
  readonly freshCode: () => string;
  /** What keeps a form from being taken that was filled in under another name of the site. */
  readonly underAnotherName: (request: FastifyRequest, words: Words) => readonly FieldProblem[];
  /** Where her case opens after a service was asked. */
  readonly caseAfterwards: string;
}

export function lookOutPages(
  app: FastifyInstance,
  { engine, frame, sessions, freshCode, underAnotherName, caseAfterwards }: LookOutDoor,
): void {
  const looking = () => platformsLookingOut(engine.store.db);

  app.get(paths.threat, async (request, reply) =>
    sendPage(reply, renderThreat({ ...spokenTo(frame, request), services: await looking() })),
  );
  app.get(paths.watch, async (request, reply) => {
    const services = await looking();
    return services.length === 0
      ? goOn(request, reply, paths.threat)
      : sendPage(reply, renderWatchForm({ ...spokenTo(frame, request), services, caseCode: freshCode(), days: lookOutDays }));
  });
  app.post(paths.watch, { config: { showsFormAgain: true } }, async (request, reply) => {
    const page = spokenTo(frame, request);
    const { language, words } = page.speech;
    const form = readWatchForm(fieldsOf(request), words);
    const services = await looking();
    const code = parseCaseCode(form.caseCode);
    const pin = chosenPin(form.pin, language);
    const known = services.filter(({ id }) => form.serviceIds.includes(id)).map(({ id }) => id);
    const isUnknown = known.length < form.serviceIds.length;
    const refused: FieldProblem[] = [
      ...underAnotherName(request, words),
      ...form.problems,
      ...(isUnknown ? [{ field: fieldNames.services, sentence: words.watch.problems.services }] : []),
      ...(code.ok ? [] : [newCode(words)]),
      ...pin.problems,
    ];
    const again = (problems: readonly FieldProblem[]): FastifyReply => {
      const caseCode = code.ok ? code.code.revealForReading() : freshCode();
      return sendPage(reply, renderWatchForm({ ...page, services, caseCode, days: lookOutDays, entered: form, problems }), 422);
    };
    if (!code.ok || form.filer === null || refused.length > 0) return again(refused);
    const asked = await askToLookOut(engine, {
      platformIds: known,
      filer: form.filer,
      pictures: form.pictures,
      code: { code: code.code, pin: pin.pin },
      source: addressOf(request),
    }).catch((error: unknown) => {
      // Whoever only found the code learns nothing more than the page for opening a case would say.
      if (error instanceof Problem && error.code === 'case/pin') return null;
      throw error;
    });
    if (asked === null) return again([{ field: fieldNames.pin, sentence: words.openCase.wrongPin }]);
    await sessions.begin(request, reply, asked.caseId);
    return sessions.goIn(request, reply, caseAfterwards);
  });

  app.post(paths.watchLonger, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    const goesOn = await lookOutLonger(engine, who.caseId, readWatchChoice(fieldsOf(request)));
    return goOn(request, reply, goesOn ? caseAfterwards : paths.case);
  });
  app.post(paths.watchEnd, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    await endLookOut(engine, who.caseId, readWatchChoice(fieldsOf(request)));
    return goOn(request, reply, paths.case);
  });
}
