/** What does a removal request look like when a platform's own form sends it? `POST /api/v1/requests`. Nothing but the basis is required: an incomplete request is kept. */
import { type Static, Type } from 'typebox';
import { ContentId, FingerprintBody, WebAddress } from './screening.ts';

export const RequestBody = Type.Object(
  {
    basis: Type.Optional(Type.Literal('take-it-down', { description: 'the legal basis; take-it-down when left out' })),
    onBehalfOf: Type.Optional(
      Type.Union([Type.Literal('self'), Type.Literal('agent')], {
        description: 'who signs: the person in the picture, or someone acting for her',
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

export const RequestAnswer = Type.Object({
  trackingNumber: Type.String(),
  followUrl: Type.String({
    description: 'for the person alone, shown once: opens her case so that she can make her own code. The secret is in the fragment.',
  }),
  status: Type.Union([Type.Literal('complete'), Type.Literal('incomplete')]),
  receivedAt: Type.String({ format: 'date-time' }),
  dueAt: Type.String({ format: 'date-time', description: '48 hours from the first receipt; no event moves it' }),
  missing: Type.Array(Type.String(), { description: 'all elements that are still missing, at once' }),
  missingDetails: Type.Array(Type.Object({ element: Type.String(), pointer: Type.String(), sentence: Type.String() })),
});
export type RequestAnswer = Static<typeof RequestAnswer>;

/** Adding what was missing answers as the filing did, without the one-time address. */
export const RequestAmended = Type.Omit(RequestAnswer, ['followUrl']);
export type RequestAmended = Static<typeof RequestAmended>;
