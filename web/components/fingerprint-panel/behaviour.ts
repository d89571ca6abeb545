/** What happens in the panel when she chooses files? Each becomes a row with its progress, then a tick or a reason; the hidden field always holds what would be sent. */

import { isLanguage, localeOf, speak } from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import type { FingerprintPanelEnglish, PictureProblem } from './words.ts';

export type ReadPicture =
  | { readonly fingerprints: readonly Fingerprint[]; readonly isPlain: boolean }
  | { readonly problem: PictureProblem };

export interface PictureReader {
  /** `slow`: without WebAssembly. Then neither HEIC pictures nor videos can be read. */
  readonly readiness: Promise<'ready' | 'slow' | 'distorted' | 'not-available'>;
  /** Loads the decoder of HEIC pictures; false where it did not arrive. May be asked again. Never rejects. */
  loadHeic(): Promise<boolean>;
  /** Reads one file after the other, in the order asked for. Never rejects. */
  read(file: File, onShare: (share: number) => void): Promise<ReadPicture>;
}

export type ReadVideo =
  | { readonly fingerprints: readonly Fingerprint[]; readonly frames: string; readonly isCut: boolean }
  | { readonly problem: PictureProblem };

export interface VideoProgress {
  readonly share: number;
  /** Of the video, while its frames are read. */
  readonly atSeconds?: number;
  readonly ofSeconds?: number;
}

/** `not-loaded`: the reader itself did not arrive, most often because the connection is off. */
export type VideoReadiness = 'ready' | 'not-available' | 'not-loaded';

export interface VideoReader {
  readonly readiness: Promise<VideoReadiness>;
  /** As with pictures. After `stop` the result never comes. */
  read(file: File, onProgress: (progress: VideoProgress) => void): { readonly result: Promise<ReadVideo>; stop(): void };
}

export interface Panel {
  /** The sentence to say when she wants to send while files are still being read; null when none is. */
  stillReading(): string | null;
}

type Row = {
  readonly element: HTMLLIElement;
  readonly state: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly remove: HTMLButtonElement;
};
/** `file`: its name and size, empty for what was kept from before. `frames`: of a video, packed. */
type Entry = {
  readonly row: Row;
  readonly file: string;
  fingerprints: readonly Fingerprint[] | null;
  frames?: string;
  isReading: boolean;
  stop?: () => void;
};
/** A file in the field that is sent. */
type Sent = readonly Fingerprint[] | { readonly fingerprints: readonly Fingerprint[]; readonly frames: string };

const picturesAtMost = 50;
/** Two hours of frames, a second and 44 characters each: with the pictures, what the form's address takes. */
const frameCharactersAtMost = 7200 * 44;
const heicTypes = ',image/heic,image/heif,.heic,.heif';
const videoTypes = ',video/mp4,video/quicktime,video/webm,video/x-matroska,.mkv';

/** `1:05`, `1:02:09`. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function part<E extends Element>(panel: HTMLElement, name: string, type: new () => E): E {
  const element = panel.querySelector(`[data-part="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the fingerprint panel has no part ${name}`);
  return element;
}

function sizeWords(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  }).format(value);
}

function newRow(name: string, size: string, removal: Naming, onRemove: () => void): Row {
  const element = document.createElement('li');
  element.className = 'picture-row';
  const title = document.createElement('span');
  title.className = 'picture-row__name';
  title.textContent = name;
  if (size !== '') {
    const sizeElement = document.createElement('span');
    sizeElement.className = 'picture-row__size';
    sizeElement.textContent = size;
    title.append(' ', sizeElement);
  }
  const state = document.createElement('span');
  state.className = 'picture-row__state';
  state.setAttribute('role', 'status');
  const progress = document.createElement('progress');
  progress.className = 'picture-row__progress';
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', name);
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'button button--quiet picture-row__remove';
  nameButton(remove, removal, name);
  remove.addEventListener('click', onRemove);
  element.append(title, remove, state, progress);
  return { element, state, progress, remove };
}

/** What stands on a button, and what is read out of it. */
type Naming = { readonly short: string; readonly whole: (values: { readonly name: string }) => string };

function nameButton(button: HTMLButtonElement, { short, whole }: Naming, name: string): void {
  button.textContent = short;
  button.setAttribute('aria-label', whole({ name }));
}

const isPicture = (file: Sent): file is readonly Fingerprint[] => !('frames' in file);

/** What is sent of a file, as she may read it. */
function sentLines(file: Sent): string {
  const fingerprints = isPicture(file) ? file : file.fingerprints;
  const lines = fingerprints.map(({ kind, variant, value, quality }) =>
    [kind, variant, value, quality].filter((each) => each !== undefined).join(' '),
  );
  return [...lines, ...(isPicture(file) ? [] : [`vpdq ${file.frames}`])].join('\n');
}

/** Connects one panel on the page with the reader. The reader of videos is started when she says that she has some. */
export function connectPanel(panel: HTMLElement, reader: PictureReader, startVideoReader: () => VideoReader): Panel {
  const given = panel.getAttribute('data-language');
  const language = isLanguage(given) ? given : 'en';
  const sentences = JSON.parse(panel.getAttribute('data-words') ?? '{}');
  const words = speak<FingerprintPanelEnglish>(sentences, sentences, language);
  const removal: Naming = { short: words.remove, whole: words.removeName };
  const parts = {
    state: part(panel, 'state', HTMLParagraphElement),
    files: part(panel, 'files', HTMLInputElement),
    videos: part(panel, 'videos', HTMLInputElement),
    heic: part(panel, 'heic', HTMLInputElement),
    choose: part(panel, 'choose', HTMLLabelElement),
    list: part(panel, 'list', HTMLUListElement),
    count: part(panel, 'count', HTMLParagraphElement),
    sent: part(panel, 'sent', HTMLDetailsElement),
    sentText: part(panel, 'sent-text', HTMLPreElement),
    field: part(panel, 'field', HTMLInputElement),
  };
  const entries = new Set<Entry>();
  let takesVideos = false;
  let takesHeic = false;
  let isSlow = false;
  /** Programs on their way: she is told that the connection may go only when all are here. */
  let loading = 0;

  function show(): void {
    const files = [...entries].flatMap(({ fingerprints, frames }): Sent[] =>
      fingerprints === null ? [] : [frames === undefined ? fingerprints : { fingerprints, frames }],
    );
    parts.field.value = files.length === 0 ? '' : JSON.stringify(files);
    // Browsers tell of what is typed, not of what script writes.
    parts.field.dispatchEvent(new Event('change', { bubbles: true }));
    const ready = files.every(isPicture) ? words.pictures : words.filesReady;
    parts.count.textContent = files.length === 0 ? '' : ready({ count: files.length });
    parts.sent.hidden = files.length === 0;
    parts.sentText.textContent = files.map(sentLines).join('\n\n');
    parts.list.hidden = entries.size === 0;
    const [first, more] = takesVideos ? [words.chooseFiles, words.chooseMoreFiles] : [words.choose, words.chooseMore];
    parts.choose.textContent = entries.size === 0 ? first : more;
  }

  function addRow(name: string, size: string, file = ''): Entry {
    const entry: Entry = {
      file,
      row: newRow(name, size, removal, () => {
        entry.stop?.();
        entries.delete(entry);
        entry.row.element.remove();
        show();
        parts.files.focus();
      }),
      fingerprints: null,
      isReading: true,
    };
    entries.add(entry);
    parts.list.append(entry.row.element);
    return entry;
  }

  function settle(entry: Entry, look: 'done' | 'problem', sentence: string): void {
    entry.isReading = false;
    delete entry.stop;
    entry.row.element.classList.add(`picture-row--${look}`);
    entry.row.state.textContent = look === 'done' ? `\u2713 ${sentence}` : sentence;
    entry.row.progress.remove();
  }

  /** Chosen again, such as a video once she has ticked that she has some, it is read anew: what was said of it before is said no more. */
  function forgetRefused(file: string): void {
    for (const entry of entries) {
      if (entry.file !== file || entry.isReading || entry.fingerprints !== null) continue;
      entries.delete(entry);
      entry.row.element.remove();
    }
  }

  const isKnown = (fingerprints: readonly Fingerprint[]): boolean => {
    const sha256 = fingerprints.find(({ kind }) => kind === 'sha256')?.value;
    return [...entries].some((entry) => entry.fingerprints?.some(({ kind, value }) => kind === 'sha256' && value === sha256) ?? false);
  };

  /** The reader of videos, once she has asked for it. */
  let videoReader: VideoReader | null = null;

  async function addVideo(entry: Entry, file: File, by: VideoReader): Promise<void> {
    if ((await by.readiness) !== 'ready') {
      settle(entry, 'problem', words.videosNotAvailable);
      return;
    }
    if (!entries.has(entry)) return;
    const { row } = entry;
    const reading = by.read(file, ({ share, atSeconds, ofSeconds }) => {
      row.progress.value = share;
      if (atSeconds === undefined) row.state.textContent = words.reading;
      else if (ofSeconds === undefined) row.state.textContent = words.readingVideoSince({ at: clock(atSeconds) });
      else row.state.textContent = words.readingVideo({ at: clock(atSeconds), of: clock(ofSeconds) });
    });
    entry.stop = reading.stop;
    // Its state changes every moment: a screen reader has the progress bar for that.
    row.state.removeAttribute('role');
    nameButton(row.remove, { short: words.stop, whole: words.stopName }, file.name);
    const read = await reading.result;
    row.state.setAttribute('role', 'status');
    nameButton(row.remove, removal, file.name);
    if ('problem' in read) settle(entry, 'problem', words.problems[read.problem]);
    else if (isKnown(read.fingerprints)) settle(entry, 'problem', words.problems.twice);
    else if (frameCharacters() + read.frames.length > frameCharactersAtMost) settle(entry, 'problem', words.problems['too-many-videos']);
    else {
      entry.fingerprints = read.fingerprints;
      entry.frames = read.frames;
      const isPlain = read.frames === '';
      settle(entry, isPlain ? 'problem' : 'done', isPlain ? words.problems['video-plain'] : read.isCut ? words.doneInPart : words.done);
    }
  }

  const frameCharacters = (): number => [...entries].reduce((sum, { frames = '' }) => sum + frames.length, 0);

  /** Where their programs cannot run, nothing says to tick a box for them. */
  const whyNot = (problem: PictureProblem): string =>
    isSlow && (problem === 'heic' || problem === 'video') ? words.problemsSlow[problem] : words.problems[problem];

  async function add(file: File): Promise<void> {
    const chosen = `${file.name} ${file.size}`;
    forgetRefused(chosen);
    const entry = addRow(file.name, sizeWords(file.size, localeOf(language)), chosen);
    if (entries.size > picturesAtMost) {
      settle(entry, 'problem', words.problems['too-many-pictures']);
      return;
    }
    entry.row.state.textContent = words.waiting;
    const read = await reader.read(file, (share) => {
      if (entry.row.state.textContent !== words.reading) entry.row.state.textContent = words.reading;
      entry.row.progress.value = share;
    });
    if (!entries.has(entry)) return;
    if ('problem' in read && read.problem === 'video' && videoReader !== null) await addVideo(entry, file, videoReader);
    else if ('problem' in read) settle(entry, 'problem', whyNot(read.problem));
    else if (isKnown(read.fingerprints)) settle(entry, 'problem', words.problems.twice);
    else {
      entry.fingerprints = read.fingerprints;
      settle(entry, read.isPlain ? 'problem' : 'done', read.isPlain ? words.problems['too-plain'] : words.done);
    }
    show();
  }

  function keepFromBefore(): void {
    if (parts.field.value === '') return;
    const kept: readonly Sent[] = JSON.parse(parts.field.value);
    kept.forEach((file, index) => {
      const name = isPicture(file) ? words.keptName : words.keptVideoName;
      const entry = addRow(name({ number: index + 1 }), '');
      entry.fingerprints = isPicture(file) ? file : file.fingerprints;
      if (!isPicture(file)) entry.frames = file.frames;
      settle(entry, 'done', words.done);
    });
  }

  parts.files.addEventListener('change', () => {
    const chosen = [...(parts.files.files ?? [])];
    // The page lets go of the files as soon as the worker has them.
    parts.files.value = '';
    for (const file of chosen) void add(file);
    show();
  });

  const ofPictures = { accept: parts.files.accept, label: parts.files.getAttribute('aria-label') ?? '' };

  function accept(): void {
    parts.files.accept = ofPictures.accept + (takesHeic ? heicTypes : '') + (takesVideos ? videoTypes : '');
  }

  function tell(sentence: string): void {
    parts.state.textContent = loading > 0 ? words.loadingOther : sentence;
  }

  async function loadHeic(): Promise<void> {
    if (!parts.heic.checked) {
      takesHeic = false;
      accept();
      return;
    }
    loading += 1;
    parts.state.textContent = words.heicLoading;
    panel.setAttribute('data-heic', 'loading');
    const isLoaded = await reader.loadHeic();
    loading -= 1;
    panel.setAttribute('data-heic', isLoaded ? 'ready' : 'not-loaded');
    tell(isLoaded ? words.heicReady : words.heicNotLoaded);
    if (!isLoaded) parts.heic.checked = false;
    takesHeic = parts.heic.checked;
    accept();
  }

  function takeVideos(takes: boolean): void {
    takesVideos = takes;
    accept();
    parts.files.setAttribute('aria-label', takes ? words.chooseFiles : ofPictures.label);
    show();
  }

  async function loadVideoReader(): Promise<void> {
    if (!parts.videos.checked) {
      takeVideos(false);
      return;
    }
    videoReader ??= startVideoReader();
    loading += 1;
    parts.state.textContent = words.videosLoading;
    panel.setAttribute('data-videos', 'loading');
    const readiness = await videoReader.readiness;
    loading -= 1;
    panel.setAttribute('data-videos', readiness);
    tell({ ready: words.videosReady, 'not-available': words.videosNotAvailable, 'not-loaded': words.videosNotLoaded }[readiness]);
    if (readiness === 'ready') takeVideos(parts.videos.checked);
    else {
      // So that she can try again where only the connection failed.
      parts.videos.checked = false;
      videoReader = null;
    }
  }

  keepFromBefore();
  show();
  parts.videos.disabled = true;
  parts.heic.disabled = true;
  void reader.readiness.then((readiness) => {
    parts.state.textContent = {
      ready: words.ready,
      slow: words.readySlow,
      distorted: words.distorted,
      'not-available': words.notAvailable,
    }[readiness];
    parts.files.disabled = readiness !== 'ready' && readiness !== 'slow';
    isSlow = readiness === 'slow';
    parts.videos.disabled = readiness !== 'ready';
    parts.heic.disabled = readiness !== 'ready';
    panel.setAttribute('data-readiness', readiness);
    if (readiness !== 'ready') return;
    parts.videos.addEventListener('change', () => void loadVideoReader());
    parts.heic.addEventListener('change', () => void loadHeic());
    if (parts.heic.checked) void loadHeic();
    if (parts.videos.checked) void loadVideoReader();
  });

  return { stillReading: () => ([...entries].some((entry) => entry.isReading) ? words.stillReading : null) };
}
