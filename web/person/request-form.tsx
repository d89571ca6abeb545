/** GET `/request`: everything a valid request needs, on one page that works with the connection off once it is loaded, and without script except for fingerprints. */
import { basisOf, caseworkIn, listIn, type RequestAnswers } from '@likeness/casework';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Select, TextArea } from '../components/text-field/markup.tsx';
import { AuthorityField, BesideFields, ContactFields, LocateFields, SignatureField, StatementFields, whoWillSee } from './elements.tsx';
import { CodeChoice, KeptForm, KeptNote, OneAtATime, Part, PictureChoice, SendNotice } from './form-parts.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import { lacksOf } from './lacks.ts';
import { LawChoices, LawDeclarations, reachMoreOf } from './law-questions.tsx';
import type { FormWay, RequestFormModel, Service } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
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

function ServiceChoice({ model, error }: { readonly model: RequestFormModel; readonly error: string | undefined }) {
  const { words } = useSpeech();
  const said = words.request;
  const [only, ...others] = model.services;
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <p data-service-name={only.name}>{said.where.onlyService({ name: only.name })}</p>
        <input type="hidden" name={fieldNames.service} value={only.id} />
      </>
    );
  }
  return (
    <Select
      name={fieldNames.service}
      label={said.where.service}
      hint={said.where.serviceHint}
      placeholder={said.where.servicePlaceholder}
      value={model.entered?.serviceId}
      options={model.services.map((service) => ({ value: service.id, label: service.name }))}
      error={error}
      autoComplete="off"
    />
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
  const { entered, problems = [], way } = model;
  const isYoung = way === 'young';
  const hasPictures = way === 'picture' || way === 'for-someone';
  const at = (number: number) => ({ number: hasPictures ? number : number - 1, of: hasPictures ? 5 : 4 });
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
        <ErrorSummary heading={said.problems.heading} intro={said.problems.intro} errors={problems} />
        <h1>{said.heading}</h1>
        <div data-before-first-part="">
          {problems.length > 0 ? null : <p class="lead">{hasPictures ? said.lead : said.young.lead}</p>}
          <WhichForm way={way} />
        </div>
        <KeptForm action={to(paths.request)} leaving={words.request.leaving}>
          <input type="hidden" name={fieldNames.caseCode} value={model.caseCode} autocomplete="off" data-kept="" />
          <input type="hidden" name={fieldNames.way} value={way} />
          {isYoung ? <input type="hidden" name={fieldNames.isYoung} value="yes" /> : null}
          {hasPictures ? (
            <Part {...at(1)} heading={said.pictures.heading}>
              <PictureChoice text={said.pictures.text} pictures={entered?.pictures} />
            </Part>
          ) : null}
          <Part {...at(2)} heading={said.where.heading}>
            {way === 'link' ? (
              <p>
                <a href={to(paths.request)}>{said.where.haveThePicture}</a>
              </p>
            ) : null}
            <ServiceChoice model={model} error={errorOf(fieldNames.service)} />
            {isYoung ? null : (
              <p>
                <a href={to(paths.elsewhere)}>{said.where.elsewhere}</a>
              </p>
            )}
            <LocateFields answers={answers} errorOf={errorOf} />
            <BesideFields answers={answers} errorOf={errorOf} services={model.services} />
          </Part>
          <Part {...at(3)} heading={said.statement.heading}>
            <WhoAsks model={model} answers={answers} errorOf={errorOf} />
            <StatementFields answers={answers} isYoung={isYoung} saysWho={false} />
            <LawDeclarations services={model.services} answers={answers} isYoung={isYoung} />
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
            <SignatureField answers={answers} errorOf={errorOf} saysWho={false} />
            <ContactFields
              answers={answers}
              errorOf={errorOf}
              saysWho={false}
              isInParts
              // Regulation (EU) 2022/2065, Article 16(2)(c) asks for no e-mail address where the person was under 18.
              {...(isYoung ? {} : reachMoreOf(model.speech, model.services))}
            />
            {isYoung ? null : <LawChoices services={model.services} entered={entered} />}
          </Part>
          <Part {...at(5)} heading={said.code.heading}>
            <CodeChoice caseCode={model.caseCode} pin={entered?.pin ?? undefined} error={errorOf(fieldNames.pin)} />
          </Part>
          <OneAtATime
            to={{ sentence: catalogue.request.where.onlyService, field: fieldNames.service }}
            needed={{ [fieldNames.service]: said.problems.service, [fieldNames.onBehalfOf]: said.problems.onBehalfOf }}
            lacks={lacksOf(model.speech, model.services, isYoung)}
            later={said.check.later}
          />
          <div class="send" data-form-end="">
            <p>
              {said.sendNote}
              {isPosterTold ? ` ${said.laws.posterTold}` : ''}
              {isYoung ? ` ${said.young.posterNotTold}` : ''}
            </p>
            <Details summary={said.afterwards.summary}>
              <ul>
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
          </div>
          <KeptNote />
        </KeptForm>
      </>
    ),
  });
}
