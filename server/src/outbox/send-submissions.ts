/** Did the DSA Transparency Database take our statements of reasons? Batches of up to a hundred; what is refused in a batch is sent one by one. */
import type { Secret } from '../config/secret.ts';
import type { Store } from '../store/database.ts';
import {
  type Claimed,
  claim,
  noteFailed,
  noteRefused,
  noteSent,
  noteTokenRefused,
  platformsWithDue,
  putOff,
  type TransparencyDatabase,
  tokenFor,
} from './submissions.ts';
import type { TargetAnswer, Targets } from './targets.ts';

const timeoutMs = 15_000;

/** Thrown once for each token that was refused, so that it stands in the log; `code` is what is logged. */
export class TokenRefused extends Error {
  readonly code = 'transparency-database/token-refused';

  constructor() {
    super('the DSA Transparency Database refused the token');
    this.name = 'TokenRefused';
  }
}

/**
 * Sends what is due, for every platform, until nothing is, a call fails or `mayGoOn` says no, which is asked between calls; then the rest waits. At least once: when we die after the database took one
 * and before this is noted, it is sent again under the same id, and `existing` in the answer says that it is there.
 * @throws TokenRefused when a token was refused for the first time
 */
export async function sendSubmissions(
  { store, targets }: { readonly store: Store; readonly targets: Targets },
  transparency: TransparencyDatabase | null,
  mayGoOn: () => boolean = () => true,
): Promise<void> {
  if (transparency === null) return;
  let isRefused = false;
  for (const platformId of await store.transact(platformsWithDue)) {
    const token = await tokenFor(store.db, transparency, platformId);
    if (token === null) continue;
    const sender: Sender = { store, targets, url: transparency.url, platformId, token, mayGoOn };
    let outcome: Outcome = 'answered';
    while (outcome === 'answered' && mayGoOn()) {
      const claimed = await store.transact((tx) => claim(tx, platformId, token));
      outcome = claimed.length === 0 ? 'failed' : await sendAll(sender, claimed);
    }
    isRefused ||= outcome === 'token-refused';
  }
  if (isRefused) throw new TokenRefused();
}

interface Sender {
  readonly store: Store;
  readonly targets: Targets;
  readonly url: string;
  readonly platformId: string;
  readonly token: Secret;
  readonly mayGoOn: () => boolean;
}

/** `answered`: the rest can go on. `failed`: it waits. `token-refused`: for the first time. */
type Outcome = 'answered' | 'failed' | 'token-refused';

async function sendAll(sender: Sender, claimed: readonly Claimed[]): Promise<Outcome> {
  const [first, ...more] = claimed;
  if (first === undefined) return 'answered';
  if (more.length === 0) return sendOne(sender, first, [first.puid]);
  const puids = claimed.map(({ puid }) => puid);
  const answer = await call(sender, '/api/v1/statements', { statements: claimed.map(({ entry }) => entry) });
  // The answer to a batch does not say for sure which of them it is about.
  if (typeof answer !== 'string' && answer.status === 422) {
    for (const [place, one] of claimed.entries()) {
      // The first is always sent, so that every turn brings something to an end.
      if (place > 0 && !sender.mayGoOn()) {
        await sender.store.transact((tx) => putOff(tx, puids.slice(place), 0));
        return 'answered';
      }
      const outcome = await sendOne(sender, one, puids.slice(place));
      if (outcome !== 'answered') return outcome;
    }
    return 'answered';
  }
  return noteAnswer(sender, answer, puids, puids);
}

/** `left`: what waits when it fails, this one among them. */
async function sendOne(sender: Sender, { puid, entry }: Claimed, left: readonly string[]): Promise<Outcome> {
  const answer = await call(sender, '/api/v1/statement', entry);
  if (typeof answer === 'string' || answer.status !== 422) return noteAnswer(sender, answer, [puid], left);
  const { isThere, fields } = refusalIn(answer);
  const { store, platformId } = sender;
  await store.transact((tx) => (isThere ? noteSent(tx, platformId, [puid]) : noteRefused(tx, platformId, puid, fields)));
  return 'answered';
}

async function noteAnswer(
  { store, platformId, token }: Sender,
  answer: TargetAnswer | string,
  puids: readonly string[],
  left: readonly string[],
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const status = typeof answer === 'string' ? null : answer.status;
    if (status !== null && status >= 200 && status <= 299) {
      await noteSent(tx, platformId, puids);
      return 'answered';
    }
    if (status === 401 || status === 403) return (await noteTokenRefused(tx, platformId, left, token)) ? 'token-refused' : 'failed';
    const reason = typeof answer === 'string' ? answer : `the database answered ${answer.status}`;
    const retryAfterMs = typeof answer === 'string' ? null : waitAsked(answer.retryAfter, tx.now);
    await noteFailed(tx, { platformId, puids: left, reason, retryAfterMs });
    return 'failed';
  });
}

/** The answer, or in plain words why there is none. */
async function call({ targets, url, token }: Sender, path: string, body: object): Promise<TargetAnswer | string> {
  try {
    const headers = {
      authorization: `Bearer ${token.reveal()}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'likeness',
    };
    return await targets.call({
      method: 'POST',
      url: `${url}${path}`,
      headers,
      body: JSON.stringify(body),
      timeoutMs,
      maxAnswerBytes: 1024 * 1024,
    });
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'the call failed';
  }
}

/** RFC 9110 §10.2.3: seconds, or a date. Null: nothing that can be read. */
function waitAsked(retryAfter: string, now: Date): number | null {
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

const mostFields = 20;

/** Of a 422: whether the same id is there already, and which fields are wrong. Names of fields only: the sentences beside them quote what was sent. */
function refusalIn({ chunks }: TargetAnswer): { readonly isThere: boolean; readonly fields: readonly string[] } {
  const body = jsonObject(Buffer.concat([...chunks]).toString('utf8'));
  const { existing, errors } = body;
  const fields = typeof errors === 'object' && errors !== null ? Object.keys(errors) : [];
  return {
    isThere: existing !== undefined && existing !== null,
    fields: fields.filter((field) => /^[A-Za-z0-9_.-]{1,60}$/.test(field)).slice(0, mostFields),
  };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
