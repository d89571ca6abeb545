/** GET `/request`: everything a valid request needs, on one page that works with the connection off once it is loaded, and without script except for fingerprints. */
import { basisOf, caseworkIn, fileCount, filesText, listIn, type RequestAnswers } from '@likeness/casework';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox, RadioGroup } from '../components/choices/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary, errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { besideFields } from './beside-fields.ts';
import {
  AuthorityField,
  BesideFields,
  ContactFields,
  GoodFaith,
  LocateFields,
  SignatureField,
  StatementFields,
  whoWillSee,
  whyWeAsk,
} from './elements.tsx';
import { CodeChoice, KeptForm, KeptNote, OneAtATime, Part, PictureChoice, SendNotice } from './form-parts.tsx';
import { type AskedOf, fieldLimits, fieldNames } from './forms.ts';
import { lacksApart, lacksOf } from './lacks.ts';
import { LawChoices, LawDeclarations, reachMoreOf } from './law-questions.tsx';
import type { FormWay, RequestFormModel, RequestWithin, Service } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { fieldOf } from './service-fields.ts';
import { speechOfPage, useSpeech } from './speech.ts';

/** For whom this form is, and the ways to the others. */
function WhichForm({ way }: { readonly way: FormWay }) {
  const { words, to } = useSpeech();
  const said = words.request;
  if (way === 'young')
    return (
      <>
        <p>{said.young.about}</p>
        <p>
          <a href={to(paths.under18)}>{said.young.helpers}</a> · <a href={to(paths.age)}>{said.young.adult}</a>
        </p>
      </>
    );
  return (
    <p>
      {said.adultOnly} <a href={to(paths.under18)}>{said.notAdult}</a>
    </p>
  );
}

type Props = {
  readonly model: RequestFormModel;
  readonly answers: Partial<RequestAnswers>;
  readonly errorOf: (field: string) => string | undefined;
};

/** Said on the first page already that she acts for somebody: not asked again. */
function WhoAsks({ model, answers, errorOf }: Pick<Props, 'model' | 'answers' | 'errorOf'>) {
  const { words, to } = useSpeech();
  const said = words.request;
  if (model.way === 'for-someone')
    return (
      <>
        <input type="hidden" name={fieldNames.onBehalfOf} value="agent" />
        <p>
          <span data-told="">{said.statement.forSomeone}</span> <a href={to(paths.request)}>{said.statement.notForSomeone}</a>
        </p>
        <AuthorityField answers={answers} errorOf={errorOf} />
      </>
    );
  return (
    <>
      <RadioGroup
        name={fieldNames.onBehalfOf}
        legend={said.statement.onBehalfOf}
        value={model.entered?.onBehalfOf ?? undefined}
        options={[
          { value: 'self', label: said.statement.self },
          { value: 'agent', label: said.statement.agent },
          { value: 'user', label: said.statement.user },
        ]}
        error={errorOf(fieldNames.onBehalfOf)}
      />
      <div class="only-for-agent">
        <AuthorityField answers={answers} errorOf={errorOf} isOpenToAll />
      </div>
    </>
  );
}

/** The fingerprints of her case: nothing is chosen or read anew. */
function PicturesGoAlong({
  within: { files, heldBefore = 0 },
  isLeftOut,
}: {
  readonly within: RequestWithin;
  readonly isLeftOut: boolean;
}) {
  const { language, words } = useSpeech();
  const said = words.request.another;
  const count = fileCount(files);
  const fewer = heldBefore > count && !isLeftOut ? <p>{words.later.form.fewer}</p> : null;
  const held = <input type="hidden" name={fieldNames.heldFiles} value={String(count)} autocomplete="off" />;
  return count === 0 ? (
    <>
      {held}
      {fewer}
    </>
  ) : (
    <>
      {held}
      {fewer}
      <p>{said.pictures({ files: filesText(files, caseworkIn(language)) })}</p>
      <Checkbox name={fieldNames.withoutPictures} label={said.withoutPictures} isTicked={isLeftOut} />
    </>
  );
}

/** What she said of one service, while each is asked apart. */
type Ofs = (service: Service) => AskedOf | undefined;

/** One of several, counted from 1: closed to sight until it is chosen, wherever the browser can tell. */
const onlyFor = (place: number): string => `only-for-service-${place + 1}`;

function ServiceChoice({ model, errorOf, ofs }: Pick<Props, 'model' | 'errorOf'> & { readonly ofs: Ofs }) {
  const { words } = useSpeech();
  const said = words.request;
  const error = errorOf(fieldNames.service);
  return (
    <fieldset id={fieldNames.service} tabindex={-1} aria-describedby={errorIdOf(fieldNames.service, error)}>
      <legend class="choices__legend">{said.where.service}</legend>
      <p class="field__hint">{said.where.serviceHint}</p>
      <FieldError name={fieldNames.service} error={error} />
      {model.services.map((service, place) => {
        const answers: Partial<RequestAnswers> = ofs(service)?.answers ?? {};
        return (
          <div class="service-choice">
            <Checkbox
              name={fieldNames.service}
              id={`${fieldNames.service}-${place + 1}`}
              value={service.id}
              label={service.name}
              isTicked={ofs(service)?.isChosen ?? false}
            />
            <fieldset class="only-for-chosen" data-legend-told="">
              <legend class="choices__legend">{service.name}</legend>
              <LocateFields answers={answers} errorOf={errorOf} of={service.id} />
              <BesideFields answers={answers} errorOf={errorOf} services={[service]} of={service.id} />
            </fieldset>
          </div>
        );
      })}
    </fieldset>
  );
}

/** What she declares to each. */
function DeclaredToEach({ model, ofs }: Pick<Props, 'model'> & { readonly ofs: Ofs }) {
  const { words } = useSpeech();
  return (
    <>
      {model.services.map((service, place) => {
        const answers = ofs(service)?.answers ?? {};
        return (
          <div class={onlyFor(place)}>
            <fieldset data-legend-told="">
              <legend class="choices__legend">{words.request.several.declare({ service: service.name })}</legend>
              <GoodFaith answers={answers} of={service.id} />
            </fieldset>
            <LawDeclarations services={[service]} of={service} answers={answers} isYoung={model.way === 'young'} />
          </div>
        );
      })}
    </>
  );
}

/** What each gets of her, under which laws besides, and that she signs. */
function SignedForEach({ model, ofs }: Pick<Props, 'model'> & { readonly ofs: Ofs }) {
  const { language, words } = useSpeech();
  const said = words.request.several;
  return (
    <>
      {model.services.map((service, place) => {
        const { id, name } = service;
        const field = fieldOf(fieldNames.signed, id);
        return (
          <div class={onlyFor(place)}>
            <fieldset data-legend-told="">
              <legend class="choices__legend">{said.sign({ service: name })}</legend>
              <p class="field__hint">
                {whyWeAsk(language, 'signature')} {said.gets({ service: name })}
              </p>
              <Checkbox name={field} label={said.signed({ service: name })} isTicked={ofs(service)?.isSigned ?? false} />
              {model.way === 'young' ? null : <LawChoices services={[service]} of={service} entered={ofs(service)} />}
            </fieldset>
          </div>
        );
      })}
    </>
  );
}

/** Whether whoever posted it is told, by each service, and in which words: the statement's own (Regulation (EU) 2022/2065, Article 17). */
function PosterTold({ services }: { readonly services: readonly Service[] }) {
  const { language, words } = useSpeech();
  const said = words.request.poster;
  const { facts, ground, automation } = caseworkIn(language).decision.statement;
  const isRequired = ({ laws = [] }: Service): boolean => laws.some((law) => basisOf(law).uploader.isTold === 'required');
  const named = (some: readonly Service[]): string =>
    listIn(
      language,
      some.map(({ name }) => name),
    );
  const [telling, others] = [services.filter(isRequired), services.filter((service) => !isRequired(service))];
  return (
    <Details summary={said.summary}>
      {telling.length === 0 ? null : (
        <>
          <p>{said.told({ services: named(telling) })}</p>
          <blockquote>
            <p>
              {facts.notice} {automation.none}
            </p>
            <p>{ground.consent}</p>
          </blockquote>
          <p>{said.never}</p>
        </>
      )}
      {others.length === 0 ? null : <p>{said.notAsked({ services: named(others) })}</p>}
    </Details>
  );
}

/** The form: empty, or as she filled it in with what to put right. */
export function renderRequestForm(model: RequestFormModel): string {
  const { language, words, catalogue, to } = speechOfPage(model);
  const said = words.request;
  const { entered, problems = [], way, within, draft } = model;
  const [only] = model.services;
  // Where nothing is chosen yet, one service is the only one that there is.
  const isApart = within !== undefined || model.services.length > 1;
  const ofs: Ofs = ({ id }) => {
    if (entered?.apart !== undefined) return entered.apart.find(({ serviceId }) => serviceId === id);
    // What was said to one service is said to that one.
    return entered?.serviceId === id ? { ...entered, isChosen: true, isSigned: false } : undefined;
  };
  const isYoung = way === 'young';
  const hasPictures = way === 'for-someone' || (way === 'picture' && (within === undefined || within.isKept === true));
  const atFirst = { heading: said.heading, lead: hasPictures ? said.lead : said.young.lead, leaving: said.leaving };
  const opening = within === undefined ? atFirst : within.isKept === true ? words.later.form : said.another;
  const parts = within === undefined ? 4 : 3;
  const at = (number: number) => ({ number: hasPictures ? number : number - 1, of: hasPictures ? parts + 1 : parts });
  const answers: Partial<RequestAnswers> = entered?.answers ?? {};
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const isPosterTold = !isYoung && model.services.some(({ laws = [] }) => laws.some((law) => basisOf(law).uploader.isTold === 'required'));
  const optional = <span class="quiet">{said.optional}</span>;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.request,
    script: 'request',
    helpers: isYoung ? 'young' : 'at-the-end',
    children: (
      <>
        <ErrorSummary heading={model.problemsHeading ?? said.problems.heading} intro={said.problems.intro} errors={problems} />
        <h1>{opening.heading}</h1>
        <div data-before-first-part="">
          {problems.length > 0 ? null : <p class="lead">{opening.lead}</p>}
          {within === undefined ? <WhichForm way={way} /> : null}
        </div>
        <KeptForm action={to(within === undefined ? paths.request : paths.another)} leaving={opening.leaving}>
          {within === undefined ? (
            <input type="hidden" name={fieldNames.caseCode} value={model.caseCode} autocomplete="off" data-kept="" />
          ) : (
            <input type="hidden" name={fieldNames.csrf} value={within.csrf} autocomplete="off" />
          )}
          {draft === undefined ? null : <input type="hidden" name={fieldNames.draft} value={draft.id} autocomplete="off" data-kept="" />}
          {isApart ? <input type="hidden" name={fieldNames.apart} value="yes" /> : null}
          <input type="hidden" name={fieldNames.way} value={way} />
          {isYoung ? <input type="hidden" name={fieldNames.isYoung} value="yes" /> : null}
          {hasPictures ? (
            <Part {...at(1)} heading={said.pictures.heading}>
              <PictureChoice text={said.pictures.text} pictures={entered?.pictures} />
            </Part>
          ) : null}
          <Part {...at(2)} heading={said.where.heading}>
            {within === undefined ? null : <PicturesGoAlong within={within} isLeftOut={entered?.withoutPictures ?? false} />}
            {way === 'link' && within === undefined ? (
              <p>
                <a href={to(paths.request)}>{said.where.haveThePicture}</a>
              </p>
            ) : null}
            {isApart ? (
              <ServiceChoice model={model} errorOf={errorOf} ofs={ofs} />
            ) : only === undefined ? null : (
              <>
                <p data-service-name={only.name}>{said.where.onlyService({ name: only.name })}</p>
                <input type="hidden" name={fieldNames.service} value={only.id} />
              </>
            )}
            {isYoung ? null : (
              <p>
                <a href={to(paths.elsewhere)}>{said.where.elsewhere}</a>
              </p>
            )}
            {isApart ? null : (
              <>
                <LocateFields answers={answers} errorOf={errorOf} />
                <BesideFields answers={answers} errorOf={errorOf} services={model.services} />
              </>
            )}
          </Part>
          <Part {...at(3)} heading={said.statement.heading}>
            <WhoAsks model={model} answers={answers} errorOf={errorOf} />
            <StatementFields answers={answers} isYoung={isYoung} saysWho={false} isGoodFaithAsked={!isApart} />
            {isApart ? (
              <DeclaredToEach model={model} ofs={ofs} />
            ) : (
              <LawDeclarations services={model.services} answers={answers} isYoung={isYoung} />
            )}
            <TextArea
              name={fieldNames.statementDetails}
              label={
                <>
                  {said.statement.details} {optional}
                </>
              }
              hint={said.statement.detailsHint}
              value={answers.statement?.details}
              error={errorOf(fieldNames.statementDetails)}
              maxLength={fieldLimits.statementDetails}
              autoComplete="off"
            />
          </Part>
          <Part {...at(4)} heading={said.contact.heading}>
            <p>{whoWillSee(language, 'contact')}</p>
            <SignatureField answers={answers} errorOf={errorOf} saysWho={false} isSignedApart={isApart} />
            <ContactFields
              answers={answers}
              errorOf={errorOf}
              saysWho={false}
              isInParts
              // Regulation (EU) 2022/2065, Article 16(2)(c) asks for no e-mail address where the person was under 18.
              {...(isYoung ? {} : reachMoreOf(model.speech, model.services))}
            />
            {isApart ? (
              <SignedForEach model={model} ofs={ofs} />
            ) : isYoung ? null : (
              <LawChoices services={model.services} entered={entered} />
            )}
          </Part>
          {within === undefined ? (
            <Part {...at(5)} heading={said.code.heading}>
              <CodeChoice
                caseCode={model.caseCode}
                {...(draft && { works: words.later.codeWorks })}
                pin={entered?.pin ?? undefined}
                error={errorOf(fieldNames.pin)}
              />
            </Part>
          ) : null}
          <OneAtATime
            to={{ sentence: catalogue.request.where[isApart ? 'onlyServices' : 'onlyService'], field: fieldNames.service }}
            needed={{ [fieldNames.service]: said.problems.service, [fieldNames.onBehalfOf]: said.problems.onBehalfOf }}
            lacks={(isApart ? lacksApart : lacksOf)(model.speech, model.services, isYoung)}
            {...(isApart ? { linkFields: model.services.map(({ id }) => fieldOf(besideFields.besideLinks, id)) } : {})}
            later={said.check.later}
          />
          <div class="send" data-form-end="">
            <p>
              {(isApart ? said.several : said).sendNote}
              {isPosterTold ? ` ${said.laws.posterTold}` : ''}
              {isYoung ? ` ${said.young.posterNotTold}` : ''}
            </p>
            <Details summary={said.afterwards.summary}>
              <ul>
                <li>{(isApart ? said.several : said.afterwards).goesTo}</li>
                {said.afterwards.lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </Details>
            {isYoung || model.services.length === 0 ? null : <PosterTold services={model.services} />}
            <Details summary={said.record.summary}>
              <p>{words.letter.page.record}</p>
              <p>{said.record.later}</p>
            </Details>
            <SendNotice />
            <ButtonRow>
              <Button>{said.send}</Button>
            </ButtonRow>
            {draft === undefined ? null : (
              <>
                <p>
                  {words.later.note({ days: words.time.days({ count: draft.days }) })} {words.later.notKept}
                </p>
                <ButtonRow>
                  <Button look="secondary" name={fieldNames.later} value="yes">
                    {words.later.button}
                  </Button>
                </ButtonRow>
              </>
            )}
          </div>
          <KeptNote hasPin={within === undefined} />
        </KeptForm>
      </>
    ),
  });
}
