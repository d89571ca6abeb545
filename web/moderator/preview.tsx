/**
 * How is a picture shown to somebody who would rather not see it? Blurred and grey, small, until asked; each time it is shown clearly is written down. Of a video
 * a few stills stand side by side, one look, grey throughout and without a sound.
 */
import type { DeskUpload } from './model.ts';
import { paths } from './paths.ts';
import { findingWords, hasPicture, shownIn } from './words.ts';

export type PreviewFigureProps = {
  readonly upload: Pick<DeskUpload, 'ref' | 'preview' | 'standing' | 'isReferred' | 'fingerprints'>;
  /** Which of the uploads on the page, counted from 1. */
  readonly number: number;
  /** The page itself, for showing and hiding without script. */
  readonly pageHref: string;
  /** Whether somebody has to look: what is to go is shown to nobody who has decided. */
  readonly isToDecide: boolean;
  /** Whether it is shown only while the button is held down. */
  readonly isHeldDown: boolean;
};

/** Why there is nothing to show; null when the picture can be asked for. */
function absence({ preview, standing, isReferred, fingerprints }: PreviewFigureProps['upload'], isToDecide: boolean): string | null {
  const what = shownIn(fingerprints);
  if (preview.isWithdrawn) return `The request was withdrawn, so its ${what} is not asked for.`;
  if (standing === 'referral-ordered' || standing === 'referred') return 'It was referred. Nobody looks at it any more.';
  if (isReferred) return 'The same file was referred, or this was. Nobody looks at it any more.';
  if (preview.isWithheld) return `It may show somebody under 18: its ${what} is not shown.`;
  if (standing === 'removed') return `The service confirmed the removal: there is no ${what} to show.`;
  if (standing === 'deleted' && !isToDecide) return `The service deleted it: there is no ${what} to show.`;
  if (standing === 'removal-ordered' && !isToDecide) return `The service was told to remove it, so its ${what} is not asked for any more.`;
  if (preview.state !== 'none') return null;
  return `${findingWords['not-set-up'].sentence}${isToDecide ? ' Decide by fingerprint and link.' : ''}`;
}

export function PreviewFigure({ upload, number, pageHref, isToDecide, isHeldDown }: PreviewFigureProps) {
  const { ref, preview } = upload;
  const what = shownIn(upload.fingerprints);
  const shown = what === 'video' ? 'stills of the video' : 'the picture';
  const named = what === 'video' ? `Stills of upload ${number}` : `Upload ${number}`;
  const show = isHeldDown ? `Hold to show ${shown}` : `Show ${shown}`;
  const hide = isHeldDown ? 'Let go to blur it again' : 'Blur it again';
  const absent = absence(upload, isToDecide);
  if (absent !== null) return <p class="preview__absent">{absent}</p>;
  const isClear = preview.state === 'clear';
  const finding = preview.finding === null ? null : findingWords[preview.finding];
  const isSeen = preview.finding !== null && hasPicture(preview.finding);
  const anchor = `upload-${number}`;
  return (
    <figure
      class="preview"
      data-preview=""
      data-blurred={paths.preview(ref, 'blurred')}
      data-clear={paths.preview(ref, 'clear')}
      data-finding={paths.previewFinding(ref)}
      data-blurred-words={`${named}, blurred and grey`}
      data-clear-words={`${named}, shown clearly`}
      data-loading-words={what === 'video' ? 'The video is being fetched and stills are read from it…' : 'The picture is being fetched…'}
    >
      <img
        class="preview__picture"
        data-part="picture"
        src={paths.preview(ref, isClear ? 'clear' : 'blurred')}
        alt={isClear ? `${named}, shown clearly` : `${named}, blurred and grey`}
        width="320"
        height="240"
        loading="lazy"
      />
      <figcaption class="preview__caption">
        <p
          class={`preview__finding${finding === null ? '' : ` preview__finding--${finding.tone}`}`}
          role="status"
          data-part="finding"
          data-tone={finding?.tone}
        >
          {finding?.sentence ?? ''}
        </p>
        <span data-without-script="">
          {isClear ? (
            <a class="button button--secondary" href={`${pageHref}#${anchor}`}>
              Blur it again
            </a>
          ) : (
            <a
              class="button button--secondary"
              href={`${pageHref}${pageHref.includes('?') ? '&' : '?'}shown=${encodeURIComponent(ref)}#${anchor}`}
            >
              Show {shown}
            </a>
          )}
        </span>
        <button
          class="button button--secondary"
          type="button"
          data-action="show"
          data-key="s"
          data-hold={isHeldDown ? '' : undefined}
          data-needs-script=""
          aria-pressed={isClear ? 'true' : 'false'}
          data-show-words={show}
          data-hide-words={hide}
        >
          {isClear ? hide : show}
        </button>
        <p class="preview__note">
          Each time it is shown is noted in the ledger.
          {what === 'video' ? ' All stills together are one look, grey and without sound.' : ''}
          {isToDecide && !isSeen ? ' Where no picture comes, decide by fingerprint and link.' : ''}
        </p>
      </figcaption>
    </figure>
  );
}

/** The sentence about a finding and its weight, as the page's script reads it. */
export function findingText(finding: keyof typeof findingWords): string {
  return `${findingWords[finding].tone}\n${findingWords[finding].sentence}`;
}

/** What stands in the place of a picture that could not be had, as an SVG: readable without script too. */
export function placeholderSvg(finding: keyof typeof findingWords): string {
  return wordsAsPicture(hasPicture(finding) ? 'No picture' : findingWords[finding].sentence);
}

/** In the place of one more picture, once somebody has looked at enough. */
export function breakSvg(): string {
  return wordsAsPicture('You have looked at enough for now. Decide without this picture, or leave it to a colleague.');
}

function wordsAsPicture(words: string): string {
  const lines = linesOf(words, 30);
  const top = 120 - (lines.length - 1) * 11;
  const texts = lines.map((line, index) => `<text x="160" y="${top + index * 22}">${escaped(line)}</text>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" width="320" height="240"><style>rect{fill:#edf1ec}text{fill:#4b5957;font:16px system-ui,sans-serif;text-anchor:middle}@media(prefers-color-scheme:dark){rect{fill:#232d2b}text{fill:#b7c2bd}}</style><rect width="320" height="240"/>${texts}</svg>`;
}

function linesOf(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
