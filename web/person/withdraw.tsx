/** GET `/case/withdraw`: what does stopping mean, and when does it take effect? (design §10, promise 3) */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox } from '../components/choices/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import type { WithdrawAskModel, WithdrawDoneModel } from './model.ts';
import { Moment } from './moment.tsx';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { words } from './words.ts';

/** What it means, and the second step. No reason is asked for. */
export function renderWithdrawAsk(model: WithdrawAskModel): string {
  const said = words.withdraw;
  const { problems = [] } = model;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.withdraw,
    children: (
      <>
        <ErrorSummary heading={said.problemsHeading} errors={problems} />
        <h1>{said.heading}</h1>
        <p class="lead">{said.means(listed(model.serviceNames))}</p>
        <ul>
          <li>{model.hasPin ? said.withPin : said.withoutPin}</li>
          <li>{model.removalStands ? said.removalStands : said.own}</li>
          <li>{said.after}</li>
        </ul>
        <form method="post" action={paths.withdraw} autocomplete="off" novalidate>
          <CsrfField frame={model} />
          {model.hasPin ? (
            <TextField
              name={fieldNames.pin}
              label={said.pin}
              hint={said.pinHint}
              error={problems.find((problem) => problem.field === fieldNames.pin)?.sentence}
              maxLength={fieldLimits.pin}
              width="short"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          ) : null}
          <Checkbox name={fieldNames.eraseContact} label={said.eraseContact} hint={said.eraseContactHint} />
          <ButtonRow>
            <Button>{said.confirm}</Button>
            <ButtonLink href={paths.case} look="secondary">
              {said.back}
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

/** It has ended, or when it will. */
export function renderWithdrawDone(model: WithdrawDoneModel): string {
  const said = words.withdrawDone;
  return personPage({
    frame: model,
    title: words.siteTitle.withdrawDone,
    children:
      model.outcome === 'ended' ? (
        <>
          <h1>{said.endedHeading}</h1>
          <p class="lead">{said.ended}</p>
          {model.removalStands ? <p>{said.removalStands}</p> : null}
          <p>
            {said.endedNext} <a href={paths.landing}>{words.problem.start}</a>
          </p>
        </>
      ) : (
        <>
          <h1>{said.waitingHeading}</h1>
          <Notice>
            <p>
              {said.waitingUntil} <Moment at={model.takesEffectAt} timeZone={model.timeZone} />.
            </p>
            <p>{said.waiting}</p>
          </Notice>
          <form method="post" action={paths.cancelWithdrawal}>
            <CsrfField frame={model} />
            <ButtonRow>
              <Button>{said.cancel}</Button>
              <ButtonLink href={paths.case} look="secondary">
                {said.back}
              </ButtonLink>
            </ButtonRow>
          </form>
        </>
      ),
  });
}
