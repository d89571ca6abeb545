/** What does the server say to a child around ffmpeg? Lines of JSON, checked by hand as pictures' jobs are (read-job.ts says why). */

/** What is decoded, by which programs and within which limits: of the film's length, its frames, their pixels, what is hashed, and processor time. */
export interface DecodeOrder {
  readonly kind: 'decode';
  readonly which: 'every-second' | 'every-frame' | 'keyframes';
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly maxSeconds: number;
  readonly maxFrames: number;
  readonly maxPixels: number;
  readonly maxHashes: number;
  readonly maxCpuSeconds: number;
}

/** What is shown of it: a few frames, small and grey (video-stills.ts). */
export type StillsOrder = Omit<DecodeOrder, 'kind' | 'which' | 'maxHashes'> & { readonly kind: 'stills' };

/** The child takes one order at a time: it opens a file, and then reads it as often as it is told to, until it is told to let go of it. */
export type Order = { readonly kind: 'open'; readonly file: string } | { readonly kind: 'close' } | DecodeOrder | StillsOrder;

/** The order on a line, or undefined when it is none: the sender is then not who it should be. */
export function orderOf(line: string): Order | undefined {
  try {
    const content: unknown = JSON.parse(line);
    return isOrder(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

const passes: ReadonlySet<unknown> = new Set<DecodeOrder['which']>(['every-second', 'every-frame', 'keyframes']);
const programs = ['ffmpeg', 'ffprobe'] as const;
const limits = ['maxSeconds', 'maxFrames', 'maxPixels', 'maxCpuSeconds'] as const;

function isOrder(content: unknown): content is Order {
  if (typeof content !== 'object' || content === null) return false;
  const field = (name: string): unknown => (Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined);
  if (field('kind') === 'open') return typeof field('file') === 'string';
  if (field('kind') === 'close') return true;
  const isDecode = field('kind') === 'decode' && passes.has(field('which')) && typeof field('maxHashes') === 'number';
  if (!isDecode && field('kind') !== 'stills') return false;
  return programs.every((name) => typeof field(name) === 'string') && limits.every((name) => typeof field(name) === 'number');
}
