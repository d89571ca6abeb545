/** GET `/case/withdraw`: what does stopping mean, and when does it take effect? */
import { listIn } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
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
import { Said } from './said.tsx';
import { words } from './words.ts';

const said = words.withdraw;

/** What it means, and the second step; what she gives up when she leaves her PIN empty; or how one that waits ends sooner. No reason is asked for. */
export function renderWithdrawAsk(model: WithdrawAskModel): string {
  const { step, problems = [] } = model;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.withdraw,
    children: (
      <>
        <ErrorSummary heading={said.problemsHeading} errors={problems} />
        {step.name === 'ask' ? <Ask model={model} /> : null}
        {step.name === 'pin-left-empty' ? <PinLeftEmpty model={model} /> : null}
        {step.name === 'sooner' ? <Sooner model={model} than={step.than} /> : null}
      </>
    ),
  });
}

type Props = { readonly model: WithdrawAskModel };

function Ask({ model }: Props) {
  return (
    <>
      <h1>{said.heading}</h1>
      <p class="lead">{model.serviceNames.length === 0 ? said.meansAlone : said.means({ services: listed(model.serviceNames) })}</p>
      <ul>
        <li>{model.hasPin ? said.withPin : said.withoutPin}</li>
        {model.staysDown ? <li>{said.staysDown}</li> : null}
        {model.removalStands ? <li>{said.removalStands}</li> : model.staysDown || model.isReferred ? null : <li>{said.own}</li>}
        {model.isReferred ? <li>{said.referred}</li> : null}
        <li>{said.after}</li>
      </ul>
      <WithdrawForm model={model}>
        {model.hasPin ? <PinField model={model} hint={said.pinHint} /> : null}
        {model.hasContact ? (
          <Checkbox
            name={fieldNames.eraseContact}
            label={said.eraseContact}
            hint={said.eraseContactHint}
            isTicked={model.eraseContact ?? false}
          />
        ) : null}
        <ButtonRow>
          <Button>{said.confirm}</Button>
          <Back words={said.back} />
        </ButtonRow>
      </WithdrawForm>
    </>
  );
}

/** Before the slow way is settled she reads that her PIN ends it at once, and can still give it. */
function PinLeftEmpty({ model }: Props) {
  const words = said.pinLeftEmpty;
  const erases = model.eraseContact ? <input type="hidden" name={fieldNames.eraseContact} value="yes" /> : null;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <WithdrawForm model={model}>
        {erases}
        <PinField model={model} />
        <ButtonRow>
          <Button>{words.confirm}</Button>
          <Back words={said.back} />
        </ButtonRow>
      </WithdrawForm>
      <section class="chapter" aria-labelledby="without-pin">
        <h2 id="without-pin">{words.withoutHeading}</h2>
        <p>{words.without}</p>
        {model.eraseContact ? <p>{words.eraseContact}</p> : null}
        <WithdrawForm model={model}>
          {erases}
          <input type="hidden" name={fieldNames.withoutPin} value="yes" />
          <Button look="secondary">{words.withoutConfirm}</Button>
        </WithdrawForm>
      </section>
    </>
  );
}

function Sooner({ model, than }: Props & { readonly than: Date }) {
  const words = said.sooner;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="lead">
        <Said sentence={(put) => words.than({ moment: put(<Moment at={than} timeZone={model.timeZone} />) })} /> {words.lead}
      </p>
      <ul>
        {model.staysDown ? <li>{said.staysDown}</li> : null}
        {model.removalStands ? <li>{said.removalStands}</li> : model.staysDown || model.isReferred ? null : <li>{said.own}</li>}
        {model.isReferred ? <li>{said.referred}</li> : null}
        <li>{said.after}</li>
      </ul>
      <WithdrawForm model={model}>
        <PinField model={model} />
        <ButtonRow>
          <Button>{words.confirm}</Button>
          <Back words={words.back} />
        </ButtonRow>
      </WithdrawForm>
    </>
  );
}

function WithdrawForm({ model, children }: Props & { readonly children: ComponentChildren }) {
  return (
    <form method="post" action={paths.withdraw} autocomplete="off" novalidate>
      <CsrfField frame={model} />
      {children}
    </form>
  );
}

function PinField({ model: { problems = [] }, hint }: Props & { readonly hint?: string }) {
  return (
    <TextField
      name={fieldNames.pin}
      label={said.pin}
      hint={hint}
      error={problems.find((problem) => problem.field === fieldNames.pin)?.sentence}
      maxLength={fieldLimits.pin}
      width="short"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

function Back({ words }: { readonly words: string }) {
  return (
    <ButtonLink href={paths.case} look="quiet">
      {words}
    </ButtonLink>
  );
}

function listed(names: readonly string[]): string {
  return listIn('en', names);
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
          <p class="lead">
            {model.serviceNames.length === 0
              ? null
              : `${said.told({ services: listed(model.serviceNames), count: model.serviceNames.length })} `}
            {said.ended}
          </p>
          {model.staysDown ? <p>{words.withdraw.staysDown}</p> : null}
          {model.removalStands ? <p>{said.removalStands}</p> : null}
          {model.isReferred ? <p>{words.withdraw.referred}</p> : null}
          <p>
            {said.endedNext} <a href={paths.landing}>{words.problem.start}</a>
          </p>
        </>
      ) : (
        <>
          <h1>{said.waitingHeading}</h1>
          <Notice>
            <p>
              <Said sentence={(put) => said.waitingUntil({ moment: put(<Moment at={model.takesEffectAt} timeZone={model.timeZone} />) })} />
            </p>
            <p>{said.waiting}</p>
            {model.contactErased ? <p>{said.contactErased}</p> : null}
          </Notice>
          <form method="post" action={paths.cancelWithdrawal}>
            <CsrfField frame={model} />
            <ButtonRow>
              <Button>{said.cancel}</Button>
              {model.hasPin ? (
                <ButtonLink href={paths.withdraw} look="secondary">
                  {said.sooner}
                </ButtonLink>
              ) : null}
              <ButtonLink href={paths.case} look="quiet">
                {said.back}
              </ButtonLink>
            </ButtonRow>
          </form>
        </>
      ),
  });
}
