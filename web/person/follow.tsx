/** GET `/follow`: she filed on a platform's own form and got a link. How does the request become hers? */
import { caseworkIn, pinPattern } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { CodeDisplay } from '../components/code-display/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import type { FollowModel } from './model.ts';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** First the link, which script reads from the address and takes out of it; then her own code. */
export function renderFollow(model: FollowModel): string {
  const { words, to, language } = speechOfPage(model);
  const said = words.follow;
  const { problems = [] } = model;
  const pinWords = caseworkIn(language).case.pin;
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.follow,
    script: 'follow',
    children:
      model.step === 'link' ? (
        <>
          <ErrorSummary heading={said.problemsHeading} errors={problems} />
          <h1>{said.heading}</h1>
          <p class="lead">{said.text}</p>
          <p role="status" data-follow-status="" data-opening={said.opening} />
          <form method="post" action={to(paths.follow)} autocomplete="off" novalidate data-follow-form="">
            <TextField
              name={fieldNames.secret}
              label={said.link}
              hint={said.linkHint}
              error={errorOf(fieldNames.secret)}
              maxLength={fieldLimits.secret}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Button>{said.go}</Button>
          </form>
        </>
      ) : (
        <>
          <ErrorSummary heading={said.codeProblemsHeading} errors={problems} />
          <h1>{said.codeHeading}</h1>
          <p class="lead">{said.codeText({ service: model.serviceName })}</p>
          <form method="post" action={to(paths.followCode)} autocomplete="off" novalidate data-said-before-sent="">
            <CsrfField frame={model} />
            <input type="hidden" name={fieldNames.caseCode} value={model.caseCode} autocomplete="off" />
            <p>{words.request.code.text}</p>
            <CodeDisplay label={words.request.code.label} code={model.caseCode} words={words.request.code.display} />
            <p>
              <strong>{said.codeWorks}</strong>
            </p>
            <p>{words.request.code.keep}</p>
            <TextField
              name={fieldNames.pin}
              label={
                <>
                  {words.request.code.pin} <span class="quiet">{words.request.optional}</span>
                </>
              }
              hint={words.request.code.pinHint}
              error={errorOf(fieldNames.pin)}
              maxLength={fieldLimits.pin}
              shape={{ pattern: pinPattern, sentence: pinWords.short, isSaidByScript: true }}
              saidWhenSoonGuessed={pinWords.weak}
              width="short"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Button>{said.codeGo}</Button>
          </form>
        </>
      ),
  });
}
