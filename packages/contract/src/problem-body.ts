/** What does the body of an error look like? Apart from the registry, which decoders and the command line read without the library of shapes. */
import { type Static, Type } from 'typebox';

/** The body of every error. `pointer` is an RFC 6901 JSON pointer into what was sent; `errors` names all bad fields at once. */
export const ProblemBody = Type.Object(
  {
    type: Type.String({ description: 'urn:likeness:problem: followed by the code' }),
    code: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    pointer: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
    instance: Type.Optional(Type.String({ description: 'the id under which the operator finds this in the log' })),
  },
  { $id: 'Problem' },
);
export type ProblemBody = Static<typeof ProblemBody>;
