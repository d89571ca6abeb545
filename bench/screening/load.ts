/**
 * What does a server answer to many connections that never rest? Each writes its next request when it has read an answer, over one kept connection; no HTTP
 * client stands between, whose own work would be counted. Run as a program of its own: `load.ts URL PATH KEY CONNECTIONS SECONDS`; prints one JSON object.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

export interface Load {
  /** Answers of status 200, and others. */
  readonly answered: number;
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const [origin = '', path = '', key = '', connections = '', seconds = ''] = process.argv.slice(2);
const { hostname, port } = new URL(origin);
const times: number[] = [];
let failed = 0;
let made = 0;
const name = randomBytes(4).toString('hex');
const began = performance.now();
const until = began + 1000 * Number(seconds);
await Promise.all(Array.from({ length: Number(connections) }, oneConnection));
const elapsed = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
const load: Load = { answered: times.length, failed, seconds: elapsed, p50: at(0.5), p99: at(0.99) };
process.stdout.write(JSON.stringify(load));

/** A screening of a picture that nobody has sent before. */
function request(): string {
  made += 1;
  const fingerprints = [{ kind: 'pdq', value: randomBytes(32).toString('hex'), quality: 100 }];
  const body = JSON.stringify({ contentId: `${name}-${made}`, fingerprints });
  return `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function oneConnection(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
  let sentAt = 0;
  let held = '';
  const send = (): void => {
    sentAt = performance.now();
    if (sentAt >= until) socket.end();
    else socket.write(request());
  };
  socket
    .on('connect', send)
    .on('data', (text) => {
      held += text;
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(held)?.[1]);
      if (held.length < head + 4 + length) return;
      if (held.startsWith('HTTP/1.1 200')) times.push(performance.now() - sentAt);
      else failed += 1;
      held = '';
      send();
    })
    .on('error', reject)
    .on('close', () => resolve());
  return promise;
}
