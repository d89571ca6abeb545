/** What does a removal request look like when a platform's own form sends it? `POST /api/v1/requests`. Nothing but the basis is required: an incomplete request is kept. */
import { type BasisId, basisIds } from '@likeness/casework';
import { type Static, type TSchema, Type } from 'typebox';
import { AskedQuestions } from './decisions.ts';
import { ContentId, FingerprintBody, WebAddress } from './screening.ts';
import { Written } from './written.ts';

const Key = Type.String({ maxLength: 60 });
const ByLaw = <T extends TSchema>(one: T, description: string) =>
  Type.Partial(
    Type.Object({
      'take-it-down': one,
      'online-safety-act': one,
      'digital-services-act': one,
      dmca: one,
      'authority-order': one,
      'own-rules': one,
    } satisfies Record<BasisId, T>),
    // Of the object only its fields are taken over: what else is refused has to be said here.
    { additionalProperties: false, description },
  );

export const RequestBody = Type.Object(
  {
    basis: Type.Optional(
      Type.Enum([...basisIds], {
        description:
          'one legal basis; left out, the request is filed under every law that binds the platform, as its settings say. one that is not open to whoever files (onBehalfOf) counts as left out, and the notice says so: an order by anybody but an authority, or a law that only the person in the picture and her agents can call on',
      }),
    ),
    alsoUnder: Type.Optional(
      Type.Array(Type.Enum([...basisIds]), {
        maxItems: 4,
        description: 'laws that the filer chose besides, after reading their warnings, such as dmca; authority-order only for an authority',
      }),
    ),
    onBehalfOf: Type.Optional(
      Type.Enum(['self', 'agent', 'user', 'trusted-flagger', 'hub', 'authority'], {
        description:
          'who files: the person in the picture (when left out), someone acting for her, another user, a trusted flagger, a hub, or an authority with an order',
      }),
    ),
    isYoung: Type.Optional(
      Type.Boolean({
        description:
          'the person in the picture was, or may have been, under 18 when it was made: the request is taken with its clock, to be referred; fingerprints sent with it are not kept',
      }),
    ),
    sourceRef: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'who sent it, in your own opaque words, such as a keyed hash of an address: floods are told by it; kept as a keyed value for 24 hours',
      }),
    ),
    filerRef: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'the account on your service that files, in your own opaque words, when you know it: kept only of another user, a trusted flagger or a hub, never of the person in the picture or somebody acting for her. By it frequent unfounded notices are counted (docs/misuse.md)',
      }),
    ),
    declarations: Type.Optional(
      ByLaw(
        Type.Record(Key, Type.Boolean()),
        'what was declared under each law: { "online-safety-act": { "intimate": true } }; pointers of missing elements say which',
      ),
    ),
    signatures: Type.Optional(ByLaw(Type.String({ maxLength: 200 }), 'names typed under one law’s own declaration, such as dmca')),
    texts: Type.Optional(
      ByLaw(Type.Record(Key, Type.String({ maxLength: 4000 })), 'lines that one law asks for, such as those of an order'),
    ),
    orderedUntil: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'of an order: by when it is to be carried out; of a moment that has passed it is overdue as it comes in',
      }),
    ),
    agentAuthority: Type.Optional(Type.String({ maxLength: 2000, description: 'for an agent: by what authority' })),
    contentIds: Type.Optional(
      Type.Array(ContentId, {
        maxItems: 500,
        description: 'element locate: ids on this platform; 1,000 places in all, over several calls',
      }),
    ),
    locations: Type.Optional(Type.Array(WebAddress, { maxItems: 500, description: 'element locate: addresses' })),
    locationDetails: Type.Optional(Type.String({ maxLength: 4000, description: 'element locate: how to find it without an address' })),
    beside: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Union([Type.Literal('text'), Type.Literal('link'), Type.Literal('account')]),
            says: Written('\\S', 'words, an address or a reference, not spaces alone', {
              minLength: 1,
              maxLength: 2048,
              description:
                'of a text what it says; of a link the address it leads to; of an account your own uploaderRef, or its name as it is seen',
            }),
            at: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 2048,
                description: 'one of the contentIds or locations of this request that it stands at; left out: all of them',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        {
          maxItems: 100,
          description:
            'what is asked about beside the picture: its title and words, a link, the account; 100 in all. A moderator sees it, and may act on it if you said that you can (docs/formats/webhooks.md). Also element locate, where no exact address is asked for',
        },
      ),
    ),
    statement: Type.Optional(
      Type.Object(
        {
          notConsensual: Type.Boolean({ description: 'the picture was published without her consent' }),
          goodFaith: Type.Boolean({ description: 'this is stated in good faith' }),
          details: Type.Optional(Type.String({ maxLength: 4000 })),
        },
        { additionalProperties: false, description: 'element statement' },
      ),
    ),
    signature: Type.Optional(Type.String({ maxLength: 200, description: 'element signature: a typed name counts' })),
    contact: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Type.String({ maxLength: 200 })),
          email: Type.Optional(Type.String({ maxLength: 320 })),
          phone: Type.Optional(Type.String({ maxLength: 60 })),
          other: Type.Optional(Type.String({ maxLength: 500 })),
        },
        { additionalProperties: false, description: 'element contact' },
      ),
    ),
    fingerprints: Type.Optional(Type.Array(FingerprintBody, { maxItems: 500 })),
  },
  { additionalProperties: false },
);
export type RequestBody = Static<typeof RequestBody>;

/** Stands before the notice where somebody else than an authority filed an order. */
export const notAnOrder =
  'Only an authority gives an order: send onBehalfOf "authority" for one. This was kept as a request under the laws that are open to whoever filed it.';

/** Stands there where the law is not open to whoever filed, such as another user under one that only the depicted person can call on. */
export const notTheirLaw =
  'The basis that was named is open only to the person in the picture, or somebody acting for her: send onBehalfOf "agent" with agentAuthority for one. This was kept as a request under the laws that are open to whoever filed it.';

const Status = Type.Union([Type.Literal('complete'), Type.Literal('incomplete'), Type.Literal('decided'), Type.Literal('withdrawn')], {
  description: 'while it is open, whether anything is missing; then that it was decided, or withdrawn',
});
const Outcome = Type.Union([Type.Literal('remove'), Type.Literal('restrict'), Type.Literal('keep'), Type.Literal('refer')], {
  description: 'of a decided request',
});
const ClosedAt = Type.String({
  format: 'date-time',
  description: 'since when nothing is awaited: it was refused or withdrawn, or you confirmed what was ordered',
});
const TheAnswer = Type.Object(
  {
    ground: Type.String({ description: 'the key of the reason, as request.decided has it' }),
    decidedAt: Type.String({ format: 'date-time' }),
    reason: Type.String({ description: 'why, and what can be done next, as whoever asked reads it in her case, in English' }),
    redress: Type.Optional(
      Type.Object(
        { name: Type.String(), url: Type.String(), sentence: Type.String() },
        { description: 'where else whoever asked can turn; left out where the law names nobody' },
      ),
    ),
  },
  {
    description:
      'of a refusal or a limit that stands: why, and where else to turn. Pass it on to whoever filed through your own form (Regulation (EU) 2022/2065, Article 16(5)). In the answer of GET alone',
  },
);
const MissingDetails = Type.Array(Type.Object({ element: Type.String(), pointer: Type.String(), sentence: Type.String() }));

/** A receipt proves receipt only. */
export const receiptNotice =
  'This shows that the request was received, and when. It does not show that what it says is true, or that it is complete.';

/** Of an order that came after the time that it names. */
export const lateOrderNotice = 'The time that the order names had passed when it came in: it is kept, and overdue since then.';

export const RequestAnswer = Type.Object({
  trackingNumber: Type.String(),
  followUrl: Type.String({
    description: 'for the person alone, shown once: opens her case so that she can make her own code. The secret is in the fragment.',
  }),
  status: Status,
  outcome: Type.Optional(Outcome),
  answer: Type.Optional(TheAnswer),
  closedAt: Type.Optional(ClosedAt),
  receivedAt: Type.String({ format: 'date-time' }),
  basis: Type.Enum([...basisIds]),
  dueAt: Type.String({
    format: 'date-time',
    description: 'of the law that is due first; 48 hours from the first receipt where the law says so, and then no event moves it',
  }),
  missing: Type.Array(Type.String(), { description: 'all elements that are still missing under that law, at once' }),
  missingDetails: MissingDetails,
  questions: Type.Optional(AskedQuestions),
  requests: Type.Array(
    Type.Object({
      basis: Type.Enum([...basisIds]),
      trackingNumber: Type.String(),
      status: Status,
      outcome: Type.Optional(Outcome),
      answer: Type.Optional(TheAnswer),
      closedAt: Type.Optional(ClosedAt),
      dueAt: Type.String({ format: 'date-time' }),
      missingDetails: MissingDetails,
    }),
    { description: 'one for each law that it was filed under, the first due first, with all that is missing under each' },
  ),
  notice: Type.String({ description: 'what this answer is: a receipt, and nothing more' }),
});
export type RequestAnswer = Static<typeof RequestAnswer>;

/** Adding what was missing answers as the filing did, without the one-time address. */
export const RequestAmended = Type.Omit(RequestAnswer, ['followUrl']);
export type RequestAmended = Static<typeof RequestAmended>;

/** Under a law whose clock can move: a reason, and how far. */
export const ClockBody = Type.Union([
  Type.Object(
    { move: Type.Literal('pause'), until: Type.String({ format: 'date-time' }), reason: Type.String({ minLength: 1, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  Type.Object({ move: Type.Literal('resume') }, { additionalProperties: false }),
  Type.Object(
    {
      move: Type.Literal('extend'),
      byHours: Type.Number({ exclusiveMinimum: 0, maximum: 2160 }),
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
]);
export type ClockBody = Static<typeof ClockBody>;
export const ClockAnswer = Type.Object({ trackingNumber: Type.String(), dueAt: Type.String({ format: 'date-time' }) });
