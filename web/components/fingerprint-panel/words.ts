/** Which sentences does the fingerprint panel need? The page passes them, so that the behaviour holds no language. */

export type FingerprintPanelWords = {
  /** While the program that reads pictures is loading. */
  readonly gettingReady: string;
  /** Everything needed is here: the connection may be switched off. */
  readonly ready: string;
  /** The program did not load; the request works without it. */
  readonly notAvailable: string;
  /** This browser changes what a page reads from a picture. */
  readonly distorted: string;
  readonly choose: string;
  readonly chooseMore: string;
  readonly listLabel: string;
  readonly reading: string;
  readonly done: string;
  readonly remove: string;
  readonly waiting: string;
  /** `{count}` pictures are ready. */
  readonly countOne: string;
  readonly countMany: string;
  /** Said when she presses Send too early. */
  readonly stillReading: string;
  /** Kept from before the page came back. */
  readonly keptName: string;
  /** A video kept from before. */
  readonly keptVideoName: string;
  /** The choice that loads the video reader. `{size}`: of what is loaded. */
  readonly videos: string;
  readonly videosHint: string;
  /** As `choose` and `chooseMore`, once videos may be chosen. */
  readonly chooseFiles: string;
  readonly chooseMoreFiles: string;
  readonly videosLoading: string;
  /** As `ready`, for videos too. */
  readonly videosReady: string;
  readonly videosNotAvailable: string;
  readonly videosNotLoaded: string;
  /** `{at}` of `{of}`: minutes and seconds of the video. */
  readonly readingVideo: string;
  readonly readingVideoSince: string;
  /** Takes back a video that is being read. */
  readonly stop: string;
  /** Of a file that is broken somewhere. */
  readonly doneInPart: string;
  /** Where videos are among them. */
  readonly countFilesOne: string;
  readonly countFilesMany: string;
  readonly whatIsSent: string;
  readonly whatIsSentNote: string;
  readonly problems: Readonly<Record<PictureProblem, string>>;
};

/** Why a picture or a video has no fingerprint. */
export type PictureProblem =
  | 'unsupported'
  | 'heic'
  | 'video'
  | 'video-kind'
  | 'video-codec'
  | 'hevc'
  | 'sound-only'
  | 'video-damaged'
  | 'video-too-large'
  | 'video-too-long'
  | 'video-plain'
  | 'too-many-videos'
  | 'cmyk'
  | 'damaged'
  | 'too-large'
  | 'too-many-pixels'
  | 'too-plain'
  | 'too-many-pictures'
  | 'twice'
  | 'out-of-memory';
