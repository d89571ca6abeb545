/** GET `/ahead/form`: which services look out for which pictures? It asks for no name, no address and no story. */
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox, RadioGroup } from '../components/choices/markup.tsx';
import { ErrorSummary, errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { CodeChoice, filesField, KeptForm, KeptNote, OneAtATime, Part, PictureChoice, SendNotice } from './form-parts.tsx';
import { fieldNames } from './forms.ts';
import type { WatchFormModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** The form: empty, or as she filled it in with what to put right. */
export function renderWatchForm(model: WatchFormModel): string {
  const { words, catalogue, to } = speechOfPage(model);
  const said = words.watch;
  const { entered, problems = [], services, days } = model;
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.watch,
    script: 'request',
    children: (
      <>
        <ErrorSummary heading={words.request.problems.heading} intro={words.request.problems.intro} errors={problems} />
        <h1>{said.heading}</h1>
        <div data-before-first-part="">
          <p class="lead">{said.lead({ days: words.time.days({ count: days }) })}</p>
          <p>
            {words.request.adultOnly} <a href={to(paths.under18)}>{words.request.notAdult}</a>
          </p>
        </div>
        <KeptForm action={to(paths.watch)} leaving={words.request.leaving}>
          <input type="hidden" name={fieldNames.caseCode} value={model.caseCode} autocomplete="off" data-kept="" />
          <Part number={1} of={4} heading={said.pictures.heading}>
            <PictureChoice
              text={said.pictures.text}
              withoutScript={said.pictures.withoutScript}
              pictures={entered?.pictures}
              error={errorOf(filesField)}
            />
          </Part>
          <Part number={2} of={4} heading={said.services.heading}>
            <p>{said.services.text}</p>
            <fieldset
              id={fieldNames.services}
              tabindex={-1}
              aria-describedby={errorIdOf(fieldNames.services, errorOf(fieldNames.services))}
            >
              <legend class="choices__legend">{said.services.legend}</legend>
              <FieldError name={fieldNames.services} error={errorOf(fieldNames.services)} />
              {services.map(({ id, name }) => (
                <Checkbox
                  name={fieldNames.services}
                  id={`${fieldNames.services}-${id}`}
                  value={id}
                  label={name}
                  isTicked={entered?.serviceIds.includes(id) ?? false}
                />
              ))}
            </fieldset>
          </Part>
          <Part number={3} of={4} heading={said.you.heading}>
            <p>{said.you.why}</p>
            <RadioGroup
              name={fieldNames.onBehalfOf}
              legend={words.request.statement.onBehalfOf}
              value={entered?.filer ?? undefined}
              options={[
                { value: 'self', label: said.you.self },
                { value: 'agent', label: said.you.agent },
              ]}
              error={errorOf(fieldNames.onBehalfOf)}
            />
            <Checkbox
              name={fieldNames.shownOrActing}
              label={said.you.confirm}
              isTicked={entered?.isConfirmed ?? false}
              error={errorOf(fieldNames.shownOrActing)}
            />
          </Part>
          <Part number={4} of={4} heading={words.request.code.heading}>
            <CodeChoice caseCode={model.caseCode} works={said.codeWorks} pin={entered?.pin ?? undefined} error={errorOf(fieldNames.pin)} />
          </Part>
          <OneAtATime
            to={{ sentence: catalogue.watch.check.to, field: fieldNames.services }}
            needed={{
              [fieldNames.fingerprints]: said.problems.pictures,
              [fieldNames.services]: said.problems.services,
              [fieldNames.onBehalfOf]: said.problems.who,
              [fieldNames.shownOrActing]: said.problems.confirm,
            }}
          />
          <div class="send" data-form-end="">
            <ul>
              {said.means.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
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
