/** What happens at the person's door? Her pages, her forms, her session: no account, no code in any address, nothing kept in the browser but one cookie. */
import { isDeepStrictEqual } from 'node:util';
import cookies from '@fastify/cookie';
import formBody from '@fastify/formbody';
import {
  type Amendment,
  amended,
  basesFor,
  besideAtMost,
  caseCodeRandomBytes,
  caseworkIn,
  choicesFor,
  newCaseCode,
  parseCaseCode,
  parsePin,
  placesAtMost,
  serviceByDefault,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import {
  askedIn,
  type CaseNews,
  type DisagreeSaid,
  type FieldProblem,
  fieldNames,
  helpersOf,
  keepsContact,
  offeredLanguages,
  paths,
  type RequestForm,
  readFollowCodeForm,
  readFollowForm,
  readLater,
  readMissingForm,
  readOpenCaseForm,
  readRequestForm,
  readWithdrawForm,
  renderAgeQuestion,
  renderCase,
  renderFollow,
  renderLanding,
  renderLeft,
  renderOpenCase,
  renderPrivacy,
  renderRequestForm,
  renderUnder18,
  renderWithdrawAsk,
  renderWithdrawDone,
  type Service,
  saidOfThese,
  stillOpen,
  type Words,
  writtenIn,
} from '@likeness/web/person';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { endSession, type SessionId } from '../access/sessions.ts';
import type { DataProtection } from '../config/data-protection.ts';
import type { Settings } from '../config/settings.ts';
import { actsOnOfAll } from '../workflows/also-acted-on.ts';
import { amendRequest } from '../workflows/amend-request.ts';
import { FollowSecret } from '../workflows/case-code.ts';
import { isCasePin } from '../workflows/case-pin.ts';
import { draftDays } from '../workflows/drafts.ts';
import type { Engine } from '../workflows/engine.ts';
import { eraseContact } from '../workflows/erase-contact.ts';
import { fileTogether } from '../workflows/file-request.ts';
import type { Filed } from '../workflows/filed.ts';
import { lookOutDays } from '../workflows/look-out.ts';
import { caseOfCode, caseOfFollow, type FilingView, readCase, setCaseCode } from '../workflows/open-case.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { dayOf, serviceLaws } from '../workflows/service-facts.ts';
import { askWithdrawal, cancelWithdrawal } from '../workflows/withdraw.ts';
import { frameOfPages, isApi, keptHere, wantsPage } from './calm-page.ts';
import { goOn, saysWhatItVariedBy, spokenTo } from './her-language.ts';
import { goTo, isUnderAnotherName, pageHeaders, refuseForeignForm, sendPage } from './page-answers.ts';
import { addPicturesPages } from './person-add-pictures.ts';
import { anotherServicePages, atService, othersOf } from './person-another.ts';
import { addressOf, chosenPin, newCode, otherAddress } from './person-code.ts';
import { disagreeRoutes, type ShowCase } from './person-disagree.ts';
import { downloadPage } from './person-download.ts';
import { asDraft, caseDraft, draftPages, headingOf, inTheWayOfSaving, saveForLater, sentBefore } from './person-drafts.ts';
import { caseLetter, letterPages } from './person-letters.ts';
import { lookOutPages } from './person-look-out.ts';
import { fieldsOf, type Person, personSessions } from './person-session.ts';
import { takeOutPages } from './person-take-out.ts';
import { talkPages } from './person-talk.ts';
import { answerProblem, answerWithPage } from './problem-answers.ts';
import { unwritableFields } from './writable.ts';

export interface PersonOptions {
  readonly engine: Engine;
  readonly settings: Pick<Settings, 'exitUrl' | 'ownOrigins' | 'publicUrl' | 'helpers'>;
  /** Null: the operator has said nothing yet. */
  readonly dataProtection: DataProtection | null;
}

/** 50 pictures with ten fingerprints each or two hours of video, a thousand links, and the texts, as a form writes them. */
const formLimitBytes = 1024 * 1024;
/** What the case page says once at its top; the address carries only which sentence. */
const news = {
  filed: '1',
  added: '2',
  'goes-on': '3',
  erased: '4',
  watching: '5',
  answered: '6',
  complained: '7',
  'answered-late': '8',
  'complained-before': '9',
  'added-in-part': '10',
  'taken-out': '11',
  'taking-out': '12',
  'kept-in': '13',
  'out-already': '14',
  kept: '15',
  'kept-deleted': '16',
  'kept-sent': '17',
} as const satisfies Readonly<Record<CaseNews, string>>;
/** Said at the form for the code, after a case was opened whose cookie the browser did not keep. */
const notKept = '0';
/** Where a case may open: at itself, or at a letter. */
const opensAt = /^\/case(\/letter)?(\?(n|which)=\d{1,3})?$/;

const newsKeys = [
  'filed',
  'added',
  'goes-on',
  'erased',
  'watching',
  'answered',
  'complained',
  'answered-late',
  'complained-before',
  'added-in-part',
  'taken-out',
  'taking-out',
  'kept-in',
  'out-already',
  'kept',
  'kept-deleted',
  'kept-sent',
] as const;

export const person: FastifyPluginAsync<PersonOptions> = async (app, { engine, settings, dataProtection }) => {
  await app.register(cookies);
  await app.register(formBody, { bodyLimit: formLimitBytes });
  const frame = frameOfPages(settings, dataProtection);
  const { helpers } = settings;
  const givenBack: readonly string[] = [paths.request, paths.another, paths.watch, paths.elsewhere];
  /** A whole form of answers from a page under another name of this site: its handler refuses it and shows it again. */
  const isGivenBack = (request: FastifyRequest): boolean =>
    givenBack.includes(request.url) && isUnderAnotherName(request, settings.ownOrigins);
  const underAnotherName = (request: FastifyRequest, words: Words): readonly FieldProblem[] =>
    isGivenBack(request) ? [otherAddress(words, settings.publicUrl)] : [];

  app.setErrorHandler((error, request, reply) =>
    isApi(request) ? answerProblem(error, request, reply) : answerWithPage(frame, error, request, reply),
  );
  // Somebody who mistyped an address gets a page, a program a problem.
  app.setNotFoundHandler((request, reply) => {
    const lost = app.lostProblem(request, reply);
    return wantsPage(request) ? answerWithPage(frame, lost, request, reply) : answerProblem(lost, request, reply);
  });
  app.addHook('preHandler', async (request, reply) => {
    if (!isApi(request)) saysWhatItVariedBy(request, reply);
    if (request.method === 'POST' && !isGivenBack(request)) refuseForeignForm(request, settings.ownOrigins);
  });

  const sessions = personSessions(engine, frame);
  const { personOf, senderOf, begin, end, tokenOf, idle } = sessions;
  const services = async (): Promise<Service[]> => {
    const [laws, today] = await engine.store.transact(async (tx) => [await serviceLaws(tx.sql), dayOf(tx.now)] as const);
    const acts = await actsOnOfAll(engine.store.db);
    return (await listPlatforms(engine.store.db)).map(({ id, name }) => {
      const { facts } = laws.get(id) ?? { facts: serviceByDefault };
      return {
        id,
        name,
        laws: basesFor(engine.laws, facts, 'self', today),
        choices: choicesFor(engine.laws, facts, today),
        actsOn: acts.get(id) ?? [],
      };
    });
  };
  const freshCode = (): string => newCaseCode(engine.random(caseCodeRandomBytes)).revealForReading();

  app.get(paths.landing, async (request, reply) =>
    sendPage(reply, renderLanding({ ...spokenTo(frame, request), services: await services() })),
  );
  // As people type it: the start in that language ends with a stroke.
  for (const language of offeredLanguages) app.get(`/${language}`, async (_request, reply) => goTo(reply, `/${language}${paths.landing}`));
  app.get(paths.privacy, async (request, reply) =>
    sendPage(reply, renderPrivacy({ ...spokenTo(frame, request), kept: keptHere(dataProtection), draftDays })),
  );
  const ages = {
    picture: paths.age,
    link: paths.ageLink,
    'for-someone': paths.ageForSomeone,
    threat: paths.ageAhead,
    elsewhere: paths.ageElsewhere,
    more: paths.ageMore,
  } as const;
  for (const way of ['picture', 'link', 'for-someone', 'threat', 'elsewhere', 'more'] as const)
    app.get(ages[way], async (request, reply) => {
      const again = againOf(request);
      return sendPage(reply, renderAgeQuestion({ ...spokenTo(frame, request), way, ...(again === null ? {} : { again }) }));
    });
  app.get(paths.under18, async (request, reply) => sendPage(reply, renderUnder18(spokenTo(frame, request))));
  app.get(paths.left, async (request, reply) => sendPage(reply, renderLeft({ ...spokenTo(frame, request), reason: 'closed' })));

  /** What the request of her open case says from which she goes on to a new one; null without one. What she confirms, she confirms anew. */
  const enteredBefore = async (
    request: FastifyRequest,
    way: RequestForm['way'],
    known: readonly Service[],
  ): Promise<RequestForm | null> => {
    const again = againOf(request);
    const who = again === null ? null : await personOf(request);
    const before = again === null || who === null ? undefined : (await readCase(engine, who.caseId))?.requests[again - 1];
    if (before === undefined || before.answers.isYoung === true) return null;
    const { basis, onBehalfOf, agentAuthority, locations, locationDetails, beside, signature, contact } = before.answers;
    const [service, ...others] = known.filter(({ name }) => name === before.platformName);
    return {
      caseCode: '',
      pin: null,
      serviceId: service === undefined || others.length > 0 ? '' : service.id,
      way,
      onBehalfOf,
      answers: {
        basis,
        onBehalfOf,
        ...(agentAuthority && { agentAuthority }),
        ...(locations && { locations }),
        ...(locationDetails && { locationDetails }),
        ...(beside && { beside }),
        ...(signature && { signature }),
        ...(contact && { contact }),
      },
      chosen: [],
      pictures: [],
      problems: [],
    };
  };

  const forms = {
    picture: paths.request,
    link: paths.requestLink,
    'for-someone': paths.requestForSomeone,
    young: paths.requestYoung,
  } as const;
  for (const way of ['picture', 'link', 'for-someone', 'young'] as const)
    app.get(forms[way], async (request, reply) => {
      const known = await services();
      const entered = way === 'young' ? null : await enteredBefore(request, way, known);
      const form = { way, services: known, caseCode: freshCode(), ...asDraft(engine, way) };
      return sendPage(reply, renderRequestForm({ ...spokenTo(frame, request), ...form, ...(entered === null ? {} : { entered }) }));
    });
  letterPages(app, { engine, frame, sessions, freshCode, underAnotherName });
  downloadPage(app, { engine, frame, sessions });
  talkPages(app, { engine, frame, sessions, helpers });
  lookOutPages(app, { engine, frame, sessions, freshCode, underAnotherName, caseAfterwards: `${paths.case}?n=${news.watching}` });
  anotherServicePages(app, {
    engine,
    frame,
    sessions,
    services,
    underAnotherName,
    tooMuch: (words, error, serviceIds) =>
      error instanceof Problem && error.code === 'request/too-much' ? atService(tooMuch(words, error), serviceIds) : null,
    caseAfterwards: `${paths.case}?n=${news.filed}`,
    caseOnceSaved: `${paths.case}?n=${news.kept}`,
  });
  draftPages(app, {
    engine,
    sessions,
    caseOnceDeleted: `${paths.case}?n=${news['kept-deleted']}`,
    caseWhereSent: `${paths.case}?n=${news['kept-sent']}`,
  });
  app.post(paths.request, { config: { showsFormAgain: true } }, async (request, reply) => {
    const { language, words } = spokenTo(frame, request).speech;
    const known = await services();
    const posted = saidOfThese(
      fieldsOf(request),
      known.map(({ id }) => id),
    );
    const form = readRequestForm(posted, words);
    const { draft, isForLater } = readLater(posted);
    const code = parseCaseCode(form.caseCode);
    const pin = chosenPin(form.pin, language);
    const asked = askedIn(form);
    const isKnown = asked.every(({ serviceId }) => known.some(({ id }) => id === serviceId));
    const refused: FieldProblem[] = [
      ...underAnotherName(request, words),
      ...(isForLater ? inTheWayOfSaving(form, words) : form.problems),
      ...(code.ok ? [] : [newCode(words)]),
      ...pin.problems,
      ...unwritableProblems(request, words),
    ];
    if (!isKnown && !isForLater) refused.push({ field: fieldNames.service, sentence: words.request.problems.service });
    const again = (found: readonly FieldProblem[]): FastifyReply => {
      const caseCode = code.ok ? code.code.revealForReading() : freshCode();
      const { way } = form;
      const why = { problems: found, ...headingOf(found, isForLater, words) };
      const model = { way, services: known, caseCode, ...asDraft(engine, way, posted), entered: form, ...why };
      return sendPage(reply, renderRequestForm({ ...spokenTo(frame, request), ...model }), 422);
    };
    if (!code.ok || refused.length > 0) return again(refused);
    const place = { code: code.code, pin: pin.pin, source: addressOf(request) };
    if (isForLater) {
      const saved = await saveForLater(engine, place, posted, words);
      if (saved === null) return idle(request, reply);
      if ('sentence' in saved) return again([saved]);
      await begin(request, reply, saved.caseId);
      return sessions.goIn(request, reply, `${paths.case}?n=${news.kept}`);
    }
    const { source, ...byCode } = place;
    const filing = {
      requests: asked.map(({ serviceId, answers, chosen }) => ({
        platformId: serviceId,
        answers,
        bases: 'all-that-apply' as const,
        chosen,
      })),
      code: byCode,
      source,
      draft,
    } as const;
    const filed = await fileTogether(engine, filing).catch((error: unknown) => {
      // Whoever only found the code learns nothing more than the page for opening a case would say, and gets no session.
      if (error instanceof Problem && error.code === 'case/pin') return { field: fieldNames.pin, sentence: words.openCase.wrongPin };
      if (error instanceof Problem && error.code === 'request/too-much')
        return form.apart === undefined
          ? tooMuch(words, error)
          : atService(
              tooMuch(words, error),
              asked.map(({ serviceId }) => serviceId),
            );
      const before = sentBefore(error, words);
      if (before !== null) return before;
      throw error;
    });
    if ('sentence' in filed) return again([filed]);
    const [first] = filed;
    if (first === undefined) throw new RangeError('a filing has a request');
    await begin(request, reply, first.caseId);
    return sessions.goIn(request, reply, `${paths.case}?n=${news.filed}`);
  });

  app.get(paths.openCase, async (request, reply) => {
    const keepsNoCookie = queryOf(request)['n'] === notKept && !sessions.cameWithCookie(request);
    return sendPage(reply, renderOpenCase({ ...spokenTo(frame, request), asksPin: false, keepsNoCookie }));
  });
  app.post(paths.openCase, { config: { showsFormAgain: true } }, async (request, reply) => {
    const { language, words } = spokenTo(frame, request).speech;
    const form = readOpenCaseForm(fieldsOf(request));
    const parsed = parseCaseCode(form.code);
    const again = (asksPin: boolean, problem: FieldProblem | null): FastifyReply =>
      sendPage(
        reply,
        renderOpenCase({ ...spokenTo(frame, request), asksPin, code: form.code, ...(problem === null ? {} : { problems: [problem] }) }),
        problem === null ? 200 : 422,
      );
    if (!parsed.ok) return again(false, { field: fieldNames.caseCode, sentence: caseworkIn(language).case.code[parsed.problem] });
    const found = await caseOfCode(engine, parsed.code);
    if (found === null) return again(false, { field: fieldNames.caseCode, sentence: words.openCase.unknown });
    if (found.hasPin) {
      if (form.pin === null) return again(true, null);
      const pin = parsePin(form.pin);
      if (!pin.ok || !(await isCasePin(engine, found.caseId, pin.pin, addressOf(request))))
        return again(true, { field: fieldNames.pin, sentence: words.openCase.wrongPin });
    }
    await begin(request, reply, found.caseId);
    return sessions.goIn(request, reply, paths.case);
  });
  app.get(paths.opened, async (request, reply) => {
    const { to } = queryOf(request);
    if (sessions.cameWithCookie(request)) return goOn(request, reply, typeof to === 'string' && opensAt.test(to) ? to : paths.case);
    return goOn(request, reply, `${paths.openCase}?n=${notKept}`);
  });

  const showCase = async (
    request: FastifyRequest,
    reply: FastifyReply,
    who: Person,
    named: CaseNews | null,
    refused: Parameters<ShowCase>[4] | null = null,
  ): Promise<FastifyReply> => {
    const page = spokenTo(frame, request);
    const view = await readCase(engine, who.caseId, page.speech.language);
    const here = await listPlatforms(engine.store.db);
    if (view === null) return sendPage(reply, renderLeft({ ...page, reason: 'closed', typed: refused?.givenBack ?? '' }));
    const { problemsOf, typed, said: saidBefore, givenBack = '' } = refused ?? {};
    // A form of one law's request stands with its filing; of a page of another case none stands here.
    const lead = view.requests.find(({ laws }) => laws.some(({ trackingNumber }) => trackingNumber === problemsOf));
    const hasForm = lead !== undefined && (saidBefore === undefined ? takesMore(lead) : takesWords(lead));
    const isOver = lead !== undefined && !hasForm;
    // Here it would be sent to another case: it is not asked for once more.
    const isOfAnother = problemsOf !== undefined && lead === undefined;
    const problems = isOver ? [] : isOfAnother ? [{ sentence: page.speech.words.case.otherCase }] : (refused?.problems ?? []);
    // An address that is opened again says no more that it was sent once somebody has answered.
    const isAnswered =
      (named === 'filed' && !view.requests.some(({ isOpen }) => isOpen)) ||
      (named === 'complained' && !view.requests.some(({ disagreement }) => disagreement.complained?.isAnswered === false));
    const said = isOver ? tooLate(lead, saidBefore !== undefined) : isAnswered ? null : named;
    const model = {
      ...page,
      csrf: tokenOf(who.session),
      now: view.now,
      news: said,
      requests: view.requests.map(({ platformName, ...request }) => ({
        ...request,
        serviceName: platformName,
        ...(request.trackingNumber === lead?.trackingNumber ? typedInto(request, typed, saidBefore) : {}),
      })),
      letters: view.letters.map(caseLetter),
      drafts: view.drafts.map((draft) => caseDraft(draft, here, page.speech.words, view.withdrawalDueAt)),
      otherServices: othersOf(view, here).map(({ name }) => name),
      watches: view.lookOuts.map(({ platformName, ...watch }) => ({ ...watch, serviceName: platformName })),
      watchDays: lookOutDays,
      helpers:
        helpers === null && view.talk === null
          ? null
          : { name: helpers?.name ?? null, hasTalk: view.talk !== null, hasAnswer: view.talk?.hasAnswer === true },
      withdrawalAt: view.withdrawalDueAt,
      hasPin: view.hasPin,
      problems,
      ...(lead === undefined ? {} : { problemsOf: lead.trackingNumber }),
      givenBack: hasForm ? '' : givenBack,
    } as const;
    return sendPage(reply, renderCase(model), refused === null ? 200 : problems.length > 0 ? 422 : 409);
  };
  app.get(paths.case, async (request, reply) => {
    const who = await personOf(request);
    const { n } = queryOf(request);
    return who === null ? idle(request, reply) : showCase(request, reply, who, newsKeys.find((key) => news[key] === n) ?? null);
  });
  app.post(paths.addMissing, { config: { showsFormAgain: true } }, async (request, reply) => {
    const fields = writableOf(request);
    const written = writtenIn(fields);
    const writer = await sessions.writerOf(request);
    if (writer === null) return idle(request, reply, written);
    const { who, isStale } = writer;
    const { words } = spokenTo(frame, request).speech;
    const { trackingNumber, amendment, problems: unfit, typed } = readMissingForm(fields, words);
    const all = { ...amendment, ...typed };
    const unwritable = unwritableProblems(request, words).filter(({ field }) => field !== fieldNames.trackingNumber);
    const stale = isStale ? [{ sentence: words.case.stale }] : [];
    if (stale.length + unwritable.length > 0)
      return showCase(request, reply, who, null, {
        problems: [...stale, ...unwritable],
        problemsOf: trackingNumber,
        typed: all,
        givenBack: written,
      });
    const held = (await readCase(engine, who.caseId))?.requests.find((one) => one.trackingNumber === trackingNumber);
    const before = held?.answers;
    const saysLinkIsRight = amendment.linkIsRight === true && held?.asked.includes('where') === true;
    const filed = await amendRequest(engine, { caseId: who.caseId }, trackingNumber, amendment).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'request/too-much') return tooMuch(words, error);
      if (error instanceof Problem && error.code === 'request/closed') return null;
      throw error;
    });
    // Decided meanwhile: nothing is added any more, and what she wrote is hers to keep.
    if (filed === null) return showCase(request, reply, who, 'answered-late', { givenBack: written });
    if ('sentence' in filed)
      return showCase(request, reply, who, null, { problems: [filed], problemsOf: trackingNumber, typed: all, givenBack: written });
    if (unfit.length > 0) return showCase(request, reply, who, null, { problems: unfit, problemsOf: trackingNumber, typed });
    const { contact } = amendment;
    if (contact !== undefined && (await lacksContact(who.caseId, filed))) {
      const problem =
        contact.email === undefined
          ? { field: fieldNames.contactPhone, sentence: words.case.notReachable }
          : { field: fieldNames.contactEmail, sentence: words.case.notAnEmail };
      return showCase(request, reply, who, null, { problems: [problem], problemsOf: trackingNumber });
    }
    if (before !== undefined && !saysLinkIsRight && isDeepStrictEqual(amended(before, amendment), amended(before, {}))) {
      const field = firstFieldIn(fields);
      const problem = { ...(field === undefined ? {} : { field }), sentence: words.case.nothingNew };
      return showCase(request, reply, who, null, { problems: [problem], problemsOf: trackingNumber });
    }
    return goOn(request, reply, `${paths.case}?n=${news.added}`);
  });
  /** Whether what she gave is no way to reach her, in a request that needs one or from which one was erased. */
  const lacksContact = async (caseId: string, { trackingNumber, missing }: Pick<Filed, 'trackingNumber' | 'missing'>): Promise<boolean> => {
    if (missing.some(({ rule }) => rule === 'contact' || rule === 'name-and-email')) return true;
    const view = await readCase(engine, caseId);
    return view?.requests.some((request) => request.trackingNumber === trackingNumber && request.lacksContact) ?? false;
  };
  addPicturesPages(app, { engine, frame, sessions, showCase, news });
  takeOutPages(app, { engine, frame, sessions, news });
  disagreeRoutes(app, { engine, frame, sessions, showCase, news });
  app.post(paths.eraseContact, async (request, reply) => {
    const who = await senderOf(request);
    if (who === null) return idle(request, reply);
    const isErased = await eraseContact(engine, who.caseId);
    return goOn(request, reply, isErased ? `${paths.case}?n=${news.erased}` : paths.case);
  });

  const withdrawModel = async (request: FastifyRequest, who: Person) => {
    const view = await readCase(engine, who.caseId);
    if (view === null) return null;
    return {
      ...spokenTo(frame, request),
      csrf: tokenOf(who.session),
      namesAtEnd: helpersOf(view.requests),
      step: view.withdrawalDueAt === null ? ({ name: 'ask' } as const) : ({ name: 'sooner', than: view.withdrawalDueAt } as const),
      hasPin: view.hasPin,
      hasContact:
        view.requests.some(({ answers }) => answers?.contact !== undefined) ||
        view.letters.some(({ asked }) => asked.answers.contact !== undefined) ||
        view.drafts.some(({ said }) => keepsContact(said)),
      // A service whose part is done is told nothing.
      serviceNames: [
        ...new Set(
          view.requests
            .filter(({ isOpen, isToBeRemoved, isToBeHidden }) => isOpen || isToBeRemoved || isToBeHidden)
            .map(({ platformName }) => platformName)
            .concat(view.lookOuts.filter(({ hasEnded }) => !hasEnded).map(({ platformName }) => platformName)),
        ),
      ],
      staysDown: view.requests.some(({ isRemoved }) => isRemoved),
      removalStands: view.requests.some(({ isToBeRemoved }) => isToBeRemoved),
      limitStands: view.requests.some(({ isLimited }) => isLimited),
      isReferred: view.requests.some(({ isReferred }) => isReferred),
      hasSaved: view.drafts.length > 0,
      hasLetters: view.letters.length > 0,
      wasTold: view.requests.length > 0 || view.lookOuts.length > 0,
    };
  };
  app.get(paths.withdraw, async (request, reply) => {
    const who = await personOf(request);
    const model = who === null ? null : await withdrawModel(request, who);
    if (model === null) return idle(request, reply);
    // What waits can be ended sooner by the PIN alone; without one her case page says all there is.
    return model.step.name === 'sooner' && !model.hasPin ? goOn(request, reply, paths.case) : sendPage(reply, renderWithdrawAsk(model));
  });
  app.post(paths.withdraw, async (request, reply) => {
    const who = await senderOf(request);
    const model = who === null ? null : await withdrawModel(request, who);
    if (who === null || model === null) return idle(request, reply);
    const { words } = model.speech;
    const form = readWithdrawForm(fieldsOf(request));
    const { eraseContact: erases } = form;
    const again = (sentence: string): FastifyReply =>
      sendPage(reply, renderWithdrawAsk({ ...model, eraseContact: erases, problems: [{ field: fieldNames.pin, sentence }] }), 422);
    if (model.hasPin && form.pin === null && !form.withoutPin)
      return model.step.name === 'sooner'
        ? again(words.withdraw.noPin)
        : sendPage(reply, renderWithdrawAsk({ ...model, step: { name: 'pin-left-empty' }, eraseContact: erases }));
    const pin = form.pin === null ? null : parsePin(form.pin);
    if (pin !== null && !pin.ok) return again(words.withdraw.wrongPin);
    const answer = await askWithdrawal(engine, who.caseId, pin?.pin ?? null, { session: who.session.reveal() });
    if (answer.outcome === 'wrong-pin') return again(words.withdraw.wrongPin);
    const { csrf, namesAtEnd, hasPin, serviceNames, removalStands, limitStands, staysDown, isReferred } = model;
    if (answer.outcome === 'waiting') {
      const contactErased = erases && (await eraseContact(engine, who.caseId));
      const { takesEffectAt } = answer;
      return sendPage(
        reply,
        renderWithdrawDone({ ...spokenTo(frame, request), csrf, namesAtEnd, outcome: 'waiting', takesEffectAt, hasPin, contactErased }),
      );
    }
    await end(request, reply);
    return sendPage(
      reply,
      renderWithdrawDone({
        ...spokenTo(frame, request),
        namesAtEnd,
        outcome: 'ended',
        serviceNames,
        removalStands,
        ...(limitStands === undefined ? {} : { limitStands }),
        staysDown,
        isReferred,
      }),
    );
  });
  app.post(paths.cancelWithdrawal, async (request, reply) => {
    const who = await senderOf(request);
    if (who === null) return idle(request, reply);
    const isStopped = await cancelWithdrawal(engine, who.caseId);
    return goOn(request, reply, isStopped ? `${paths.case}?n=${news['goes-on']}` : paths.case);
  });

  app.post(paths.closeCase, async (request, reply) => {
    await end(request, reply);
    return goOn(request, reply, paths.left);
  });
  // No token and no body: a script of ours asks, and another site can read no answer of ours.
  app.post(paths.keep, async (request, reply) => {
    if (queryOf(request)[stillOpen] !== undefined)
      return pageHeaders(reply)
        .status((await personOf(request)) === null ? 410 : 204)
        .send();
    const key = await sessions.keyOfForm(request, reply, queryOf(request)['open'] !== undefined);
    return key === null ? pageHeaders(reply).status(204).send() : pageHeaders(reply).send({ key });
  });
  // No token: leaving must work from every page and every state, and ends nothing but the sender's own session.
  app.post(paths.exit, async (request, reply) => {
    await end(request, reply);
    return sendPage(reply, renderLeft({ ...spokenTo(frame, request), reason: 'exit' }));
  });

  app.get(paths.follow, async (request, reply) => sendPage(reply, renderFollow({ ...spokenTo(frame, request), step: 'link' })));
  const codeStep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    caseId: string,
    session: SessionId,
    caseCode: string,
    refused: readonly FieldProblem[],
  ): Promise<FastifyReply> => {
    const view = await readCase(engine, caseId);
    const [first] = view?.requests ?? [];
    if (first === undefined) throw new Problem('request/unknown');
    const model = {
      ...spokenTo(frame, request),
      csrf: tokenOf(session),
      step: 'code',
      serviceName: first.platformName,
      caseCode,
      problems: refused,
    } as const;
    return sendPage(reply, renderFollow(model), refused.length > 0 ? 422 : 200);
  };
  app.post(paths.follow, { config: { showsFormAgain: true } }, async (request, reply) => {
    const secret = new FollowSecret(readFollowForm(fieldsOf(request)).secret);
    const unknown = (): FastifyReply => {
      const { words } = spokenTo(frame, request).speech;
      const problems = [{ field: fieldNames.secret, sentence: words.follow.unknown }];
      return sendPage(reply, renderFollow({ ...spokenTo(frame, request), step: 'link', problems }), 422);
    };
    const caseId = await caseOfFollow(engine, secret);
    if (caseId === null) return unknown();
    const session = await begin(request, reply, caseId);
    // Looked up once more: a code that was set between the two ended the sessions that it saw, and this one would read on.
    if ((await caseOfFollow(engine, secret)) === null) {
      await end(request, reply);
      await endSession(engine.store, engine.keys, 'person', session);
      return unknown();
    }
    return codeStep(request, reply, caseId, session, freshCode(), []);
  });
  app.post(paths.followCode, async (request, reply) => {
    const who = await senderOf(request);
    if (who === null) return idle(request, reply);
    const { language, words } = spokenTo(frame, request).speech;
    const form = readFollowCodeForm(fieldsOf(request));
    const code = parseCaseCode(form.caseCode);
    const pin = chosenPin(form.pin, language);
    if (!code.ok || pin.problems.length > 0) {
      const refused = [...(code.ok ? [] : [newCode(words)]), ...pin.problems];
      return codeStep(request, reply, who.caseId, who.session, code.ok ? code.code.revealForReading() : freshCode(), refused);
    }
    const outcome = await setCaseCode(engine, who, code.code, pin.pin);
    if (outcome === 'taken') return codeStep(request, reply, who.caseId, who.session, freshCode(), [newCode(words)]);
    return goOn(request, reply, outcome === 'set' ? `${paths.case}?n=${news.filed}` : paths.case);
  });
};

/** Together with what the request holds already. */
function tooMuch({ request: said }: Words, { place }: Problem): FieldProblem {
  return place.pointer === '/beside'
    ? { field: fieldNames.besideAccounts, sentence: said.problems.tooManyBeside({ most: besideAtMost }) }
    : { field: fieldNames.locations, sentence: said.problems.requestFull({ most: placesAtMost }) };
}

/** What stands in the fields of a request's forms again: her words, and no box that she ticked, which says something by being ticked. */
function typedInto({ answers }: Pick<FilingView, 'answers'>, typed: Amendment | undefined, said: DisagreeSaid | undefined) {
  const { statement, ...rest } = typed ?? {};
  const details = statement?.details;
  return {
    ...(typed === undefined
      ? {}
      : {
          typed: {
            ...rest,
            ...(details === undefined ? {} : { statement: { notConsensual: false, goodFaith: false, ...answers.statement, details } }),
          },
        }),
    ...(said === undefined ? {} : { said }),
  };
}

/** Whether her page has a form for what is missing, asked, how to reach her, or what she adds of herself. */
const takesMore = ({ missing, asked, lacksContact, isOpen }: FilingView): boolean =>
  isOpen || missing.length + asked.length > 0 || lacksContact;
/** What is said where the form is gone: that there is a complaint already, or that it was decided. */
const tooLate = ({ timeline }: FilingView, isDisagreeing: boolean): CaseNews =>
  isDisagreeing && timeline.some(({ key }) => key === 'complained') ? 'complained-before' : 'answered-late';
/** Whether it has one to disagree, or to say what she thinks of a complaint. */
const takesWords = ({ disagreement: { question, complain } }: FilingView): boolean => question !== null || complain !== null;

/** The field that a form within her case begins with, to say beside it what was sent in none. */
function firstFieldIn(fields: ReturnType<typeof fieldsOf>): string | undefined {
  const { locations, agentAuthority, statementDetails, signature, besideText, contactEmail } = fieldNames;
  return [locations, agentAuthority, statementDetails, signature, besideText, contactEmail].find((name) => fields[name] !== undefined);
}

/** Says of each field whose text cannot be stored that it has to be typed again. */
function unwritableProblems(request: FastifyRequest, words: Words): FieldProblem[] {
  return unwritableFields(request).map((field) => ({ field, sentence: words.unwritable }));
}

/** The form without the fields whose text cannot be stored. */
function writableOf(request: FastifyRequest): ReturnType<typeof fieldsOf> {
  const unwritable = unwritableFields(request);
  return Object.fromEntries(Object.entries(fieldsOf(request)).filter(([name]) => !unwritable.includes(name)));
}

/** From which request of her open case, counted from 1, a form is to start; null: from none. */
function againOf(request: FastifyRequest): number | null {
  const { again } = queryOf(request);
  return typeof again === 'string' && /^[1-9]\d{0,2}$/.test(again) ? Number(again) : null;
}

function queryOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const { query } = request;
  return typeof query === 'object' && query !== null ? { ...query } : {};
}
