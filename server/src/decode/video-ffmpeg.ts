/** How is ffmpeg asked about a hostile file, and what may it answer? The argument lists, and the reading of its answers; nothing is started here. */

/** Which frames are hashed: the first of each second, every one, or the first keyframe of each second. */
export type WhichFrames = 'every-second' | 'every-frame' | 'keyframes';

/** The descriptor under which ffmpeg and ffprobe find the video. */
export const videoDescriptor = 3;
/** The descriptor on which ffmpeg says which frame comes next. */
export const timelineDescriptor = 4;

/** By ffmpeg's names. Playlists (hls, concat, dash) are not among them: they are texts that make the reader open other files. */
const formats = ['mov', 'matroska', 'avi', 'mpegts', 'mpeg', 'mpegvideo', 'flv', 'ogg', 'asf'];
/** Codecs as ffprobe names them, with the decoders that read them. */
const codecs: Readonly<Record<string, readonly string[]>> = {
  h264: ['h264'],
  hevc: ['hevc'],
  vp8: ['vp8'],
  vp9: ['vp9'],
  av1: ['libdav1d', 'libaom-av1', 'av1'],
  mpeg4: ['mpeg4'],
  mpeg2video: ['mpeg2video'],
  mpeg1video: ['mpeg1video'],
  h263: ['h263'],
  flv1: ['flv'],
  mjpeg: ['mjpeg'],
  theora: ['theora'],
  prores: ['prores'],
  msmpeg4v3: ['msmpeg4'],
  msmpeg4v2: ['msmpeg4v2'],
  wmv1: ['wmv1'],
  wmv2: ['wmv2'],
  wmv3: ['wmv3'],
  vc1: ['vc1'],
};

/**
 * For both programs: only the one file, only these formats, for films (V: no cover pictures) only these decoders, one thread, no large single allocation,
 * a short look at the beginning. ffprobe opens a decoder for sound too and fails without one, so sound is not restricted.
 */
const confinedTo = (
  protocol: string,
  formats: readonly string[],
  decoders: readonly string[],
  saying: 'error' | 'warning' = 'error',
): readonly string[] => [
  ...['-hide_banner', '-loglevel', `repeat+${saying}`, '-max_alloc', String(256 * 1024 * 1024)],
  ...['-protocol_whitelist', protocol, '-format_whitelist', formats.join(','), '-codec_whitelist:V', decoders.join(',')],
  ...['-probesize', '10000000', '-analyzeduration', '10000000', '-threads', '1'],
];
export const confined = confinedTo('file', formats, Object.values(codecs).flat());
/** Opened anew through the descriptor, so that the reader can seek; the file needs no name. */
export const input = ['-i', `file:/dev/fd/${videoDescriptor}`];

/** Whatever else is wrong, the sizes are wanted, to name it: so no limit of pixels here, where at most a frame is decoded. */
export const probeArguments: readonly string[] = [
  ...confined,
  ...['-select_streams', 'V', '-show_data', '-show_entries'],
  [
    'stream=codec_name,width,height,color_range,pix_fmt,nb_frames,duration,has_b_frames,field_order,time_base,extradata',
    'stream_side_data=displaymatrix',
    'format=format_name,duration,start_time',
  ].join(':'),
  ...['-of', 'json'],
  ...input,
];

/** Where the bytes of each frame lie and when it is shown, a line each. Reads the file to its end. */
export const packetArguments: readonly string[] = [
  ...confined,
  ...['-select_streams', 'V:0', '-show_entries', 'packet=pts,dts,size,pos,flags:packet_side_data', '-of', 'compact'],
  ...input,
];

/** What ffprobe says of the first film in the file; cover pictures do not count. */
export interface ProbedVideo {
  readonly codec: string;
  /** Names of the container, with commas between. */
  readonly formatName: string;
  /** Whether each frame is one picture, not two fields; false where that is not known. */
  readonly isProgressive: boolean;
  /** Whether frames are shown in another order than they are stored. */
  readonly isReordered: boolean;
  /** When the first of the file's streams begins, by the clock of the container. */
  readonly startMicroseconds: number;
  /** Seconds a tick of the film's own clock, as a fraction. */
  readonly timeBase: readonly [number, number] | undefined;
  /** What the decoder is told before the first frame; empty where there is nothing. */
  readonly configuration: Uint8Array;
  /** As stored, before any turn. */
  readonly width: number;
  readonly height: number;
  /** Whether luma uses all of 0 to 255; most video uses 16 to 235. */
  readonly isFullRange: boolean;
  /** As the container states them, which may be false; undefined where it does not. */
  readonly frames: number | undefined;
  readonly seconds: number | undefined;
  /** Filters that turn the frame as players do. */
  readonly turn: readonly string[];
}

/** Reads ffprobe's answer. `none`: the file can be opened, but holds no film. Throws a SyntaxError when this is no such answer. */
export function probedVideo(json: string): ProbedVideo | 'none' {
  const answer: unknown = JSON.parse(json);
  const [stream] = listOf(answer, 'streams');
  if (stream === undefined) return 'none';
  const positive = (value: unknown): number | undefined =>
    Number(value) > 0 && Number.isFinite(Number(value)) ? Number(value) : undefined;
  const codec = String(fieldOf(stream, 'codec_name'));
  const pixelFormat = String(fieldOf(stream, 'pix_fmt'));
  const matrix = listOf(stream, 'side_data_list')
    .map((data) => fieldOf(data, 'displaymatrix'))
    .find((text) => typeof text === 'string');
  const startSeconds = Number(fieldOf(fieldOf(answer, 'format'), 'start_time'));
  return {
    codec,
    formatName: String(fieldOf(fieldOf(answer, 'format'), 'format_name')),
    isProgressive: fieldOf(stream, 'field_order') === 'progressive',
    isReordered: positive(fieldOf(stream, 'has_b_frames')) !== undefined,
    startMicroseconds: Number.isFinite(startSeconds) ? Math.round(startSeconds * 1_000_000) : 0,
    timeBase: timeBaseOf(String(fieldOf(stream, 'time_base'))),
    configuration: bytesOfDump(String(fieldOf(stream, 'extradata') ?? '')),
    width: positive(fieldOf(stream, 'width')) ?? 0,
    height: positive(fieldOf(stream, 'height')) ?? 0,
    isFullRange: fieldOf(stream, 'color_range') === 'pc' || pixelFormat.startsWith('yuvj') || !/^(yuv|nv|p0)/.test(pixelFormat),
    frames: positive(fieldOf(stream, 'nb_frames')),
    seconds: positive(fieldOf(stream, 'duration')) ?? positive(fieldOf(fieldOf(answer, 'format'), 'duration')),
    turn: matrix === undefined ? [] : turnOf(matrix),
  };
}

function timeBaseOf(text: string): readonly [number, number] | undefined {
  const [, numerator, denominator] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(text) ?? [];
  return numerator === undefined || denominator === undefined ? undefined : [Number(numerator), Number(denominator)];
}

/** The bytes of a dump as ffprobe prints it: rows of up to 16, after where they stand and before the same as text. */
function bytesOfDump(dump: string): Uint8Array {
  const rows = dump.split('\n').map((row) => /^[0-9a-f]{8}: ((?:[0-9a-f]{2,4} ){1,8})/.exec(row)?.[1] ?? '');
  return Buffer.from(rows.join('').replaceAll(' ', ''), 'hex');
}

export function isReadableCodec(codec: string): boolean {
  return Object.hasOwn(codecs, codec);
}

function fieldOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? Reflect.get(from, name) : undefined;
}

function listOf(from: unknown, name: string): readonly unknown[] {
  const value = fieldOf(from, name);
  return Array.isArray(value) ? value : [];
}

/**
 * The turn of a display matrix (ISO 14496-12, 8.3.2: a and b are where a step to the right goes, c and d a step down), as ffprobe prints it in three
 * rows. Only the eight turns by right angles are known to players; any other matrix leaves the frame as it is.
 */
function turnOf(matrix: string): string[] {
  const rows = [...matrix.matchAll(/^[0-9a-f]{8}:\s+(-?\d+)\s+(-?\d+)\s+-?\d+\s*$/gm)];
  const [a = 0, b = 0, c = 0, d = 0] = rows.slice(0, 2).flatMap(([, x, y]) => [Math.sign(Number(x)), Math.sign(Number(y))]);
  const turns: Readonly<Record<string, string[]>> = {
    '1,0,0,1': [],
    '0,1,-1,0': ['transpose=clock'],
    '-1,0,0,-1': ['hflip', 'vflip'],
    '0,-1,1,0': ['transpose=cclock'],
    '-1,0,0,1': ['hflip'],
    '1,0,0,-1': ['vflip'],
    '0,1,1,0': ['transpose=cclock_flip'],
    '0,-1,-1,0': ['transpose=clock_flip'],
  };
  return turns[[a, b, c, d].join(',')] ?? [];
}

/** A shorter edge from here on is halved. */
const largeEdge = 640;

/**
 * The size at which frames are hashed, before any turn. One frame a second is hashed as it is. Of every frame, and of keyframes, large ones are halved until
 * the shorter edge is under 640: hashing 2 megapixels costs as much as decoding them, and the hash looks at 64 x 64 (docs/video.md says what it moves).
 */
export function hashedSize({ width, height }: Pick<ProbedVideo, 'width' | 'height'>, which: WhichFrames): readonly [number, number] {
  let halvings = 0;
  while (which !== 'every-second' && Math.min(width, height) >> halvings >= largeEdge) halvings++;
  return [width >> halvings, height >> halvings];
}

export interface DecodeLimits {
  readonly maxFrames: number;
  readonly maxPixels: number;
  readonly maxCpuSeconds: number;
}

/** Time in milliseconds and frame number travel as one timestamp, ms * 2^24 + number: exact in a double up to 2^29 ms, six days. */
const numberRoom = 2 ** 24;

/** Without the smoothing of block edges too: a fifth less time, and a few bits that triage can spare. */
const keyframesOnly = ['-skip_frame', 'nokey', '-skip_loop_filter', 'all'];

/**
 * Decodes the first film to bare luma on standard output, one frame after the other, all of `hashedSize`; for each, a line on the timeline descriptor.
 * Luma leaves as it is stored, without stretching 16-235 to 0-255: that moves no bit of a PDQ and costs a third of a decode.
 */
export function decodeArguments(video: ProbedVideo, which: WhichFrames, limits: DecodeLimits): string[] {
  const last = limits.maxFrames - 1;
  // A frame without a timestamp is taken to be shown with the one before it.
  const stamped = `setpts='if(isnan(PTS),ld(0),st(0,PTS))*${numberRoom}+N'`;
  const second = (pts: string): string => `floor(${pts}/${1000 * numberRoom})`;
  // The first frame that a second has, by the file's own clock: right for variable frame rates. The last frame allowed is let through to be noticed.
  const chosen = `select='not(eq(${second('pts')},${second('prev_selected_pts')}))+eq(n,${last})'`;
  return [
    ...started(limits),
    ...confined,
    ...['-max_pixels', String(limits.maxPixels), '-noautorotate', ...(which === 'keyframes' ? keyframesOnly : [])],
    ...input,
    ...hashable(video, which, [
      `trim=end_frame=${limits.maxFrames}`,
      'settb=1/1000',
      stamped,
      ...(which === 'every-frame' ? [] : [chosen]),
    ]),
  ];
}

/**
 * The same for the frames that come through standard input as video-spared.ts sends them: those with an odd stamp are hashed, which their lines on the
 * timeline descriptor name.
 */
export function sparingArguments(video: ProbedVideo, limits: DecodeLimits): string[] {
  return [
    ...started(limits),
    // A picture that was made up where bytes are broken is only warned of, and is made up from frames that are not decoded here.
    ...confinedTo('pipe', ['flv'], ['h264'], 'warning'),
    // The stamps are not a clock: nothing is taken off them.
    ...['-max_pixels', String(limits.maxPixels), '-noautorotate', '-copyts', '-f', 'flv', '-i', 'pipe:0'],
    ...hashable(video, 'every-second', ["select='mod(pts,2)'"]),
  ];
}

const started = ({ maxCpuSeconds }: DecodeLimits): string[] => ['-nostdin', '-timelimit', String(maxCpuSeconds), '-filter_threads', '1'];

/** From the frames that `chosen` lets through to their luma on standard output, and their stamps on the timeline descriptor. */
function hashable(video: ProbedVideo, which: WhichFrames, chosen: readonly string[]): string[] {
  const [width, height] = hashedSize(video, which);
  // Of every frame the lines come some hundred at once, and what is hashed waits for its line: 5 % less in all than a line at a time.
  const isAtOnce = which === 'every-frame' ? 0 : 1;
  const filters = [
    ...chosen,
    `metadata=mode=add:key=hashed:value=1,metadata=mode=print:key=hashed:file='pipe\\:${timelineDescriptor}':direct=${isAtOnce}`,
    'setpts=N',
    // Equal ranges on both sides make the scaler copy the plane where it need not scale: to halve it, or where the size changes in mid-film.
    `scale=${width}:${height}:flags=area:in_range=full:out_range=full`,
    'format=gray',
    ...video.turn,
  ];
  return [
    ...['-map', '0:V:0', '-an', '-sn', '-dn', '-vf', filters.join(','), '-fps_mode', 'passthrough'],
    // The frames' own count is their time from here on: without it, what is counted in milliseconds would be rounded to the frame rate and refused as a repeat.
    ...['-enc_time_base', '1:1000', '-avioflags', 'direct', '-f', 'rawvideo', 'pipe:1'],
  ];
}

export interface TimelineEntry {
  readonly number: number;
  readonly atSeconds: number;
}

/** A line of the timeline: the stamp of a frame; `nothing` for the lines between; undefined for what ffmpeg would not write. */
export function timelineStamp(line: string): number | 'nothing' | undefined {
  if (line === 'hashed=1') return 'nothing';
  const [, stamp] = /^frame:\d+ +pts:(-?\d+) +pts_time:\S+$/.exec(line) ?? [];
  return stamp === undefined ? undefined : Number(stamp);
}

/** What a stamp of `decodeArguments` says. */
export function timelineEntry(stamp: number): TimelineEntry {
  const milliseconds = Math.floor(stamp / numberRoom);
  return { number: stamp - milliseconds * numberRoom, atSeconds: Math.max(0, milliseconds) / 1000 };
}
