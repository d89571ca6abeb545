/** What is known of one upload? Enough to decide by fingerprint and link, whether or not its picture can be shown. */
import { type Fingerprint, isFrameKind, kinds, variants } from '@likeness/fingerprint';
import type { ComponentChildren } from 'preact';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { CopyText } from './copy-text.tsx';
import { Moment } from './frame.tsx';
import type { ConfirmedHere, ConsoleFrame, DeskUpload, UploadMatch } from './model.ts';
import { paths } from './paths.ts';
import { PreviewFigure } from './preview.tsx';
import { addressText } from './visible-text.ts';
import {
  countWords,
  distanceWords,
  kindWords,
  lookedOutForSentence,
  qualityWords,
  restrictedHereSentence,
  shownIn,
  somehowTurned,
  standingWords,
  variantWords,
  videoSentence,
} from './words.ts';

export type UploadCardProps = {
  readonly upload: DeskUpload;
  readonly number: number;
  readonly frame: ConsoleFrame;
  readonly pageHref: string;
  readonly headingLevel: 2 | 3;
  /** Whether the page still asks for a decision: what is said of an upload afterwards asks for nothing. */
  readonly isToDecide: boolean;
  /** Null where somebody has to look. */
  readonly confirmedHere?: ConfirmedHere | null;
  /** Others on the page that show the same: one look is for all of them. */
  readonly copies?: readonly DeskUpload[];
};

export function UploadCard({
  upload,
  number,
  frame,
  pageHref,
  headingLevel,
  isToDecide,
  confirmedHere = null,
  copies = [],
}: UploadCardProps) {
  const standing = standingWords[upload.standing];
  const isHeldDown = frame.preferences.reveal === 'hold';
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section class="card upload" id={`upload-${number}`} aria-labelledby={`upload-${number}-heading`}>
      <div class="card__head">
        <Heading id={`upload-${number}-heading`}>Upload {number}</Heading>
        <Tag tone={standing.tone} words={standing.word} />
      </div>
      <div class="upload__parts">
        {confirmedHere === null ? (
          <PreviewFigure upload={upload} number={number} pageHref={pageHref} isToDecide={isToDecide} isHeldDown={isHeldDown} />
        ) : (
          <NoNeedToLook confirmedHere={confirmedHere} upload={upload} frame={frame}>
            <PreviewFigure upload={upload} number={number} pageHref={pageHref} isToDecide={isToDecide} isHeldDown={isHeldDown} />
          </NoNeedToLook>
        )}
        <div class="upload__facts">
          <SummaryList
            rows={[
              { name: 'Its id in the service', value: <CopyText label={`the id of upload ${number}`} text={upload.contentId} /> },
              {
                name: 'Address',
                value:
                  upload.url === null ? 'Not given' : <CopyText label={`the address of upload ${number}`} text={addressText(upload.url)} />,
              },
              {
                name: 'Screened',
                value: (
                  <>
                    <Moment at={upload.screenedAt} frame={frame} />
                    {upload.source === 'bytes' ? ', from the file' : ', from fingerprints that the service sent'}
                  </>
                ),
              },
              ...(upload.nearness.length === 0
                ? []
                : [{ name: 'Against the requester’s pictures', value: <Nearness upload={upload} isToDecide={isToDecide} /> }]),
              ...(upload.decidedBefore.length === 0
                ? []
                : [{ name: 'Decided before', value: <EarlierDecisions upload={upload} frame={frame} /> }]),
              ...(upload.matches.length === 0 ? [] : [{ name: 'Matches', value: <Matches matches={upload.matches} frame={frame} /> }]),
            ]}
          />
          <SameAs copies={copies} upload={upload} />
          <details class="details details--slim">
            <summary class="details__summary">Fingerprints ({upload.fingerprints.length})</summary>
            <div class="details__body">
              <FingerprintTable fingerprints={upload.fingerprints} label={`Fingerprints of upload ${number}`} />
            </div>
          </details>
        </div>
      </div>
    </section>
  );
}

function SameAs({ copies, upload }: { readonly copies: readonly DeskUpload[]; readonly upload: DeskUpload }) {
  if (copies.length === 0) return null;
  return (
    <details class="details details--slim" open={copies.length <= 3}>
      <summary class="details__summary">
        {countWords(copies.length, 'more upload shows', 'more uploads show')} the same {shownIn(upload.fingerprints)}
      </summary>
      <div class="details__body">
        <ul class="plain-list">
          {copies.map(({ contentId, url }) => (
            <li>
              <bdi>{addressText(contentId)}</bdi>{' '}
              {url === null ? null : (
                <code class="code-text">
                  <bdi>{addressText(url)}</bdi>
                </code>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

type NoNeedToLookProps = {
  readonly confirmedHere: ConfirmedHere;
  readonly upload: DeskUpload;
  readonly frame: ConsoleFrame;
  readonly children: ComponentChildren;
};

/** The picture is not even asked for until somebody opens this. */
function NoNeedToLook({ confirmedHere, upload, frame, children }: NoNeedToLookProps) {
  const what = shownIn(upload.fingerprints);
  return (
    <div>
      <p class="preview__absent">
        You need not look. <bdi>{confirmedHere.by}</bdi> confirmed this {what} on <Moment at={confirmedHere.at} frame={frame} />, and its
        fingerprints say that this upload shows it.
      </p>
      <details class="details details--slim" open={upload.preview.state === 'clear'}>
        <summary class="details__summary">Look all the same</summary>
        <div class="details__body">{children}</div>
      </details>
    </div>
  );
}

/** Seen by nobody for good: its removal was ordered already. What is held or kept from being seen meanwhile still has to be. */
export const isOrderedAway = ({ standing }: Pick<DeskUpload, 'standing'>): boolean =>
  !['visible', 'held', 'restricted', 'limit-ordered', 'limited', 'deleted'].includes(standing);

function Nearness({ upload, isToDecide }: Pick<UploadCardProps, 'upload' | 'isToDecide'>) {
  return (
    <ul class="plain-list">
      {upload.nearness.map((near) => (
        <li>
          Picture {near.picture}: {distanceWords(near.kind, near.distance, near.isTurned ? somehowTurned : '')}.
          {isToDecide && near.isProof && !isOrderedAway(upload) ? ' Removing this upload lists the requester’s fingerprint of it too.' : ''}
        </li>
      ))}
    </ul>
  );
}

/** What was decided about the same upload or the same picture, so that nobody looks twice without knowing. */
function EarlierDecisions({ upload, frame }: { readonly upload: DeskUpload; readonly frame: ConsoleFrame }) {
  return (
    <ul class="plain-list">
      {upload.decidedBefore.map(({ decision, decidedBy, at, about, of }) => (
        <li>
          {about === 'upload' ? 'This upload' : `The same ${shownIn(upload.fingerprints)}`}:{' '}
          <a href={of.kind === 'request' ? paths.request(of.id) : paths.review(of.id)}>{decision}</a>, by <bdi>{decidedBy}</bdi>,{' '}
          <Moment at={at} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

/** Matches of an upload with what is listed, open ones first, each explained. */
export function Matches({ matches, frame }: { readonly matches: readonly UploadMatch[]; readonly frame: ConsoleFrame }) {
  return (
    <ul class="plain-list">
      {matches.map((match) => (
        <li>
          <strong>
            <bdi>{match.bankName}</bdi>
          </strong>
          {match.isOwnBank ? ' (this service’s own list)' : ' (a list of someone else’s)'}:{' '}
          {distanceWords(match.kind, match.distance, variantWords(match.kind, match.variant))}, by {kindWords(match.kind)}.{' '}
          {match.isLookedOutFor === true ? `${lookedOutForSentence} ` : ''}
          {match.isRestrictedHere === true ? `${restrictedHereSentence} ` : ''}
          {match.video === null ? '' : videoSentence(match.video)}{' '}
          <span class="quiet">
            Found <Moment at={match.at} frame={frame} />
            {match.isOfEarlier ? ', of something else that this upload showed before' : ''}
            {match.settled === null
              ? '.'
              : match.settled === 'keep'
                ? '; a person said: something else, or allowed.'
                : `; decided: ${match.settled}.`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Fingerprints as they are compared. The eight views of one picture are one row each: long, so the table scrolls in itself. */
export function FingerprintTable({ fingerprints, label }: { readonly fingerprints: readonly Fingerprint[]; readonly label: string }) {
  const frames = fingerprints.filter(({ kind }) => isFrameKind(kind));
  const shown = [...fingerprints.filter(({ kind }) => !isFrameKind(kind)).toSorted(byView), ...frames.slice(0, framesShown)];
  return (
    <section class="scrolls" aria-label={label} tabindex={0}>
      <table class="facts-table">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">View</th>
            <th scope="col">Quality</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ kind, variant, value, quality }) => (
            <tr>
              <td>{kind}</td>
              <td>{variant}</td>
              <td>{kinds[kind].hasQuality ? (quality ?? 'unknown') : '–'}</td>
              <td>
                <code>{value}</code>
              </td>
            </tr>
          ))}
          {fingerprints.length > shown.length ? (
            <tr>
              <td colSpan={4}>and {fingerprints.length - shown.length} more frames</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

const kindOrder = Object.keys(kinds);
const viewOrder = Object.keys(variants);

/** In the order of the registries, whatever order they were stored in. */
function byView(a: Fingerprint, b: Fingerprint): number {
  return kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || viewOrder.indexOf(a.variant) - viewOrder.indexOf(b.variant);
}

/** Of a video's frames so many are written out. */
const framesShown = 10;

/** The quality of the whole picture's PDQ, in words. */
export function qualityOf(fingerprints: readonly Fingerprint[]): string {
  const frames = fingerprints.filter(({ kind }) => isFrameKind(kind)).length;
  if (frames > 0) return `a video of ${frames} different frames`;
  const whole = fingerprints.find(({ kind, variant }) => kind === 'pdq' && variant === 'whole');
  return whole === undefined ? 'exact fingerprints only' : qualityWords(whole.quality);
}
