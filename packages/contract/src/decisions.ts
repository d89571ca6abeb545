/** What does a platform hear after a decision, and what does it answer? The decision feed, its webhooks, and the completion call. */
import { complaintReasonsAgainst, questionKeys, visibilities } from '@likeness/casework';
import { type Static, Type } from 'typebox';
import { Written } from './written.ts';

export const feedTypes = [
  'content.hold',
  'content.remove',
  'content.restrict',
  'content.restore',
  'text.remove',
  'text.restrict',
  'text.restore',
  'link.remove',
  'link.restrict',
  'link.restore',
  'account.restrict',
  'account.restore',
  'request.received',
  'request.due-soon',
  'request.overdue',
  'request.asked',
  'request.decided',
  'request.reopened',
  'request.withdrawn',
  'complaint.received',
  'complaint.decided',
  'account.warned',
  'account.suspended',
  'account.measure-ended',
] as const;
export type FeedType = (typeof feedTypes)[number];

/** How a picture that stays is still seen. */
export const Visibility = Type.Enum([...visibilities], {
  description:
    'age-gate: only by people whose age you have checked; not-recommended: in no search, feed or recommendation, while its address still opens it; not-in-DE (any country): not shown there',
});

/** Why something was removed, restricted, or hidden or held before a decision, for whoever uploaded it; pass it on as it is. Where no law asks for one there is none. */
export const Statement = Type.Object(
  {
    id: Type.String(),
    version: Type.Literal(1),
    restriction: Type.Object({
      type: Type.Union([Type.Literal('removal'), Type.Literal('restriction'), Type.Literal('suspension')], {
        description: 'the suspension of an account, and a restriction without visibility, last until the service has looked',
      }),
      scope: Type.Optional(
        Type.Union([Type.Literal('text'), Type.Literal('link'), Type.Literal('account')], {
          description: 'what it is of; left out: the post with its picture',
        }),
      ),
      isProvisional: Type.Optional(
        Type.Literal(true, { description: 'nobody has decided yet, and it lasts until somebody has; the decision is told by itself' }),
      ),
      visibility: Type.Optional(Visibility),
      territory: Type.String({ description: 'everywhere, or the one country in which it is not shown, such as DE' }),
      endsAt: Type.Null({ description: 'no day is set for its end' }),
    }),
    facts: Type.Object({
      basis: Type.Union([Type.Literal('notice'), Type.Literal('trusted-notice'), Type.Literal('match'), Type.Literal('exact-copy')]),
      text: Type.String(),
    }),
    automation: Type.Object({ detection: Type.Boolean(), decision: Type.Boolean(), text: Type.String() }),
    ground: Type.Object({ kind: Type.Union([Type.Literal('law'), Type.Literal('terms')]), reference: Type.String(), text: Type.String() }),
    redress: Type.Object({
      complaintUntil: Type.String({ format: 'date-time' }),
      complaint: Type.String(),
      outOfCourt: Type.Union([Type.String(), Type.Null()]),
      court: Type.String(),
    }),
    owedUnder: Type.String({ description: 'the law that asks for it, as in GET /api/v1/requests' }),
    url: Type.Optional(
      Type.String({
        description: 'where the uploader reads it and can complain, without an account. Give it to the uploader alone: its end is a secret',
      }),
    ),
  },
  { description: 'a statement of reasons (Regulation (EU) 2022/2065, Article 17)' },
);
export type Statement = Static<typeof Statement>;

/** Why an account was warned or suspended (Regulation (EU) 2022/2065, Articles 17 and 23); pass it on as it is. */
export const AccountStatement = Type.Object({
  version: Type.Literal(1),
  measure: Type.Union([Type.Literal('warning'), Type.Literal('suspension')]),
  kind: Type.Union([Type.Literal('illegal-content'), Type.Literal('unfounded-notices'), Type.Literal('unfounded-complaints')]),
  until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  facts: Type.Object({ count: Type.Integer(), total: Type.Integer(), days: Type.Integer(), text: Type.String() }),
  automation: Type.Object({ detection: Type.Literal(false), decision: Type.Literal(false), text: Type.String() }),
  ground: Type.Object({ kind: Type.Literal('terms'), reference: Type.String(), text: Type.String() }),
  redress: Type.Object({
    complaintUntil: Type.String({ format: 'date-time' }),
    complaint: Type.String(),
    outOfCourt: Type.String(),
    court: Type.String(),
  }),
});
export type AccountStatement = Static<typeof AccountStatement>;

/** What a moderator wants to know before deciding. */
export const AskedQuestions = Type.Array(
  Type.Object({
    key: Type.Enum([...questionKeys]),
    sentence: Type.String({ description: 'as whoever filed is asked, in English' }),
    pointers: Type.Array(Type.String(), { description: 'where in PATCH /api/v1/requests/{trackingNumber} an answer goes' }),
  }),
  {
    description:
      'what a moderator wants to know before deciding and nobody has answered; pass it on to whoever filed through your own form. Without an answer it is decided by what is there',
  },
);

/** One entry of the feed; a webhook body is exactly this. Receivers deduplicate by `id`, which is also the header `webhook-id`. */
export const FeedEntry = Type.Object({
  id: Type.String(),
  sequence: Type.Integer({ minimum: 1, description: 'rises by one within a platform, in the order the decisions were committed' }),
  type: Type.Enum(feedTypes),
  timestamp: Type.String({ format: 'date-time' }),
  data: Type.Object({
    actionId: Type.Optional(
      Type.String({ description: 'call POST /api/v1/actions/{id}/completed once done; for content.hold nobody waits for that' }),
    ),
    contentId: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    target: Type.Optional(
      Type.Union(
        [
          Type.Object({ kind: Type.Literal('content') }),
          Type.Object({ kind: Type.Literal('text') }),
          Type.Object({ kind: Type.Literal('link'), url: Type.String() }),
          Type.Object({ kind: Type.Literal('account'), uploaderRef: Type.String() }),
        ],
        {
          description:
            'what the act is about: the post with its picture, its title and words, an address that it leads to, or the account that posted it. Left out, the post with its picture. Whatever is not content comes only to a service that said that it can act on it',
        },
      ),
    ),
    trackingNumber: Type.Optional(Type.String()),
    outcome: Type.Optional(
      Type.Union(
        [Type.Literal('remove'), Type.Literal('restrict'), Type.Literal('keep'), Type.Literal('refer'), Type.Literal('withdrawn')],
        {
          description:
            'restrict: it stays, and fewer people see it; refer: it perhaps shows somebody under 18; withdrawn stands only in entries from before request.withdrawn had a type of its own',
        },
      ),
    ),
    visibility: Type.Optional(
      Type.Enum([...visibilities], {
        description:
          'of content.restrict: a decision leaves it up, and it is to be seen only so; left out, nobody is to see it. What was held is shown so, and no more',
      }),
    ),
    preserve: Type.Optional(
      Type.Boolean({
        description:
          'of content.restrict, and of content.remove where another request says that it may show somebody under 18: true where what you have of it must be kept under lock, seen by nobody and not deleted, until the authority that is told has what it needs',
      }),
    ),
    tellUploader: Type.Optional(
      Type.Boolean({
        description:
          'false: whoever uploaded it must not be told. true, of an order that is carried out: tell whoever uploaded it that an authority ordered it, why, for which places, and how it can be appealed, in the words of the order (Regulation (EU) 2022/2065, Article 9(5))',
      }),
    ),
    removalStands: Type.Optional(
      Type.Boolean({
        description:
          'of request.withdrawn: true where it was decided to remove, restrict or refer before; what was announced is still to be done',
      }),
    ),
    ground: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String({ description: 'the sentence for the platform, from a template' })),
    dueAt: Type.Optional(Type.String({ format: 'date-time' })),
    statement: Type.Optional(Statement),
    questions: Type.Optional(AskedQuestions),
    complaintId: Type.Optional(Type.String()),
    complainant: Type.Optional(Type.Union([Type.Literal('uploader'), Type.Literal('requester')])),
    complaintOutcome: Type.Optional(
      Type.Union([Type.Literal('upheld'), Type.Literal('rejected')], {
        description:
          'upheld: the decision is taken back; what follows from that is said by content.restore, or by a new decision about the request',
      }),
    ),
    answer: Type.Optional(
      Type.String({
        description:
          'of complaint.decided by an uploader or an account, and of account.measure-ended: what to tell them; of request.reopened what to tell whoever asked, and of content.restore, content.restrict, content.hold, text.restore, link.restore and account.restore what to tell an uploader who was owed a statement',
      }),
    ),
    measureId: Type.Optional(
      Type.String({
        description:
          'of account.warned, account.suspended and account.measure-ended: the warning or suspension for misuse; a complaint about it names it: POST /api/v1/account-measures/{id}/complaint',
      }),
    ),
    account: Type.Optional(Type.String({ description: 'of a measure against misuse: your own uploaderRef or filerRef' })),
    until: Type.Optional(
      Type.String({ format: 'date-time', description: 'of account.suspended: it ends by itself then, and account.measure-ended says so' }),
    ),
    accountStatement: Type.Optional(AccountStatement),
  }),
});
export type FeedEntry = Static<typeof FeedEntry>;
export type FeedData = FeedEntry['data'];

export const FeedPage = Type.Object({
  entries: Type.Array(FeedEntry),
  next: Type.Integer({ description: 'pass as ?after= for the next page' }),
});

export const CompletedBody = Type.Object(
  {
    purged: Type.Optional(
      Type.Array(Type.Enum(['original', 'derivatives', 'caches', 'quotes', 'search']), {
        description: 'what was purged',
      }),
    ),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
export type CompletedBody = Static<typeof CompletedBody>;

export const CompletedAnswer = Type.Object({
  actionId: Type.String(),
  state: Type.Literal('completed'),
  completedAt: Type.String({ format: 'date-time' }),
});

/** A complaint that an uploader made to the platform itself. */
export const ComplaintBody = Type.Object(
  {
    actionId: Type.String({ maxLength: 100, description: 'of the content.remove, content.restrict or content.hold that it is against' }),
    reason: Type.Enum([...complaintReasonsAgainst['taken-away-for-copyright']], {
      description:
        'depicted: the uploader says to be the person in the picture; agreed: the person agreed to its publication; rights: the uploader holds the rights in the work, or may use it, only of what was removed for a DMCA notice',
    }),
    text: Type.Optional(Type.String({ maxLength: 5000, description: 'what the uploader wrote; only moderators read it' })),
  },
  { additionalProperties: false },
);
export type ComplaintBody = Static<typeof ComplaintBody>;

export const ComplaintTaken = Type.Object({
  complaintId: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('upheld'), Type.Literal('rejected'), Type.Literal('closed')], {
    description: 'closed: nobody judged it, and nobody will; the answer of complaint.decided says what to tell the uploader',
  }),
  filedAt: Type.String({ format: 'date-time' }),
});
export type ComplaintTaken = Static<typeof ComplaintTaken>;

/** A complaint about a warning or a suspension, by the account that it concerns. */
export const MeasureComplaintBody = Type.Object(
  { text: Type.Optional(Type.String({ maxLength: 5000, description: 'what the account wrote; only moderators read it' })) },
  { additionalProperties: false },
);
export type MeasureComplaintBody = Static<typeof MeasureComplaintBody>;

export const MeasureComplaintTaken = Type.Object({
  measureId: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('upheld'), Type.Literal('rejected')]),
  filedAt: Type.String({ format: 'date-time' }),
});
export type MeasureComplaintTaken = Static<typeof MeasureComplaintTaken>;

export const EndpointBody = Type.Object(
  {
    url: Written('^https?://', 'an http or https address, such as https://forum.example/hooks/likeness', { minLength: 8, maxLength: 2048 }),
  },
  { additionalProperties: false },
);
export const EndpointAnswer = Type.Object({
  id: Type.String(),
  url: Type.String(),
  secret: Type.Optional(Type.String({ description: 'shown once; whsec_ and base64, as Standard Webhooks writes it' })),
  createdAt: Type.String({ format: 'date-time' }),
});
export type EndpointAnswer = Static<typeof EndpointAnswer>;
export const EndpointList = Type.Object({ endpoints: Type.Array(EndpointAnswer) });

export const PlatformSettings = Type.Object(
  {
    previewUrl: Type.Union(
      [
        Written(
          '^https?://[^/?#{}]+/[^{}]*\\{contentId\\}[^{}]*$',
          'an http or https address with {contentId} once in its path or query, such as https://media.forum.example/preview/{contentId}, or null',
          { maxLength: 2048 },
        ),
        Type.Null(),
      ],
      {
        description:
          'where the server may fetch the picture for a moderator, with {contentId} in its path or query; null: decisions are made by hash and link',
      },
    ),
  },
  { additionalProperties: false },
);
export type PlatformSettings = Static<typeof PlatformSettings>;
