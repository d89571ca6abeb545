/** How does she get fingerprints of her pictures without showing them to anyone? A file field without a name, so that no form can ever send the file. */
import { type Language, localeOf } from '@likeness/casework';
import type { FingerprintPanelSentences, FingerprintPanelWords } from './words.ts';

export type FingerprintPanelProps = {
  /** The one field that is sent: JSON made on her device. */
  readonly name: string;
  /** What was made before, when the page comes back with something to check. */
  readonly value?: string | undefined;
  readonly label: string;
  readonly withoutScript: string;
  /** Of the program that reads videos, as it is loaded. */
  readonly videoReaderBytes: number;
  /** The decoder of HEIC pictures: its two files and their size together. */
  readonly heic: { readonly program: string; readonly binary: string; readonly bytes: number };
  readonly words: FingerprintPanelWords;
  /** The same as data, for the behaviour. */
  readonly sentences: FingerprintPanelSentences;
  readonly language: Language;
  /** Of the sentence beside it that says what is wrong with the choice. */
  readonly errorId?: string | undefined;
};

const kilobytes = (language: Language, bytes: number): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(bytes / 1000);

export function FingerprintPanel({
  name,
  value,
  label,
  withoutScript,
  videoReaderBytes,
  heic,
  words,
  sentences,
  language,
  errorId,
}: FingerprintPanelProps) {
  return (
    <div
      class="fingerprint-panel"
      data-fingerprint-panel=""
      data-words={JSON.stringify(sentences)}
      data-language={language}
      data-heic-program={heic.program}
      data-heic-binary={heic.binary}
    >
      <p class="fingerprint-panel__without" data-without-script="">
        {withoutScript}
      </p>
      <div data-needs-script="">
        <p class="fingerprint-panel__state" role="status" data-part="state">
          {words.gettingReady}
        </p>
        <div class="fingerprint-panel__choose">
          <input
            type="file"
            id={`${name}-files`}
            multiple
            disabled
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            aria-label={label}
            aria-describedby={errorId}
            aria-invalid={errorId === undefined ? undefined : 'true'}
            data-part="files"
          />
          <label class="button button--secondary" for={`${name}-files`} aria-hidden="true" data-part="choose">
            {words.choose}
          </label>
        </div>
        {/* Without a name, so that no form sends them: they are about this device only. */}
        <div class="choice fingerprint-panel__videos">
          <input
            class="choice__input"
            type="checkbox"
            id={`${name}-heic`}
            autocomplete="off"
            aria-describedby={`${name}-heic-hint`}
            data-part="heic"
          />
          <label class="choice__label" for={`${name}-heic`}>
            {words.heic}
          </label>
          <div class="choice__hint" id={`${name}-heic-hint`}>
            {words.heicHint({ size: kilobytes(language, heic.bytes) })}
          </div>
        </div>
        <div class="choice fingerprint-panel__videos">
          <input
            class="choice__input"
            type="checkbox"
            id={`${name}-videos`}
            autocomplete="off"
            aria-describedby={`${name}-videos-hint`}
            data-part="videos"
          />
          <label class="choice__label" for={`${name}-videos`}>
            {words.videos}
          </label>
          <div class="choice__hint" id={`${name}-videos-hint`}>
            {words.videosHint({ size: kilobytes(language, videoReaderBytes) })}
          </div>
        </div>
        <ul class="fingerprint-panel__list" aria-label={words.listLabel} data-part="list" hidden />
        <p class="fingerprint-panel__count" role="status" data-part="count" />
        <details class="details" data-part="sent" hidden>
          <summary class="details__summary">{words.whatIsSent}</summary>
          <div class="details__body">
            <p>{words.whatIsSentNote}</p>
            <pre class="fingerprint-panel__sent" dir="ltr" tabindex={0} data-part="sent-text" />
          </div>
        </details>
      </div>
      <input type="hidden" name={name} value={value ?? ''} data-part="field" autocomplete="off" data-kept="" />
    </div>
  );
}
