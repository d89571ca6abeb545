/** Who sits at the console, and what may each of them do? An admin invites, changes roles and ends access here. */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { CopyText } from './copy-text.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import type { ConsolePerson, LinkOnce, PeopleModel, Permission, PersonConfirmModel, PersonModel, Role, RoleRow } from './people-model.ts';
import { capital } from './words.ts';

export const roleWords: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  helper: { label: 'helper', hint: 'Writes with people who have a case. Sees no request, no picture and no bank.' },
  moderator: { label: 'moderator', hint: 'Decides requests and matches.' },
  lead: { label: 'lead', hint: 'Also looks after banks, reads the report, and ends reporting tasks.' },
  admin: { label: 'admin', hint: 'Also sets up services and manages people.' },
};

const permissionWords: Readonly<Record<Permission, string>> = {
  'talk-with-people': 'Read and answer what people write to a helper',
  'work-the-queue': 'See the queue, requests and matches',
  decide: 'Decide them',
  'see-pictures': 'Have a picture shown',
  'report-referrals': 'Write down that a referral was reported',
  'see-banks': 'See the banks',
  'own-account': 'Their own sessions and preferences',
  'close-referrals': 'End a reporting task',
  'judge-items': 'Say that a listed picture is right, or doubt it',
  'change-banks': 'Change what a match in a bank does',
  'read-report': 'Read the transparency report',
  'judge-accounts': 'Warn or suspend an account, and take it back',
  'set-aside-decisions': 'Enter that a court or another body set a removal aside',
  'resend-statements': 'Send statements again that the DSA Transparency Database refused',
  'set-up-service': 'Keys, webhooks, preview address, name of a service',
  'manage-people': 'Invite people, change their roles, end their access',
  'answer-about-data': 'Hand out or erase what is kept about an uploader or a colleague',
};

const roleOptions = (['helper', 'moderator', 'lead', 'admin'] as const).map((value) => ({ value, ...roleWords[value] }));

/** GET and POST `paths.people`. */
export function peoplePage(model: PeopleModel): string {
  const { people, problems = [], entered } = model;
  const wrong = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return consolePage({
    title: 'People',
    frame: model,
    place: 'people',
    width: 'measure',
    children: (
      <>
        <h1>People</h1>
        <Corrections problems={problems} />
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>The access ended. What this colleague was working on is in the queue again.</p>
          </Notice>
        )}
        <LinkNotice link={model.shownOnce} frame={model} />
        <div class="card">
          <ul class="setup-list" aria-label="People">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} frame={model} />
            ))}
          </ul>
        </div>
        <section class="card" aria-labelledby="invite-heading">
          <h2 id="invite-heading">Invite somebody</h2>
          <p class="quiet">
            You hand over a link. Whoever opens it {model.providerName === null ? null : `signs in with ${model.providerName}, or `}chooses
            a password. It works once, for a day. Hand it over where nobody else reads.
          </p>
          <form class="setup-form" method="post" action={paths.people}>
            <Csrf token={model.csrf} />
            <TextField
              name={fieldNames.name}
              label="Name"
              hint="Colleagues see it beside this person’s decisions. It is used to sign in."
              width="half"
              autoComplete="off"
              maxLength={fieldLimits.name}
              value={entered?.name}
              error={wrong(fieldNames.name)}
            />
            <RadioGroup name={fieldNames.role} legend="Role" options={roleOptions} value={entered?.role} error={wrong(fieldNames.role)} />
            <Button look="secondary">Make the link</Button>
          </form>
        </section>
        <RoleTable table={model.table} />
      </>
    ),
  });
}

function PersonRow({ person, frame }: { readonly person: ConsolePerson; readonly frame: ConsoleFrame }) {
  return (
    <li class="setup-list__row">
      <div>
        <p>
          <a href={paths.person(person.id)}>
            <bdi>{person.name}</bdi>
          </a>{' '}
          <Tag words={roleWords[person.role].label} />{' '}
          {person.signsInBy !== null ? null : <Tag tone="care" words="Has not used the link" />}
        </p>
        <p class="quiet">
          Since <Moment at={person.createdAt} frame={frame} />
        </p>
      </div>
    </li>
  );
}

function LinkNotice({ link, frame }: { readonly link: LinkOnce | null; readonly frame: ConsoleFrame }) {
  if (link === null) return null;
  return (
    <div class="notice notice--good shown-once" role="status" tabindex={-1} data-focus-first="">
      <h2 class="notice__heading">
        The link for <bdi>{link.name}</bdi>
      </h2>
      <p>
        Copy it now: it is not shown again. It works once, until <Moment at={link.until} frame={frame} />. Whoever uses it first has the
        access.
      </p>
      <CopyText label="the link" text={link.text} />
    </div>
  );
}

function RoleTable({ table }: { readonly table: readonly RoleRow[] }) {
  return (
    <section class="card" aria-labelledby="roles-heading">
      <h2 id="roles-heading">What each role may do</h2>
      <section class="scrolls" aria-label="Table of roles" tabindex={0}>
        <table class="facts-table facts-table--stacked">
          <thead>
            <tr>
              <th scope="col">To do</th>
              {roleOptions.map(({ label }) => (
                <th scope="col">{capital(label)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map(({ permission, roles }) => (
              <tr>
                <th scope="row">{permissionWords[permission]}</th>
                {roleOptions.map(({ value, label }) => (
                  <td data-column={capital(label)}>{roles.includes(value) ? 'yes' : 'no'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** GET `paths.person`, and the POSTs of its forms. */
export function personPage(model: PersonModel): string {
  const { person, isMe, isLastAdmin, problems = [] } = model;
  return consolePage({
    title: 'A person',
    frame: model,
    place: 'people',
    width: 'measure',
    children: (
      <>
        <p>
          <a href={paths.people}>All people</a>
        </p>
        <h1>
          <bdi>{person.name}</bdi>
        </h1>
        <Corrections problems={problems} />
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>Saved. It counts from this colleague’s next click.</p>
          </Notice>
        )}
        <LinkNotice link={model.shownOnce} frame={model} />
        <SummaryList
          rows={[
            { name: 'Role', value: roleWords[person.role].label },
            { name: 'Since', value: <Moment at={person.createdAt} frame={model} /> },
            { name: 'Sign-in', value: signInWords(model) },
          ]}
        />
        {isLastAdmin ? (
          <Notice>
            <p>
              {isMe ? 'You are' : 'This is'} the only one who can manage people, so this role and this access stay until there is another.
            </p>
          </Notice>
        ) : (
          <section class="card" aria-labelledby="role-heading">
            <h2 id="role-heading">Role</h2>
            <form class="setup-form" method="post" action={paths.changeRole(person.id)}>
              <Csrf token={model.csrf} />
              <RadioGroup
                name={fieldNames.role}
                legend={isMe ? 'What you may do' : 'What this person may do'}
                options={roleOptions}
                value={person.role}
                error={problems.find(({ field }) => field === fieldNames.role)?.sentence}
              />
              <Button look="secondary">Save the role</Button>
            </form>
          </section>
        )}
        <section class="card" aria-labelledby="access-heading">
          <h2 id="access-heading">Access</h2>
          <p>
            <a href={paths.newLink(person.id)}>Give a new link to sign in</a>
          </p>
          {isLastAdmin ? null : (
            <p>
              <a href={paths.endAccess(person.id)}>End this access</a>
            </p>
          )}
        </section>
      </>
    ),
  });
}

function signInWords({ person, providerName }: PersonModel): string {
  if (person.signsInBy === null) return 'has not used the link yet';
  return person.signsInBy === 'password'
    ? 'has chosen a password'
    : `with ${providerName ?? 'an identity provider, which is not set up now'}`;
}

const confirmWords = {
  'end-access': {
    title: 'End an access',
    heading: 'End this access?',
    sentence:
      'Every session under this name ends at once, and what this colleague works on goes back to the queue. Decisions stay under the name. A new invitation is possible.',
    button: 'End the access',
  },
  'new-link': {
    title: 'A new link',
    heading: 'Make a new link?',
    sentence:
      'The present way to sign in, every session and every earlier link end at once. With the new link this colleague comes in anew.',
    button: 'Make the link',
  },
} as const;

/** GET `paths.endAccess` and `paths.newLink`; POST to the same address does it. */
export function personConfirmPage(model: PersonConfirmModel): string {
  const { what, person } = model;
  const words = confirmWords[what];
  return consolePage({
    title: words.title,
    frame: model,
    place: 'people',
    width: 'measure',
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>
          <strong>
            <bdi>{person.name}</bdi>
          </strong>
        </p>
        <p>{words.sentence}</p>
        <form method="post" action={what === 'end-access' ? paths.endAccess(person.id) : paths.newLink(person.id)}>
          <Csrf token={model.csrf} />
          <ButtonRow>
            <Button>{words.button}</Button>
            <ButtonLink look="quiet" href={paths.person(person.id)}>
              Leave it as it is
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
