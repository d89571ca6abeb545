/** How does a moderator decide? One choice carries the decision and its ground: they can never disagree. */
import type { Decision, Ground } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { Beside } from './beside.tsx';
import { ContentTests } from './content-tests.tsx';
import { fieldLimits, fieldNames, rulingValue } from './fields.ts';
import { type FoundProps, FoundQuestions } from './found-answers.tsx';
import { Csrf } from './frame.tsx';
import type { AlsoOnPage, FieldProblem, LawTests, NextInQueue, RulingEntered } from './model.ts';
import { addressText } from './visible-text.ts';
import { countWords } from './words.ts';

/** What a referral leads to: the page that asks once more says all of it. */
export const referMeans =
  'For a picture of somebody under 18, or perhaps so. It goes out of view at once, nobody here looks at it again, and it is reported. You are asked once more.';

/** What a restriction leads to, whatever it was decided about. */
export const restrictMeans =
  'The service is told how. Copies of it are asked about, and never restricted by themselves. Whoever posted it is told why where a law asks for that, and can complain.';

export type RulingFormProps = {
  readonly action: string;
  /** Where the form goes when it is left to a colleague: nothing that was filled in is kept. */
  readonly leave: string;
  readonly csrf: string;
  readonly timeZone: string;
  readonly grounds: readonly Ground[];
  /** What each decision leads to, in one sentence. */
  readonly means: Readonly<Record<Decision, string>>;
  /** Why no restriction is offered, where the service could carry one out. */
  readonly notRestricted?: string | null;
  /** Addresses and ids that match no screened upload: each removed only when the moderator says to have opened it. */
  readonly unscreened?: readonly string[];
  /** Uploads that were found by the requester's fingerprints: of each it is said what it shows. */
  readonly found?: FoundProps | undefined;
  /** What a removal may act on beside them. */
  readonly beside: readonly AlsoOnPage[];
  /** It says that the person may have been under 18: it is referred, unless somebody says that they certainly were not. */
  readonly isYoung?: boolean;
  /** What the laws ask of the content. */
  readonly tests?: readonly LawTests[];
  /** Marks of what this page shows: the decision holds for that and nothing else. */
  readonly shown: readonly string[];
  /** All uploads of the request, where they stand on several pages: then it has to be said that the decision is for all of them. */
  readonly uploadsElsewhere?: number | undefined;
  readonly next: NextInQueue;
  readonly entered?: RulingEntered | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
};

export function RulingForm({
  action,
  leave,
  csrf,
  timeZone,
  grounds,
  means,
  notRestricted = null,
  unscreened = [],
  found,
  beside,
  isYoung = false,
  tests = [],
  shown,
  uploadsElsewhere,
  next,
  entered,
  problems = [],
}: RulingFormProps) {
  const problem = problems.find(({ field }) => field === fieldNames.ruling)?.sentence;
  const noteProblem = problems.find(({ field }) => field === fieldNames.note)?.sentence;
  // The list of what to correct leads to the first choice of all.
  const hasOthers = !isYoung && grounds.some(({ decision }) => decision === 'remove');
  const refer = (
    <Grounds
      decision="refer"
      heading="Refer, because"
      grounds={grounds}
      means={means.refer}
      chosen={entered?.ruling ?? null}
      isFirst={!hasOthers}
    />
  );
  const places = (
    <>
      {found === undefined ? null : <FoundQuestions {...found} frame={{ timeZone }} entered={entered} problems={problems} />}
      {unscreened.length > 0 ? (
        <PlaceChoices
          id={fieldNames.unscreened}
          legend="Places that match no upload we screened"
          hint="Open each in the service itself. Tick it only if you have seen that it is what the request is about: the service is then told to remove it, too."
          label="I opened it: this is it"
          names={unscreened}
          ticked={entered?.unscreened ?? []}
          all={unscreened.length > manyPlaces ? { isTicked: entered?.allPlaces ?? false } : null}
        />
      ) : null}
    </>
  );
  const forAll = (
    <>
      {uploadsElsewhere === undefined ? null : (
        <fieldset class="choices">
          <legend class="choices__legend">{countWords(uploadsElsewhere, 'upload', 'uploads')} on several pages</legend>
          <FieldError name={fieldNames.isForAll} error={problems.find(({ field }) => field === fieldNames.isForAll)?.sentence} />
          <div class="choice">
            <input
              class="choice__input"
              type="checkbox"
              id={fieldNames.isForAll}
              name={fieldNames.isForAll}
              value="yes"
              checked={entered?.isForAll ?? false}
            />
            <label class="choice__label" for={fieldNames.isForAll}>
              My decision is for all {uploadsElsewhere.toLocaleString('en-GB')}, also those on the other pages
            </label>
          </div>
        </fieldset>
      )}
    </>
  );
  const others = (
    <>
      <ContentTests tests={tests} entered={entered?.tests} problems={problems} timeZone={timeZone} />
      {isYoung ? null : <FieldError name={fieldNames.ruling} error={problem} />}
      <Grounds
        decision="remove"
        heading="Remove, because"
        grounds={grounds}
        means={means.remove}
        chosen={entered?.ruling ?? null}
        isFirst={hasOthers}
      />
      <Grounds decision="restrict" heading="Restrict, because" grounds={grounds} means={means.restrict} chosen={entered?.ruling ?? null} />
      {notRestricted === null ? null : <p class="quiet">{notRestricted}</p>}
      <Grounds decision="keep" heading="Keep, because" grounds={grounds} means={means.keep} chosen={entered?.ruling ?? null} />
    </>
  );
  return (
    <form class="card ruling" id="decide" method="post" action={action} aria-labelledby="decide-heading">
      <h2 id="decide-heading">Decide</h2>
      <Csrf token={csrf} />
      {shown.map((mark) => (
        <input type="hidden" name={fieldNames.shown} value={mark} autocomplete="off" />
      ))}
      {isYoung ? (
        <>
          {forAll}
          <FieldError name={fieldNames.ruling} error={problem} />
          {refer}
          <details class="details" open={isOtherwise(entered, problems)}>
            <summary class="details__summary">The person was certainly 18 or older</summary>
            <Adult entered={entered} problems={problems} />
            {places}
            {others}
          </details>
        </>
      ) : (
        <>
          {places}
          {forAll}
          {others}
          {refer}
        </>
      )}
      <Beside beside={beside} entered={entered?.also ?? []} error={problems.find(({ field }) => field === fieldNames.also)?.sentence} />
      <details class="details details--slim" open={noteProblem !== undefined || (entered?.note ?? '') !== ''}>
        <summary class="details__summary">Add a note</summary>
        <TextArea
          name={fieldNames.note}
          label="Note for colleagues"
          hint="Stored encrypted; neither the requester nor the uploader sees it."
          rows={2}
          maxLength={fieldLimits.note}
          value={entered?.note}
          error={noteProblem}
          autoComplete="off"
        />
      </details>
      <Button>Decide</Button>
      <p class="ruling__leave">
        <button class="button button--quiet" type="submit" formaction={leave} formnovalidate>
          Leave it to a colleague{next === null ? '' : `, go to the next ${next.kind === 'request' ? 'request' : 'match'}`}
        </button>
      </p>
    </form>
  );
}

/** Whether somebody began to decide it in another way than by a referral. */
const isOtherwise = (entered: RulingEntered | undefined, problems: readonly FieldProblem[]): boolean =>
  problems.some(({ field }) => field !== fieldNames.ruling && field !== fieldNames.note && field !== fieldNames.isForAll) ||
  (entered?.ruling != null && !entered.ruling.startsWith('refer:')) ||
  entered?.isAdult === true;

/** Without it nothing but a referral is taken of what may show a minor. */
function Adult({ entered, problems }: { readonly entered: RulingEntered | undefined; readonly problems: readonly FieldProblem[] }) {
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return (
    <fieldset class="choices" aria-describedby="adult-means">
      <legend class="choices__legend">Only if the person was certainly no minor</legend>
      <p class="field__hint" id="adult-means">
        What follows below is taken only with this. If you are not sure, refer it.
      </p>
      <FieldError name={fieldNames.isAdult} error={errorOf(fieldNames.isAdult)} />
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id={fieldNames.isAdult}
          name={fieldNames.isAdult}
          value="yes"
          checked={entered?.isAdult ?? false}
        />
        <label class="choice__label" for={fieldNames.isAdult}>
          The person in it was certainly 18 or older when it was made
        </label>
      </div>
      <TextArea
        name={fieldNames.adult}
        label="How you know"
        hint="Not from how they look. Stored encrypted with the decision; neither the requester nor the uploader sees it."
        rows={2}
        maxLength={fieldLimits.note}
        value={entered?.adult}
        error={errorOf(fieldNames.adult)}
        autoComplete="off"
      />
    </fieldset>
  );
}

type GroundsProps = {
  readonly decision: Decision;
  readonly heading: string;
  readonly grounds: readonly Ground[];
  readonly means: string;
  readonly chosen: string | null;
  readonly isFirst?: boolean;
};

function Grounds({ decision, heading, grounds, means, chosen, isFirst = false }: GroundsProps) {
  if (!grounds.some((ground) => ground.decision === decision)) return null;
  return (
    <fieldset class={`choices ruling__grounds ruling__grounds--${decision}`} aria-describedby={`means-${decision}`}>
      <legend class="choices__legend">{heading}</legend>
      {grounds
        .filter((ground) => ground.decision === decision)
        .map(({ key, label }, index) => {
          const value = rulingValue(decision, key);
          // The first choice of all carries the field's name as id, so that the list of what to correct can lead to it.
          const id = isFirst && index === 0 ? fieldNames.ruling : `ruling-${decision}-${key}`;
          return (
            <div class="choice">
              <input class="choice__input" type="radio" id={id} name={fieldNames.ruling} value={value} checked={chosen === value} />
              <label class="choice__label" for={id}>
                {label}
              </label>
            </div>
          );
        })}
      <p class="ruling__means" id={`means-${decision}`}>
        {means}
      </p>
    </fieldset>
  );
}

type PlaceChoicesProps = {
  /** Of the first choice; the others count on from it. */
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly ticked: readonly string[];
  /** One box for all of them. */
  readonly all?: { readonly isTicked: boolean } | null;
};

/** From so many places on, one box ticks them all. */
const manyPlaces = 10;

function PlaceChoices({ id: firstId, legend, hint, label, names, ticked, all = null }: PlaceChoicesProps) {
  return (
    <fieldset class="choices" aria-describedby={`${firstId}-hint`}>
      <legend class="choices__legend">{legend}</legend>
      <p class="field__hint" id={`${firstId}-hint`}>
        {hint}
      </p>
      {all === null ? null : (
        <div class="choice">
          <input
            class="choice__input"
            type="checkbox"
            id={fieldNames.allPlaces}
            name={fieldNames.allPlaces}
            value="yes"
            checked={all.isTicked}
          />
          <label class="choice__label" for={fieldNames.allPlaces}>
            I opened all {names.length.toLocaleString('en-GB')}: each is what the request is about
          </label>
        </div>
      )}
      {names.map((name, index) => {
        const id = index === 0 ? firstId : `${firstId}-${index}`;
        return (
          <div class="choice">
            <input
              class="choice__input"
              type="checkbox"
              id={id}
              name={fieldNames.unscreened}
              value={name}
              checked={ticked.includes(name)}
            />
            <label class="choice__label" for={id}>
              {label}
              <code class="ruling__place">
                <bdi>{addressText(name)}</bdi>
              </code>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
