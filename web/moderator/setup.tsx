/** How does a service get connected? Its name, keys to call us, addresses where it hears from us, and where its pictures may be fetched for a moderator. */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { CopyText } from './copy-text.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { ConfirmModel, SetupEndpoint, SetupKey, SetupModel } from './model.ts';
import { paths } from './paths.ts';
import { countWords } from './words.ts';

const newsWords = {
  saved: 'Saved.',
  revoked: 'The key is revoked. Calls with it are refused from now on.',
  disabled: 'The webhook address is ended. Nothing more is sent there.',
} as const;

const scopeWords: Readonly<Record<string, string>> = {
  platform: 'Everything a service does (the usual choice)',
  screen: 'Screen uploads',
  requests: 'File and read removal requests',
  decisions: 'Read decisions, confirm removals',
  settings: 'Change webhooks and the preview address',
};

/** GET `paths.setup`; POST of its forms when something is to be corrected or a secret is shown once. */
export function setupPage(model: SetupModel): string {
  const problems = model.corrections?.problems ?? [];
  return consolePage({
    title: 'Setup',
    frame: model,
    place: 'setup',
    width: 'measure',
    children: (
      <>
        <h1>Setup</h1>
        <Corrections problems={problems} />
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>{newsWords[model.news]}</p>
          </Notice>
        )}
        {model.others.length === 0 ? null : (
          <nav class="setup-others" aria-label="Services">
            <strong aria-current="true">{model.platform.name}</strong>
            {model.others.map(({ id, name }) => (
              <a href={paths.setupOf(id)}>{name}</a>
            ))}
          </nav>
        )}
        <section class="setup" aria-labelledby="service-heading">
          <h2 id="service-heading">{model.platform.name}</h2>
          <ShownOnceNotice model={model} />
          <Keys model={model} />
          <Endpoints model={model} />
          <PreviewAddress model={model} />
          <Submissions model={model} />
          <NameForm model={model} />
          <CopyRule model={model} />
        </section>
        <FirstSteps publicUrl={model.publicUrl} removesCopies={model.platform.copyRule?.stoppedAt === null} />
      </>
    ),
  });
}

type PartProps = { readonly model: SetupModel };

const problemFor = ({ corrections }: SetupModel, field: string): string | undefined =>
  corrections?.problems.find((problem) => problem.field === field)?.sentence;

function FormHead({ model }: PartProps) {
  return (
    <>
      <Csrf token={model.csrf} />
      <input type="hidden" name={fieldNames.platform} value={model.platform.id} />
    </>
  );
}

function ShownOnceNotice({ model }: PartProps) {
  const { shownOnce } = model;
  if (shownOnce === null) return null;
  const isKey = shownOnce.what === 'key';
  return (
    <div class="notice notice--good shown-once" role="status" tabindex={-1} data-focus-first="">
      <h3 class="notice__heading">{isKey ? 'Your new API key' : 'The secret of this webhook'}</h3>
      <p>
        Copy it now. It is not stored in a readable form and cannot be shown again.
        {isKey ? ' It goes into the header Authorization: Bearer.' : ' Your service checks the signature of each message with it.'}
      </p>
      <CopyText label={isKey ? 'the API key' : 'the secret'} text={shownOnce.text} />
    </div>
  );
}

/** What is removed with nobody looking: told here, set at the terminal. */
function CopyRule({ model }: PartProps) {
  const { copyRule } = model.platform;
  return (
    <section class="card" aria-labelledby="copies-rule-heading">
      <h3 id="copies-rule-heading">Identical copies</h3>
      {copyRule === null ? (
        <p>A match alone removes nothing: it holds or asks, and a person decides.</p>
      ) : copyRule.stoppedAt === null ? (
        <p>
          The operator has switched on that a file which is identical to one that people here saw and removed is removed with nobody
          looking, at most {copyRule.anHour.toLocaleString('en-GB')} in an hour. Whoever posted it is told so and can complain, and anybody
          who decides here can take it back. Everything else is held or asked about, and a person decides.
        </p>
      ) : (
        <Notice tone="care">
          <p>
            Identical copies wait for people since <Moment at={copyRule.stoppedAt} frame={model} />: there were more than{' '}
            {copyRule.anHour.toLocaleString('en-GB')} in an hour. Look at what was removed, then let the operator switch it on anew.
          </p>
        </Notice>
      )}
      <p class="quiet">
        Set with <code>likeness platform set --remove-exact-copies on</code> or <code>off</code>.
      </p>
    </section>
  );
}

function Keys({ model }: PartProps) {
  const { platform } = model;
  const live = platform.keys.filter(({ revokedAt }) => revokedAt === null);
  const ended = platform.keys.filter(({ revokedAt }) => revokedAt !== null);
  const scopesProblem = problemFor(model, fieldNames.scopes);
  return (
    <section class="card" aria-labelledby="keys-heading">
      <h3 id="keys-heading">API keys</h3>
      {live.length === 0 ? (
        <p>There is no key yet. Your service needs one for every call.</p>
      ) : (
        <ul class="setup-list" aria-label="API keys">
          {live.map((key) => (
            <KeyRow key={key.id} facts={key} frame={model} />
          ))}
        </ul>
      )}
      {ended.length === 0 ? null : (
        <details class="details details--slim">
          <summary class="details__summary">Revoked ({ended.length})</summary>
          <div class="details__body">
            <ul class="plain-list">
              {ended.map((key) => (
                <li>
                  {key.label === '' ? 'Without a label' : key.label} <code class="code-text">lk_{key.id}_…</code>
                  {key.revokedAt === null ? null : (
                    <>
                      , revoked <Moment at={key.revokedAt} frame={model} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <form class="setup-form" method="post" action={paths.setupKeys}>
        <FormHead model={model} />
        <TextField
          name={fieldNames.label}
          label="Label"
          hint="Which program will use it, such as “upload server”."
          width="half"
          maxLength={fieldLimits.label}
          autoComplete="off"
          value={model.corrections?.entered[fieldNames.label]}
          error={problemFor(model, fieldNames.label)}
        />
        <fieldset class={`choices${scopesProblem === undefined ? '' : ' choices--wrong'}`}>
          <legend class="choices__legend">What it may do</legend>
          <FieldError name={fieldNames.scopes} error={scopesProblem} />
          {model.scopes.map((scope, index) => {
            const id = index === 0 ? fieldNames.scopes : `${fieldNames.scopes}-${scope}`;
            return (
              <div class="choice">
                <input class="choice__input" type="checkbox" id={id} name={fieldNames.scopes} value={scope} />
                <label class="choice__label" for={id}>
                  {scopeWords[scope] ?? scope} <code class="code-text">{scope}</code>
                </label>
              </div>
            );
          })}
        </fieldset>
        <Button look="secondary">Create a key</Button>
      </form>
    </section>
  );
}

function KeyRow({ facts, frame }: { readonly facts: SetupKey; readonly frame: SetupModel }) {
  return (
    <li class="setup-list__row">
      <div>
        <strong>{facts.label === '' ? 'Without a label' : facts.label}</strong> <code class="code-text">lk_{facts.id}_…</code>
        <p class="quiet">
          {facts.scopes.join(', ')}; created <Moment at={facts.createdAt} frame={frame} />
        </p>
      </div>
      <a href={paths.revokeKey(facts.id)} aria-label={`Revoke the key ${facts.label === '' ? `lk_${facts.id}` : facts.label}`}>
        Revoke
      </a>
    </li>
  );
}

function Endpoints({ model }: PartProps) {
  const { platform } = model;
  return (
    <section class="card" aria-labelledby="webhooks-heading">
      <h3 id="webhooks-heading">Webhooks</h3>
      <p class="quiet">
        Here your service hears that something must be held, removed or given back. Messages are signed (Standard Webhooks), come at least
        once, and are sent again for about five days.
      </p>
      {platform.endpoints.length === 0 ? (
        <p>There is no address yet. Without one, your service has to ask GET /api/v1/decisions.</p>
      ) : (
        <ul class="setup-list" aria-label="Webhook addresses">
          {platform.endpoints.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} frame={model} />
          ))}
        </ul>
      )}
      <form class="setup-form" method="post" action={paths.setupEndpoints}>
        <FormHead model={model} />
        <TextField
          name={fieldNames.url}
          label="Address"
          hint="An https address of your service. Adding one that is there already gives it a new secret."
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={fieldLimits.url}
          value={model.corrections?.entered[fieldNames.url]}
          error={problemFor(model, fieldNames.url)}
        />
        <Button look="secondary">Add a webhook</Button>
      </form>
    </section>
  );
}

function EndpointRow({ endpoint, frame }: { readonly endpoint: SetupEndpoint; readonly frame: SetupModel }) {
  const { lastFailure, lastDeliveredAt, waitingCount } = endpoint;
  return (
    <li class="setup-list__row">
      <div>
        <CopyText label="the webhook address" text={endpoint.url} />
        <p class="quiet">
          {lastDeliveredAt === null ? (
            'No message was taken yet'
          ) : (
            <>
              Last message taken <Moment at={lastDeliveredAt} frame={frame} />
            </>
          )}
          {waitingCount === 0 ? '.' : `; ${countWords(waitingCount, 'message is', 'messages are')} on the way.`}
        </p>
        {lastFailure === null ? null : (
          <p>
            <Tag tone="care" words="Not answering" /> Last tried <Moment at={lastFailure.at} frame={frame} />: {lastFailure.reason}.
          </p>
        )}
      </div>
      <a href={paths.disableEndpoint(endpoint.id)}>End</a>
    </li>
  );
}

function PreviewAddress({ model }: PartProps) {
  const { platform } = model;
  return (
    <section class="card" aria-labelledby="preview-heading">
      <h3 id="preview-heading">Preview address</h3>
      <p class="quiet">
        Where this server may fetch one picture for a moderator. Likeness keeps no pictures: it is fetched when a page is opened, shown
        small and blurred, and forgotten. The call is signed with the secret of your newest webhook, over the content id in place of a body,
        so that only we get an answer. Without an address, decisions are made by fingerprint and link.
      </p>
      <form class="setup-form setup-form--slim" method="post" action={paths.setupPreview}>
        <FormHead model={model} />
        <TextField
          name={fieldNames.previewUrl}
          label="Address of a picture"
          hint="{contentId} stands for the id, as in https://media.example/moderation/{contentId}. Leave it empty for none."
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={fieldLimits.url}
          value={model.corrections?.entered[fieldNames.previewUrl] ?? platform.previewUrl ?? ''}
          error={problemFor(model, fieldNames.previewUrl)}
        />
        <Button look="secondary">Save the address</Button>
      </form>
    </section>
  );
}

const stoppedWords = {
  'token-refused':
    'The database refuses the token, so nothing is sent. Put a valid one into the token file and restart the server; what waits is sent then.',
  'whose-token':
    'There is more than one service now, and the token file does not say which one its token is of. Write each service’s id before its token and restart the server; what waits is sent then.',
} as const;

function Submissions({ model }: PartProps) {
  const { submissions } = model.platform;
  if (submissions === null) return null;
  const { waitingCount, sentCount, refusedCount, lastSentAt, refused, stopped, lastFailure } = submissions;
  return (
    <section class="card" aria-labelledby="submissions-heading">
      <h3 id="submissions-heading">DSA Transparency Database</h3>
      <p class="quiet">
        Statements of reasons are sent to <code class="code-text">{submissions.url}</code>, in fixed sentences and without anything about
        anybody.
      </p>
      <p>
        {countWords(sentCount, 'statement', 'statements')} sent
        {lastSentAt === null ? null : (
          <>
            , the last <Moment at={lastSentAt} frame={model} />
          </>
        )}
        ; {waitingCount} waiting; {refusedCount} refused.
      </p>
      {stopped === null ? null : (
        <p>
          <Tag tone="care" words="Stopped" /> {stoppedWords[stopped]}
        </p>
      )}
      {stopped !== null || lastFailure === null ? null : (
        <p>
          <Tag tone="care" words="Not answering" /> Last tried <Moment at={lastFailure.at} frame={model} />: {lastFailure.reason}. It is
          tried again by itself.
        </p>
      )}
      {refused.length === 0 ? null : (
        <>
          <p>Refused last:</p>
          <ul class="setup-list" aria-label="Refused statements">
            {refused.map(({ puid, at, fields }) => (
              <li class="setup-list__row">
                <div>
                  <CopyText label="the id" text={puid} />
                  <p class="quiet">
                    <Moment at={at} frame={model} />: {fields.length === 0 ? 'no field was named' : fields.join(', ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.statements}>All that were refused, to send them again</a>
          </p>
        </>
      )}
    </section>
  );
}

function NameForm({ model }: PartProps) {
  const { platform } = model;
  return (
    <section class="card" aria-labelledby="name-heading">
      <h3 id="name-heading">Name of the service</h3>
      <form class="setup-form setup-form--slim" method="post" action={paths.setupName}>
        <FormHead model={model} />
        <TextField
          name={fieldNames.name}
          label="Name"
          hint="As the people who use it know it."
          width="half"
          autoComplete="organization"
          maxLength={fieldLimits.name}
          value={model.corrections?.entered[fieldNames.name] ?? platform.name}
          error={problemFor(model, fieldNames.name)}
        />
        <Button look="secondary">Save the name</Button>
      </form>
    </section>
  );
}

function FirstSteps({ publicUrl, removesCopies }: { readonly publicUrl: string; readonly removesCopies: boolean }) {
  const screen = `curl ${publicUrl}/api/v1/screen \\
  -H "Authorization: Bearer $LIKENESS_KEY" \\
  -F contentId=photo-1 \\
  -F file=@photo.jpg`;
  return (
    <section class="card" aria-labelledby="steps-heading">
      <h2 id="steps-heading">First steps for the engineer</h2>
      <ol class="steps">
        <li>Create an API key above, with the scope platform, and keep it where your server keeps its secrets.</li>
        <li>
          Screen an upload before it is published:
          <CopyText label="the command" text={screen} isBlock />
          The answer says <code class="code-text">allow</code>, <code class="code-text">review</code> or <code class="code-text">hold</code>
          . On hold, do not publish until you hear from us; a match never deletes by itself
          {removesCopies ? ', but for identical copies, as the operator has switched on' : ''}.
        </li>
        <li>
          Once it is published, send its address: <code class="code-text">PATCH /api/v1/content/photo-1</code> with{' '}
          <code class="code-text">{'{"url": "https://…"}'}</code>. Requests name uploads by their address.
        </li>
        <li>
          Add a webhook above. On <code class="code-text">content.remove</code> delete the upload with its thumbnails and caches, then say
          so: <code class="code-text">POST /api/v1/actions/(actionId)/completed</code>. Only then do we tell anyone that it is gone.
        </li>
        <li>
          All calls are described at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
        </li>
      </ol>
    </section>
  );
}

const confirmWords = {
  'revoke-key': {
    title: 'Revoke a key',
    heading: 'Revoke this key?',
    sentence: 'Every call with it is refused from now on. This cannot be undone; a new key can be made at any time.',
    button: 'Revoke it',
  },
  'disable-endpoint': {
    title: 'End a webhook',
    heading: 'End this webhook?',
    sentence: 'Nothing more is sent there, and messages on the way to it are dropped. GET /api/v1/decisions still has them.',
    button: 'End it',
  },
} as const;

/** GET `paths.revokeKey` and `paths.disableEndpoint`; POST to the same address does it. */
export function confirmPage(model: ConfirmModel): string {
  const words = confirmWords[model.what];
  return consolePage({
    title: words.title,
    frame: model,
    place: 'setup',
    width: 'measure',
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>
          <code class="code-text">{model.named}</code>
        </p>
        <p>{words.sentence}</p>
        <form method="post" action={model.what === 'revoke-key' ? paths.revokeKey(model.id) : paths.disableEndpoint(model.id)}>
          <Csrf token={model.csrf} />
          <ButtonRow>
            <Button>{words.button}</Button>
            <ButtonLink look="quiet" href={paths.setup}>
              Leave it as it is
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
