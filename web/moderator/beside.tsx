/** What beside the picture does a removal act on? One choice for each title, link and account, with what is done and why in it; nothing is chosen before somebody chooses. */
import { type AlsoAct, type AlsoKind, type AlsoNamed, type AlsoRuled, actsOn } from '@likeness/casework';
import { FieldError } from '../components/errors/markup.tsx';
import { alsoValue, fieldNames } from './fields.ts';
import type { AlsoOnPage } from './model.ts';
import { addressText } from './visible-text.ts';
import { countWords } from './words.ts';

export const besideWords: Readonly<Record<AlsoKind, string>> = { text: 'Title and words', link: 'Link', account: 'Account' };

const leftWords: Readonly<Record<AlsoKind, string>> = { text: 'Leave them', link: 'Leave it', account: 'Leave it' };
export const actWords: Readonly<Record<AlsoKind, Readonly<Record<AlsoAct, string>>>> = {
  text: { remove: 'Remove them', restrict: 'Hide them until the service has looked' },
  link: { remove: 'Remove it', restrict: 'Hide it until the service has looked' },
  account: { remove: '', restrict: 'Suspend it until the service has looked' },
};

export type BesideProps = {
  readonly beside: readonly AlsoOnPage[];
  readonly entered: readonly AlsoRuled[];
  readonly error: string | undefined;
};

export function Beside({ beside, entered, error }: BesideProps) {
  if (beside.length === 0) return null;
  return (
    <details class="details details--slim" open={error !== undefined || entered.length > 0 || beside.some(({ asked }) => asked.length > 0)}>
      <summary class="details__summary">Act on the words, a link or the account, too</summary>
      <div class="details__body">
        <fieldset class="beside" aria-describedby="beside-hint">
          <legend class="visually-hidden">Beside the picture</legend>
          <p class="field__hint" id="beside-hint">
            Only together with a removal. Each is told to the service by itself, with its own reason, and whoever posted it can complain
            about it alone.
          </p>
          <FieldError name={fieldNames.also} error={error} />
          {beside.map((one, index) => (
            <Choice one={one} id={index === 0 ? fieldNames.also : `${fieldNames.also}-${index}`} entered={entered} />
          ))}
        </fieldset>
      </div>
    </details>
  );
}

function Choice({ one, id, entered }: { readonly one: AlsoOnPage; readonly id: string; readonly entered: readonly AlsoRuled[] }) {
  const { kind, contentId, link, grounds } = one;
  const options = actsOn[kind].flatMap((act) =>
    grounds.map(({ key, label }) => ({ ruled: { kind, contentId, link, act, ground: key }, words: `${actWords[kind][act]}: ${label}` })),
  );
  const chosen = entered.map(alsoValue);
  return (
    <div class="beside__one">
      <label class="beside__label" for={id}>
        {besideWords[kind]} <span class="quiet">of</span> <bdi>{addressText(contentId)}</bdi>
      </label>
      <p class="beside__what">
        <What one={one} />
      </p>
      {kind === 'account' ? <p class="field__hint">{earlierSentence(one.earlier)}</p> : null}
      {askedSentences(one).map((sentence) => (
        <p class="field__hint">{sentence}</p>
      ))}
      <select class="beside__select" id={id} name={fieldNames.also} autocomplete="off">
        <option value="">{leftWords[kind]}</option>
        {options.map(({ ruled, words }) => (
          <option value={alsoValue(ruled)} selected={chosen.includes(alsoValue(ruled))}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whether it “keeps posting” is a number, and no impression. */
function earlierSentence(earlier: number): string {
  if (earlier === 0) return 'Nothing else of this account was removed as illegal before.';
  return `${countWords(earlier, 'other upload', 'other uploads')} of this account ${earlier === 1 ? 'was' : 'were'} removed as illegal before.`;
}

/** What the request says of it. What looks alike is never taken for the same: whoever decides reads both. */
function askedSentences({ kind, text, asked }: AlsoOnPage): string[] {
  return asked.flatMap(({ says, fit }) => {
    if (fit === 'same') return [kind === 'text' ? `The request names “${addressText(says)}” in it.` : 'The request names it.'];
    if (fit === 'similar')
      return [
        kind === 'text'
          ? `The request says “${addressText(says)}”: much the same as in it, in other letters or capitals.`
          : `The request says “${addressText(says)}”. That looks like this one and is written otherwise: it may be another account.`,
      ];
    return [
      text === null && kind === 'text'
        ? 'Only the request says what they are. Look at the post first.'
        : 'Only the request says that it is there. Look at the post first.',
    ];
  });
}

function What({ one: { kind, text, link, uploaderRef, asked } }: { readonly one: AlsoOnPage }) {
  if (kind === 'text' && text === null) return asked.map(({ says }) => <q class="kept-lines beside__text">{says}</q>);
  if (text !== null) return <q class="kept-lines beside__text">{text}</q>;
  return (
    <code class="code-text">
      <bdi>{addressText(link ?? uploaderRef ?? '')}</bdi>
    </code>
  );
}

/** What is meant by a choice, in a few words. */
export const nameOfChoice = ({ kind, contentId, link }: AlsoNamed): string =>
  `${besideWords[kind]} of ${addressText(contentId)}${link === null ? '' : ` (${addressText(link)})`}`;

/** What was chosen, in one line each. */
export function alsoSentence(ruled: AlsoRuled, grounds: AlsoOnPage['grounds']): string {
  const { kind, act, ground } = ruled;
  const label = grounds.find((one) => one.kind === kind && one.key === ground)?.label ?? ground;
  return `${nameOfChoice(ruled)}: ${actWords[kind][act]}: ${label}`;
}
