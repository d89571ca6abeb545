/** GET `/elsewhere`: what does she want to write, to which service elsewhere, under which laws? Each law's own declaration stands under its name; nothing is chosen for her. */
import { basisIn, caseworkIn, describedServices, letterLanguages, ownNameOf, type RequestAnswers } from '@likeness/casework';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox, RadioGroup } from '../components/choices/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { TextArea, TextField } from '../components/text-field/markup.tsx';
import { AuthorityField, BesideFields, ContactFields, LawField, LocateFields, SignatureField, StatementFields } from './elements.tsx';
import { CodeChoice, KeptForm, KeptNote, OneAtATime, Part, SendNotice } from './form-parts.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import { ownElements } from './law-fields.ts';
import { LawChoices } from './law-questions.tsx';
import { otherService } from './letter-fields.ts';
import type { LetterFormModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage, useSpeech } from './speech.ts';

const laws = ['take-it-down', 'online-safety-act', 'digital-services-act'] as const;

type Props = { readonly model: LetterFormModel; readonly errorOf: (field: string) => string | undefined };

function WhichService({ model: { entered }, errorOf }: Props) {
  const { language, words } = useSpeech();
  const said = words.letter;
  const isOther = entered?.choice === otherService;
  return (
    <>
      <RadioGroup
        name={fieldNames.knownService}
        legend={said.service.legend}
        value={entered?.choice}
        options={[
          { value: otherService, label: said.service.other },
          ...describedServices(caseworkIn(language)).map(({ id, name, does }) => ({ value: id, label: name, hint: does })),
        ]}
        error={errorOf(fieldNames.knownService)}
      />
      <div class="only-for-other">
        <TextField
          name={fieldNames.serviceName}
          label={said.service.name}
          hint={said.service.nameHint}
          value={isOther ? entered.asked.serviceName : undefined}
          error={errorOf(fieldNames.serviceName)}
          maxLength={fieldLimits.serviceName}
          autoComplete="off"
        />
        <TextField
          name={fieldNames.sendTo}
          label={said.service.sendTo}
          hint={said.service.sendToHint}
          value={isOther ? entered.asked.sendTo : undefined}
          error={errorOf(fieldNames.sendTo)}
          maxLength={fieldLimits.sendTo}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </>
  );
}

/** One law: to choose, what it means for her, and what she declares under it. */
function Laws({ model: { entered } }: Props) {
  const { language, words } = useSpeech();
  const said = words.letter;
  const answers = entered?.asked.answers ?? {};
  return (
    <>
      {laws.map((id) => {
        const basis = basisIn(language, id);
        const hint = [
          basis.uploader.isTold === 'required' ? said.laws.told : said.laws.notTold,
          ...(basis.inForce.isConfirmed ? [] : [said.laws.unconfirmed]),
        ].join(' ');
        return (
          <fieldset class="group" data-legend-told="">
            <legend class="choices__legend">{basis.name}</legend>
            <Checkbox
              name={fieldNames.alsoUnder}
              id={`${fieldNames.alsoUnder}-${id}`}
              value={id}
              label={said.laws.places[id]}
              hint={hint}
              isTicked={entered?.asked.bases.includes(id) ?? false}
            />
            {ownElements(id, basis).map((element) => (
              <LawField element={element} answers={answers} saysWhy={false} />
            ))}
          </fieldset>
        );
      })}
      <LawChoices
        services={[{ id: '', name: '', choices: ['dmca'] }]}
        entered={entered === undefined ? undefined : { chosen: entered.asked.bases, answers }}
      />
      <RadioGroup
        name={fieldNames.letterLanguage}
        legend={said.language.legend}
        hint={said.language.hint}
        value={entered?.asked.language}
        options={letterLanguages.map((each) => ({ value: each, label: <span lang={each}>{ownNameOf(each)}</span> }))}
      />
    </>
  );
}

/** The form: empty, with what she said before, or as she filled it in with what to put right. */
export function renderLetterForm(model: LetterFormModel): string {
  const { words, catalogue, to } = speechOfPage(model);
  const said = words.letter;
  const { entered, problems = [], caseCode } = model;
  const answers: Partial<RequestAnswers> = entered?.asked.answers ?? {};
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const of = caseCode === null ? 5 : 6;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.elsewhere,
    script: 'request',
    children: (
      <>
        <ErrorSummary heading={said.problems.heading} intro={words.request.problems.intro} errors={problems} />
        <h1>{said.heading}</h1>
        <div data-before-first-part="">
          <p class="lead">{said.lead}</p>
          {model.filledIn === undefined ? null : <p>{model.filledIn === 'all' ? said.again : said.known}</p>}
          <p>
            {words.request.adultOnly} <a href={to(paths.under18)}>{words.request.notAdult}</a>
          </p>
        </div>
        <KeptForm action={to(paths.elsewhere)} leaving={words.request.leaving}>
          {model.csrf === null ? null : <input type="hidden" name={fieldNames.csrf} value={model.csrf} autocomplete="off" />}
          {caseCode === null ? null : <input type="hidden" name={fieldNames.caseCode} value={caseCode} autocomplete="off" data-kept="" />}
          {model.letterId === null ? null : <input type="hidden" name={fieldNames.letter} value={model.letterId} autocomplete="off" />}
          <Part number={1} of={of} heading={said.service.heading}>
            <WhichService model={model} errorOf={errorOf} />
          </Part>
          <Part number={2} of={of} heading={words.request.where.heading}>
            <LocateFields answers={answers} errorOf={errorOf} />
            <BesideFields answers={answers} errorOf={errorOf} text={said.beside} />
          </Part>
          <Part number={3} of={of} heading={words.request.statement.heading}>
            <RadioGroup
              name={fieldNames.onBehalfOf}
              legend={words.request.statement.onBehalfOf}
              value={entered?.onBehalfOf ?? undefined}
              options={[
                { value: 'self', label: words.request.statement.self },
                { value: 'agent', label: words.request.statement.agent },
              ]}
              error={errorOf(fieldNames.onBehalfOf)}
            />
            <div class="only-for-agent">
              <AuthorityField answers={answers} errorOf={errorOf} isOpenToAll />
            </div>
            <StatementFields answers={answers} saysWho={false} />
            <TextArea
              name={fieldNames.statementDetails}
              label={
                <>
                  {words.request.statement.details} <span class="quiet">{words.request.optional}</span>
                </>
              }
              hint={words.request.statement.detailsHint}
              value={answers.statement?.details}
              error={errorOf(fieldNames.statementDetails)}
              maxLength={fieldLimits.statementDetails}
              autoComplete="off"
            />
          </Part>
          <Part number={4} of={of} heading={said.laws.heading}>
            <p>{said.laws.text}</p>
            <Laws model={model} errorOf={errorOf} />
          </Part>
          <Part number={5} of={of} heading={words.request.contact.heading}>
            <p>{said.laws.sees}</p>
            <SignatureField answers={answers} errorOf={errorOf} saysWho={false} />
            <ContactFields
              answers={answers}
              errorOf={errorOf}
              saysWho={false}
              saysWhy={false}
              reachMore={words.request.contact.reachUnderLaws}
              isInParts
            />
          </Part>
          {caseCode === null ? null : (
            <Part number={6} of={of} heading={words.request.code.heading}>
              <CodeChoice caseCode={caseCode} works={said.codeWorks} pin={entered?.pin ?? undefined} error={errorOf(fieldNames.pin)} />
            </Part>
          )}
          <OneAtATime
            to={{ sentence: catalogue.letter.check.to, field: fieldNames.knownService, otherField: fieldNames.serviceName }}
            needed={{
              [fieldNames.knownService]: said.problems.service,
              [fieldNames.serviceName]: said.problems.name,
              [fieldNames.onBehalfOf]: words.watch.problems.who,
            }}
            later={said.check.later}
          />
          <div class="send" data-form-end="">
            <p>{said.sendNote}</p>
            <SendNotice />
            <ButtonRow>
              <Button>{said.save}</Button>
            </ButtonRow>
          </div>
          <KeptNote hasPin={caseCode !== null} />
        </KeptForm>
      </>
    ),
  });
}
