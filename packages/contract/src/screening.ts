/** What does a platform send when it screens an upload, and what does it hear? `POST /api/v1/screen`, `PATCH` and `DELETE /api/v1/content/{contentId}`. */
import { visibilities } from '@likeness/casework';
import { isFingerprintKind, kinds } from '@likeness/fingerprint';
import { matchesTold } from '@likeness/lookup';
import { type Static, Type } from 'typebox';
import { Written } from './written.ts';

const kindNames = Object.keys(kinds).filter(isFingerprintKind);

/** Whatever program sends an address takes these two out of it, percent-encoded or not (WHATWG URL, "single-dot" and "double-dot URL path segment"): no `DELETE` would reach them. */
export const ContentId = Written('^(?!\\.{1,2}$)', 'an id other than "." and "..", which cannot stand in the address of PATCH or DELETE', {
  minLength: 1,
  maxLength: 200,
  description: "the platform's own id of the upload; neither . nor .., which no address can say",
});
/** No space, control sign, quote, angle bracket or backslash: a browser would read the address otherwise than it was meant, and so would somebody who pastes it. */
export const WebAddress = Written(
  '^https?://[^/?#\\s\\p{Cc}"<>`\\\\][^\\s\\p{Cc}"<>`\\\\]*$',
  'an http or https address, such as https://forum.example/p/1, with spaces, quotes, angle brackets, backslashes and control signs percent-encoded',
  { minLength: 8, maxLength: 2048, description: 'an http or https address; percent-encode spaces, quotes and control signs' },
);
const UploaderRef = Type.String({ minLength: 1, maxLength: 200, description: "the platform's own reference of the account; never a name" });
const Links = Type.Array(WebAddress, { maxItems: 50, description: 'addresses that the post leads to' });
const PostText = Type.String({
  minLength: 1,
  maxLength: 5000,
  description:
    'title and words of the post, for the moderator who decides whether they go, too. Kept, encrypted, only for a service that said that it can act on them',
});

/**
 * A fingerprint as it travels. `quality` belongs to PDQ and vPDQ; without one such a fingerprint can ask for a review but never hold. A video is its frames, one
 * `vpdq` each with its place in time, or all of them in one value in the JSON form of the reference.
 */
export const FingerprintBody = Type.Object(
  {
    kind: Type.Enum(kindNames),
    value: Written(
      '^([0-9a-fA-F]+|[\\[{].*)$',
      '64 hexadecimal digits for pdq, sha256 and a frame of vpdq, 32 for md5; or for vpdq a whole video in the JSON form of the reference',
      {
        minLength: 2,
        maxLength: 1_000_000,
        description:
          'hexadecimal: 64 digits for pdq, sha256 and a frame of vpdq, 32 for md5; or for vpdq a whole video in the JSON form of the reference',
      },
    ),
    variant: Type.Optional(Type.String({ maxLength: 20, description: 'pdq: which view of the picture; whole when left out' })),
    quality: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, description: 'of pdq and vpdq' })),
    atSeconds: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000, description: 'vpdq: the place of the frame in its video' })),
  },
  { additionalProperties: false },
);
export type FingerprintBody = Static<typeof FingerprintBody>;

/** Of one upload, frames apart. */
export const fingerprintsAtMost = 32;
/** An hour at one frame a second. */
export const framesAtMost = 3600;

export const ScreenBody = Type.Object(
  {
    contentId: ContentId,
    url: Type.Optional(WebAddress),
    uploaderRef: Type.Optional(UploaderRef),
    links: Type.Optional(Links),
    text: Type.Optional(PostText),
    fingerprints: Type.Array(FingerprintBody, {
      minItems: 1,
      maxItems: framesAtMost + fingerprintsAtMost,
      description: `at most ${fingerprintsAtMost} beside the frames of a video, and at most ${framesAtMost} frames`,
    }),
  },
  { additionalProperties: false },
);
export type ScreenBody = Static<typeof ScreenBody>;

/** The most fingerprints that one call screens, over all its uploads. */
export const batchFingerprintsAtMost = 500;

/** Many uploads by their fingerprints. The same `contentId` may come again: they are screened in the order given. */
export const ScreenBatchBody = Type.Object(
  { items: Type.Array(ScreenBody, { minItems: 1, maxItems: batchFingerprintsAtMost }) },
  { additionalProperties: false, description: `at most ${batchFingerprintsAtMost} fingerprints together` },
);
export type ScreenBatchBody = Static<typeof ScreenBatchBody>;

/** The form fields that stand beside `file` in a multipart screening. */
export const ScreenFields = Type.Object(
  {
    contentId: ContentId,
    url: Type.Optional(WebAddress),
    uploaderRef: Type.Optional(UploaderRef),
    links: Type.Optional(Links),
    text: Type.Optional(PostText),
  },
  { additionalProperties: false },
);
export type ScreenFields = Static<typeof ScreenFields>;

/** A multipart screening as it is described to others; the file itself is read as it arrives, never as a value. */
export const UploadForm = Type.Object(
  {
    file: Type.String({ format: 'binary', description: 'the picture; its fields may stand before or after it' }),
    ...ScreenFields.properties,
  },
  { additionalProperties: false },
);

const FramesBody = Type.Object({
  counted: Type.Integer({ minimum: 0, description: 'distinct frames that are clear enough to be compared' }),
  found: Type.Integer({ minimum: 0, description: 'those of them that the other video shows too' }),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'found / counted' }),
});

/** Of a video: how much of either is seen in the other, and where. */
export const VideoMatchBody = Type.Object({
  upload: FramesBody,
  item: FramesBody,
  offset: Type.Optional(
    Type.Object({
      seconds: Type.Number({ description: 'by how much the listed video shows later what the upload shows, as most frames agree' }),
      frames: Type.Integer({ minimum: 1, description: "the upload's frames that lie at this offset" }),
    }),
  ),
});
export type VideoMatchBody = Static<typeof VideoMatchBody>;

export const MatchBody = Type.Object({
  bank: Type.String(),
  itemId: Type.String({ description: 'differs per platform, so that two platforms cannot compare lists' }),
  kind: Type.String(),
  variant: Type.String({ description: 'the view of the upload that met the item' }),
  distance: Type.Integer({
    minimum: 0,
    description: 'differing bits: 0 is identical; near-identical up to 30; of a video those of a typical frame',
  }),
  addedAt: Type.String({ format: 'date-time' }),
  source: Type.String(),
  video: Type.Optional(VideoMatchBody),
  agreed: Type.Array(Type.Object({ kind: Type.String(), variant: Type.String(), distance: Type.Integer({ minimum: 0 }) }), {
    description: 'every kind and view in which the two meet, the one above first',
  }),
  effect: Type.Union([Type.Literal('observe'), Type.Literal('review'), Type.Literal('hold')]),
  harmless: Type.Optional(
    Type.Literal(true, { description: 'the item is known to be harmless: it explains why other matches are silent' }),
  ),
  silencedBy: Type.Optional(Type.String({ description: 'the itemId of the harmless match that keeps this one from doing anything' })),
});
export type MatchBody = Static<typeof MatchBody>;

export const ScreenAnswer = Type.Object({
  contentId: Type.String(),
  verdict: Type.Union([Type.Literal('allow'), Type.Literal('review'), Type.Literal('hold')], {
    description:
      'hold: do not publish until a person decides, nor show again what you were told to take out of view or to hide (content.restrict without visibility), until content.restore says so. review: publish or not as you choose; a person will look. A match never deletes by itself; where your operator switched it on, content.remove follows for identical copies of what your people saw and removed.',
  }),
  reviewPending: Type.Boolean({
    description: 'a person still has to look, because of what it met or because a request has it hidden until then',
  }),
  visibility: Type.Optional(
    Type.Enum([...visibilities], {
      description:
        'a decision restricts who sees it, and stands: publish it only so, whatever the verdict says. Where it shows another picture than was decided about, a person is asked',
    }),
  ),
  matches: Type.Array(MatchBody, { description: `strongest first, then nearest; the first ${matchesTold} where there are more` }),
  matchesInAll: Type.Optional(Type.Integer({ minimum: matchesTold + 1, description: 'how many there are, where not all are told' })),
});
export type ScreenAnswer = Static<typeof ScreenAnswer>;

export const ScreenBatchAnswer = Type.Object({ results: Type.Array(ScreenAnswer, { description: 'one for each item, in their order' }) });
export type ScreenBatchAnswer = Static<typeof ScreenBatchAnswer>;

export const ContentPatch = Type.Object({ url: WebAddress }, { additionalProperties: false });
export type ContentPatch = Static<typeof ContentPatch>;
