/** How does somebody come in? The first run makes the first moderator, others get a link to choose their password; afterwards everyone signs in. */
import { Button, ButtonLink } from '../components/button/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { fieldLimits, fieldNames, passwordLeast } from './fields.ts';
import { consolePage } from './frame.tsx';
import type { FieldProblem, FirstRunModel, ProviderNews, ProviderStepModel, SignInModel } from './model.ts';
import { paths, providerTo } from './paths.ts';

const sentenceFor = (problems: readonly FieldProblem[], name: string): string | undefined =>
  problems.find(({ field }) => field === name)?.sentence;

/** What to correct, with the name of each field. */
export function Corrections({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <ErrorSummary heading={problems.length === 1 ? 'One thing to correct' : `${problems.length} things to correct`} errors={problems} />
  );
}

type Problems = { readonly problems: readonly FieldProblem[] };

function CodeField({ code, hint, problems }: Problems & { readonly code: string | undefined; readonly hint: string }) {
  return (
    <TextField
      name={fieldNames.code}
      label="One-time code"
      hint={hint}
      isCode
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={2048}
      value={code}
      error={sentenceFor(problems, fieldNames.code)}
    />
  );
}

function NewPasswordField({ problems }: Problems) {
  return (
    <TextField
      name={fieldNames.password}
      label="Password"
      hint={`At least ${passwordLeast} characters. Any characters, a sentence is fine; you can paste it.`}
      type="password"
      width="half"
      autoComplete="new-password"
      maxLength={fieldLimits.password}
      error={sentenceFor(problems, fieldNames.password)}
    />
  );
}

/** GET and POST `paths.firstRun`. */
export function firstRunPage({ state, code, name, serviceName, problems = [] }: FirstRunModel & { readonly code?: string }): string {
  if (state === 'over')
    return consolePage({
      title: 'First run',
      frame: null,
      width: 'measure',
      children: (
        <>
          <h1>The console is set up</h1>
          <p>There is a moderator already, so this one-time page has done its work.</p>
          <p>
            <a class="button button--primary" href={paths.signIn}>
              Sign in
            </a>
          </p>
        </>
      ),
    });
  return consolePage({
    title: 'First run',
    frame: null,
    width: 'measure',
    children: (
      <>
        <h1>Welcome. You are the first one here</h1>
        <p class="lead">This page makes the first moderator of this installation. It works once.</p>
        <Corrections problems={problems} />
        <form method="post" action={paths.firstRun}>
          <CodeField
            code={code}
            problems={problems}
            hint="It stands after the # of the link that the server printed when it started. If it is empty here, paste it."
          />
          <TextField
            name={fieldNames.name}
            label="Your name"
            hint="Colleagues see it beside your decisions. You sign in with it."
            width="half"
            autoComplete="username"
            maxLength={fieldLimits.name}
            value={name}
            error={sentenceFor(problems, fieldNames.name)}
          />
          <NewPasswordField problems={problems} />
          <TextField
            name={fieldNames.serviceName}
            label="Name of your service"
            hint="As the people who use it know it. They choose it from a list when they ask for a removal. You can change it later."
            width="half"
            autoComplete="organization"
            maxLength={fieldLimits.name}
            value={serviceName}
            error={sentenceFor(problems, fieldNames.serviceName)}
          />
          <Button>Create and sign in</Button>
        </form>
      </>
    ),
  });
}

/** GET and POST `paths.password`: a moderator who was given a link chooses her password, or signs in at the identity provider. */
export function passwordPage({
  code,
  providerName = null,
  isProviderAway = false,
  problems = [],
}: {
  readonly code?: string;
  readonly providerName?: string | null;
  readonly isProviderAway?: boolean;
  readonly problems?: readonly FieldProblem[];
} = {}): string {
  return consolePage({
    title: 'Choose your password',
    frame: null,
    width: 'measure',
    children: (
      <>
        <h1>{providerName === null ? 'Choose your password' : 'Choose how you sign in'}</h1>
        <p class="lead">
          {providerName === null
            ? 'Only you will know it. You sign in with it and with your name, as it was given to you with the link. The link works once.'
            : `With a password that only you know and your name, as it was given to you with the link, or with ${providerName}. The link works once.`}
        </p>
        {isProviderAway ? (
          <Notice tone="care">
            <p>{providerName} does not answer at the moment. Your link is still good: choose a password now, or try again later.</p>
          </Notice>
        ) : null}
        <Corrections problems={problems} />
        <form method="post" action={paths.password}>
          <CodeField
            code={code}
            problems={problems}
            hint="It stands after the # of the link that you were given. If it is empty here, paste it."
          />
          <NewPasswordField problems={problems} />
          <Button>Set the password and sign in</Button>
          {providerName === null ? null : (
            <section class="other-way" aria-labelledby="provider-heading">
              <h2 id="provider-heading">Without a password</h2>
              <p class="quiet">From then on you sign in with {providerName} only.</p>
              <Button look="secondary" formAction={paths.toProviderInvited}>
                Sign in with {providerName}
              </Button>
            </section>
          )}
        </form>
      </>
    ),
  });
}

const providerWords: Readonly<Record<ProviderNews, (providerName: string) => string>> = {
  away: (provider) => `${provider} does not answer at the moment. Whoever has a password can sign in with it; or try again later.`,
  lost: () => 'This sign-in began in another browser, or it took too long. Please begin again.',
  'not-confirmed': (provider) => `${provider} did not confirm who you are. Please try again.`,
  unknown: (provider) => `Nobody here signs in with this account of ${provider}. Ask whoever manages people at this console for a link.`,
  link: () => 'Your link was used, or a newer one was made. Ask whoever gave it to you for a new one.',
  taken: (provider) =>
    `Somebody here signs in with this account of ${provider} already. Your link is still good for another account, or for a password.`,
};

const isOfProvider = (news: SignInModel['news']): news is ProviderNews => news !== null && Object.hasOwn(providerWords, news);

/** GET and POST `paths.signIn`. */
export function signInPage({ name, next, providerName, hasPasskeys, news }: SignInModel): string {
  return consolePage({
    title: 'Sign in',
    frame: null,
    width: 'measure',
    children: (
      <>
        <h1>Sign in</h1>
        {news === 'signed-out' ? (
          <Notice tone="good">
            <p>You are signed out.</p>
          </Notice>
        ) : null}
        {news === 'wrong' ? (
          <ErrorSummary
            heading="That did not work"
            errors={[{ field: fieldNames.name, sentence: 'This name and password do not belong together. Please try again.' }]}
          />
        ) : null}
        {news === 'no-cookie' ? (
          <Notice tone="care">
            <p>
              That was right, but this browser did not keep you signed in: it took no cookie from this page. Allow cookies for this site.
              Safari takes this one only over https: give Likeness an https address, or use another browser.
            </p>
          </Notice>
        ) : null}
        {news === 'passkey' ? (
          <Notice tone="care">
            <p>
              Nobody here signs in with that passkey, or it took too long. Try again, or sign in with your name and password. Whoever
              manages people here can give you a new link.
            </p>
          </Notice>
        ) : null}
        {isOfProvider(news) ? (
          <Notice tone="care">
            <p>{providerWords[news](providerName ?? 'The identity provider')}</p>
          </Notice>
        ) : null}
        {next !== null && news === null ? <p>Please sign in to go on. A session ends after 15 minutes without use.</p> : null}
        <form method="post" action={paths.signIn}>
          {next === null ? null : <input type="hidden" name={fieldNames.next} value={next} />}
          <TextField
            name={fieldNames.name}
            label="Name"
            width="half"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={fieldLimits.name}
            value={name}
          />
          <TextField
            name={fieldNames.password}
            label="Password"
            type="password"
            width="half"
            autoComplete="current-password"
            maxLength={fieldLimits.password}
          />
          <Button>Sign in</Button>
        </form>
        {providerName === null && !hasPasskeys ? null : (
          <section class="other-way" aria-labelledby="provider-heading">
            <h2 id="provider-heading">Without a password</h2>
            {hasPasskeys ? (
              <form method="post" action={paths.toPasskey}>
                {next === null ? null : <input type="hidden" name={fieldNames.next} value={next} />}
                <Button look="secondary">Sign in with a passkey</Button>
              </form>
            ) : null}
            {providerName === null ? null : (
              <ButtonLink look="secondary" href={providerTo(next)}>
                Sign in with {providerName}
              </ButtonLink>
            )}
          </section>
        )}
      </>
    ),
  });
}

/** Between the provider and the console, where the server sends the browser on at once: a form may not lead to another site, nor does a session's cookie come with a redirect from one. */
export function providerStepPage({ providerName, way, href }: ProviderStepModel): string {
  return consolePage({
    title: 'Sign in',
    frame: null,
    width: 'measure',
    children:
      way === 'out' ? (
        <>
          <h1>On to {providerName}</h1>
          <p>Sign in there, and you come back here.</p>
          <ButtonLink href={href}>Go on to {providerName}</ButtonLink>
        </>
      ) : (
        <>
          <h1>You are signed in</h1>
          <ButtonLink href={href}>Go on to the console</ButtonLink>
        </>
      ),
  });
}
