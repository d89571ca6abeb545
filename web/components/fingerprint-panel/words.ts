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
  readonly whatIsSent: string;
  readonly whatIsSentNote: string;
  readonly problems: Readonly<Record<PictureProblem, string>>;
};

/** Why a picture has no fingerprint. */
export type PictureProblem =
  | 'unsupported'
  | 'heic'
  | 'video'
  | 'cmyk'
  | 'damaged'
  | 'too-large'
  | 'too-many-pixels'
  | 'too-plain'
  | 'too-many-pictures'
  | 'twice'
  | 'out-of-memory';
