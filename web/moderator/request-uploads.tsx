/** Which uploads is a request about, which look like the requester's pictures, and what came with the request? */
import { Notice } from '../components/notice/markup.tsx';
import { isToDecide } from './decision-made.tsx';
import { FoundAnsweredCard } from './found-answers.tsx';
import type { DeskUpload, RequestModel } from './model.ts';
import { paths } from './paths.ts';
import { FingerprintTable, qualityOf, UploadCard } from './upload-card.tsx';
import { countWords } from './words.ts';

export function Uploads({ model, pageHref }: { readonly model: RequestModel; readonly pageHref: string }) {
  return (
    <>
      {model.uploads.length === 0 ? (
        <section class="card" aria-labelledby="uploads-heading">
          <h2 id="uploads-heading">Uploads</h2>
          <p>
            {model.answers === null
              ? 'No upload is linked to this request any more.'
              : 'Nothing that this service screened here has the ids or addresses of the request.'}
          </p>
        </section>
      ) : (
        <>
          <Parts model={model} />
          {withTheirCopies(model.uploads).map(({ upload, copies, index }) => (
            <UploadCard
              upload={upload}
              copies={copies}
              number={index + 1}
              frame={model}
              pageHref={pageHref}
              headingLevel={2}
              isToDecide={isToDecide(model)}
            />
          ))}
        </>
      )}
      {model.found.length === 0 ? null : (
        <section class="card" aria-labelledby="found-heading">
          <h2 id="found-heading">Found by the requester’s fingerprints</h2>
          <p>
            The request does not name {model.found.length === 1 ? 'this upload' : 'these uploads'}. Look, then say beside the decision what{' '}
            {model.found.length === 1 ? 'it shows' : 'each shows'}.
            {model.moreFound === 0 ? '' : ` ${countWords(model.moreFound, 'more needs', 'more need')} an answer: they follow.`}
          </p>
        </section>
      )}
      <FoundAnsweredCard model={model} />
      {model.isStillLooking ? (
        <Notice>
          <p>
            The requester’s fingerprints are still being compared with what was screened before. Load the page again in a moment to see
            whether more is found.
          </p>
        </Notice>
      ) : null}
      {withTheirCopies(model.found).map(({ upload, copies, index }) => (
        <UploadCard
          upload={upload}
          copies={copies}
          number={model.uploads.length + index + 1}
          frame={model}
          pageHref={pageHref}
          headingLevel={2}
          isToDecide={isToDecide(model)}
        />
      ))}
    </>
  );
}

/** One card for each picture, whichever uploads show it. */
function withTheirCopies(uploads: readonly DeskUpload[]): { upload: DeskUpload; copies: readonly DeskUpload[]; index: number }[] {
  return uploads.flatMap((upload, index) =>
    upload.copyOf === null ? [{ upload, copies: uploads.filter(({ copyOf }) => copyOf === upload.contentId), index }] : [],
  );
}

/** The way through the uploads of a request that names many. */
function Parts({ model: { trackingNumber, part, parts, uploads, uploadCount } }: { readonly model: RequestModel }) {
  if (parts === 1) return null;
  return (
    <section class="card" aria-labelledby="parts-heading">
      <h2 id="parts-heading">{uploadCount.toLocaleString('en-GB')} uploads</h2>
      <p>
        Page {part} of {parts} shows {uploads.length} of them; {(uploadCount - uploads.length).toLocaleString('en-GB')} more are on the
        other pages. One decision is for all of them.
      </p>
      <nav aria-label="Pages of uploads">
        {part > 1 ? <a href={paths.requestPart(trackingNumber, part - 1)}>Page {part - 1}</a> : null}{' '}
        {part < parts ? <a href={paths.requestPart(trackingNumber, part + 1)}>Page {part + 1}</a> : null}
      </nav>
    </section>
  );
}

const pictureStateWords = {
  pending: 'lists nothing until an upload proves it',
  active: 'listed: an upload proved it',
  suspended: 'not listed any more',
  disputed: 'disputed, so not matched',
  expired: 'expired',
} as const;

export function Pictures({ model }: { readonly model: RequestModel }) {
  if (model.pictures.length === 0) return null;
  return (
    <section class="card" aria-labelledby="pictures-heading">
      <h2 id="pictures-heading">The requester’s own pictures</h2>
      <p class="quiet">
        Fingerprints made on the requester’s device. Nobody here has the pictures, and by themselves these fingerprints list nothing.
      </p>
      <ol class="plain-list plain-list--numbered">
        {model.pictures.map((picture) => (
          <li>
            Picture {picture.number}: {countWords(picture.fingerprints.length, 'fingerprint', 'fingerprints')},{' '}
            {qualityOf(picture.fingerprints)}; {pictureStateWords[picture.state]}.
            <details class="details details--slim">
              <summary class="details__summary">Show them</summary>
              <div class="details__body">
                <FingerprintTable fingerprints={picture.fingerprints} label={`Fingerprints of picture ${picture.number}`} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
