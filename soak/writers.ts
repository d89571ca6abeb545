/** Who writes while the server is killed? A platform and a moderator, over HTTP alone; what they were told is written down, and only that must be there afterwards. */
import { randomBytes } from 'node:crypto';
import { oneOf } from './seeded.ts';

/** What was acknowledged, and what may have happened without an answer. */
export interface Told {
  /** Content id to the PDQ value that was screened. */
  readonly screened: Map<string, string>;
  /** Content ids whose deletion was sent; in `deleted` once it was answered. */
  readonly deleting: Set<string>;
  readonly deleted: Set<string>;
  /** Tracking number to the content it is about. */
  readonly requests: Map<string, string>;
  /** Sent with an Idempotency-Key and not answered yet: sent again until it is. */
  readonly unanswered: Map<string, { readonly contentId: string }>;
  readonly amended: Set<string>;
  readonly deciding: Set<string>;
  readonly decided: Map<string, 'remove' | 'keep'>;
  readonly completed: Set<string>;
  /** Answers that nobody should get. */
  readonly strange: string[];
  /** Every write that was answered. */
  answered: number;
}

export interface Writers {
  readonly told: Told;
  /** Signs the moderator up with the first-run link. */
  takeSeat(firstRunUrl: string, key: string): Promise<void>;
  /** Writes, several at once, until `stop` is called; every write under way is waited for. */
  begin(): { stop(): Promise<void> };
  /** Sends everything that had no answer again, until each has one. */
  settle(): Promise<void>;
}

const password = 'a long password for soaks';
const hands = 5;

export function writersAt(url: string, chance: () => number): Writers {
  const told: Told = {
    screened: new Map(),
    deleting: new Set(),
    deleted: new Set(),
    requests: new Map(),
    unanswered: new Map(),
    amended: new Set(),
    deciding: new Set(),
    decided: new Map(),
    completed: new Set(),
    strange: [],
    answered: 0,
  };
  let key = '';
  let cookie = '';
  let made = 0;
  const pictures: string[] = [];

  /** Null when no whole answer came: nothing is known then. */
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string } | null> => {
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...(body instanceof URLSearchParams || body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  };
  /** The answer to a platform's call; null for none, and for a server that says it is failing. */
  const call = async (method: string, path: string, body: unknown, expected: readonly number[], headers: Record<string, string> = {}) => {
    const answer = await send(method, `/api/v1${path}`, body, { authorization: `Bearer ${key}`, ...headers });
    if (answer === null || answer.status >= 500) return null;
    if (!expected.includes(answer.status))
      told.strange.push(`${method} ${path.replace(/[^/]{20,}/g, '...')} ${answer.status} ${answer.text}`);
    told.answered += 1;
    return answer;
  };

  const screen = async (): Promise<void> => {
    const known = oneOf(chance, pictures);
    const value = known === undefined || chance() < 0.5 ? randomBytes(32).toString('hex') : nearTo(known, chance);
    made += 1;
    const contentId = `content-${made}`;
    const body = { contentId, url: `https://forum.example/${contentId}`, fingerprints: [{ kind: 'pdq', value, quality: 100 }] };
    if ((await call('POST', '/screen', body, [200]))?.status === 200) {
      told.screened.set(contentId, value);
      if (pictures.length < 40) pictures.push(value);
    }
  };
  const file = async (idempotencyKey: string, { contentId }: { contentId: string }): Promise<void> => {
    told.unanswered.set(idempotencyKey, { contentId });
    const value = told.screened.get(contentId);
    const body = {
      contentIds: [contentId],
      statement: { notConsensual: true, goodFaith: true },
      signature: 'A person',
      ...(value === undefined ? {} : { fingerprints: [{ kind: 'pdq', value, quality: 100 }] }),
    };
    const answer = await call('POST', '/requests', body, [201], { 'idempotency-key': idempotencyKey });
    if (answer?.status !== 201) return;
    const { trackingNumber }: { trackingNumber: string } = JSON.parse(answer.text);
    const known = told.requests.get(trackingNumber);
    if (known !== undefined && known !== contentId) told.strange.push(`${trackingNumber} was given twice`);
    told.requests.set(trackingNumber, contentId);
    told.unanswered.delete(idempotencyKey);
  };
  const request = async (): Promise<void> => {
    const contentId = oneOf(
      chance,
      [...told.screened.keys()].filter((id) => !told.deleting.has(id)),
    );
    if (contentId !== undefined) await file(randomBytes(12).toString('hex'), { contentId });
  };
  const amend = async (): Promise<void> => {
    const number = oneOf(
      chance,
      [...told.requests.keys()].filter((one) => !told.deciding.has(one) && !told.amended.has(one)),
    );
    if (number === undefined) return;
    // Refused where somebody decides meanwhile.
    const answer = await call('PATCH', `/requests/${number}`, { contact: { email: 'a.person@example.org' } }, [200, 409]);
    if (answer?.status === 200) told.amended.add(number);
  };
  const decide = async (): Promise<void> => {
    const number = oneOf(
      chance,
      [...told.requests.keys()].filter((one) => !told.deciding.has(one)),
    );
    if (number === undefined) return;
    // From here on nobody else decides it: the console takes one moderator's second decision for a retry of the first.
    told.deciding.add(number);
    const decision = chance() < 0.7 ? 'remove' : 'keep';
    const page = await send('GET', `/console/requests/${number}`, undefined, { cookie });
    if (page === null || page.status !== 200) return;
    const fields = new URLSearchParams({
      ...hidden(page.text),
      // What still lacks a contact is not called valid.
      ruling: decision === 'keep' ? 'keep:not-depicted' : told.amended.has(number) ? 'remove:valid-request' : 'remove:own-rules',
      note: '',
    });
    // Every question of the law, answered so that it may be removed.
    for (const [, name = '', answer = ''] of page.text.matchAll(/name="(test_[a-z_-]+)" value="(yes|no)"/g))
      if (decision === 'remove' && answer === (name.endsWith('consent-to-publication') ? 'no' : 'yes')) fields.set(name, answer);
    for (const shown of page.text.matchAll(/name="shown" value="([^"]+)"/g)) fields.append('shown', shown[1] ?? '');
    const answer = await send('POST', `/console/requests/${number}/decide`, fields, { cookie });
    if (answer === null || answer.status >= 500) return;
    told.answered += 1;
    if (answer.status === 303) told.decided.set(number, decision);
    // 422: the upload was forgotten meanwhile, so that there is nothing to remove.
    else if (answer.status !== 422 && answer.status !== 409) told.strange.push(`deciding ${answer.status}`);
  };
  const complete = async (): Promise<void> => {
    const answer = await call('GET', `/decisions?after=${Math.floor(chance() * told.answered)}`, undefined, [200]);
    if (answer === null) return;
    const { entries }: { entries: { data: { actionId?: string } }[] } = JSON.parse(answer.text);
    const actionId = oneOf(
      chance,
      entries.flatMap(({ data }) => (data.actionId === undefined || told.completed.has(data.actionId) ? [] : [data.actionId])),
    );
    if (actionId === undefined) return;
    if ((await call('POST', `/actions/${actionId}/completed`, { purged: ['original'] }, [200]))?.status === 200)
      told.completed.add(actionId);
  };
  const forget = async (): Promise<void> => {
    const contentId = oneOf(
      chance,
      [...told.screened.keys()].filter((id) => !told.deleting.has(id)),
    );
    if (contentId === undefined) return;
    told.deleting.add(contentId);
    if ((await call('DELETE', `/content/${contentId}`, undefined, [204]))?.status === 204) told.deleted.add(contentId);
  };
  const deeds = [screen, screen, screen, request, request, amend, decide, complete, forget];

  return {
    told,
    takeSeat: async (firstRunUrl, newKey) => {
      key = newKey;
      const code = new URL(firstRunUrl).hash.slice(1);
      const form = new URLSearchParams({ code, name: 'Ines Moreau', password, service: 'Harbour photos' });
      const answer = await fetch(`${url}/console/first-run`, { method: 'POST', body: form, redirect: 'manual' });
      cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
      if (answer.status !== 303 || cookie === '') throw new Error(`no seat at the console: ${answer.status}`);
    },
    begin: () => {
      let isOver = false;
      const working = Array.from({ length: hands }, async () => {
        while (!isOver) await oneOf(chance, deeds)?.();
      });
      return {
        stop: async () => {
          isOver = true;
          await Promise.all(working);
        },
      };
    },
    settle: async () => {
      for (const [idempotencyKey, sent] of [...told.unanswered]) await file(idempotencyKey, sent);
      if (told.unanswered.size > 0) throw new Error(`${told.unanswered.size} requests still have no answer`);
    },
  };
}

/** The token of the session's forms. */
function hidden(page: string): Record<string, string> {
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1];
  return csrf === undefined ? {} : { csrf };
}

/** A copy of a picture: up to 12 bits away. */
function nearTo(value: string, chance: () => number): string {
  const bytes = Buffer.from(value, 'hex');
  for (let flip = 0; flip < 12; flip += 1) {
    const place = Math.floor(chance() * 256);
    bytes.writeUInt8(bytes.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
  }
  return bytes.toString('hex');
}
