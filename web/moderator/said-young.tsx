/** How is judged what a request said of somebody under 18, where whoever said so ended the case? It is referred, or somebody says how they know that the person was certainly 18 or older. */
import { referGrounds } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { NextLink } from './decision-made.tsx';
import { certainlyAdult, fieldLimits, fieldNames, rulingValue } from './fields.ts';
import { Csrf, Moment } from './frame.tsx';
import type { RequestModel } from './model.ts';
import { paths } from './paths.ts';
import { referMeans } from './ruling.tsx';

/** What somebody has to know before the rest. */
export function SaidYoungNotice({ model }: { readonly model: RequestModel }) {
  const { saidYoung } = model;
  if (saidYoung?.state !== 'open') return null;
  return (
    <Notice tone="care" heading="It says that the person may have been under 18, and is withdrawn">
      <p>
        The person took it back <Moment at={saidYoung.endedAt} frame={model} />, before anybody had decided. What it says stands until
        somebody has judged it: nothing of the picture is removed in the usual way meanwhile. Do not open the picture, here or in the
        service.
      </p>
    </Notice>
  );
}

export function SaidYoungSaid({ model: { news, state, decision } }: { readonly model: RequestModel }) {
  if (news === 'late' && state === 'withdrawn' && decision === null)
    return (
      <Notice tone="care" isLive>
        <p>Somebody judged this before, or what it named is gone. What you sent changed nothing.</p>
      </Notice>
    );
  const sentence = news === null ? undefined : newsWords[news];
  if (sentence === undefined) return null;
  return (
    <Notice tone="good" isLive>
      <p>{sentence}</p>
    </Notice>
  );
}

const newsWords: Readonly<Partial<Record<NonNullable<RequestModel['news']>, string>>> = {
  'found-adult':
    'It is written down that the person was certainly 18 or older. What the picture shows is decided as any other from now on.',
  'adult-taken-back': 'That is taken back. The request says again that the person may have been under 18, and waits to be judged.',
  'said-young-referred': 'It is referred. The service is being told to take it out of view and to keep it under lock.',
};

/** In the place of the decision of a withdrawn request. */
export function SaidYoungPanel({ model }: { readonly model: RequestModel }) {
  const { saidYoung, trackingNumber, csrf, entered, problems = [] } = model;
  if (saidYoung === null) return null;
  if (saidYoung.state === 'adult')
    return (
      <form class="card" id="decide" method="post" action={paths.takeBackAdult(trackingNumber)} aria-labelledby="adult-heading">
        <h2 id="adult-heading">Certainly 18 or older</h2>
        <Csrf token={csrf} />
        <p>
          The request said otherwise, and is withdrawn. <bdi>{saidYoung.by}</bdi> found so <Moment at={saidYoung.at} frame={model} />
          {saidYoung.note === '' ? '; how they knew is erased.' : '. This is how they knew:'}
        </p>
        {saidYoung.note === '' ? null : <p class="kept-lines">{saidYoung.note}</p>}
        <p>If you are not sure that it is so, take it back: what was said stands again then. What was decided meanwhile stays decided.</p>
        <Button look="secondary">Take it back</Button>
        <NextLink next={model.next} />
      </form>
    );
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return (
    <form class="card ruling" id="decide" method="post" action={paths.judgeSaidYoung(trackingNumber)} aria-labelledby="decide-heading">
      <h2 id="decide-heading">Judge what it says</h2>
      <Csrf token={csrf} />
      <FieldError name={fieldNames.ruling} error={errorOf(fieldNames.ruling)} />
      <fieldset class="choices ruling__grounds ruling__grounds--refer" aria-describedby="means-refer">
        <legend class="choices__legend">Refer, because</legend>
        {referGrounds.map(({ decision, key, label }, index) => (
          <Choice
            id={index === 0 ? fieldNames.ruling : `ruling-${decision}-${key}`}
            value={rulingValue(decision, key)}
            label={label}
            chosen={entered?.ruling ?? null}
          />
        ))}
        <p class="ruling__means" id="means-refer">
          {referMeans}
        </p>
      </fieldset>
      <fieldset class="choices" aria-describedby="means-adult">
        <legend class="choices__legend">Only if the person was certainly no minor</legend>
        <Choice
          id={fieldNames.isAdult}
          value={certainlyAdult}
          label="The person in it was certainly 18 or older when it was made"
          chosen={entered?.ruling ?? null}
        />
        <p class="ruling__means" id="means-adult">
          Nothing is ordered, and everything is as if the request had not said otherwise. If you are not sure, refer it.
        </p>
      </fieldset>
      <TextArea
        name={fieldNames.note}
        label="For “certainly 18 or older”: how you know"
        hint="Not from how they look. With a referral it is a note for colleagues, and may stay empty. Stored encrypted; neither the requester nor the uploader sees it."
        rows={2}
        maxLength={fieldLimits.note}
        value={entered?.note}
        error={errorOf(fieldNames.note)}
        autoComplete="off"
      />
      <Button>Judge it</Button>
      {model.next === null ? null : (
        <p class="ruling__leave">
          <a class="button button--quiet" href={model.next.href} data-key="n">
            Leave it, go to the next {model.next.kind === 'request' ? 'request' : 'match'}
          </a>
        </p>
      )}
    </form>
  );
}

type ChoiceProps = { readonly id: string; readonly value: string; readonly label: string; readonly chosen: string | null };

function Choice({ id, value, label, chosen }: ChoiceProps) {
  return (
    <div class="choice">
      <input class="choice__input" type="radio" id={id} name={fieldNames.ruling} value={value} checked={chosen === value} />
      <label class="choice__label" for={id}>
        {label}
      </label>
    </div>
  );
}
