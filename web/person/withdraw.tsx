/** GET `/case/withdraw`: what does stopping mean, and when does it take effect? */
import { listIn } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox } from '../components/choices/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { fieldNames } from './forms.ts';
import type { WithdrawAskModel, WithdrawDoneModel } from './model.ts';
import { Moment } from './moment.tsx';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { BackToCase, PinField } from './pin-asked.tsx';
import { Said } from './said.tsx';
import { speechOfPage, useSpeech } from './speech.ts';

/** What it means, and the second step; what she gives up when she leaves her PIN empty; or how one that waits ends sooner. No reason is asked for. */
export function renderWithdrawAsk(model: WithdrawAskModel): string {
  const { words } = speechOfPage(model);
  const said = words.withdraw;
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
  const { language, words } = useSpeech();
  const said = words.withdraw;
  return (
    <>
      <h1>{said.heading}</h1>
      <p class="lead">
        {model.serviceNames.length === 0 ? said.meansAlone : said.means({ services: listIn(language, model.serviceNames) })}
      </p>
      <ul>
        <li>{model.hasPin ? said.withPin : said.withoutPin}</li>
        {model.staysDown ? <li>{said.staysDown}</li> : null}
        {model.limitStands ? <li>{said.limitStands}</li> : null}
        <Stands model={model} />
        {model.isReferred ? <li>{said.referred}</li> : null}
        {model.hasSaved ? <li>{said.saved}</li> : null}
        {model.hasLetters ? <li>{said.letters}</li> : null}
        <li>{said.after}</li>
      </ul>
      <WithdrawForm model={model}>
        {model.hasPin ? <PinField problems={model.problems} hint={said.pinHint} /> : null}
        {model.hasContact ? (
          <Checkbox
            name={fieldNames.eraseContact}
            label={said.eraseContact}
            {...(model.wasTold ? { hint: said.eraseContactHint } : {})}
            isTicked={model.eraseContact ?? false}
          />
        ) : null}
        <ButtonRow>
          <Button>{said.confirm}</Button>
          <BackToCase words={said.back} />
        </ButtonRow>
      </WithdrawForm>
    </>
  );
}

/** What a service that said yes, or decided by itself, goes on with. */
function Stands({ model }: Props) {
  const { words } = useSpeech();
  if (model.removalStands) return <li>{words.withdraw.removalStands}</li>;
  return model.wasTold && !model.staysDown && !model.isReferred ? <li>{words.withdraw.own}</li> : null;
}

/** Before the slow way is settled she reads that her PIN ends it at once, and can still give it. */
function PinLeftEmpty({ model }: Props) {
  const { words } = useSpeech();
  const said = words.withdraw;
  const step = said.pinLeftEmpty;
  const erases = model.eraseContact ? <input type="hidden" name={fieldNames.eraseContact} value="yes" /> : null;
  return (
    <>
      <h1>{step.heading}</h1>
      <p class="lead">{step.lead}</p>
      <WithdrawForm model={model}>
        {erases}
        <PinField problems={model.problems} />
        <ButtonRow>
          <Button>{step.confirm}</Button>
          <BackToCase words={said.back} />
        </ButtonRow>
      </WithdrawForm>
      <section class="chapter" aria-labelledby="without-pin">
        <h2 id="without-pin">{step.withoutHeading}</h2>
        <p>{step.without}</p>
        {model.eraseContact ? <p>{step.eraseContact}</p> : null}
        <WithdrawForm model={model}>
          {erases}
          <input type="hidden" name={fieldNames.withoutPin} value="yes" />
          <Button look="secondary">{step.withoutConfirm}</Button>
        </WithdrawForm>
      </section>
    </>
  );
}

function Sooner({ model, than }: Props & { readonly than: Date }) {
  const { words } = useSpeech();
  const said = words.withdraw;
  const step = said.sooner;
  return (
    <>
      <h1>{step.heading}</h1>
      <p class="lead">
        <Said sentence={(put) => step.than({ moment: put(<Moment at={than} timeZone={model.timeZone} />) })} /> {step.lead}
      </p>
      <ul>
        {model.staysDown ? <li>{said.staysDown}</li> : null}
        {model.limitStands ? <li>{said.limitStands}</li> : null}
        <Stands model={model} />
        {model.isReferred ? <li>{said.referred}</li> : null}
        {model.hasSaved ? <li>{said.saved}</li> : null}
        {model.hasLetters ? <li>{said.letters}</li> : null}
        <li>{said.after}</li>
      </ul>
      <WithdrawForm model={model}>
        <PinField problems={model.problems} />
        <ButtonRow>
          <Button>{step.confirm}</Button>
          <BackToCase words={step.back} />
        </ButtonRow>
      </WithdrawForm>
    </>
  );
}

function WithdrawForm({ model, children }: Props & { readonly children: ComponentChildren }) {
  const { to } = useSpeech();
  return (
    <form method="post" action={to(paths.withdraw)} autocomplete="off" novalidate>
      <CsrfField frame={model} />
      {children}
    </form>
  );
}

/** It has ended, or when it will. */
export function renderWithdrawDone(model: WithdrawDoneModel): string {
  const { language, words, to } = speechOfPage(model);
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
              : `${said.told({ services: listIn(language, model.serviceNames), count: model.serviceNames.length })} `}
            {said.ended}
          </p>
          {model.staysDown ? <p>{words.withdraw.staysDown}</p> : null}
          {model.removalStands ? <p>{said.removalStands}</p> : null}
          {model.limitStands ? <p>{said.limitStands}</p> : null}
          {model.isReferred ? <p>{words.withdraw.referred}</p> : null}
          <p>
            {said.endedNext} <a href={to(paths.landing)}>{words.problem.start}</a>
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
          <form method="post" action={to(paths.cancelWithdrawal)}>
            <CsrfField frame={model} />
            <ButtonRow>
              <Button>{said.cancel}</Button>
              {model.hasPin ? (
                <ButtonLink href={to(paths.withdraw)} look="secondary">
                  {said.sooner}
                </ButtonLink>
              ) : null}
              <ButtonLink href={to(paths.case)} look="quiet">
                {said.back}
              </ButtonLink>
            </ButtonRow>
          </form>
        </>
      ),
  });
}
