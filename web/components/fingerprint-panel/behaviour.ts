/** What happens in the panel when she chooses files? Each becomes a row with its progress, then a tick or a reason; the hidden field always holds what would be sent. */
import type { Fingerprint } from '@likeness/fingerprint';
import type { FingerprintPanelWords, PictureProblem } from './words.ts';

export type ReadPicture =
  | { readonly fingerprints: readonly Fingerprint[]; readonly isPlain: boolean }
  | { readonly problem: PictureProblem };

export interface PictureReader {
  readonly readiness: Promise<'ready' | 'distorted' | 'not-available'>;
  /** Reads one file after the other, in the order asked for. Never rejects. */
  read(file: File, onShare: (share: number) => void): Promise<ReadPicture>;
}

export interface Panel {
  /** The sentence to say when she wants to send while files are still being read; null when none is. */
  stillReading(): string | null;
}

type Row = { readonly element: HTMLLIElement; readonly state: HTMLElement; readonly progress: HTMLProgressElement };
type Entry = { readonly row: Row; fingerprints: readonly Fingerprint[] | null; isReading: boolean };

const picturesAtMost = 50;

function part<E extends Element>(panel: HTMLElement, name: string, type: new () => E): E {
  const element = panel.querySelector(`[data-part="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the fingerprint panel has no part ${name}`);
  return element;
}

function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  }).format(value);
}

function newRow(name: string, size: string, removeWords: string, onRemove: () => void): Row {
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
  remove.textContent = removeWords.split(' {name}')[0] ?? removeWords;
  remove.setAttribute('aria-label', removeWords.replace('{name}', name));
  remove.addEventListener('click', onRemove);
  element.append(title, remove, state, progress);
  return { element, state, progress };
}

/** Connects one panel on the page with the reader. */
export function connectPanel(panel: HTMLElement, reader: PictureReader): Panel {
  const words: FingerprintPanelWords = JSON.parse(panel.getAttribute('data-words') ?? '{}');
  const parts = {
    state: part(panel, 'state', HTMLParagraphElement),
    files: part(panel, 'files', HTMLInputElement),
    choose: part(panel, 'choose', HTMLLabelElement),
    list: part(panel, 'list', HTMLUListElement),
    count: part(panel, 'count', HTMLParagraphElement),
    sent: part(panel, 'sent', HTMLDetailsElement),
    sentText: part(panel, 'sent-text', HTMLPreElement),
    field: part(panel, 'field', HTMLInputElement),
  };
  const entries = new Set<Entry>();

  function show(): void {
    const pictures = [...entries].flatMap(({ fingerprints }) => (fingerprints === null ? [] : [fingerprints]));
    parts.field.value = pictures.length === 0 ? '' : JSON.stringify(pictures);
    parts.count.textContent =
      pictures.length === 0 ? '' : pictures.length === 1 ? words.countOne : words.countMany.replace('{count}', String(pictures.length));
    parts.sent.hidden = pictures.length === 0;
    parts.sentText.textContent = pictures
      .map((picture) =>
        picture
          .map(({ kind, variant, value, quality }) => [kind, variant, value, quality].filter((each) => each !== undefined).join(' '))
          .join('\n'),
      )
      .join('\n\n');
    parts.list.hidden = entries.size === 0;
    parts.choose.textContent = entries.size === 0 ? words.choose : words.chooseMore;
  }

  function addRow(name: string, size: string): Entry {
    const entry: Entry = {
      row: newRow(name, size, words.remove, () => {
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
    entry.row.element.classList.add(`picture-row--${look}`);
    entry.row.state.textContent = look === 'done' ? `\u2713 ${sentence}` : sentence;
    entry.row.progress.remove();
  }

  const isKnown = (fingerprints: readonly Fingerprint[]): boolean => {
    const sha256 = fingerprints.find(({ kind }) => kind === 'sha256')?.value;
    return [...entries].some((entry) => entry.fingerprints?.some(({ kind, value }) => kind === 'sha256' && value === sha256) ?? false);
  };

  async function add(file: File): Promise<void> {
    const entry = addRow(file.name, sizeWords(file.size));
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
    if ('problem' in read) settle(entry, 'problem', words.problems[read.problem]);
    else if (isKnown(read.fingerprints)) settle(entry, 'problem', words.problems.twice);
    else {
      entry.fingerprints = read.fingerprints;
      settle(entry, read.isPlain ? 'problem' : 'done', read.isPlain ? words.problems['too-plain'] : words.done);
    }
    show();
  }

  function keepFromBefore(): void {
    if (parts.field.value === '') return;
    const kept: readonly (readonly Fingerprint[])[] = JSON.parse(parts.field.value);
    kept.forEach((fingerprints, index) => {
      const entry = addRow(words.keptName.replace('{number}', String(index + 1)), '');
      entry.fingerprints = fingerprints;
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

  keepFromBefore();
  show();
  void reader.readiness.then((readiness) => {
    parts.state.textContent = { ready: words.ready, distorted: words.distorted, 'not-available': words.notAvailable }[readiness];
    parts.files.disabled = readiness !== 'ready';
    panel.setAttribute('data-readiness', readiness);
  });

  return { stillReading: () => ([...entries].some((entry) => entry.isReading) ? words.stillReading : null) };
}
