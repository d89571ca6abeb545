/** GET `/case/take-out`: what does it mean to take one request, one picture or one link out, and when does it take effect? And the way there in her case, with what waits. */
import { withdrawnParts } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { type Fields, fieldNames, isTicked, text } from './forms.ts';
import type { CaseModel, CasePart, CaseRequest, TakeOutModel } from './model.ts';
import { Moment } from './moment.tsx';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { BackToCase, PinField } from './pin-asked.tsx';
import { Said } from './said.tsx';
import { speechOfPage, useSpeech } from './speech.ts';

/** As one field of a form says it: "picture:3f2a...". */
const fieldOf = ({ part, key }: Pick<CasePart, 'part' | 'key'>): string => `${part}:${key}`;

export interface TakeOutForm {
  readonly trackingNumber: string;
  /** Null for what is none. */
  readonly part: Pick<CasePart, 'part' | 'key'> | null;
  /** With the right PIN it takes effect at once; null when the field was left empty. */
  readonly pin: string | null;
  /** She was told what she gives up, and wants the slow way. */
  readonly withoutPin: boolean;
}

/** Reads POST `paths.takeOut`. */
export function readTakeOut(fields: Fields): TakeOutForm {
  const [named = '', key = ''] = text(fields, fieldNames.part).split(':');
  const part = withdrawnParts.find((one) => one === named);
  return {
    trackingNumber: text(fields, fieldNames.trackingNumber),
    part: part === undefined ? null : { part, key },
    pin: text(fields, fieldNames.pin) || null,
    withoutPin: isTicked(fields, fieldNames.withoutPin),
  };
}

/** Reads POST `paths.keepIn`: which one goes on. */
export const readKeepIn = (fields: Fields): string => text(fields, fieldNames.waiting);

/** What it is called, on her page and on the one that asks. */
function Name({ part, serviceName }: { readonly part: CasePart; readonly serviceName: string }) {
  const { words } = useSpeech();
  const said = words.takeOut;
  if (part.part === 'request')
    return <>{part.law === null ? said.request({ service: serviceName }) : said.requestUnder({ service: serviceName, law: part.law })}</>;
  if (part.part === 'link') return <Said sentence={(put) => said.link({ link: put(<bdi>{part.link}</bdi>) })} />;
  return (
    <>
      {said.picture({ number: String(part.number ?? 1) })}.{' '}
      <Said sentence={(put) => said.fingerprint({ start: put(<bdi dir="ltr">{part.fingerprint}</bdi>) })} />
    </>
  );
}

interface OfRequest {
  readonly model: CaseModel;
  readonly request: CaseRequest;
}

/** The parts of a request, each with its number among all of the case, by which the page that asks is found. */
function numbered({ model, request }: OfRequest): { readonly part: CasePart; readonly which: number }[] {
  const before = model.requests.slice(0, model.requests.indexOf(request)).reduce((sum, one) => sum + (one.parts ?? []).length, 0);
  return (request.parts ?? []).map((part, place) => ({ part, which: before + place + 1 }));
}

/** At the head of a request: what waits to be taken out. It may not be her who asked, and only the code can stop it. */
export function TakingOut({ model, request }: OfRequest) {
  const { words, to } = useSpeech();
  const said = words.takeOut;
  return (
    <>
      {numbered({ model, request }).map(({ part, which }) =>
        part.waiting === null ? null : (
          <Notice tone="care" heading={words.case.news['taking-out'].heading}>
            <p>
              <strong>
                <Name part={part} serviceName={request.serviceName} />
              </strong>
            </p>
            <p>
              <Until at={part.waiting.until} timeZone={model.timeZone} /> {said.waiting}
            </p>
            <form method="post" action={to(paths.keepIn)}>
              <CsrfField frame={model} />
              <input type="hidden" name={fieldNames.waiting} value={part.waiting.id} autocomplete="off" />
              <ButtonRow>
                <Button>{said.keep}</Button>
                {model.hasPin ? (
                  <ButtonLink href={`${to(paths.takeOut)}?which=${which}`} look="quiet">
                    {said.sooner}
                  </ButtonLink>
                ) : null}
              </ButtonRow>
            </form>
          </Notice>
        ),
      )}
    </>
  );
}

/** Below a request: what of it can be taken out. */
export function TakeOut({ model, request, idPrefix }: OfRequest & { readonly idPrefix: string }) {
  const { words, to } = useSpeech();
  const said = words.takeOut;
  const rows = numbered({ model, request }).filter(({ part }) => part.waiting === null);
  if (rows.length === 0) return null;
  return (
    <Details summary={said.summary}>
      <p>{said.note}</p>
      <ul>
        {rows.map(({ part, which }) => (
          <li>
            <div id={`${idPrefix}part-${which}`}>
              <Name part={part} serviceName={request.serviceName} />
            </div>
            <ButtonLink href={`${to(paths.takeOut)}?which=${which}`} look="quiet" describedBy={`${idPrefix}part-${which}`}>
              {said.take}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Until({ at, timeZone }: { readonly at: Date; readonly timeZone: string }) {
  const { words } = useSpeech();
  return <Said sentence={(put) => words.takeOut.until({ moment: put(<Moment at={at} timeZone={timeZone} />) })} />;
}

/** What it means at this service, and the second step; what she gives up when she leaves her PIN empty; or how one that waits takes effect sooner. */
export function renderTakeOut(model: TakeOutModel): string {
  const { words } = speechOfPage(model);
  const { step, problems = [] } = model;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.withdraw,
    children: (
      <>
        <ErrorSummary heading={words.takeOut.problemsHeading} errors={problems} />
        {step.name === 'ask' ? <Ask model={model} /> : null}
        {step.name === 'pin-left-empty' ? <PinLeftEmpty model={model} /> : null}
        {step.name === 'sooner' ? <Sooner model={model} than={step.than} /> : null}
      </>
    ),
  });
}

type Props = { readonly model: TakeOutModel };

function Which({ model }: Props) {
  return (
    <p>
      <strong>
        <Name part={model.part} serviceName={model.serviceName} />
      </strong>
    </p>
  );
}

/** What it means at the service: what it is told, what stays, what may come back, and what nobody can undo. */
function Meaning({ model }: Props) {
  const { words } = useSpeech();
  const said = words.takeOut;
  const { part, serviceName: service, isYoung } = model;
  const isBack = (part.part === 'request' && part.law === null) || part.isLast;
  return (
    <>
      {part.part === 'request' ? null : <li>{isBack ? said.last({ service }) : said.toldPart({ service })}</li>}
      {part.part === 'request' && part.law === null ? <li>{said.told({ service })}</li> : null}
      {part.law === null ? null : (
        <>
          <li>{said.toldLaw({ service })}</li>
          <li>{said.otherLaws}</li>
        </>
      )}
      {part.takesBeside ? <li>{said.beside}</li> : null}
      {part.answerStays ? <li>{said.answerStays({ service })}</li> : null}
      {part.law === null ? (
        <li>{part.answerStays && part.part === 'picture' ? said.ownFingerprint({ service }) : said.mayStay[part.part]}</li>
      ) : null}
      {isYoung && isBack ? <li>{said.young}</li> : null}
      <li>{said.rest}</li>
      <li>{said.undo}</li>
    </>
  );
}

function Ask({ model }: Props) {
  const { words } = useSpeech();
  const said = words.takeOut;
  const { part, serviceName: service } = model;
  return (
    <>
      <h1>{said.heading[part.part]}</h1>
      <Which model={model} />
      <p class="lead">{part.law === null ? said.means[part.part]({ service }) : said.meansLaw({ service, law: part.law })}</p>
      <ul>
        <Meaning model={model} />
        <li>{model.hasPin ? said.withPin : said.withoutPin}</li>
      </ul>
      <TakeOutAsk model={model}>
        {model.hasPin ? <PinField problems={model.problems} hint={words.withdraw.pinHint} /> : null}
        <ButtonRow>
          <Button>{said.confirm[part.part]}</Button>
          <BackToCase words={words.takeOut.back} />
        </ButtonRow>
      </TakeOutAsk>
    </>
  );
}

function PinLeftEmpty({ model }: Props) {
  const { words } = useSpeech();
  const { pinLeftEmpty: step } = words.takeOut;
  const whole = words.withdraw.pinLeftEmpty;
  return (
    <>
      <h1>{whole.heading}</h1>
      <Which model={model} />
      <p class="lead">{step.lead}</p>
      <TakeOutAsk model={model}>
        <PinField problems={model.problems} />
        <ButtonRow>
          <Button>{step.confirm}</Button>
          <BackToCase words={words.takeOut.back} />
        </ButtonRow>
      </TakeOutAsk>
      <section class="chapter" aria-labelledby="without-pin">
        <h2 id="without-pin">{whole.withoutHeading}</h2>
        <p>{step.without}</p>
        <TakeOutAsk model={model}>
          <input type="hidden" name={fieldNames.withoutPin} value="yes" />
          <Button look="secondary">{step.withoutConfirm}</Button>
        </TakeOutAsk>
      </section>
    </>
  );
}

function Sooner({ model, than }: Props & { readonly than: Date }) {
  const { words } = useSpeech();
  const said = words.takeOut;
  const { soonerStep: step } = said;
  return (
    <>
      <h1>{step.heading}</h1>
      <Which model={model} />
      <p class="lead">
        <Said sentence={(put) => step.than({ moment: put(<Moment at={than} timeZone={model.timeZone} />) })} /> {step.lead}
      </p>
      <ul>
        <Meaning model={model} />
      </ul>
      <TakeOutAsk model={model}>
        <PinField problems={model.problems} />
        <ButtonRow>
          <Button>{said.confirm[model.part.part]}</Button>
          <BackToCase words={words.takeOut.back} />
        </ButtonRow>
      </TakeOutAsk>
    </>
  );
}

function TakeOutAsk({ model, children }: Props & { readonly children: ComponentChildren }) {
  const { to } = useSpeech();
  return (
    <form method="post" action={to(paths.takeOut)} autocomplete="off" novalidate>
      <CsrfField frame={model} />
      <input type="hidden" name={fieldNames.trackingNumber} value={model.trackingNumber} autocomplete="off" />
      <input type="hidden" name={fieldNames.part} value={fieldOf(model.part)} autocomplete="off" />
      {children}
    </form>
  );
}
