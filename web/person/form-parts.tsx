/** Of which parts are her forms made? A numbered part, her pictures, her code, and the words beside Send: the same on each form. */
import { caseworkIn, pinPattern } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { assetBytes, assetUrl } from '../assets.ts';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { CodeDisplay } from '../components/code-display/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { FingerprintPanel } from '../components/fingerprint-panel/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { besideFields } from './beside-fields.ts';
import { fieldLimits, fieldNames } from './forms.ts';
import type { Lack } from './lacking.ts';
import { paths } from './paths.ts';
import { type Picture, panelValue } from './picture-fields.ts';
import { useSpeech } from './speech.ts';

export function Part({
  number,
  of,
  heading,
  children,
}: {
  readonly number: number;
  readonly of: number;
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  const { words } = useSpeech();
  const said = words.request;
  return (
    <section class="part" aria-labelledby={`part-${number}`} data-form-part="">
      {/* The number is in the heading, which gets the focus where parts are shown one by one. */}
      <h2 id={`part-${number}`} tabindex={-1}>
        <span class="part__number">{said.part({ number, parts: of })}</span> <span data-part-name="">{heading}</span>
      </h2>
      {children}
    </section>
  );
}

/** What the summary says beside her answers. */
export interface SummaryWords {
  /** Where it goes: a sentence with the place `{name}`, and the field that says who that is; `otherField` names what is chosen as `other`. */
  readonly to: { readonly sentence: string; readonly field: string; readonly otherField?: string };
  /** Fields without which it cannot go, with the sentence that asks for each. */
  readonly needed: Readonly<Record<string, string>>;
  /** What the laws ask for and she can send it without. Left out: nothing. */
  readonly lacks?: readonly Lack[];
  /** Fields in which each line is a link. */
  readonly linkFields?: readonly string[];
  /** Where a part may stay empty: what she can do about it later. */
  readonly later?: string;
}

/** What script needs to show the parts one at a time: the buttons, and an empty summary of what will be sent and to whom. Neither is seen without it. */
export function OneAtATime({ to, needed, lacks = [], linkFields = [besideFields.besideLinks], later }: SummaryWords) {
  const { words, catalogue } = useSpeech();
  const { moves, check } = words.request;
  return (
    <>
      <template data-part-moves="">
        <ButtonRow>
          <Button type="button" name="move" value="next">
            {moves.next}
          </Button>
          <Button type="button" look="secondary" name="move" value="check">
            {moves.check}
          </Button>
          <Button type="button" look="quiet" name="move" value="back">
            {moves.back}
          </Button>
        </ButtonRow>
      </template>
      <section
        class="part check"
        aria-labelledby="check"
        hidden
        data-check=""
        data-to={to.sentence}
        data-by={to.field}
        data-by-other={to.otherField}
        data-nothing={check.nothing}
        data-change={check.change}
        data-change-name={catalogue.request.check.changeName}
      >
        <h2 id="check" tabindex={-1}>
          {check.heading}
        </h2>
        <p data-part="to" />
        {lacks.length === 0 ? null : (
          <div class="notice" hidden data-part="lacks" data-lacks={JSON.stringify(lacks)}>
            <p>{check.lacks}</p>
            <ul />
          </div>
        )}
        {later === undefined ? null : <p data-part="later">{later}</p>}
        {Object.entries(needed).map(([field, sentence]) => (
          <p hidden data-needed={field}>
            {sentence}
          </p>
        ))}
        {linkFields.map((field) => (
          <p hidden data-not-a-link={field}>
            {catalogue.request.problems.notALink}
          </p>
        ))}
        <dl class="summary-list" />
      </section>
    </>
  );
}

/** The field in which she chooses files: what is wrong with her choice leads there. */
export const filesField = `${fieldNames.fingerprints}-files`;

/** Where fingerprints are made on her device; `text` says what for. */
export function PictureChoice({
  text,
  withoutScript,
  pictures = [],
  error,
}: {
  readonly text: string;
  readonly withoutScript?: string;
  readonly pictures?: readonly Picture[] | undefined;
  readonly error?: string | undefined;
}) {
  const { language, words, catalogue } = useSpeech();
  const said = words.request;
  // What she has to know before she chooses stands before it, the rest below.
  const [stays, ...more] = said.pictures.limits;
  return (
    <>
      <p>
        {text} {stays}
      </p>
      <FieldError name={filesField} error={error} />
      <FingerprintPanel
        name={fieldNames.fingerprints}
        label={said.pictures.label}
        withoutScript={withoutScript ?? said.pictures.withoutScript}
        words={words.fingerprintPanel}
        sentences={catalogue.fingerprintPanel}
        language={language}
        videoReaderBytes={assetBytes('person/video.worker.js')}
        heic={{
          program: assetUrl('person/heic.js'),
          binary: assetUrl('person/heic.wasm'),
          bytes: assetBytes('person/heic.js') + assetBytes('person/heic.wasm'),
        }}
        value={panelValue(pictures)}
        errorId={errorIdOf(filesField, error)}
      />
      <Details summary={said.pictures.more}>
        <p>{said.pictures.moreText}</p>
        <ul>
          {more.map((limit) => (
            <li>{limit}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

/** Her code, shown before it is sent for the first time, and a PIN if she likes. */
export function CodeChoice({
  caseCode,
  works,
  pin,
  error,
}: {
  readonly caseCode: string;
  /** From when on the code opens something. */
  readonly works?: string;
  readonly pin?: string | undefined;
  readonly error: string | undefined;
}) {
  const { words, language } = useSpeech();
  const said = words.request;
  const pinWords = caseworkIn(language).case.pin;
  return (
    <>
      <p>{said.code.text}</p>
      <CodeDisplay label={said.code.label} code={caseCode} words={said.code.display} />
      <p>
        <strong>{works ?? said.code.works}</strong>
      </p>
      <p>{said.code.keep}</p>
      <p class="field-error" id="pin-again" hidden data-pin-again="">
        {said.code.pinAgain}
      </p>
      <TextField
        name={fieldNames.pin}
        label={
          <>
            {said.code.pin} <span class="quiet">{said.optional}</span>
          </>
        }
        hint={said.code.pinHint}
        value={pin}
        isSecret
        error={error}
        maxLength={fieldLimits.pin}
        shape={{ pattern: pinPattern, sentence: pinWords.short, isSaidByScript: true }}
        saidWhenSoonGuessed={pinWords.weak}
        width="short"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  );
}

/** What a reload keeps, said by script where it does; where parts are shown one at a time, below the first alone. `hasPin`: whether the form asks for a PIN. */
export function KeptNote({ hasPin = true }: { readonly hasPin?: boolean }) {
  const { words } = useSpeech();
  return (
    <div data-before-first-part="">
      <p class="quiet" hidden data-kept-note="">
        {hasPin ? words.request.keptNote : words.request.keptNoteNoPin}
      </p>
    </div>
  );
}

/** A form of hers that a reload does not empty. Before it stands where script says that what was kept is being fetched: empty until then, for only so is it read aloud everywhere. */
export function KeptForm({
  action,
  leaving,
  children,
}: {
  readonly action: string;
  /** What she is told before she leaves it unsent; not asked where it is left out. */
  readonly leaving?: string;
  readonly children: ComponentChildren;
}) {
  const { words } = useSpeech();
  return (
    <>
      <div role="status" data-waiting={words.request.keptWaits} />
      <form method="post" action={action} autocomplete="off" novalidate data-request-form="" data-leaving={leaving} data-keep={paths.keep}>
        {children}
      </form>
    </>
  );
}

/** Where script says that it is on its way, or that nothing was sent. It stands there before it says anything, empty: only then is what it says read aloud everywhere. */
export function SendNotice() {
  const { words } = useSpeech();
  const said = words.request;
  return (
    <div
      class="send-notice"
      role="status"
      data-send-notice=""
      data-sending={said.sending}
      data-sending-later={words.later.keeping}
      data-offline={said.offline}
      data-unreachable={said.unreachable}
    />
  );
}
