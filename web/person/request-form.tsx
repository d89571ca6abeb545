/** GET `/request`: everything a valid request needs, on one page that works with the connection off once it is loaded, and without script except for fingerprints. */
import type { RequestAnswers } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { assetBytes } from '../assets.ts';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { CodeDisplay } from '../components/code-display/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { FingerprintPanel } from '../components/fingerprint-panel/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Select, TextArea, TextField } from '../components/text-field/markup.tsx';
import { AuthorityField, ContactFields, LocateFields, SignatureField, StatementFields, whoWillSee } from './elements.tsx';
import { fieldLimits, fieldNames, panelValue } from './forms.ts';
import { LawChoices, LawDeclarations, reachMoreOf } from './law-questions.tsx';
import type { RequestFormModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { words } from './words.ts';

const said = words.request;

function Part({
  number,
  of,
  heading,
  children,
}: {
  readonly number: number;
  readonly of: number;
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="part" aria-labelledby={`part-${number}`}>
      <p class="part__number">{said.part(number, of)}</p>
      <h2 id={`part-${number}`}>{heading}</h2>
      {children}
    </section>
  );
}

/** For whom this form is, and the way to the other one. */
function WhichForm({ isYoung }: { readonly isYoung: boolean }) {
  return isYoung ? (
    <>
      <p>{said.young.about}</p>
      <p>
        <a href={paths.under18}>{said.young.helpers}</a> · <a href={paths.request}>{said.young.adult}</a>
      </p>
    </>
  ) : (
    <p>
      {said.adultOnly} <a href={paths.under18}>{said.notAdult}</a>
    </p>
  );
}

function Pictures({ entered }: { readonly entered: RequestFormModel['entered'] }) {
  return (
    <Part number={1} of={5} heading={said.pictures.heading}>
      <p>{said.pictures.text}</p>
      <ul>
        {said.pictures.limits.map((limit) => (
          <li>{limit}</li>
        ))}
      </ul>
      <FingerprintPanel
        name={fieldNames.fingerprints}
        label={said.pictures.label}
        withoutScript={said.pictures.withoutScript}
        words={said.pictures.panel}
        videoReaderBytes={assetBytes('person/video.worker.js')}
        value={entered === undefined ? '' : panelValue(entered.pictures)}
      />
    </Part>
  );
}

function ServiceChoice({ model, error }: { readonly model: RequestFormModel; readonly error: string | undefined }) {
  const [only, ...others] = model.services;
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <p>{said.where.onlyService(only.name)}</p>
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

/** The form: empty, or as she filled it in with what to put right. */
export function renderRequestForm(model: RequestFormModel): string {
  const { entered, problems = [], isYoung = false } = model;
  const parts = isYoung ? 4 : 5;
  const at = (number: number) => ({ number: isYoung ? number - 1 : number, of: parts });
  const answers: Partial<RequestAnswers> = entered?.answers ?? {};
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const optional = <span class="quiet">{said.optional}</span>;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.request,
    script: 'request',
    children: (
      <>
        <ErrorSummary heading={said.problems.heading} intro={said.problems.intro} errors={problems} />
        <h1>{said.heading}</h1>
        {problems.length > 0 ? null : <p class="lead">{isYoung ? said.young.lead : said.lead}</p>}
        <WhichForm isYoung={isYoung} />
        <form method="post" action={paths.request} autocomplete="off" novalidate data-request-form="">
          <input type="hidden" name={fieldNames.caseCode} value={model.caseCode} autocomplete="off" />
          {isYoung ? <input type="hidden" name={fieldNames.isYoung} value="yes" /> : <Pictures entered={entered} />}
          <Part {...at(2)} heading={said.where.heading}>
            <ServiceChoice model={model} error={errorOf(fieldNames.service)} />
            <LocateFields answers={answers} errorOf={errorOf} />
          </Part>
          <Part {...at(3)} heading={said.statement.heading}>
            <RadioGroup
              name={fieldNames.onBehalfOf}
              legend={said.statement.onBehalfOf}
              value={entered?.onBehalfOf ?? undefined}
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
            <StatementFields answers={answers} saysWho={false} />
            <LawDeclarations services={model.services} answers={answers} />
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
            <p>{whoWillSee('contact')}</p>
            <SignatureField answers={answers} errorOf={errorOf} saysWho={false} />
            <ContactFields answers={answers} errorOf={errorOf} saysWho={false} {...reachMoreOf(model.services)} />
            {isYoung ? null : <LawChoices services={model.services} entered={entered} />}
          </Part>
          <Part {...at(5)} heading={said.code.heading}>
            <p>{said.code.text}</p>
            <CodeDisplay label={said.code.label} code={model.caseCode} words={said.code.display} />
            <p>
              <strong>{said.code.works}</strong>
            </p>
            <p>{said.code.keep}</p>
            <TextField
              name={fieldNames.pin}
              label={
                <>
                  {said.code.pin} {optional}
                </>
              }
              hint={said.code.pinHint}
              value={entered?.pin ?? undefined}
              error={errorOf(fieldNames.pin)}
              maxLength={fieldLimits.pin}
              width="short"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Part>
          <div class="send">
            <p>{said.sendNote}</p>
            <Details summary={said.afterwards.summary}>
              <ul>
                {said.afterwards.lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </Details>
            <div data-send-notice="" data-offline={said.offline} data-unreachable={said.unreachable} hidden>
              <Notice tone="care" isLive>
                <p data-part="text" />
              </Notice>
            </div>
            <ButtonRow>
              <Button>{said.send}</Button>
            </ButtonRow>
          </div>
        </form>
      </>
    ),
  });
}
