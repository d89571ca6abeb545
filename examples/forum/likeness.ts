/** How does a platform talk to Likeness? Every call it makes and the check of every call it receives: the file to copy. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Likeness answered, and the answer is no. `code` is one of its registry, such as `image/damaged`. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

export type Verdict = 'allow' | 'review' | 'hold';

/** What `GET /api/v1/openapi.json` calls RequestBody, as far as this forum fills it in. */
export interface RemovalRequest {
  readonly onBehalfOf: 'self' | 'agent';
  readonly agentAuthority: string | undefined;
  readonly contentIds: readonly string[];
  readonly locations: readonly string[];
  readonly statement: { readonly notConsensual: boolean; readonly goodFaith: boolean; readonly details: string | undefined };
  /** What one law asks to be declared in so many words; `missingDetails` names the pointer of each that lacks. */
  readonly declarations: {
    readonly 'digital-services-act': { readonly accurate: boolean };
    readonly 'online-safety-act': { readonly intimate: boolean; readonly subject: boolean; readonly true: boolean };
  };
  readonly signature: string | undefined;
  readonly contact: { readonly email: string | undefined; readonly phone: string | undefined };
}

export interface FiledRequest {
  readonly trackingNumber: string;
  /** For the person alone, shown once. Never store or log it: its fragment opens her case. */
  readonly followUrl: string;
  readonly dueAt: Date;
  /** One sentence for each element that is still missing under any law it was filed under; empty when the request is complete. */
  readonly missing: readonly string[];
}

/** Why an account was warned or suspended, in the words that it is to read (Regulation (EU) 2022/2065, Articles 17 and 23). */
export interface AccountStatement {
  /** For what: `illegal-content` it posted, `unfounded-notices` or `unfounded-complaints` it sent. */
  readonly kind: string;
  readonly facts: string;
  readonly automation: string;
  readonly ground: string;
  readonly reference: string;
  readonly complaintUntil: Date | null;
  readonly complaint: string;
  readonly outOfCourt: string;
  readonly court: string;
}

/** A decision as its webhook says it. It names the post by `contentId`, or by `url` when it was never screened. */
export interface Decision {
  readonly id: string;
  readonly sequence: number;
  readonly type: string;
  readonly actionId: string;
  readonly contentId: string;
  readonly url: string;
  readonly trackingNumber: string;
  /** Of `content.restrict` by a decision that leaves it up: how it is still seen. Empty: nobody sees it. */
  readonly visibility: string;
  /** Of `content.restrict`: what there is of it has to be kept under lock, and whoever posted it is told nothing. */
  readonly preserve: boolean;
  /** Of `account.restrict` and `account.restore`: whose. */
  readonly uploaderRef: string;
  /** Where whoever posted it reads why it went, and can say that it was wrong; empty where no law owes that. Its end is a secret: for the uploader alone. */
  readonly statementUrl: string;
  /** Of a warning or a suspension for misuse, its end, and a complaint about it: which. Empty for everything else. */
  readonly measureId: string;
  /** Of those: our own word for the account. */
  readonly account: string;
  /** Of `account.suspended`: when it ends by itself. */
  readonly until: Date | null;
  /** Of `account.warned` and `account.suspended`: what the account is to read, as it is. */
  readonly accountStatement: AccountStatement | null;
  /** Of `content.restore` and the like: what to tell whoever posted it and was told why before. Empty where nobody was. */
  readonly answer: string;
}

/** The calls of one platform. Each rejects with `Refused` when Likeness says no, with any other error when it cannot be reached. */
export class Likeness {
  readonly url: string;
  readonly #key: string;
  readonly #closing: AbortSignal;

  constructor(url: string, key: string, closing: AbortSignal) {
    this.url = url.replace(/\/$/, '');
    this.#key = key;
    this.#closing = closing;
  }

  /** Tells Likeness where to send decisions and where a moderator's preview is fetched. Answers the secret that signs both. */
  async register(webhookUrl: string, previewUrl: string): Promise<string> {
    // Registering an address again makes a new secret and ends the old one. This forum keeps nothing, so it does so at each start;
    // a platform registers once, keeps the secret with its other secrets, and reads GET /api/v1/decisions?after= for what it missed.
    const endpoint = await this.#call('POST', '/webhook-endpoints', { url: webhookUrl });
    await this.#call('PUT', '/platform', { previewUrl });
    return text(endpoint, 'secret');
  }

  /** Call it before anybody sees the upload. Safe to repeat: the same `contentId` is screened anew, never twice. */
  async screen(contentId: string, picture: Buffer<ArrayBuffer>, uploaderRef: string, words: string): Promise<Verdict> {
    const form = new FormData();
    form.set('contentId', contentId);
    form.set('uploaderRef', uploaderRef);
    if (words !== '') form.set('text', words);
    form.set('file', new Blob([picture]), 'upload');
    const verdict = text(await this.#call('POST', '/screen', form), 'verdict');
    if (verdict === 'allow' || verdict === 'review' || verdict === 'hold') return verdict;
    throw new Error(`an unknown verdict: ${verdict}`);
  }

  /** The post is public at this address now: a request that gives the address finds it. */
  async published(contentId: string, url: string): Promise<void> {
    await this.#call('PATCH', `/content/${encodeURIComponent(contentId)}`, { url });
  }

  /** The uploader deleted it. What was never known, or is forgotten already, is no error. */
  async forget(contentId: string): Promise<void> {
    await this.#call('DELETE', `/content/${encodeURIComponent(contentId)}`).catch((error: unknown) => {
      if (!(error instanceof Refused && error.status === 404)) throw error;
    });
  }

  /** Files a removal request. The same key and body again is the same request. An incomplete request is kept too: its clock runs. */
  async fileRequest(request: RemovalRequest, idempotencyKey: string): Promise<FiledRequest> {
    const filed = await this.#call('POST', '/requests', request, { 'idempotency-key': idempotencyKey });
    const requests = property(filed, 'requests');
    const details = (Array.isArray(requests) ? requests : []).map((one) => property(one, 'missingDetails'));
    return {
      trackingNumber: text(filed, 'trackingNumber'),
      followUrl: text(filed, 'followUrl'),
      dueAt: new Date(text(filed, 'dueAt')),
      missing: [...new Set(details.flat().map((detail) => text(detail, 'sentence')))],
    };
  }

  /** Call it when the action is really done: only then is the person told that her picture is gone. Safe to repeat. */
  async completed(actionId: string, done: { readonly purged?: readonly string[]; readonly note?: string }): Promise<void> {
    await this.#call('POST', `/actions/${encodeURIComponent(actionId)}/completed`, done);
  }

  /** Sends on what an account says against a warning or a suspension. The same text again is the same complaint; another one is refused. */
  async complainAboutMeasure(measureId: string, words: string): Promise<void> {
    await this.#call('POST', `/account-measures/${encodeURIComponent(measureId)}/complaint`, words === '' ? {} : { text: words });
  }

  async #call(method: string, path: string, body?: FormData | object, headers: Record<string, string> = {}): Promise<unknown> {
    const isJson = body !== undefined && !(body instanceof FormData);
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body instanceof FormData ? body : isJson ? JSON.stringify(body) : null,
      signal: AbortSignal.any([this.#closing, AbortSignal.timeout(30_000)]),
    });
    const answer: unknown = await response.json().catch(() => null); // A 204 has no body.
    // A proxy or a wrong address answers with a page: that is no answer to go on with, least of all one without a secret.
    if (answer === null && response.status !== 204)
      throw new Error(`${response.status} and a text that is not Likeness’s: is ${this.url} its address?`);
    if (!response.ok) throw new Refused(response.status, text(answer, 'code'), text(answer, 'detail'));
    return answer;
  }
}

/**
 * Whether Likeness made this call (Standard Webhooks, v1): HMAC-SHA-256 over id, time and the exact bytes of the body.
 * Five minutes either way, so that a recorded call cannot be played again later; several signatures while a secret is being changed.
 */
export function isSigned(secret: string, headers: IncomingHttpHeaders, body: Buffer, now: Date): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof seconds !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d{1,12}$/.test(seconds) || Math.abs(now.getTime() / 1000 - Number(seconds)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Reads the body of a webhook whose signature is right. Fields that a type does not have are empty. */
export function decisionIn(body: Buffer): Decision {
  const entry: unknown = JSON.parse(body.toString('utf8'));
  const data = property(entry, 'data');
  return {
    id: text(entry, 'id'),
    sequence: Number(property(entry, 'sequence')),
    type: text(entry, 'type'),
    actionId: text(data, 'actionId'),
    contentId: text(data, 'contentId'),
    url: text(data, 'url'),
    trackingNumber: text(data, 'trackingNumber'),
    uploaderRef: text(property(data, 'target'), 'uploaderRef'),
    visibility: text(data, 'visibility'),
    preserve: property(data, 'preserve') === true,
    statementUrl: webAddress(text(property(data, 'statement'), 'url')),
    measureId: text(data, 'measureId'),
    account: text(data, 'account'),
    until: moment(text(data, 'until')),
    accountStatement: accountStatementIn(property(data, 'accountStatement')),
    answer: text(data, 'answer'),
  };
}

function accountStatementIn(sent: unknown): AccountStatement | null {
  if (sent === undefined) return null;
  const redress = property(sent, 'redress');
  return {
    kind: text(sent, 'kind'),
    facts: text(property(sent, 'facts'), 'text'),
    automation: text(property(sent, 'automation'), 'text'),
    ground: text(property(sent, 'ground'), 'text'),
    reference: text(property(sent, 'ground'), 'reference'),
    complaintUntil: moment(text(redress, 'complaintUntil')),
    complaint: text(redress, 'complaint'),
    outOfCourt: text(redress, 'outOfCourt'),
    court: text(redress, 'court'),
  };
}

function moment(written: string): Date | null {
  return Number.isNaN(Date.parse(written)) ? null : new Date(written);
}

/** An address that a page may link to; empty for anything else. */
function webAddress(address: string): string {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function text(value: unknown, name: string): string {
  const found = property(value, name);
  return typeof found === 'string' ? found : '';
}
