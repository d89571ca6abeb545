/** What does a platform hear after a decision, and what does it answer? The decision feed, its webhooks, and the completion call. */
import { type Static, Type } from 'typebox';

export const feedTypes = [
  'content.hold',
  'content.remove',
  'content.restrict',
  'content.restore',
  'request.received',
  'request.due-soon',
  'request.overdue',
  'request.decided',
  'request.withdrawn',
] as const;
export type FeedType = (typeof feedTypes)[number];

/** One entry of the feed; a webhook body is exactly this. Receivers deduplicate by `id`, which is also the header `webhook-id`. */
export const FeedEntry = Type.Object({
  id: Type.String(),
  sequence: Type.Integer({ minimum: 1, description: 'rises by one within a platform, in the order the decisions were committed' }),
  type: Type.Enum(feedTypes),
  timestamp: Type.String({ format: 'date-time' }),
  data: Type.Object({
    actionId: Type.Optional(Type.String({ description: 'call POST /api/v1/actions/{id}/completed once done' })),
    contentId: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    trackingNumber: Type.Optional(Type.String()),
    outcome: Type.Optional(
      Type.Union([Type.Literal('remove'), Type.Literal('keep'), Type.Literal('refer'), Type.Literal('withdrawn')], {
        description:
          'refer: it perhaps shows somebody under 18; withdrawn stands only in entries from before request.withdrawn had a type of its own',
      }),
    ),
    preserve: Type.Optional(
      Type.Boolean({
        description:
          'of content.restrict: true where what you have of it must be kept under lock, seen by nobody and not deleted, until the authority that is told has what it needs',
      }),
    ),
    tellUploader: Type.Optional(Type.Boolean({ description: 'false: whoever uploaded it must not be told' })),
    removalStands: Type.Optional(
      Type.Boolean({
        description: 'of request.withdrawn: true where it was decided to remove or refer before; what was announced is still to be done',
      }),
    ),
    ground: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String({ description: 'the sentence for the platform, from a template' })),
    dueAt: Type.Optional(Type.String({ format: 'date-time' })),
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

export const EndpointBody = Type.Object(
  { url: Type.String({ minLength: 8, maxLength: 2048, pattern: '^https?://' }) },
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
    previewUrl: Type.Union([Type.String({ maxLength: 2048, pattern: '^https?://[^/?#{}]+/[^{}]*\\{contentId\\}[^{}]*$' }), Type.Null()], {
      description:
        'where the server may fetch the picture for a moderator, with {contentId} in its path or query; null: decisions are made by hash and link',
    }),
  },
  { additionalProperties: false },
);
export type PlatformSettings = Static<typeof PlatformSettings>;
