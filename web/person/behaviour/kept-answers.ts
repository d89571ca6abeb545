/**
 * How do her answers outlive a reload, when nothing may be stored in the browser and nothing sent before Send? They stand in the state of this one history entry,
 * locked with a key that only the server can say, and only while her session lives. Whatever fails, the form works as it does without this.
 */
import { sessionUsed } from '../../components/exit-page/behaviour.ts';
import { answersFrom, answersIn, type FormAnswers } from './answers-in-form.ts';

export interface Kept {
  readonly answers: FormAnswers;
  /** The part that was open. */
  readonly at: number;
}

export interface KeptAnswers {
  /** Something of before stands here and is being read. */
  readonly isExpected: boolean;
  /** What stood in the form before the page was loaded again; null where nothing did, or nothing can be read. */
  readonly before: Promise<Kept | null>;
  /** From now on what stands in the form is kept; `at` says which part is open. */
  begin(at: () => number): void;
  /** Whether a reload would find what stands in the form. */
  isKept(): boolean;
  /** Something changed. */
  changed(): void;
  /** Resolves when all that stands in the form is kept under the key of today's session: call before it is sent. */
  settled(): Promise<void>;
}

/** Safari takes a hundred states in half a minute. */
const pauseMs = 350;
/** Firefox takes no more in one entry than 640,000 on some devices; two hours of video and a thousand links are less. */
const bytesAtMost = 600_000;
const renewalMs = 4 * 60_000;
const patienceMs = 10_000;
/** The page has just arrived, so the line is there: what lacks now was lost on it. */
const triesAtOnce = 3;
/** After that, where answers of before wait for it, it is asked for after a second, and twice as long each time. */
const firstPauseMs = 1000;
/** So long she waits before she is told for what. */
const untilToldMs = 1500;

interface Locked {
  readonly lockedForm: 1;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

function lockedIn(state: unknown): Locked | null {
  if (typeof state !== 'object' || state === null || !('lockedForm' in state) || !('iv' in state) || !('sealed' in state)) return null;
  const { iv, sealed } = state;
  return iv instanceof Uint8Array && iv.buffer instanceof ArrayBuffer && sealed instanceof ArrayBuffer
    ? { lockedForm: 1, iv: new Uint8Array(iv), sealed }
    : null;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

/** `left`: she has left the site in another tab. */
type Answer = { readonly key: string } | 'left' | 'unknown';

async function askForKey(address: string, isOpen: boolean): Promise<Answer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    const answer = await fetch(`${address}${isOpen ? '?open' : ''}`, {
      method: 'POST',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: patience.signal,
    });
    if (answer.status === 204) return 'left';
    const said: unknown = answer.ok ? await answer.json() : null;
    return typeof said === 'object' && said !== null && 'key' in said && typeof said.key === 'string' ? { key: said.key } : 'unknown';
  } catch {
    return 'unknown';
  } finally {
    clearTimeout(timer);
  }
}

const isLeaving = (): boolean => document.documentElement.classList.contains('is-leaving');

/** Keeps what stands in this form. `onKept` is called once, when a reload would find it again; `onWaiting` where what stood there takes long to be read, and when that is over. */
export function keepAnswers(form: HTMLFormElement, onKept: () => void, onWaiting: (isWaiting: boolean) => void): KeptAnswers {
  const address = form.getAttribute('data-keep');
  const nothing: KeptAnswers = {
    isExpected: false,
    before: Promise.resolve(null),
    begin: () => {},
    isKept: () => false,
    changed: () => {},
    settled: () => Promise.resolve(),
  };
  // Only where the page came by https or from this machine.
  if (address === null || !('subtle' in crypto)) return nothing;

  let key: CryptoKey | null = null;
  let keyText = '';
  let askedAt = 0;
  let isOver = false;
  let openPart: (() => number) | null = null;
  let isDirty = false;
  let saving: Promise<void> | null = null;
  /** Ends the pause after a save. */
  let hurry = (): void => {};
  let wasKept = false;
  /** Without a key nothing is kept: it is asked for until there is one. */
  let nextTry: ReturnType<typeof setTimeout> | undefined;
  /** Locked answers stand here that nobody has opened: nothing is written over them, and their own loop asks for the key. */
  let isReadingBefore = false;
  // A part of the form's place: what is locked at one address opens at no other, but in another language.
  const additionalData = new TextEncoder().encode(location.pathname.replace(/^\/[a-z]{2}(?=\/)/, ''));

  /** Asks once more. A new session has a new key, and what stood under the old one is locked anew. */
  async function renew(isOpen: boolean): Promise<void> {
    if (isOver) return;
    askedAt = performance.now();
    const answer = await askForKey(address ?? '', isOpen);
    if (isOver) return;
    if (answer === 'unknown') {
      if (isReadingBefore) return;
      clearTimeout(nextTry);
      nextTry = setTimeout(() => {
        if (key === null) void renew(false);
      }, patienceMs);
      return;
    }
    if (answer === 'left') {
      isOver = true;
      key = null;
      history.replaceState(null, '');
      return;
    }
    dispatchEvent(new Event(sessionUsed));
    if (answer.key === keyText) return;
    key = await crypto.subtle.importKey('raw', bytesOf(answer.key), 'AES-GCM', false, ['encrypt', 'decrypt']);
    keyText = answer.key;
    changed();
  }

  async function unlock(locked: Locked): Promise<Kept | null> {
    if (key === null) return null;
    try {
      const { iv, sealed } = locked;
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed);
      const said: unknown = JSON.parse(new TextDecoder().decode(text));
      const answers = typeof said === 'object' && said !== null && 'answers' in said ? answersFrom(said.answers) : null;
      if (answers === null) return null;
      return {
        answers,
        at: typeof said === 'object' && said !== null && 'at' in said && typeof said.at === 'number' ? said.at : 0,
      };
    } catch {
      // Of a session that has ended: nobody can read it any more.
      history.replaceState(null, '');
      return null;
    }
  }

  async function save(): Promise<void> {
    while (isDirty && key !== null && !isOver && !isLeaving()) {
      isDirty = false;
      const kept: Kept = { answers: answersIn(form), at: openPart?.() ?? 0 };
      const text = new TextEncoder().encode(JSON.stringify(kept));
      if (text.length > bytesAtMost) return;
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text);
      if (isOver || isLeaving()) return;
      const locked: Locked = { lockedForm: 1, iv, sealed };
      history.replaceState(locked, '');
      if (!wasKept) onKept();
      wasKept = true;
      if (performance.now() - askedAt > renewalMs) void renew(true);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  function changed(): void {
    isDirty = true;
    if (openPart === null || saving !== null) return;
    saving = save()
      .catch(() => {})
      .finally(() => {
        saving = null;
      });
  }

  async function readBefore(): Promise<Kept | null> {
    const locked = lockedIn(history.state);
    if (locked === null) {
      void renew(false);
      return null;
    }
    isReadingBefore = true;
    const telling = setTimeout(() => onWaiting(true), untilToldMs);
    for (let tries = 1; key === null && !isOver; tries += 1) {
      await renew(false);
      if (key === null && !isOver && tries >= triesAtOnce) await pause(Math.min(firstPauseMs * 2 ** (tries - triesAtOnce), patienceMs));
    }
    clearTimeout(telling);
    isReadingBefore = false;
    const kept = await unlock(locked);
    onWaiting(false);
    return kept;
  }

  /** Ends early where the line comes back, or she does. */
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const over = new AbortController();
      const end = (): void => {
        over.abort();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, ms);
      addEventListener('online', end, { signal: over.signal });
      document.addEventListener('visibilitychange', () => document.hidden || end(), { signal: over.signal });
    });

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  // The page goes: what was typed in the pause is kept now. A reload takes with it what stands there when `beforeunload` is over, in Chromium measured, and no more
  // at `pagehide`; a tab that a phone puts away says only that it is hidden, and Safari on a phone has no `beforeunload`.
  for (const going of ['beforeunload', 'pagehide']) addEventListener(going, () => hurry());
  // Another tab may have opened a case, or left.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hurry();
    else if (openPart !== null && !isOver) void renew(true);
  });

  return {
    isExpected: lockedIn(history.state) !== null,
    before: readBefore().catch(() => null),
    begin(at) {
      openPart = at;
      changed();
    },
    isKept: () => wasKept && !isOver,
    changed,
    async settled() {
      await renew(true);
      while (saving !== null) await saving;
    },
  };
}
