/** How does the browser come to ask for a passkey? One page that carries what is asked; its script asks, and sends the answer as a form. */
import { Button, ButtonLink } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import type { AccountModel } from './account-model.ts';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { PasskeyFirstModel, PasskeyStepModel } from './passkey-model.ts';
import { paths } from './paths.ts';

const stepWords = {
  in: {
    title: 'Sign in',
    heading: 'Use your passkey',
    sentence: 'Your browser asks for it now: a finger, a face, a code of your device, or a key that you plug in.',
    back: { href: paths.signIn, words: 'Sign in with the password' },
  },
  new: {
    title: 'A new passkey',
    heading: 'Make your passkey',
    sentence: 'Your browser asks now where to keep it, and for a finger, a face or a code of your device.',
    back: { href: paths.account, words: 'Back to your settings' },
  },
} as const;

/** POST `paths.toPasskey` and `paths.newPasskey`. */
export function passkeyStepPage({ way, frame, options, next, name }: PasskeyStepModel): string {
  const words = stepWords[way];
  return consolePage({
    title: words.title,
    frame,
    place: frame === null ? null : 'account',
    width: 'measure',
    children: (
      <>
        <h1>{words.heading}</h1>
        <p data-without-script="">A passkey needs script, which is off in your browser. The password works without it.</p>
        <p class="lead" data-needs-script="">
          {words.sentence}
        </p>
        <form
          method="post"
          action={way === 'in' ? paths.passkey : paths.passkeys}
          data-passkey={way}
          data-options={options}
          class="passkey-step"
        >
          {frame === null ? null : <Csrf token={frame.csrf} />}
          {next === null ? null : <input type="hidden" name={fieldNames.next} value={next} />}
          {way === 'new' ? <input type="hidden" name={fieldNames.name} value={name} /> : null}
          <input type="hidden" name={fieldNames.answer} value="" />
          <p role="status" data-part="status" />
          <button class="button button--secondary" type="button" data-action="again" hidden>
            Ask again
          </button>
        </form>
        <p>
          <ButtonLink look="quiet" href={words.back.href}>
            {words.back.words}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** On the page about herself. */
export function Passkeys({ model }: { readonly model: AccountModel }) {
  const { passkeys } = model;
  if (passkeys === null)
    return (
      <section class="card" aria-labelledby="passkeys-heading">
        <h2 id="passkeys-heading">Passkeys</h2>
        <p>
          None can be made here: a passkey belongs to a name with https, and this console has an address without one. The operator can give
          it one (LIKENESS_PUBLIC_URL). On a machine of your own, http://localhost with its port does, if the setting says so too.
        </p>
      </section>
    );
  return (
    <section class="card" aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading">Passkeys</h2>
      <p class="quiet">
        With a passkey you sign in without a name or a password: your device checks that it is you. Nobody can watch you type it, and no
        other site can ask for it. Whatever you signed in with before still works.
      </p>
      {passkeys.length === 0 ? (
        <p>You have none yet.</p>
      ) : (
        <ul class="setup-list" aria-label="Your passkeys">
          {passkeys.map(({ handle, name, madeAt, usedAt }) => (
            <li class="setup-list__row">
              <div>
                <p>
                  <bdi>{name}</bdi>
                </p>
                <p class="quiet">
                  Since <Moment at={madeAt} frame={model} />,{' '}
                  {usedAt === null ? (
                    'never used'
                  ) : (
                    <>
                      last used <Moment at={usedAt} frame={model} />
                    </>
                  )}
                </p>
              </div>
              <form method="post" action={paths.removePasskey(handle)}>
                <Csrf token={model.csrf} />
                <Button look="quiet">
                  Remove <span class="visually-hidden">{name}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">When you remove one, your other sessions end.</p>
      <NewPasskey csrf={model.csrf} look="secondary" />
    </section>
  );
}

function NewPasskey({ csrf, look, error }: { readonly csrf: string; readonly look: 'primary' | 'secondary'; readonly error?: string }) {
  return (
    <form class="setup-form" method="post" action={paths.newPasskey}>
      <Csrf token={csrf} />
      <TextField
        name={fieldNames.name}
        label="Name of a new passkey"
        hint="So that you know it later, such as “laptop” or “blue key”."
        width="half"
        autoComplete="off"
        maxLength={fieldLimits.name}
        error={error}
      />
      <Button look={look}>Make a passkey</Button>
    </form>
  );
}

/** GET `paths.passkeyFirst`. */
export function passkeyFirstPage(model: PasskeyFirstModel): string {
  const { step, news } = model;
  return consolePage({
    title: 'Your passkey',
    frame: model,
    width: 'measure',
    children: (
      <>
        <h1>{step === 'make' ? 'First, make a passkey' : 'Sign in with your passkey'}</h1>
        {news === 'passkey-not-kept' ? (
          <Notice tone="care" isLive>
            <p>That passkey was not kept: your device did not confirm that it is you, or it took longer than five minutes. Try again.</p>
          </Notice>
        ) : null}
        <p class="lead">
          Whoever leads or administers this console signs in with a passkey: your device checks that it is you, and nobody can watch you
          type it.{' '}
          {step === 'make'
            ? 'You have none yet. Until you do, nothing else opens.'
            : 'You have one already, so nothing else opens until you use it.'}
        </p>
        <p data-without-script="">A passkey needs script, which is off in your browser.</p>
        {step === 'make' ? (
          <NewPasskey
            csrf={model.csrf}
            look="primary"
            {...(news === 'passkey-unnamed' ? { error: 'Please give the passkey a name, of 1 to 100 characters.' } : {})}
          />
        ) : (
          <form method="post" action={paths.toPasskey}>
            <Button>Sign in with a passkey</Button>
          </form>
        )}
        <p class="quiet">
          {step === 'make'
            ? 'Make a second one soon, on another device, in your settings.'
            : 'Did you lose it? An admin gives you a new link.'}{' '}
          If no admin can come in any more, the operator gives a new link with <code class="code-text">likeness moderator reset</code>.
        </p>
      </>
    ),
  });
}
