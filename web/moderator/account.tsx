/** What can somebody set for herself, and what is said when she has looked at enough? Calm words; nothing about how fast anybody is. */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox, RadioGroup } from '../components/choices/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import type { AccountModel, AccountNews, BreakModel, OwnSession } from './account-model.ts';
import { Corrections } from './entry-pages.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import { Passkeys } from './passkeys.tsx';
import { paths } from './paths.ts';
import { countWords } from './words.ts';

const newsWords: Readonly<Record<AccountNews, string>> = {
  preferences: 'Saved. It counts from the next picture on.',
  limits: 'Saved.',
  'session-ended': 'That session ended. Whoever had it open is signed out.',
  'passkey-kept': 'Your passkey is kept. You can sign in with it from now on.',
  'passkey-not-kept': 'That passkey was not confirmed, so nothing was kept. Please try again.',
  'passkey-unnamed': 'Please give the passkey a name, so that you know it later.',
  'passkeys-full': 'You have as many passkeys as there may be. Remove one that you do not use.',
  'passkey-removed': 'That passkey is removed, and your other sessions ended.',
};

const wayWords: Readonly<Record<Exclude<OwnSession['way'], 'provider'>, string>> = {
  password: 'with the password',
  link: 'with a one-time link',
  passkey: 'with a passkey',
};
const wayOf = ({ way }: OwnSession, providerName: string | null): string =>
  way === 'provider' ? `with ${providerName ?? 'an identity provider'}` : wayWords[way];

const troubles: ReadonlySet<AccountNews> = new Set<AccountNews>(['passkey-not-kept', 'passkey-unnamed', 'passkeys-full']);

type PartProps = { readonly model: AccountModel };

/** GET `paths.account`, and the POSTs of its forms. */
export function accountPage(model: AccountModel): string {
  return consolePage({
    title: 'You',
    frame: model,
    place: 'account',
    width: 'measure',
    children: (
      <>
        <h1>
          <bdi>{model.moderatorName}</bdi>
        </h1>
        <p class="quiet">Your role: {model.role}.</p>
        <Corrections problems={model.problems ?? []} />
        {model.news === null ? null : (
          <Notice tone={troubles.has(model.news) ? 'care' : 'good'} isLive>
            <p>{newsWords[model.news]}</p>
          </Notice>
        )}
        <Exposure model={model} />
        <Preferences model={model} />
        <Passkeys model={model} />
        <Sessions model={model} />
      </>
    ),
  });
}

function Exposure({ model }: PartProps) {
  const { exposure, operatorLimits, ownLimits, entered } = model;
  const wrong = (field: string): string | undefined => model.problems?.find((problem) => problem.field === field)?.sentence;
  return (
    <section class="card" aria-labelledby="exposure-heading">
      <h2 id="exposure-heading">What you have looked at</h2>
      <p class="quiet">
        Only you see this. It counts pictures that were shown clearly, never how long anything took. Past the number of an hour or a day
        there is a break: what you work on goes back to the queue, so nothing waits for you.
      </p>
      <SummaryList
        rows={[
          { name: 'In the last hour', value: `${countWords(exposure.inHour, 'picture', 'pictures')}, of ${exposure.limits.anHour}` },
          { name: 'In the last 24 hours', value: `${countWords(exposure.inDay, 'picture', 'pictures')}, of ${exposure.limits.aDay}` },
          { name: 'In the last seven days', value: `shown ${countWords(exposure.shownInWeek, 'time', 'times')}` },
          ...(exposure.restUntil === null
            ? []
            : [
                {
                  name: 'Break',
                  value: (
                    <>
                      until <Moment at={exposure.restUntil} frame={model} />
                    </>
                  ),
                },
              ]),
        ]}
      />
      <form class="setup-form" method="post" action={paths.ownLimits}>
        <Csrf token={model.csrf} />
        <TextField
          name={fieldNames.anHour}
          label="Enough in an hour"
          hint={`Leave it empty for ${operatorLimits.anHour}, which your service set. A lower number is yours to choose; nobody else sees it.`}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={entered?.anHour ?? String(ownLimits.anHour ?? '')}
          error={wrong(fieldNames.anHour)}
        />
        <TextField
          name={fieldNames.aDay}
          label="Enough in 24 hours"
          hint={`Leave it empty for ${operatorLimits.aDay}.`}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={entered?.aDay ?? String(ownLimits.aDay ?? '')}
          error={wrong(fieldNames.aDay)}
        />
        <Button look="secondary">Save my numbers</Button>
      </form>
    </section>
  );
}

function Preferences({ model }: PartProps) {
  const { preferences } = model;
  return (
    <section class="card" aria-labelledby="shown-heading">
      <h2 id="shown-heading">How things are shown to you</h2>
      <p class="quiet">
        A picture is blurred and grey until you ask for it, and blurred again when you leave the page out of sight. Nothing here ever plays
        or makes a sound. Some people find these settings helpful, others notice no difference; studies disagree too.
      </p>
      <form class="setup-form" method="post" action={paths.preferences}>
        <Csrf token={model.csrf} />
        <RadioGroup
          name={fieldNames.reveal}
          legend="Showing a picture"
          value={preferences.reveal}
          options={[
            { value: 'press', label: 'Press to show, press to blur again' },
            { value: 'hold', label: 'Shown only while I hold the button or the key', hint: 'Each time it is fetched anew and noted.' },
          ]}
        />
        <Checkbox name={fieldNames.isGrey} label="Without colours, also when shown clearly" isTicked={preferences.isGrey} />
        <Checkbox name={fieldNames.isSmall} label="Half as large" isTicked={preferences.isSmall} />
        <Checkbox
          name={fieldNames.hasShortcuts}
          label="Single keys as shortcuts"
          hint="Switch them off when you speak to your computer, or press keys by accident."
          isTicked={preferences.hasShortcuts}
        />
        <Button look="secondary">Save how things are shown</Button>
      </form>
      <p>
        <a href={paths.keyboard}>All keys</a>
      </p>
    </section>
  );
}

function Sessions({ model }: PartProps) {
  return (
    <section class="card" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">Where you are signed in</h2>
      <p class="quiet">A session ends after 15 minutes without use, and after 12 hours in any case.</p>
      <ul class="setup-list" aria-label="Your sessions">
        {model.sessions.map((session) => (
          <li class="setup-list__row">
            <div>
              <p>
                Since <Moment at={session.startedAt} frame={model} />, {wayOf(session, model.providerName)}{' '}
                {session.isThis ? <Tag tone="good" words="This one" /> : null}
              </p>
              <p class="quiet">
                Last used <Moment at={session.seenAt} frame={model} />
              </p>
            </div>
            {session.isThis ? null : (
              <form method="post" action={paths.endSession(session.handle)}>
                <Csrf token={model.csrf} />
                <Button look="quiet">End it</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={paths.signOutEverywhere}>
        <Csrf token={model.csrf} />
        <Button look="secondary">Sign out everywhere</Button>
      </form>
    </section>
  );
}

/** In place of the next thing to decide, once it is enough. */
export function breakPage(model: BreakModel): string {
  const { exposure } = model;
  // When both are reached, the day: it is true of the hour's pictures, too.
  const isDay = exposure.inDay >= exposure.limits.aDay;
  return consolePage({
    title: 'A break',
    frame: model,
    width: 'measure',
    children: (
      <>
        <h1>Time for a break</h1>
        <p class="lead">
          You have looked at {countWords(isDay ? exposure.inDay : exposure.inHour, 'picture', 'pictures')} in the last{' '}
          {isDay ? '24 hours' : 'hour'}. That is enough for now.
        </p>
        <p>
          What you were working on is in the queue again, for your colleagues: its time runs on, and nothing waits for you alone. From{' '}
          <Moment at={exposure.restUntil} frame={model} /> on you can open the next one.
        </p>
        <p>Stand up, look out of a window, talk to somebody. If something you saw stays with you, tell a colleague or a lead.</p>
        <ButtonRow>
          <ButtonLink look="secondary" href={paths.queue}>
            To the queue
          </ButtonLink>
          <ButtonLink look="quiet" href={paths.account}>
            What you have looked at
          </ButtonLink>
        </ButtonRow>
      </>
    ),
  });
}
