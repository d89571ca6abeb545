/** GET `/case/open`: how does she come back? With her code; the PIN is asked for only when there is one. */
import { caseworkIn } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import type { OpenCaseModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** The form for code and PIN. Give `said.unknown` for every code that opens nothing, whatever the reason. */
export function renderOpenCase(model: OpenCaseModel): string {
  const { language, words, to } = speechOfPage(model);
  const said = words.openCase;
  const { problems = [] } = model;
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.openCase,
    script: 'open-case',
    children: (
      <>
        <ErrorSummary heading={said.problemsHeading} errors={problems} />
        <h1>{said.heading}</h1>
        {model.keepsNoCookie === true ? (
          <Notice tone="care" heading={said.notKeptHeading}>
            <p>{said.notKept}</p>
          </Notice>
        ) : null}
        <form
          method="post"
          action={to(paths.openCase)}
          autocomplete="off"
          novalidate
          data-open-case-form=""
          data-problems={JSON.stringify(caseworkIn(language).case.code)}
        >
          <TextField
            name={fieldNames.caseCode}
            label={said.code}
            hint={said.codeHint}
            value={model.code}
            error={errorOf(fieldNames.caseCode)}
            maxLength={fieldLimits.code}
            isCode
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          {model.asksPin ? (
            <TextField
              name={fieldNames.pin}
              label={said.pin}
              hint={said.pinHint}
              error={errorOf(fieldNames.pin)}
              maxLength={fieldLimits.pin}
              width="short"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          ) : null}
          <Button>{said.open}</Button>
        </form>
        <div class="chapter">
          <Details summary={said.lost}>
            <p>{said.lostText}</p>
          </Details>
        </div>
      </>
    ),
  });
}
