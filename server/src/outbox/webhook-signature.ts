/** How does a receiver know that a call is ours? Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature` (v1, HMAC-SHA-256). */
import { createHmac } from 'node:crypto';
import { Secret } from '../config/secret.ts';

/** The raw bytes behind `whsec_...`. */
export class WebhookSecret extends Secret<Uint8Array> {
  /** As Standard Webhooks writes it: `whsec_` and base64. Shown once, when the endpoint is made. */
  text(): string {
    return `whsec_${Buffer.from(this.reveal()).toString('base64')}`;
  }
}

/** The three headers for one message. `at` is the time of this attempt, in seconds in the header; the id stays the same at each retry. */
export function webhookHeaders(secret: WebhookSecret, id: string, at: Date, body: string): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret.reveal()).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
