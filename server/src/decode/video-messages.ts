/** What does a child around ffmpeg say to the server? Lines of JSON, and a line of vPDQ text for each frame. */
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { stillEdge } from './video-stills.ts';

const closed = { additionalProperties: false } as const;
/** A whole still in base64. */
export const longestLuma = 4 * Math.ceil(stillEdge ** 2 / 3);

/**
 * `ready` once; `opened` or `unreadable` to `open`; to `decode` any number of `working`, then `video`, frames and `end`, or `refused` at any point;
 * to `stills` any number of `working`, then stills and `end`, or `refused`. Only a still has room for pixels, and it is small.
 */
export const Said = Type.Union([
  Type.Object({ kind: Type.Literal('ready'), hasDroppedRoot: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('opened') }, closed),
  Type.Object({ kind: Type.Literal('unreadable') }, closed),
  Type.Object({ kind: Type.Literal('working'), pid: Type.Integer({ minimum: 2 }) }, closed),
  Type.Object(
    {
      kind: Type.Literal('video'),
      width: Type.Integer({ minimum: 1 }),
      height: Type.Integer({ minimum: 1 }),
      codec: Type.String({ pattern: '^[a-z0-9]{1,20}$' }),
      seconds: Type.Optional(Type.Number({ minimum: 0 })),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('still'),
      width: Type.Integer({ minimum: 1, maximum: stillEdge }),
      height: Type.Integer({ minimum: 1, maximum: stillEdge }),
      /** Grey samples, base64. */
      luma: Type.String({ maxLength: longestLuma }),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('end'), isDamaged: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('refused'), code: Type.String({ maxLength: 64 }) }, closed),
]);
export type Said = Static<typeof Said>;

/** The content of a line, or undefined when it is not of the agreed shape: the sender is then not who it should be. */
export function saidBy(line: string): Said | undefined {
  const content = jsonOf(line);
  return Value.Check(Said, content) ? content : undefined;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
