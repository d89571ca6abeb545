/** What is kept about an uploader or a colleague who asks? An admin finds it, hands it out, and erases it; what stays, and why, is said before. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Select, TextField } from '../components/text-field/markup.tsx';
import type { DataModel, DataPerson, PersonDataModel, UploaderDataModel } from './data-model.ts';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import { roleWords } from './people.tsx';
import { addressText } from './visible-text.ts';
import { countWords } from './words.ts';

const newsWords = {
  'uploader-erased': 'It is gone, or goes by itself once nothing needs it any more.',
  'person-erased': 'The name is gone. The decisions stand under one that says nothing.',
} as const;

/** GET `paths.data`, and POST `paths.uploaderData` where nothing was found. */
export function dataPage(model: DataModel): string {
  const { problems = [], notFound, news, people } = model;
  return consolePage({
    title: 'Data',
    frame: model,
    place: 'data',
    width: 'measure',
    children: (
      <>
        <h1>Data about people</h1>
        <Corrections problems={problems} />
        {news === null ? null : (
          <Notice tone="good" isLive>
            <p>{newsWords[news]}</p>
          </Notice>
        )}
        {notFound === null ? null : (
          <Notice heading="Nothing is kept under this reference" isLive>
            <p>
              Nothing came with <bdi>{addressText(notFound)}</bdi>, or it was erased, or it went by its age. Capitals and signs count: it
              has to be exactly what the service sends.
            </p>
          </Notice>
        )}
        <p class="lead">
          For an uploader or a colleague who asks what is kept about them, or wants it gone. Make sure first that they are who they say.
          What you hand out or erase here is written in the ledger.
        </p>
        <UploaderForm model={model} />
        <section class="card" aria-labelledby="colleagues-heading">
          <h2 id="colleagues-heading">A colleague</h2>
          <ul class="setup-list" aria-label="Colleagues, also those who left">
            {people.map((person) => (
              <ColleagueRow key={person.id} person={person} frame={model} />
            ))}
          </ul>
        </section>
        <section class="card" aria-labelledby="depicted-heading">
          <h2 id="depicted-heading">A person in a picture</h2>
          <p>
            What somebody wrote in a request is theirs alone: they read, save and end it with their case code, on their own page. Nobody
            here can look a person up.
          </p>
        </section>
      </>
    ),
  });
}

function UploaderForm({ model }: { readonly model: DataModel }) {
  const { services, entered, problems = [] } = model;
  const wrong = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const [only] = services;
  return (
    <section class="card" aria-labelledby="uploader-heading">
      <h2 id="uploader-heading">An uploader</h2>
      <form class="setup-form" method="post" action={paths.uploaderData}>
        <Csrf token={model.csrf} />
        {services.length === 1 && only !== undefined ? (
          <input type="hidden" name={fieldNames.platform} value={only.id} />
        ) : (
          <Select
            name={fieldNames.platform}
            label="Service"
            placeholder="Choose one"
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            value={entered?.platformId}
            error={wrong(fieldNames.platform)}
          />
        )}
        <TextField
          name={fieldNames.uploaderRef}
          label="The service’s reference of the account"
          hint="As the service sends it with each upload. It stands in no address and no log."
          isCode
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={fieldLimits.uploaderRef}
          value={entered?.uploaderRef}
          error={wrong(fieldNames.uploaderRef)}
        />
        <Button look="secondary">See what is kept</Button>
      </form>
    </section>
  );
}

function ColleagueRow({ person, frame }: { readonly person: DataPerson; readonly frame: ConsoleFrame }) {
  return (
    <li class="setup-list__row">
      <div>
        <p>
          <a href={paths.personData(person.id)}>
            <bdi>{person.name}</bdi>
          </a>{' '}
          <Tag words={roleWords[person.role].label} /> {person.isErased ? <Tag tone="good" words="Erased" /> : null}
        </p>
        {person.leftAt === null ? null : (
          <p class="quiet">
            Left <Moment at={person.leftAt} frame={frame} />
          </p>
        )}
      </div>
    </li>
  );
}

type UploaderProps = { readonly model: UploaderDataModel };

function Whom({ model }: UploaderProps) {
  return (
    <>
      <Csrf token={model.csrf} />
      <input type="hidden" name={fieldNames.platform} value={model.platformId} />
      <input type="hidden" name={fieldNames.uploaderRef} value={model.uploaderRef} />
    </>
  );
}

/** POST `paths.uploaderData` and `paths.askToEraseUploader`. */
export function uploaderDataPage(model: UploaderDataModel): string {
  const { step, uploaderRef, serviceName, counts } = model;
  return consolePage({
    title: step === 'found' ? 'What is kept' : 'Erase',
    frame: model,
    place: 'data',
    width: 'measure',
    children: (
      <>
        <p>
          <a href={paths.data}>Data about people</a>
        </p>
        <h1>{step === 'found' ? 'What is kept about this uploader' : 'Erase what is kept about this uploader?'}</h1>
        <SummaryList
          rows={[
            {
              name: 'Reference',
              value: (
                <code class="code-text">
                  <bdi>{addressText(uploaderRef)}</bdi>
                </code>
              ),
            },
            ...(serviceName === null ? [] : [{ name: 'Service', value: <bdi>{serviceName}</bdi> }]),
            { name: 'Uploads', value: countWords(counts.uploads, 'upload, with its fingerprints', 'uploads, with their fingerprints') },
            { name: 'Title or words', value: `of ${countWords(counts.words, 'upload', 'uploads')}` },
            { name: 'Reasons given', value: countWords(counts.statements, 'statement of reasons', 'statements of reasons') },
            { name: 'For misuse', value: countWords(counts.measures, 'warning or suspension', 'warnings or suspensions') },
          ]}
        />
        {step === 'found' ? (
          <>
            <HandOutUploader model={model} />
            <WhatStays model={model} />
            <form method="post" action={paths.askToEraseUploader}>
              <Whom model={model} />
              <ButtonRow>
                <Button look="secondary">Erase it</Button>
              </ButtonRow>
            </form>
          </>
        ) : (
          <>
            <WhatStays model={model} />
            <form method="post" action={paths.eraseUploader}>
              <Whom model={model} />
              <p>This cannot be undone.</p>
              <ButtonRow>
                <Button>Erase it now</Button>
                <ButtonLink look="quiet" href={paths.data}>
                  Leave it as it is
                </ButtonLink>
              </ButtonRow>
            </form>
          </>
        )}
      </>
    ),
  });
}

function HandOutUploader({ model }: UploaderProps) {
  return (
    <section class="card" aria-labelledby="hand-out-heading">
      <h2 id="hand-out-heading">To hand out</h2>
      <p>
        One file, a line of JSON for each upload: its id, address, links, words, times, fingerprints, and the reasons that were given for a
        decision with what was written against them; then what was decided about the account. It is the same whether or not anybody asked
        for anything, so all of it may be handed to the uploader.
      </p>
      <form method="post" action={paths.exportUploader}>
        <Whom model={model} />
        <Button>Save the file</Button>
      </form>
    </section>
  );
}

function Reasons({ children }: { readonly children: ComponentChildren }) {
  return (
    <section class="card" aria-labelledby="stays-heading">
      <h2 id="stays-heading">What stays when it is erased, and why</h2>
      {children}
    </section>
  );
}

function WhatStays({ model: { keepDays } }: UploaderProps) {
  return (
    <Reasons>
      <ul>
        <li>
          What a request, an order or a report that is open still needs. It goes by itself when that ends. Nothing here says whether there
          is any, for that would tell the uploader that somebody asked.
        </li>
        <li>Fingerprints that a decision listed: they belong to their bank, without the account, and keep the picture down.</li>
        <li>That there were warnings and suspensions, without the account: a report counts them.</li>
        <li>
          What the service was told about a decision, with the id of the upload; where the account itself was acted on, with its reference.
          The service has read it already.
        </li>
        <li>The ledger: ids and times, never a name or a reference. It cannot be shortened.</li>
        <li>
          What the uploader wrote against a decision,{' '}
          {keepDays === null
            ? 'as long as everything else that has an age: the operator has not said yet how long that is.'
            : `for ${keepDays.notes} days after the answer. Uploads that nobody erases go after ${keepDays.uploads} days, those that met something or were asked about after ${keepDays.matchedUploads}.`}
        </li>
      </ul>
    </Reasons>
  );
}

/** GET `paths.personData` and `paths.erasePerson`; POST to `paths.erasePerson` does it. */
export function personDataPage(model: PersonDataModel): string {
  const { step, person, counts } = model;
  return consolePage({
    title: step === 'found' ? 'What is kept' : 'Erase',
    frame: model,
    place: 'data',
    width: 'measure',
    children: (
      <>
        <p>
          <a href={paths.data}>Data about people</a>
        </p>
        <h1>
          {step === 'found' ? 'What is kept about ' : 'Erase the name of '}
          <bdi>{person.name}</bdi>
          {step === 'found' ? '' : '?'}
        </h1>
        <SummaryList
          rows={[
            { name: 'Role', value: roleWords[person.role].label },
            { name: 'Access', value: person.leftAt === null ? 'may sign in' : <Ended at={person.leftAt} frame={model} /> },
            ...(model.hasProvider ? [{ name: 'Identity provider', value: 'an account there' }] : []),
            { name: 'Passkeys', value: `${counts.passkeys}` },
            { name: 'Decisions', value: `${counts.decisions}` },
            { name: 'In the ledger', value: countWords(counts.acts, 'act', 'acts') },
            { name: 'Pictures shown', value: `${countWords(counts.shownInWeek, 'time', 'times')} in the last week` },
          ]}
        />
        {step === 'found' ? <PersonFound model={model} /> : <PersonErase model={model} />}
      </>
    ),
  });
}

function Ended({ at, frame }: { readonly at: Date; readonly frame: ConsoleFrame }) {
  return (
    <>
      ended <Moment at={at} frame={frame} />
    </>
  );
}

type PersonProps = { readonly model: PersonDataModel };

function PersonFound({ model }: PersonProps) {
  const { person } = model;
  return (
    <>
      <section class="card" aria-labelledby="hand-out-heading">
        <h2 id="hand-out-heading">To hand out</h2>
        <p>
          One file in JSON: name, role, times, settings, decisions by number, how often each act stands in the ledger, and when a picture
          was shown in the last week.
        </p>
        <form method="post" action={paths.exportPerson(person.id)}>
          <Csrf token={model.csrf} />
          <Button>Save the file</Button>
        </form>
      </section>
      <PersonStays />
      {person.isErased ? (
        <Notice tone="good">
          <p>The name was erased. There is nothing more to erase.</p>
        </Notice>
      ) : person.leftAt === null ? (
        <Notice>
          <p>
            Before a name can be erased, the access ends: <a href={paths.endAccess(person.id)}>end this access</a>
          </p>
        </Notice>
      ) : (
        <p>
          <ButtonLink look="secondary" href={paths.erasePerson(person.id)}>
            Erase the name
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function PersonStays() {
  return (
    <Reasons>
      <ul>
        <li>Decisions, under a name that says nothing: they can be complained about for six months, and reports are counted from them.</li>
        <li>The ledger: ids and times, never a name. It cannot be shortened.</li>
      </ul>
      <p>The name, the way to sign in, the settings, and the times of pictures go at once.</p>
    </Reasons>
  );
}

function PersonErase({ model: { person, csrf } }: PersonProps) {
  return (
    <>
      <PersonStays />
      <form method="post" action={paths.erasePerson(person.id)}>
        <Csrf token={csrf} />
        <p>This cannot be undone.</p>
        <ButtonRow>
          <Button>Erase it now</Button>
          <ButtonLink look="quiet" href={paths.personData(person.id)}>
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
