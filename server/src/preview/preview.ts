/** How does a moderator see a picture that nobody keeps? Fetched when asked for, made small in the decoder child, noted when shown clearly, written to no disk. Of a video a few stills, as one picture. */
import { derivedGroupsOf } from '@likeness/fingerprint';
import { DecodeError } from '../decode/decode-error.ts';
import type { PreviewWish } from '../decode/picture.ts';
import type { DecodePool } from '../decode/pool.ts';
import { stillsAcross, stripOf } from '../decode/still-strip.ts';
import type { VideoReader } from '../decode/video.ts';
import { VideoError } from '../decode/video-error.ts';
import { looksLikeVideo, videoSignatureBytes } from '../decode/video-format.ts';
import { record } from '../ledger/record.ts';
import { type Content, contentsByRef, fingerprintsOf } from '../store/content.ts';
import { hasCrops, rememberCrops } from '../store/content-parts.ts';
import type { Db } from '../store/database.ts';
import { isAtReferredPlace } from '../store/places.ts';
import { isReferredFile } from '../store/referrals.ts';
import { type ExposureLimits, noteReveal } from '../store/reveals.ts';
import { type Fetched, type FetchTools, fetchPicture } from './fetch-picture.ts';
import { fewAtOnce } from './few-at-once.ts';
import { isSameFile, type Sameness, sameness } from './same-picture.ts';

export type PreviewView = 'blurred' | 'clear';

/** What became of one attempt: whether it is the picture that was screened, or why there is none. */
export type PreviewFinding = Sameness | Extract<Fetched, { failed: string }>['failed'] | 'not-a-picture' | VideoFinding | 'busy';

/** Why no frame of a video could be had. */
export type VideoFinding = 'video-damaged' | 'video-unknown-kind' | 'video-too-slow' | 'video-unavailable';

export type Shown =
  | { readonly picture: Uint8Array; readonly finding: PreviewFinding }
  | { readonly picture: null; readonly finding: PreviewFinding };

/** How she wants a clear view: without colours, half as large. */
export interface ShownAs {
  readonly isGrey: boolean;
  readonly isSmall: boolean;
}

const asItIs: ShownAs = { isGrey: false, isSmall: false };

export interface Previews {
  /**
   * A small WebP of an upload that a request or a review is about; null for any other upload. A clear view is in the ledger before this resolves.
   * `enough`: she has looked at as many as an hour or a day allows, others that were asked for at the same time among them.
   * Fetches anew each time: nothing of a picture outlives the answer.
   */
  show(ref: string, view: PreviewView, moderatorId: string, wants?: ShownAs): Promise<Shown | 'enough' | null>;
  /** What the last attempt of this process found; null when there was none lately. */
  finding(ref: string): PreviewFinding | null;
}

export interface PreviewOptions extends FetchTools {
  readonly decode: Pick<DecodePool, 'fingerprint' | 'preview'>;
  /** Null: no frames of videos are shown. */
  readonly videos: Pick<VideoReader, 'stillsOf'> | null;
  readonly exposure: ExposureLimits;
}

const wishFor = (view: PreviewView, { isGrey, isSmall }: ShownAs): PreviewWish =>
  view === 'blurred' ? { maxEdge: 320, blur: true, greyscale: true } : { maxEdge: isSmall ? 360 : 720, blur: false, greyscale: isGrey };

/** Of a strip of stills: grey whatever she wants, for colours were never decoded; more pixels, for it is several pictures. */
const stripWishFor = (view: PreviewView, { isSmall }: ShownAs): PreviewWish => ({
  maxEdge: view === 'blurred' || isSmall ? 480 : 960,
  blur: view === 'blurred',
  greyscale: true,
  across: stillsAcross,
});

const cropsOnly = derivedGroupsOf('confirmed').filter((group) => group === 'crops');

/** Words, not pictures, so many may be kept; enough for a day of cases. */
const findingsKept = 2000;

export function openPreviews(options: PreviewOptions): Previews {
  const { store, decode, videos, exposure } = options;
  const findings = new Map<string, PreviewFinding>();
  const run = fewAtOnce();
  const note = (ref: string, finding: PreviewFinding): void => {
    findings.delete(ref);
    findings.set(ref, finding);
    const [oldest] = findings.keys();
    if (findings.size > findingsKept && oldest !== undefined) findings.delete(oldest);
  };

  const attempt = async (content: Content, view: PreviewView, wants: ShownAs): Promise<Shown> => {
    const fetched = await fetchPicture(options, content.platformId, content.contentId);
    if ('failed' in fetched) return { picture: null, finding: fetched.failed };
    const wish = wishFor(view, wants);
    try {
      if (looksLikeVideo(beginningOf(fetched.chunks))) return await strip(content, fetched.chunks, stripWishFor(view, wants));
      const [picture, finding] = await Promise.all([decode.preview(inOrder(fetched.chunks), wish), compare(content, fetched.chunks)]);
      return { picture, finding };
    } catch (error) {
      if (!(error instanceof DecodeError) && !(error instanceof VideoError)) throw error;
      return { picture: null, finding: findingOf(error) };
    }
  };

  /** A few frames side by side. A video is compared by its exact value alone: its frames are not those that were hashed. */
  const strip = async (content: Content, chunks: readonly Buffer[], wish: PreviewWish): Promise<Shown> => {
    if (videos === null) return { picture: null, finding: 'video-unavailable' };
    const stored = await fingerprintsOf(store.db, content.ref);
    const stills = await videos.stillsOf(inOrder(chunks));
    const picture = await decode.preview(inOrder([stripOf(stills)]), wish);
    return { picture, finding: isSameFile(chunks, stored) ? 'same-file' : 'not-compared' };
  };

  /**
   * Whether it is what was screened. Then, once, the fingerprints of its crops are kept beside it: this is the one moment when the file of a picture that a
   * person looks at is here, and after a removal the service has it no more. They are listed if she confirms it (`store/content-parts.ts`).
   */
  const compare = async ({ ref, screenedAt }: Content, chunks: readonly Buffer[]): Promise<Sameness> => {
    const stored = await fingerprintsOf(store.db, ref);
    const isFile = isSameFile(chunks, stored);
    const isPicture = stored.some(({ kind }) => kind === 'pdq');
    if (!isPicture || (isFile && (await hasCrops(store.db, ref)))) return isFile ? 'same-file' : 'not-compared';
    try {
      const { fingerprints, derived } = await decode.fingerprint(inOrder(chunks), { derived: cropsOnly });
      const found = isFile ? 'same-file' : sameness(fingerprints, stored);
      if (found === 'same-file' || found === 'same-picture') await rememberCrops(store.db, ref, screenedAt, derived);
      return found;
    } catch (error) {
      // The picture is there to be looked at; only the comparison is not.
      if (error instanceof DecodeError) return isFile ? 'same-file' : 'not-compared';
      throw error;
    }
  };

  return {
    async show(ref, view, moderatorId, wants = asItIs) {
      const content = await previewable(store.db, ref);
      if (content === null) return null;
      const shown: Shown = (await run(() => attempt(content, view, wants))) ?? {
        picture: null,
        finding: 'busy',
      };
      // Referred while it was being fetched: nobody looks any more.
      if ((await previewable(store.db, ref)) === null) return null;
      note(ref, shown.finding);
      // Only what is really shown is noted, and nothing is shown that is not noted.
      if (view === 'blurred' || shown.picture === null) return shown;
      const isNoted = await store.transact(async (tx) => {
        const mayLook = await noteReveal(tx, moderatorId, ref, exposure);
        if (mayLook) await record(tx, { act: 'preview.revealed', subjects: { content: ref, moderator: moderatorId } });
        return mayLook;
      });
      return isNoted ? shown : 'enough';
    },
    finding: (ref) => findings.get(ref) ?? null,
  };
}

/** An upload that somebody has to look at: without a request or a review about it, nobody may browse it; whoever took her request back asks nobody to look; and what was referred nobody sees again. */
async function previewable(db: Db, ref: string): Promise<Content | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref)) return null;
  const asked = await db
    .selectFrom('content')
    .select('ref')
    .where('ref', '=', ref)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('referral_content').select('referral_content.ref').whereRef('referral_content.ref', '=', 'content.ref'))),
    )
    .where(({ not }) => not(isReferredFile))
    .where(({ not }) => not(isAtReferredPlace))
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('request_content')
            .innerJoin('request', 'request.tracking_number', 'request_content.tracking_number')
            .select('request_content.ref')
            .whereRef('request_content.ref', '=', 'content.ref')
            .where('request.outcome', 'is distinct from', 'withdrawn'),
        ),
        exists(
          selectFrom('request_candidate')
            .innerJoin('request', 'request.tracking_number', 'request_candidate.tracking_number')
            .select('request_candidate.ref')
            .whereRef('request_candidate.ref', '=', 'content.ref')
            .where('request.outcome', 'is distinct from', 'withdrawn'),
        ),
        exists(selectFrom('review').select('review.ref').whereRef('review.ref', '=', 'content.ref')),
      ]),
    )
    .executeTakeFirst();
  if (asked === undefined) return null;
  const [content] = await contentsByRef(db, [ref]);
  return content ?? null;
}

async function* inOrder(chunks: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** As much of a file as tells its kind. */
const beginningOf = (chunks: readonly Buffer[]): Buffer => {
  const start: Buffer[] = [];
  for (let length = 0; length < videoSignatureBytes && start.length < chunks.length; ) {
    const piece = chunks[start.length] ?? Buffer.alloc(0);
    start.push(piece);
    length += piece.length;
  }
  return Buffer.concat(start).subarray(0, videoSignatureBytes);
};

function findingOf({ code }: DecodeError | VideoError): PreviewFinding {
  switch (code) {
    case 'video/too-slow':
      return 'video-too-slow';
    case 'video/unavailable':
      return 'video-unavailable';
    case 'video/unsupported-type':
      return 'video-unknown-kind';
    case 'video/damaged':
    case 'video/no-frames':
      return 'video-damaged';
    case 'video/too-large':
    case 'video/too-long':
    case 'video/too-many-frames':
    case 'video/too-many-pixels':
      return 'too-large';
  }
  if (code === 'decode/busy') return 'busy';
  return code === 'image/too-many-pixels' || code === 'image/too-large' ? 'too-large' : 'not-a-picture';
}
