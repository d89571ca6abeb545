/** What happens where she takes one request, picture or link out of her case? What it means first, then at once with her PIN, or after three days; and what keeps it in until then. */
import { parsePin } from '@likeness/casework';
import {
  type CaseNews,
  type FieldProblem,
  type Frame,
  fieldNames,
  helpersOf,
  paths,
  readKeepIn,
  readTakeOut,
  renderTakeOut,
  type TakeOutModel,
} from '@likeness/web/person';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { type CaseView, readCase } from '../workflows/open-case.ts';
import { askTakeOut, keepIn } from '../workflows/take-out.ts';
import { goOn, spokenTo } from './her-language.ts';
import { sendPage } from './page-answers.ts';
import { fieldsOf, type Person, type PersonSessions } from './person-session.ts';

export interface TakeOutDoor {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly sessions: Pick<PersonSessions, 'personOf' | 'senderOf' | 'tokenOf' | 'idle'>;
  /** What the case page says afterwards, as its address carries it. */
  readonly news: Readonly<Record<Extract<CaseNews, 'taken-out' | 'taking-out' | 'kept-in' | 'out-already'>, string>>;
}

type Found = Pick<TakeOutModel, 'trackingNumber' | 'serviceName' | 'part' | 'isYoung'>;

/** All parts of her case, in the order of her page. */
const partsOfCase = ({ requests }: CaseView): readonly Found[] =>
  requests.flatMap(({ trackingNumber, platformName, parts, answers }) =>
    parts.map((part) => ({
      trackingNumber,
      serviceName: platformName,
      part,
      isYoung: answers.isYoung === true,
    })),
  );

export function takeOutPages(app: FastifyInstance, { engine, frame, sessions, news }: TakeOutDoor): void {
  const saying = (request: FastifyRequest, reply: FastifyReply, which: keyof TakeOutDoor['news']): FastifyReply =>
    goOn(request, reply, `${paths.case}?n=${news[which]}`);
  const modelOf = (request: FastifyRequest, who: Person, { hasPin, requests }: CaseView, found: Found): TakeOutModel => ({
    ...spokenTo(frame, request),
    csrf: sessions.tokenOf(who.session),
    namesAtEnd: helpersOf(requests),
    hasPin,
    step: found.part.waiting === null ? { name: 'ask' } : { name: 'sooner', than: found.part.waiting.until },
    ...found,
  });

  app.get(paths.takeOut, async (request, reply) => {
    const who = await sessions.personOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId, spokenTo(frame, request).speech.language);
    if (who === null || view === null) return sessions.idle(request, reply);
    const { query } = request;
    const { which } = typeof query === 'object' && query !== null ? { which: undefined, ...query } : { which: undefined };
    const found = typeof which === 'string' && /^\d{1,5}$/.test(which) ? partsOfCase(view)[Number(which) - 1] : undefined;
    if (found === undefined) return goOn(request, reply, paths.case);
    // What waits can be taken out sooner by the PIN alone; without one her case page says all there is.
    return found.part.waiting !== null && !view.hasPin
      ? goOn(request, reply, paths.case)
      : sendPage(reply, renderTakeOut(modelOf(request, who, view, found)));
  });

  app.post(paths.takeOut, async (request, reply) => {
    const who = await sessions.senderOf(request);
    const view = who === null ? null : await readCase(engine, who.caseId, spokenTo(frame, request).speech.language);
    if (who === null || view === null) return sessions.idle(request, reply);
    const form = readTakeOut(fieldsOf(request));
    const found = partsOfCase(view).find(
      ({ trackingNumber, part }) => trackingNumber === form.trackingNumber && part.part === form.part?.part && part.key === form.part.key,
    );
    if (found === undefined) return saying(request, reply, 'out-already');
    const model = modelOf(request, who, view, found);
    const { words } = model.speech;
    const again = (sentence: string): FastifyReply => {
      const problems: FieldProblem[] = [{ field: fieldNames.pin, sentence }];
      return sendPage(reply, renderTakeOut({ ...model, problems }), 422);
    };
    if (view.hasPin && form.pin === null && !form.withoutPin)
      return model.step.name === 'sooner'
        ? again(words.withdraw.noPin)
        : sendPage(reply, renderTakeOut({ ...model, step: { name: 'pin-left-empty' } }));
    const pin = form.pin === null ? null : parsePin(form.pin);
    if (pin !== null && !pin.ok) return again(words.withdraw.wrongPin);
    const { part, key } = found.part;
    const { trackingNumber } = found;
    const answer = await askTakeOut(engine, who.caseId, { part, key, trackingNumber }, pin?.pin ?? null, {
      session: who.session.reveal(),
    });
    switch (answer.outcome) {
      case 'wrong-pin':
        return again(words.withdraw.wrongPin);
      case 'gone':
        return saying(request, reply, 'out-already');
      case 'waiting':
        return saying(request, reply, 'taking-out');
      case 'taken-out':
        return saying(request, reply, 'taken-out');
    }
  });

  app.post(paths.keepIn, async (request, reply) => {
    const who = await sessions.senderOf(request);
    if (who === null) return sessions.idle(request, reply);
    return saying(request, reply, (await keepIn(engine, who.caseId, readKeepIn(fieldsOf(request)))) ? 'kept-in' : 'out-already');
  });
}
